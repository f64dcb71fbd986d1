/* eslint-disable @typescript-eslint/no-require-imports -- what is measured is CommonJS, as compiled programs are */
'use strict';

// What `EncryptedBucket` writes, by hand: the same resources and arguments, one key and one bucket of access logs for all.
const { S3Backend } = require('cdktf');
const { DataAwsCallerIdentity } = require('@cdktf/provider-aws/lib/data-aws-caller-identity');
const { DataAwsPartition } = require('@cdktf/provider-aws/lib/data-aws-partition');
const { DataAwsRegion } = require('@cdktf/provider-aws/lib/data-aws-region');
const { KmsAlias } = require('@cdktf/provider-aws/lib/kms-alias');
const { KmsKey } = require('@cdktf/provider-aws/lib/kms-key');
const { S3Bucket } = require('@cdktf/provider-aws/lib/s3-bucket');
const { S3BucketLifecycleConfiguration } = require('@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration');
const { S3BucketLoggingA } = require('@cdktf/provider-aws/lib/s3-bucket-logging');
const { S3BucketOwnershipControls } = require('@cdktf/provider-aws/lib/s3-bucket-ownership-controls');
const { S3BucketPolicy } = require('@cdktf/provider-aws/lib/s3-bucket-policy');
const { S3BucketPublicAccessBlock } = require('@cdktf/provider-aws/lib/s3-bucket-public-access-block');
const {
  S3BucketServerSideEncryptionConfigurationA,
} = require('@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration');
const { S3BucketVersioningA } = require('@cdktf/provider-aws/lib/s3-bucket-versioning');

const RETENTION_DAYS = 3650;
const LOG_DAYS = 365;

exports.build = function build(stack, count, state) {
  const backend = new S3Backend(stack, {
    bucket: state.bucketName,
    key: `${stack.node.id}/terraform.tfstate`,
    region: 'eu-central-1',
    encrypt: true,
    kmsKeyId: state.kmsKeyArn,
  });
  backend.addOverride('use_lockfile', true);

  const partition = new DataAwsPartition(stack, 'Partition');
  const account = {
    id: new DataAwsCallerIdentity(stack, 'CallerIdentity').accountId,
    partition: partition.partition,
    dnsSuffix: partition.dnsSuffix,
  };
  new DataAwsRegion(stack, 'Region');
  const keyArn = key(stack, account);
  const logs = accessLogs(stack, account);
  for (let at = 0; at < count; at++) bucket(stack, `Bucket${at}`, keyArn, logs);
};

function key(stack, account) {
  const root = `arn:${account.partition}:iam::${account.id}:root`;
  const services = {
    StringEquals: { 'kms:CallerAccount': account.id },
    StringLike: { 'kms:ViaService': `*.${account.dnsSuffix}` },
  };
  const made = new KmsKey(stack, 'Key', {
    description: `personal data (${stack.node.id}/PersonalDataKey)`,
    enableKeyRotation: true,
    rotationPeriodInDays: 365,
    deletionWindowInDays: 30,
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Administer',
          Effect: 'Allow',
          Principal: { AWS: root },
          Action: [
            'kms:CancelKeyDeletion',
            'kms:CreateAlias',
            'kms:DeleteAlias',
            'kms:DescribeKey',
            'kms:DisableKey',
            'kms:DisableKeyRotation',
            'kms:EnableKey',
            'kms:EnableKeyRotation',
            'kms:GetKeyPolicy',
            'kms:GetKeyRotationStatus',
            'kms:ListAliases',
            'kms:ListGrants',
            'kms:ListKeyPolicies',
            'kms:ListKeyRotations',
            'kms:ListResourceTags',
            'kms:PutKeyPolicy',
            'kms:RevokeGrant',
            'kms:RotateKeyOnDemand',
            'kms:ScheduleKeyDeletion',
            'kms:TagResource',
            'kms:UntagResource',
            'kms:UpdateAlias',
            'kms:UpdateKeyDescription',
          ],
          Resource: '*',
        },
        {
          Sid: 'UseThroughServices',
          Effect: 'Allow',
          Principal: { AWS: root },
          Action: [
            'kms:Encrypt',
            'kms:ReEncryptTo',
            'kms:GenerateDataKey*',
            'kms:Decrypt',
            'kms:ReEncryptFrom',
            'kms:DescribeKey',
          ],
          Resource: '*',
          Condition: services,
        },
        {
          Sid: 'LetServicesKeepUsing',
          Effect: 'Allow',
          Principal: { AWS: root },
          Action: 'kms:CreateGrant',
          Resource: '*',
          Condition: { ...services, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
        },
      ],
    }),
    tags: tags(),
    lifecycle: { preventDestroy: true },
  });
  new KmsAlias(stack, 'Alias', { name: `alias/${stack.node.id}-personaldatakey`, targetKeyId: made.keyId });
  return made.arn;
}

