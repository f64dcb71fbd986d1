import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const BUCKET = '${aws_s3_bucket.logs.arn}';
const S3 = { Service: 'logging.s3.amazonaws.com' };
const CLOUDTRAIL = { Service: 'cloudtrail.amazonaws.com' };
const BALANCING = { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' };
const DELIVERY = { Service: 'delivery.logs.amazonaws.com' };

/** For the examples: one account, as providers name it. */
const provider: Json = { aws: [{ region: 'eu-central-1', allowed_account_ids: ['111122223333'] }] };

// Shapes such as blocks as lists, `count` and a plan need no examples: tests make them of these.
export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the policy of the bucket allows S3 to write access logs',
      terraform: {
        resource: {
          ...logsBucket(allowed(S3, 's3:PutObject', `${BUCKET}/*`)),
          aws_s3_bucket_logging: accessLogs(),
        },
      },
    },
    {
      title: 'a trail with its key, as AWS documents it',
      terraform: {
        resource: {
          ...logsBucket(
            allowed(CLOUDTRAIL, 's3:GetBucketAcl', BUCKET, fromTrail()),
            allowed(CLOUDTRAIL, 's3:PutObject', `${BUCKET}/AWSLogs/111122223333/*`, {
              StringEquals: {
                's3:x-amz-acl': 'bucket-owner-full-control',
                'aws:SourceArn': 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main',
              },
            })
          ),
          aws_kms_key: {
            logs: { policy: policy(allowed(CLOUDTRAIL, 'kms:GenerateDataKey*', '*', fromTrail())) },
          },
          aws_cloudtrail: { main: { ...trail(), kms_key_id: '${aws_kms_key.logs.arn}' } },
        },
        provider,
      },
    },
    {
      title: 'flow logs by a role, into a log group with a key',
      terraform: { resource: { ...flowLogs('logs:*'), ...group('logs.eu-central-1.amazonaws.com') }, provider },
    },
    {
      title: 'a load balancer into a bucket that S3 encrypts with its own key',
      terraform: {
        resource: {
          ...logsBucket(allowed(BALANCING, 's3:PutObject', `${BUCKET}/AWSLogs/111122223333/*`)),
          aws_lb: { web: { access_logs: { bucket: '${aws_s3_bucket.logs.id}', enabled: true } } },
        },
        provider,
      },
    },
    {
      title: 'queries of Resolver, and a policy of CloudWatch Logs for the account',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: { dns: { name: 'dns' } },
          aws_cloudwatch_log_resource_policy: {
            dns: {
              policy_name: 'dns',
              policy_document: policy(
                allowed(
                  DELIVERY,
                  ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  '${aws_cloudwatch_log_group.dns.arn}:*'
                )
              ),
            },
          },
          aws_route53_resolver_query_log_config: { dns: { destination_arn: '${aws_cloudwatch_log_group.dns.arn}' } },
        },
        provider,
      },
    },
    {
      title: 'a bucket that is made elsewhere, and logs that are switched off',
      terraform: {
        resource: {
          aws_cloudtrail: { main: { ...trail(), s3_bucket_name: 'acme-log-archive' } },
          aws_s3_bucket: { logs: {} },
          aws_lb: { web: { access_logs: { bucket: '${aws_s3_bucket.logs.id}', enabled: false } } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a log group whose key CloudWatch Logs may not use',
      terraform: {
        resource: {
          aws_kms_key: { logs: {} },
          aws_cloudwatch_log_group: { vpc: { name: 'vpc', kms_key_id: '${aws_kms_key.logs.arn}' } },
        },
      },
      addresses: ['aws_cloudwatch_log_group.vpc'],
    },
    {
      title: 'a bucket with no policy for access logs',
      terraform: {
        resource: { aws_s3_bucket: { invoices: {}, logs: {} }, aws_s3_bucket_logging: accessLogs() },
      },
      addresses: ['aws_s3_bucket_logging.invoices'],
    },
    {
      title: 'access logs, and logs of a load balancer, into a bucket that encrypts with KMS',
      terraform: {
        resource: {
          aws_kms_key: { logs: {} },
          ...logsBucket(
            allowed(S3, 's3:PutObject', `${BUCKET}/*`),
            allowed(BALANCING, 's3:PutObject', `${BUCKET}/AWSLogs/111122223333/*`)
          ),
          aws_s3_bucket_server_side_encryption_configuration: {
            logs: {
              bucket: '${aws_s3_bucket.logs.id}',
              rule: [
                {
                  apply_server_side_encryption_by_default: {
                    sse_algorithm: 'aws:kms',
                    kms_master_key_id: '${aws_kms_key.logs.arn}',
                  },
                },
              ],
            },
          },
          aws_s3_bucket_logging: accessLogs(),
          aws_lb: { web: { access_logs: { bucket: '${aws_s3_bucket.logs.id}', enabled: true } } },
        },
        provider,
      },
      addresses: ['aws_lb.web', 'aws_s3_bucket_logging.invoices'],
    },
    {
      title: 'a trail whose bucket allows another trail',
      terraform: {
        resource: {
          ...logsBucket(
            allowed(CLOUDTRAIL, ['s3:GetBucketAcl', 's3:PutObject'], '*', {
              StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/other' },
            })
          ),
          aws_cloudtrail: { main: trail() },
        },
        provider,
      },
      addresses: ['aws_cloudtrail.main'],
    },
    {
      title: 'a denial for all services',
      terraform: {
        resource: {
          ...logsBucket(allowed(CLOUDTRAIL, ['s3:GetBucketAcl', 's3:PutObject'], '*'), {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:PutObject',
            Resource: `${BUCKET}/*`,
            Condition: { Bool: { 'aws:PrincipalIsAWSService': 'true' } },
          }),
          aws_cloudtrail: { main: trail() },
        },
        provider,
      },
      addresses: ['aws_cloudtrail.main'],
    },
    {
      title: 'flow logs by a role that may write to no log group',
      terraform: { resource: { ...flowLogs('s3:*'), ...group('logs.eu-central-1.amazonaws.com') }, provider },
      addresses: ['aws_flow_log.vpc'],
    },
  ],
  undetermined: [
    {
      title: 'flow logs into a bucket whose policy AWS may add to',
      terraform: {
        resource: { aws_s3_bucket: { logs: {} }, aws_flow_log: { vpc: { vpc_id: 'vpc-1', log_destination: BUCKET } } },
      },
      addresses: ['aws_flow_log.vpc'],
    },
    {
      title: 'a variable holds the policy, the destination, or the role',
      terraform: {
        variable: { policy: {}, bucket: {}, role: {} },
        resource: {
          aws_s3_bucket: { logs: {}, invoices: {} },
          aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.id}', policy: '${var.policy}' } },
          aws_s3_bucket_logging: accessLogs(),
          aws_cloudtrail: { main: { ...trail(), s3_bucket_name: '${var.bucket}' } },
          ...group('logs.eu-central-1.amazonaws.com'),
          aws_flow_log: {
            vpc: {
              vpc_id: 'vpc-1',
              log_destination: '${aws_cloudwatch_log_group.vpc.arn}',
              iam_role_arn: '${var.role}',
            },
          },
        },
        provider,
      },
      addresses: ['aws_cloudtrail.main', 'aws_flow_log.vpc', 'aws_s3_bucket_logging.invoices'],
    },
    {
      title: 'a bucket with the key of another configuration',
      terraform: {
        resource: {
          ...logsBucket(allowed(DELIVERY, ['s3:GetBucketAcl', 's3:PutObject'], '*')),
          aws_s3_bucket_server_side_encryption_configuration: {
            logs: {
              bucket: '${aws_s3_bucket.logs.id}',
              rule: [
                {
                  apply_server_side_encryption_by_default: {
                    sse_algorithm: 'aws:kms',
                    kms_master_key_id: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd',
                  },
                },
              ],
            },
          },
          aws_flow_log: { vpc: { vpc_id: 'vpc-1', log_destination: BUCKET } },
        },
      },
      addresses: ['aws_flow_log.vpc'],
    },
  ],
};

