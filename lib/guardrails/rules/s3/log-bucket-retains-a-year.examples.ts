import { Json } from '../../../terraform/value';
import { Examples } from '../../rule';

const TRAIL = { main: { name: 'main', s3_bucket_name: '${aws_s3_bucket.logs.id}' } };

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'AWS Config into a bucket whose policy denies deletion',
      terraform: {
        resource: {
          aws_config_delivery_channel: { main: { s3_bucket_name: '${aws_s3_bucket_policy.logs.bucket}' } },
          aws_s3_bucket: { logs: {} },
          aws_s3_bucket_policy: {
            logs: {
              bucket: '${aws_s3_bucket.logs.id}',
              policy: policyDenying(['s3:DeleteObject', 's3:DeleteObjectVersion']),
            },
          },
        },
      },
    },
    {
      title: 'a trail into a locked bucket, which forgets after 400 days',
      terraform: {
        resource: {
          aws_cloudtrail: TRAIL,
          aws_s3_bucket: { logs: { object_lock_enabled: true } },
          aws_s3_bucket_object_lock_configuration: lockFor({ mode: 'COMPLIANCE', days: 365 }),
          aws_s3_bucket_lifecycle_configuration: {
            logs: {
              bucket: '${aws_s3_bucket.logs.id}',
              rule: [
                {
                  id: 'expire',
                  status: 'Enabled',
                  filter: {},
                  expiration: { days: 400 },
                  noncurrent_version_expiration: { noncurrent_days: 1 },
                },
              ],
            },
          },
        },
      },
    },
    {
      title: 'in the old style, known by its tag, one of several; and a bucket that keeps no logs',
      terraform: {
        resource: {
          aws_s3_bucket: {
            logs: {
              count: 2,
              tags: { 'tom:log-kind': 'security' },
              object_lock_configuration: { rule: { default_retention: { mode: 'COMPLIANCE', years: 1 } } },
            },
            invoices: {},
          },
        },
      },
    },
    {
      title: 'GOVERNANCE mode in an ephemeral environment',
      terraform: {
        resource: {
          aws_cloudtrail: TRAIL,
          aws_s3_bucket: { logs: { tags: { 'tom:environment': 'ephemeral' } } },
          aws_s3_bucket_object_lock_configuration: lockFor({ mode: 'GOVERNANCE', days: 365 }),
        },
      },
    },
  ],
  fail: [
    {
      title: 'a trail into a bucket that anyone with s3:DeleteObject can empty',
      terraform: { resource: { aws_cloudtrail: TRAIL, aws_s3_bucket: { logs: {} } } },
      addresses: ['aws_s3_bucket.logs'],
    },
    {
      title: 'GOVERNANCE mode, or 90 days',
      terraform: {
        resource: {
          aws_flow_log: { main: { log_destination: 'arn:aws:s3:::flow/vpc', traffic_type: 'ALL' } },
          aws_cloudtrail: TRAIL,
          aws_s3_bucket: { logs: {}, flow: { bucket: 'flow' } },
          aws_s3_bucket_object_lock_configuration: {
            ...lockFor({ mode: 'GOVERNANCE', days: 365 }),
            flow: { bucket: 'flow', rule: [{ default_retention: [{ mode: 'COMPLIANCE', days: 90 }] }] },
          },
        },
      },
      addresses: ['aws_s3_bucket.flow', 'aws_s3_bucket.logs'],
    },
    {
      title: 'versions can be deleted',
      terraform: {
        resource: {
          aws_s3_bucket: { logs: {}, invoices: { tags: { 'tom:data-class': 'internal' } } },
          aws_s3_bucket_logging: {
            invoices: { bucket: '${aws_s3_bucket.invoices.id}', target_bucket: '${aws_s3_bucket.logs.id}' },
          },
          aws_s3_bucket_policy: {
            logs: { bucket: '${aws_s3_bucket.logs.id}', policy: policyDenying('s3:DeleteObject') },
          },
        },
      },
      addresses: ['aws_s3_bucket.logs'],
    },
    {
      title: 'logs expire after 90 days',
      terraform: {
        resource: {
          aws_s3_bucket: {
            this: {
              bucket: 'logs',
              policy: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Allow',
                    Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
                    Action: 's3:PutObject',
                    Resource: 'arn:aws:s3:::logs/*',
                  },
                  { Effect: 'Deny', Principal: '*', Action: 's3:Delete*', Resource: 'arn:aws:s3:::logs/*' },
                ],
              }),
              lifecycle_rule: { enabled: true, expiration: { days: 90 } },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.this'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the policy that may deny deletion',
      terraform: {
        variable: { policy: {} },
        resource: {
          aws_cloudtrail: TRAIL,
          aws_s3_bucket: { logs: {} },
          aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.id}', policy: '${var.policy}' } },
        },
      },
      addresses: ['aws_s3_bucket.logs'],
    },
    {
      title: 'a variable names the days',
      terraform: {
        variable: { days: {} },
        resource: {
          aws_cloudtrail: TRAIL,
          aws_s3_bucket: { logs: {} },
          aws_s3_bucket_object_lock_configuration: lockFor({ mode: 'COMPLIANCE', days: '${var.days}' }),
        },
      },
      addresses: ['aws_s3_bucket.logs'],
    },
  ],
};

/** For the examples: the policy of the bucket `logs`. */
function policyDenying(actions: Json): string {
  return JSON.stringify({
    Statement: [{ Effect: 'Deny', Principal: '*', Action: actions, Resource: '${aws_s3_bucket.logs.arn}/*' }],
  });
}

/** For the examples: the lock of the bucket `logs`. */
function lockFor(retention: { [key: string]: Json }): { [key: string]: Json } {
  return { logs: { bucket: '${aws_s3_bucket.logs.id}', rule: { default_retention: retention } } };
}
