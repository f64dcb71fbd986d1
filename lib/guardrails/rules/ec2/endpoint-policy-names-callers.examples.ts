import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the own account or organization, in the endpoint and beside it',
      terraform: {
        resource: {
          aws_vpc_endpoint: {
            s3: {
              service_name: 'com.amazonaws.eu-central-1.s3',
              policy: policyOf({
                Condition: { StringEquals: { 'aws:PrincipalAccount': '${data.aws_caller_identity.me.account_id}' } },
              }),
            },
            logs: { count: 1, service_name: 'com.amazonaws.eu-central-1.logs', vpc_endpoint_type: 'Interface' },
          },
          aws_vpc_endpoint_policy: {
            logs: {
              count: 1,
              vpc_endpoint_id: '${aws_vpc_endpoint.logs[count.index].id}',
              policy: policyOf({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
            },
          },
        },
      },
    },
    {
      title: 'named buckets, resources of the organization, and named roles',
      terraform: {
        resource: {
          aws_vpc_endpoint: {
            s3: {
              vpc_endpoint_type: 'Gateway',
              policy: JSON.stringify({
                Statement: [
                  allowing({ Action: 's3:GetObject', Resource: ['arn:aws:s3:::layers/*'] }),
                  allowing({ Action: 's3:*', Resource: '${aws_s3_bucket.invoices.arn}/*' }),
                  allowing({ Condition: { StringEquals: { 'aws:ResourceOrgID': 'o-a1b2c3d4e5' } } }),
                  allowing({ Principal: { AWS: 'arn:aws:iam::111122223333:role/app' } }),
                ],
              }),
            },
          },
        },
      },
    },
    {
      title: 'endpoints that take no policy',
      terraform: {
        resource: {
          aws_vpc_endpoint_service: { partner: {} },
          aws_vpc_endpoint: {
            firewall: {
              vpc_endpoint_type: 'GatewayLoadBalancer',
              service_name: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1',
            },
            partner: {
              vpc_endpoint_type: 'Interface',
              service_name: '${aws_vpc_endpoint_service.partner.service_name}',
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no policy, and the default one written out',
      terraform: {
        data: { aws_vpc_endpoint_service: { s3: { service: 's3' } } },
        resource: {
          aws_vpc_endpoint: {
            s3: { service_name: '${data.aws_vpc_endpoint_service.s3.service_name}' },
            logs: {
              service_name: 'com.amazonaws.eu-central-1.logs',
              vpc_endpoint_type: 'Interface',
              policy:
                '${jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "*", Resource = "*" }] })}',
            },
          },
        },
      },
      addresses: ['aws_vpc_endpoint.logs', 'aws_vpc_endpoint.s3'],
    },
    {
      title: 'every bucket of a name that anyone can take, as an aws_iam_policy_document beside the endpoint',
      terraform: {
        data: {
          aws_iam_policy_document: {
            open: {
              statement: {
                actions: ['s3:PutObject'],
                resources: ['arn:aws:s3:::invoices-*'],
                principals: { type: '*', identifiers: ['*'] },
              },
            },
          },
        },
        resource: {
          aws_vpc_endpoint: { s3: { service_name: 'com.amazonaws.eu-central-1.s3' } },
          aws_vpc_endpoint_policy: {
            s3: {
              vpc_endpoint_id: '${aws_vpc_endpoint.s3.id}',
              policy: '${data.aws_iam_policy_document.open.json}',
            },
          },
        },
      },
      addresses: ['aws_vpc_endpoint_policy.s3'],
    },
    {
      title: 'everyone in the network',
      terraform: {
        resource: {
          aws_vpc_endpoint: {
            s3: {
              service_name: 'com.amazonaws.eu-central-1.s3',
              policy: policyOf({ Condition: { StringEquals: { 'aws:SourceVpc': '${aws_vpc.main.id}' } } }),
            },
          },
        },
      },
      addresses: ['aws_vpc_endpoint.s3'],
    },
  ],
  undetermined: [
    {
      title: 'variables hold the policy, the organization, and the endpoint of a policy',
      terraform: {
        variable: { policy: {}, organization: {}, endpoint: {} },
        resource: {
          aws_vpc_endpoint: {
            s3: { service_name: 'com.amazonaws.eu-central-1.s3', policy: '${var.policy}' },
            sqs: {
              service_name: 'com.amazonaws.eu-central-1.sqs',
              vpc_endpoint_type: 'Interface',
              policy: policyOf({ Condition: { StringEquals: { 'aws:ResourceOrgID': '${var.organization}' } } }),
            },
            sns: { service_name: 'com.amazonaws.eu-central-1.sns', vpc_endpoint_type: 'Interface' },
          },
          aws_vpc_endpoint_policy: {
            sns: {
              vpc_endpoint_id: '${var.endpoint}',
              policy: policyOf({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
            },
          },
        },
      },
      addresses: ['aws_vpc_endpoint.s3', 'aws_vpc_endpoint.sns', 'aws_vpc_endpoint.sqs'],
    },
  ],
};

/** For the examples: a policy with one statement. */
function policyOf(statement: JsonObject): string {
  return JSON.stringify({ Statement: [allowing(statement)] });
}

/** For the examples: a statement that allows everything to everybody, but for what it is given. */
function allowing(statement: JsonObject): JsonObject {
  return { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...statement };
}