function policy(...statements: JsonObject[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function allowed(Principal: Json, Action: Json, Resource: string, Condition?: JsonObject): JsonObject {
  return { Effect: 'Allow', Principal, Action, Resource, ...(Condition ? { Condition } : {}) };
}

function fromTrail(): JsonObject {
  return { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main' } };
}

function logsBucket(...statements: JsonObject[]): { readonly [type: string]: JsonObject } {
  return {
    aws_s3_bucket: { logs: {}, invoices: {} },
    aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.id}', policy: policy(...statements) } },
  };
}

function accessLogs(): JsonObject {
  return {
    invoices: {
      bucket: '${aws_s3_bucket.invoices.id}',
      target_bucket: '${aws_s3_bucket.logs.id}',
      target_prefix: 'invoices/',
    },
  };
}

function trail(): JsonObject {
  return { name: 'main', s3_bucket_name: '${aws_s3_bucket.logs.id}' };
}

function group(Service: string): { readonly [type: string]: JsonObject } {
  const key = policy(allowed({ Service }, ['kms:GenerateDataKey*', 'kms:Decrypt*'], '*'));
  return {
    aws_kms_key: { logs: { policy: key } },
    aws_cloudwatch_log_group: { vpc: { name: 'vpc', kms_key_id: '${aws_kms_key.logs.arn}' } },
  };
}

function flowLogs(Action: string): { readonly [type: string]: JsonObject } {
  const Principal = { Service: 'vpc-flow-logs.amazonaws.com' };
  const assume_role_policy = policy({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' });
  return {
    aws_iam_role: { flow: { name: 'flow', assume_role_policy } },
    aws_iam_role_policy: {
      flow: { role: '${aws_iam_role.flow.id}', policy: policy({ Effect: 'Allow', Action, Resource: '*' }) },
    },
    aws_flow_log: {
      vpc: {
        vpc_id: 'vpc-1',
        log_destination: '${aws_cloudwatch_log_group.vpc.arn}',
        iam_role_arn: '${aws_iam_role.flow.arn}',
      },
    },
  };
}
