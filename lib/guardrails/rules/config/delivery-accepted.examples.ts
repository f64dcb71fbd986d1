import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const KEYS = { aws_kms_key: { logs: { policy: keyPolicy() } } };
const CHANNEL = { s3_bucket_name: '${aws_s3_bucket.config.id}' };

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'no key, and a bucket that demands none',
      terraform: { resource: { ...bucketWith(lets({})), aws_config_delivery_channel: { main: CHANNEL } } },
    },
    {
      title: 'the channel names the key that the policy of the bucket demands',
      terraform: {
        resource: {
          ...KEYS,
          ...bucketWith([demandsKey(), ...lets()]),
          aws_config_delivery_channel: { main: { ...CHANNEL, s3_kms_key_arn: '${aws_kms_key.logs.arn}' } },
        },
        provider: provider(),
      },
    },
    {
      title: 'for one account; and into a bucket of another configuration',
      terraform: {
        resource: {
          ...bucketWith(lets()),
          aws_config_delivery_channel: { main: CHANNEL, other: { s3_bucket_name: 'acme-log-archive-config' } },
        },
        provider: provider(),
      },
    },
    {
      title: 'Object Lock that locks nothing by default',
      terraform: {
        resource: {
          ...bucketWith(lets()),
          aws_s3_bucket_object_lock_configuration: { config: { bucket: '${aws_s3_bucket.config.id}' } },
          aws_config_delivery_channel: { main: CHANNEL },
        },
        provider: provider(),
      },
    },
    {
      title: 'nothing allows the service, but the role of the recorder',
      terraform: {
        resource: {
          aws_s3_bucket: { config: {} },
          ...recorder({ Action: 's3:*', Resource: '*' }),
          aws_config_delivery_channel: { main: CHANNEL },
        },
        provider: provider(),
      },
    },
  ],
  fail: [
    {
      title: 'a bucket that denies everyone to write',
      terraform: {
        resource: {
          ...bucketWith([{ ...puts('Deny'), Principal: '*' }]),
          aws_config_delivery_channel: { main: CHANNEL },
        },
      },
      addresses: ['aws_config_delivery_channel.main'],
    },
    {
      title: 'no key, and a bucket that demands one: AWS Config writes with AES256',
      terraform: {
        resource: {
          ...bucketWith([demandsAlgorithm(), ...lets({})]),
          ...encryptedByKms(),
          aws_config_delivery_channel: { main: CHANNEL },
        },
      },
      addresses: ['aws_config_delivery_channel.main'],
    },
    {
      title: 'another customer managed key',
      terraform: {
        resource: {
          aws_kms_key: { ...KEYS.aws_kms_key, own: { policy: keyPolicy() } },
          ...bucketWith([demandsKey(), ...lets()]),
          aws_config_delivery_channel: { main: { ...CHANNEL, s3_kms_key_arn: '${aws_kms_key.own.arn}' } },
        },
        provider: provider(),
      },
      addresses: ['aws_config_delivery_channel.main'],
    },
    {
      title: 'a bucket that denies every service, for a role of the recorder too',
      terraform: {
        resource: {
          ...bucketWith([{ ...puts('Deny'), Principal: '*' }, ...lets()]),
          ...recorder({ Action: 's3:*', Resource: '*' }),
          aws_config_delivery_channel: { main: CHANNEL },
        },
        provider: provider(),
      },
      addresses: ['aws_config_delivery_channel.main'],
    },
    {
      title: 'a key that allows nobody but the account',
      terraform: {
        resource: {
          aws_kms_key: { logs: {} },
          ...bucketWith(lets()),
          ...recorder({ Action: 's3:*', Resource: '*' }),
          aws_config_delivery_channel: { main: { ...CHANNEL, s3_kms_key_arn: '${aws_kms_key.logs.arn}' } },
        },
        provider: provider(),
      },
      addresses: ['aws_config_delivery_channel.main'],
    },
    {
      title: 'Object Lock with a default retention',
      terraform: {
        resource: {
          ...bucketWith(lets()),
          aws_s3_bucket_object_lock_configuration: {
            config: {
              bucket: '${aws_s3_bucket.config.id}',
              rule: { default_retention: { mode: 'GOVERNANCE', days: 365 } },
            },
          },
          aws_config_delivery_channel: { main: CHANNEL },
        },
        provider: provider(),
      },
      addresses: ['aws_config_delivery_channel.main'],
    },
  ],
  undetermined: [
    {
      title: 'nothing allows the service: the role of a recorder that is made elsewhere may have the right',
      terraform: {
        resource: { aws_s3_bucket: { config: {} }, aws_config_delivery_channel: { main: CHANNEL } },
        provider: provider(),
      },
      addresses: ['aws_config_delivery_channel.main'],
    },
    {
      title: 'a variable holds the policy, or the name of the bucket',
      terraform: {
        variable: { policy: {}, bucket: {} },
        resource: {
          aws_s3_bucket: { config: {} },
          aws_s3_bucket_policy: { config: { bucket: '${aws_s3_bucket.config.id}', policy: '${var.policy}' } },
          aws_config_delivery_channel: { main: CHANNEL, other: { s3_bucket_name: '${var.bucket}' } },
        },
        provider: provider(),
      },
      addresses: ['aws_config_delivery_channel.main', 'aws_config_delivery_channel.other'],
    },
    {
      title: 'no key, and a bucket that denies AES256 where a request names it, while S3 encrypts with it by default',
      terraform: {
        resource: { ...bucketWith([demandsAlgorithm(), ...lets({})]), aws_config_delivery_channel: { main: CHANNEL } },
      },
      addresses: ['aws_config_delivery_channel.main'],
    },
    {
      title: 'a key of another configuration',
      terraform: {
        resource: {
          ...bucketWith(lets()),
          aws_config_delivery_channel: {
            main: { ...CHANNEL, s3_kms_key_arn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd' },
          },
        },
        provider: provider(),
      },
      addresses: ['aws_config_delivery_channel.main'],
    },
  ],
};