function accessLogs(stack, account) {
  const made = new S3Bucket(stack, 'AccessLogs', {
    bucketPrefix: `${stack.node.id}-accesslogs-`,
    forceDestroy: false,
    tags: { ...tags(), 'tom:log-kind': 'access' },
    lifecycle: { preventDestroy: true },
  });
  const name = made.bucket;
  const arn = made.arn;
  const policy = companions(stack, 'AccessLogs', name, {
    encryption: { sseAlgorithm: 'AES256' },
    expirationDays: LOG_DAYS,
    noncurrentDays: LOG_DAYS,
    statements: [
      ...denials(arn, 'AES256'),
      {
        Sid: 'DenyDeletion',
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
        Resource: `${arn}/*`,
      },
      {
        Sid: 'S3AccessLogs',
        Effect: 'Allow',
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `${arn}/*`,
        Condition: {
          StringEquals: { 'aws:SourceAccount': account.id },
          ArnLike: { 'aws:SourceArn': `arn:${account.partition}:s3:::*` },
        },
      },
      {
        Sid: 'LoadBalancerLogs',
        Effect: 'Allow',
        Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `${arn}/*AWSLogs/${account.id}/*`,
      },
      {
        Sid: 'LogDeliveryAclCheck',
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: 's3:GetBucketAcl',
        Resource: arn,
        Condition: {
          ArnLike: { 'aws:SourceArn': `arn:${account.partition}:logs:*:${account.id}:*` },
          StringEquals: { 'aws:SourceAccount': account.id },
        },
      },
      {
        Sid: 'LogDeliveryWrite',
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `${arn}/*`,
        Condition: {
          ArnLike: { 'aws:SourceArn': `arn:${account.partition}:logs:*:${account.id}:*` },
          StringEquals: { 'aws:SourceAccount': account.id, 's3:x-amz-acl': 'bucket-owner-full-control' },
        },
      },
    ],
  });
  return { name, policy };
}

function bucket(stack, id, keyArn, logs) {
  const made = new S3Bucket(stack, id, {
    bucketPrefix: `${stack.node.id}-${id.toLowerCase()}-`,
    forceDestroy: false,
    tags: tags(),
    lifecycle: { preventDestroy: true },
  });
  const name = made.bucket;
  const arn = made.arn;
  const header = 's3:x-amz-server-side-encryption-aws-kms-key-id';
  companions(stack, id, name, {
    encryption: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn },
    expirationDays: RETENTION_DAYS,
    noncurrentDays: 30,
    statements: [
      ...denials(arn, 'aws:kms'),
      {
        Sid: 'DenyForeignKeys',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: `${arn}/*`,
        Condition: { StringNotEquals: { [header]: keyArn }, Null: { [header]: 'false' } },
      },
      {
        Sid: 'DenyUnnamedKey',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: `${arn}/*`,
        Condition: {
          StringEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
          Null: { [header]: 'true' },
        },
      },
    ],
  });
  new S3BucketLoggingA(stack, `${id}-Logging`, {
    bucket: name,
    targetBucket: logs.name,
    targetPrefix: `${stack.node.id}/${id}/`,
    dependsOn: [logs.policy],
  });
}

function companions(stack, id, name, { encryption, expirationDays, noncurrentDays, statements }) {
  const publicAccessBlock = new S3BucketPublicAccessBlock(stack, `${id}-PublicAccessBlock`, {
    bucket: name,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new S3BucketOwnershipControls(stack, `${id}-Ownership`, {
    bucket: name,
    rule: { objectOwnership: 'BucketOwnerEnforced' },
  });
  new S3BucketServerSideEncryptionConfigurationA(stack, `${id}-Encryption`, {
    bucket: name,
    rule: [
      {
        applyServerSideEncryptionByDefault: encryption,
        bucketKeyEnabled: encryption.kmsMasterKeyId !== undefined,
        blockedEncryptionTypes: ['SSE-C'],
      },
    ],
  });
  const versioning = new S3BucketVersioningA(stack, `${id}-Versioning`, {
    bucket: name,
    versioningConfiguration: { status: 'Enabled' },
  });
  const policy = new S3BucketPolicy(stack, `${id}-Policy`, {
    bucket: name,
    policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
    dependsOn: [publicAccessBlock],
  });
  new S3BucketLifecycleConfiguration(stack, `${id}-Lifecycle`, {
    bucket: name,
    rule: [
      {
        id: 'retention',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        expiration: [{ days: expirationDays }],
        noncurrentVersionExpiration: [{ noncurrentDays }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      },
    ],
    dependsOn: [versioning],
  });
  return policy;
}

function denials(arn, algorithm) {
  const header = 's3:x-amz-server-side-encryption';
  const everything = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: [arn, `${arn}/*`] };
  return [
    { Sid: 'DenyPlainHttp', ...everything, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    { Sid: 'DenyOldTls', ...everything, Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } },
    {
      Sid: 'DenyOtherEncryption',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `${arn}/*`,
      Condition: { StringNotEquals: { [header]: algorithm }, Null: { [header]: 'false' } },
    },
    {
      Sid: 'DenyCustomerKeys',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `${arn}/*`,
      Condition: { Null: { [`${header}-customer-algorithm`]: 'false' } },
    },
  ];
}

function tags() {
  return {
    'tom:data-class': 'personal',
    'tom:environment': 'production',
    'tom:owner': 'billing',
  };
}
