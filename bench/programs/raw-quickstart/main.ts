// examples/quickstart without this library: the same resources with the same arguments, by hand.
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import {
  S3BucketServerSideEncryptionConfigurationA,
  S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA,
} from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import { App, TerraformStack } from 'cdktf';

const app = new App();
const stack = new TerraformStack(app, 'quickstart');
new AwsProvider(stack, 'aws', { region: 'eu-central-1' });

const accountId = new DataAwsCallerIdentity(stack, 'CallerIdentity').accountId;
const partitionSource = new DataAwsPartition(stack, 'Partition');
const partition = partitionSource.partition;
new DataAwsRegion(stack, 'Region');
const root = `arn:${partition}:iam::${accountId}:root`;

const throughServices = {
  StringEquals: { 'kms:CallerAccount': accountId },
  StringLike: { 'kms:ViaService': `*.${partitionSource.dnsSuffix}` },
};
const key = new KmsKey(stack, 'Key', {
  description: 'personal data (quickstart/PersonalDataKey)',
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
        Condition: throughServices,
      },
      {
        Sid: 'LetServicesKeepUsing',
        Effect: 'Allow',
        Principal: { AWS: root },
        Action: 'kms:CreateGrant',
        Resource: '*',
        Condition: { ...throughServices, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ],
  }),
  tags: tags(),
});
new KmsAlias(stack, 'Alias', { name: 'alias/quickstart-personaldatakey', targetKeyId: key.keyId });
const keyArn = key.arn;

const logs = new S3Bucket(stack, 'AccessLogs', {
  bucketPrefix: 'quickstart-accesslogs-',
  forceDestroy: true,
  tags: { ...tags(), 'tom:log-kind': 'access' },
});
const logsArn = logs.arn;
const logsPolicy = companions('AccessLogs', logs.bucket, { sseAlgorithm: 'AES256' }, 365, 365, [
  ...denials(logsArn, 'AES256'),
  {
    Sid: 'DenyDeletion',
    Effect: 'Deny',
    Principal: '*',
    Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
    Resource: `${logsArn}/*`,
  },
  {
    Sid: 'S3AccessLogs',
    Effect: 'Allow',
    Principal: { Service: 'logging.s3.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: `${logsArn}/*`,
    Condition: {
      StringEquals: { 'aws:SourceAccount': accountId },
      ArnLike: { 'aws:SourceArn': `arn:${partition}:s3:::*` },
    },
  },
  {
    Sid: 'LoadBalancerLogs',
    Effect: 'Allow',
    Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: `${logsArn}/*AWSLogs/${accountId}/*`,
  },
  {
    Sid: 'LogDeliveryAclCheck',
    Effect: 'Allow',
    Principal: { Service: 'delivery.logs.amazonaws.com' },
    Action: 's3:GetBucketAcl',
    Resource: logsArn,
    Condition: {
      ArnLike: { 'aws:SourceArn': `arn:${partition}:logs:*:${accountId}:*` },
      StringEquals: { 'aws:SourceAccount': accountId },
    },
  },
  {
    Sid: 'LogDeliveryWrite',
    Effect: 'Allow',
    Principal: { Service: 'delivery.logs.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: `${logsArn}/*`,
    Condition: {
      ArnLike: { 'aws:SourceArn': `arn:${partition}:logs:*:${accountId}:*` },
      StringEquals: { 'aws:SourceAccount': accountId, 's3:x-amz-acl': 'bucket-owner-full-control' },
    },
  },
]);

const invoices = new S3Bucket(stack, 'Invoices', {
  bucketPrefix: 'quickstart-invoices-',
  forceDestroy: true,
  tags: tags(),
});
const keyHeader = 's3:x-amz-server-side-encryption-aws-kms-key-id';
companions('Invoices', invoices.bucket, { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn }, 3650, 30, [
  ...denials(invoices.arn, 'aws:kms'),
  {
    Sid: 'DenyForeignKeys',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: `${invoices.arn}/*`,
    Condition: { StringNotEquals: { [keyHeader]: keyArn }, Null: { [keyHeader]: 'false' } },
  },
  {
    Sid: 'DenyUnnamedKey',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: `${invoices.arn}/*`,
    Condition: { StringEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' }, Null: { [keyHeader]: 'true' } },
  },
]);
new S3BucketLoggingA(stack, 'Invoices-Logging', {
  bucket: invoices.bucket,
  targetBucket: logs.bucket,
  targetPrefix: 'quickstart/Invoices/',
  dependsOn: [logsPolicy],
});

app.synth();

function companions(
  id: string,
  bucket: string,
  encryption: S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA,
  expirationDays: number,
  noncurrentDays: number,
  statements: object[]
): S3BucketPolicy {
  const publicAccessBlock = new S3BucketPublicAccessBlock(stack, `${id}-PublicAccessBlock`, {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new S3BucketOwnershipControls(stack, `${id}-Ownership`, {
    bucket,
    rule: { objectOwnership: 'BucketOwnerEnforced' },
  });
  new S3BucketServerSideEncryptionConfigurationA(stack, `${id}-Encryption`, {
    bucket,
    rule: [
      {
        applyServerSideEncryptionByDefault: encryption,
        bucketKeyEnabled: encryption.kmsMasterKeyId !== undefined,
        blockedEncryptionTypes: ['SSE-C'],
      },
    ],
  });
  const versioning = new S3BucketVersioningA(stack, `${id}-Versioning`, {
    bucket,
    versioningConfiguration: { status: 'Enabled' },
  });
  const policy = new S3BucketPolicy(stack, `${id}-Policy`, {
    bucket,
    policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
    dependsOn: [publicAccessBlock],
  });
  new S3BucketLifecycleConfiguration(stack, `${id}-Lifecycle`, {
    bucket,
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

function denials(arn: string, algorithm: string): object[] {
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

function tags(): { [key: string]: string } {
  return {
    'tom:data-class': 'personal',
    'tom:environment': 'ephemeral',
    'tom:owner': 'billing',
  };
}
