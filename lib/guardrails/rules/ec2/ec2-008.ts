import { Model, Resource } from '../../model';
import { PolicyReading, Statement } from '../../policy';
import { ResourceRule, undetermined, violated } from '../../rule';
import { JsonObject, Value, isUnknown } from '../../value';
import { publicPolicyVerdict } from '../public-principal';
import { ownPolicy } from '../resource-policy';
import { namedBy, namesUnknown } from './joins';

const ENDPOINT = 'aws_vpc_endpoint';
const POLICY = 'aws_vpc_endpoint_policy';

/** Conditions on whose resources are reached, by what they say of who reaches them elsewhere. */
const OWNERS: ReadonlyMap<string, string> = new Map([
  ['aws:resourceaccount', 'aws:sourceaccount'],
  ['aws:resourceorgid', 'aws:sourceorgid'],
  ['aws:resourceorgpaths', 'aws:sourceorgpaths'],
  ['s3:resourceaccount', 'aws:sourceaccount'],
]);

/** Conditions on where a request comes from: all that reach an endpoint come from the network that it stands in. */
const ORIGINS: ReadonlySet<string> = new Set([
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
]);

/** Endpoints that take data to one's own accounts alone. */
export const EC2_008: ResourceRule = {
  id: 'EC2-008',
  title: 'A VPC endpoint lets named accounts, principals or resources through',
  severity: 'medium',
  measures: ['3.3.4', '9.3'],
  rationale:
    "An endpoint is a way out that no route and no firewall shows. With the default policy, whoever is in the network can copy data through it into a bucket of any account, with credentials of that account. Each statement that allows must name principals, or narrow them by account or organization; or name the resources, or narrow those by `aws:ResourceAccount` or `aws:ResourceOrgID`. Where a request comes from narrows nothing: all of them come from the network. Gateway Load Balancer endpoints take no policy, nor do endpoints of services that are not AWS's own; denials are not weighed up.",
  fix: `Set \`policy\`, or add an \`${POLICY}\`, with a condition such as StringEquals aws:PrincipalOrgID or aws:PrincipalAccount in every statement that allows \`*\`. Where the service takes no endpoint policies, waive this.`,
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html',
  ],
  types: [ENDPOINT, POLICY],
  check: (holder, model) => {
    if (holder.type === ENDPOINT && !takesPolicy(model, holder)) return undefined;
    const policy = ownPolicy(model, holder);
    if (policy) return publicPolicyVerdict('policy', narrowed(policy));
    if (holder.type === ENDPOINT) {
      if (namedBy(model, holder, POLICY, 'vpc_endpoint_id').length > 0) return undefined;
      if (namesUnknown(model, POLICY, 'vpc_endpoint_id')) {
        return undetermined(`an ${POLICY} names its endpoint by a value that only a plan can tell`);
      }
    }
    return violated('policy is not set, and the default one lets everybody reach everything through the endpoint');
  },
  examples: {
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
        title: 'named buckets, resources of the organization, and named roles, blocks as lists',
        terraform: {
          resource: [
            {
              aws_vpc_endpoint: [
                {
                  s3: [
                    {
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
                  ],
                },
              ],
            },
          ],
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
        title: 'every bucket of a name that anybody can take, as an aws_iam_policy_document beside the endpoint',
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
        title: 'everybody who is in the network',
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
      {
        title: 'the default policy in a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.endpoints',
                  resources: [
                    {
                      address: 'module.endpoints.aws_vpc_endpoint.this["sqs"]',
                      mode: 'managed',
                      type: 'aws_vpc_endpoint',
                      name: 'this',
                      index: 'sqs',
                      values: {
                        service_name: 'com.amazonaws.eu-central-1.sqs',
                        vpc_endpoint_type: 'Interface',
                        policy: '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}',
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.endpoints.aws_vpc_endpoint.this["sqs"]'],
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
  },
};

/** Whether an endpoint takes a policy: those of AWS services, by an interface or a gateway. */
function takesPolicy(model: Model, endpoint: Resource): boolean {
  const type = endpoint.get('vpc_endpoint_type') ?? 'Gateway';
  if (!isUnknown(type) && type !== 'Gateway' && type !== 'Interface') return false;
  return !isForeign(model, endpoint, endpoint.get('service_name'));
}

/** Services that other accounts offer have `vpce-svc` in their name. A data source says in words what it looks up. */
function isForeign(model: Model, endpoint: Resource, service: Value): boolean {
  const target = model.target(endpoint, service);
  if (target?.type === 'aws_vpc_endpoint_service') {
    return target.mode === 'managed' || isForeignName(target.get('service_name'));
  }
  return isForeignName(service);
}

function isForeignName(service: Value): boolean {
  const name = isUnknown(service) ? service.text : service;
  return typeof name === 'string' && name.includes('.vpce-svc-');
}

/** The policy with what its statements say of resources turned into conditions: an endpoint is narrow by either. */
function narrowed(policy: Exclude<PolicyReading, undefined>): PolicyReading {
  return 'statements' in policy ? { ...policy, statements: policy.statements.map(byResources) } : policy;
}

function byResources(statement: Statement): Statement {
  const conditions = statement.conditions
    .filter(({ key }) => !ORIGINS.has(key))
    .map((condition) => ({ ...condition, key: OWNERS.get(condition.key) ?? condition.key }));
  const named = { operator: 'ArnLike', key: 'aws:sourcearn', values: statement.resources };
  return { ...statement, conditions: statement.resources.length > 0 ? [...conditions, named] : conditions };
}

/** For the examples: a policy with one statement. */
function policyOf(statement: JsonObject): string {
  return JSON.stringify({ Statement: [allowing(statement)] });
}

/** For the examples: a statement that allows everything to everybody, but for what it is given. */
function allowing(statement: JsonObject): JsonObject {
  return { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...statement };
}