/** For the examples: one account, as providers name it. */
function provider(): Json {
  return { aws: [{ region: 'eu-central-1', allowed_account_ids: ['111122223333'] }] };
}

function bucketWith(statements: JsonObject[]): JsonObject {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return {
    aws_s3_bucket: { config: {} },
    aws_s3_bucket_policy: { config: { bucket: '${aws_s3_bucket.config.id}', policy } },
  };
}

function puts(effect: string): JsonObject {
  return { Effect: effect, Action: 's3:PutObject', Resource: '${aws_s3_bucket.config.arn}/*' };
}

/** What AWS documents for the bucket of a channel, for one account or any. */
function lets(own: JsonObject = { 'aws:SourceAccount': '111122223333' }): JsonObject[] {
  const Principal = { Service: 'config.amazonaws.com' };
  return [
    {
      Effect: 'Allow',
      Principal,
      Action: ['s3:GetBucketAcl', 's3:ListBucket'],
      Resource: '${aws_s3_bucket.config.arn}',
      ...(Object.keys(own).length > 0 ? { Condition: { StringEquals: own } } : {}),
    },
    {
      ...puts('Allow'),
      Principal,
      Condition: { StringEquals: { ...own, 's3:x-amz-acl': 'bucket-owner-full-control' } },
    },
  ];
}

function demandsAlgorithm(): JsonObject {
  const key = 's3:x-amz-server-side-encryption';
  return {
    Sid: 'DenyOtherEncryption',
    ...puts('Deny'),
    Principal: '*',
    Condition: { StringNotEquals: { [key]: 'aws:kms' }, Null: { [key]: 'false' } },
  };
}

function demandsKey(): JsonObject {
  const key = 's3:x-amz-server-side-encryption-aws-kms-key-id';
  return {
    Sid: 'DenyForeignKeys',
    ...puts('Deny'),
    Principal: '*',
    Condition: { StringNotEquals: { [key]: '${aws_kms_key.logs.arn}' }, Null: { [key]: 'false' } },
  };
}

function keyPolicy(): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'config.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      },
    ],
  });
}

/** A recorder with a role of its own, and what that may do. */
function recorder(statement: JsonObject): JsonObject {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
  return {
    aws_iam_role: { config: { name: 'config', assume_role_policy: '{"Version":"2012-10-17","Statement":[]}' } },
    aws_iam_role_policy: { config: { role: '${aws_iam_role.config.id}', policy } },
    aws_config_configuration_recorder: { main: { role_arn: '${aws_iam_role.config.arn}' } },
  };
}

function encryptedByKms(): JsonObject {
  return {
    aws_s3_bucket_server_side_encryption_configuration: {
      config: {
        bucket: '${aws_s3_bucket.config.id}',
        rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } }],
      },
    },
  };
}
