import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const ALGORITHM = 's3:x-amz-server-side-encryption';
const KEY_ID = 's3:x-amz-server-side-encryption-aws-kms-key-id';

/** A bucket under a key of its own, and its policy. */
function bucket(...denied: readonly JsonObject[]): JsonObject {
  return {
    aws_s3_bucket: { orders: { bucket: 'acme-orders' } },
    aws_s3_bucket_server_side_encryption_configuration: {
      orders: {
        bucket: '${aws_s3_bucket.orders.id}',
        rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms', kms_master_key_id: KEY }] }],
      },
    },
    ...(denied.length > 0
      ? { aws_s3_bucket_policy: { orders: { bucket: '${aws_s3_bucket.orders.id}', policy: policy(denied) } } }
      : {}),
  };
}

function policy(denied: readonly JsonObject[]): string {
  const denial = { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::acme-orders/*' };
  return JSON.stringify({ Version: '2012-10-17', Statement: denied.map((Condition) => ({ ...denial, Condition })) });
}

const OTHER_ALGORITHM = { StringNotEquals: { [ALGORITHM]: 'aws:kms' }, Null: { [ALGORITHM]: 'false' } };
const OTHER_KEY = { StringNotEquals: { [KEY_ID]: KEY }, Null: { [KEY_ID]: 'false' } };
const NO_KEY = { StringEquals: { [ALGORITHM]: 'aws:kms' }, Null: { [KEY_ID]: 'true' } };

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'every upload has to name the key',
      terraform: {
        resource: {
          aws_s3_bucket: {
            orders: {
              bucket: 'acme-orders',
              server_side_encryption_configuration: {
                rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms', kms_master_key_id: KEY } },
              },
              policy: policy([{ StringNotEquals: { [KEY_ID]: KEY } }]),
            },
          },
        },
      },
    },
    {
      title: 'denials of another algorithm, of another key, and of none',
      terraform: { resource: bucket(OTHER_ALGORITHM, OTHER_KEY, NO_KEY) },
    },
    {
      title: 'no personal data, and the key of S3 by default',
      terraform: {
        resource: {
          aws_s3_bucket: {
            site: {
              bucket: 'acme-site',
              tags: { 'tom:data-class': 'public' },
              server_side_encryption_configuration: {
                rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms', kms_master_key_id: KEY } },
              },
            },
            logs: { bucket: 'acme-logs' },
          },
        },
      },
    },
  ],
  fail: [
    { title: 'no policy', terraform: { resource: bucket() }, addresses: ['aws_s3_bucket.orders'] },
    {
      title: 'another key is not denied',
      terraform: { resource: bucket(OTHER_ALGORITHM, NO_KEY) },
      addresses: ['aws_s3_bucket.orders'],
    },
    {
      title: 'denials for those with a tag only',
      terraform: {
        resource: bucket({
          StringNotEquals: { [KEY_ID]: KEY },
          StringEquals: { 'aws:PrincipalTag/team': 'shop' },
        }),
      },
      addresses: ['aws_s3_bucket.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable is the policy',
      terraform: {
        variable: { policy: {} },
        resource: {
          ...bucket(),
          aws_s3_bucket_policy: { orders: { bucket: '${aws_s3_bucket.orders.id}', policy: '${var.policy}' } },
        },
      },
      addresses: ['aws_s3_bucket.orders'],
    },
  ],
};
