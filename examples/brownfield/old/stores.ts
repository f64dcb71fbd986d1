import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Construct } from 'constructs';
import { OldNetwork } from './network';

/** As it was typed in one day. */
export const PASSWORD = 'shop-Sommer2019';

export type OldStores = ReturnType<typeof stores>;

/** 16 resources: a database, four buckets, a table, a queue, a topic, and a password. */
export function stores(scope: Construct, { databaseGroup, databaseSubnets }: OldNetwork) {
  const databaseKey = new KmsKey(scope, 'database_key', { description: 'shop database' });
  const database = new DbInstance(scope, 'database', {
    identifier: 'shop',
    engine: 'postgres',
    engineVersion: '16.4',
    instanceClass: 'db.t4g.medium',
    allocatedStorage: 100,
    storageEncrypted: true,
    kmsKeyId: databaseKey.arn,
    dbName: 'shop',
    username: 'shop',
    password: PASSWORD,
    dbSubnetGroupName: databaseSubnets.name,
    vpcSecurityGroupIds: [databaseGroup.id],
    publiclyAccessible: true,
    backupRetentionPeriod: 1,
    autoMinorVersionUpgrade: false,
    skipFinalSnapshot: true,
  });
  const passwordParameter = new SsmParameter(scope, 'database_password', {
    name: '/shop/database/password',
    type: 'String',
    value: PASSWORD,
  });

  const uploads = new S3Bucket(scope, 'uploads', { bucket: 'acme-shop-uploads', forceDestroy: true });
  const invoices = new S3Bucket(scope, 'invoices', { bucket: 'acme-shop-invoices' });
  const invoicesVersioning = new S3BucketVersioningA(scope, 'invoices_versioning', {
    bucket: invoices.id,
    versioningConfiguration: { status: 'Enabled' },
  });
  const exports = new S3Bucket(scope, 'exports', { bucket: 'acme-shop-exports' });
  const exportsPolicy = new S3BucketPolicy(scope, 'exports_policy', {
    bucket: exports.id,
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `${exports.arn}/*` }],
    }),
  });
  const logs = new S3Bucket(scope, 'logs', { bucket: 'acme-shop-logs' });

  const carts = new DynamodbTable(scope, 'carts', {
    name: 'shop-carts',
    billingMode: 'PAY_PER_REQUEST',
    hashKey: 'id',
    attribute: [{ name: 'id', type: 'S' }],
  });

  const failedOrders = new SqsQueue(scope, 'failed_orders', { name: 'shop-failed-orders' });
  const orders = new SqsQueue(scope, 'orders', {
    name: 'shop-orders',
    redrivePolicy: JSON.stringify({ deadLetterTargetArn: failedOrders.arn, maxReceiveCount: 5 }),
  });
  const topic = new SnsTopic(scope, 'paid', { name: 'shop-paid' });
  const subscription = new SnsTopicSubscription(scope, 'paid_to_orders', {
    topicArn: topic.arn,
    protocol: 'sqs',
    endpoint: orders.arn,
  });
  const queuePolicy = new SqsQueuePolicy(scope, 'orders_policy', {
    queueUrl: orders.url,
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: orders.arn }],
    }),
  });
  return {
    databaseKey,
    database,
    passwordParameter,
    uploads,
    invoices,
    invoicesVersioning,
    exports,
    exportsPolicy,
    logs,
    carts,
    failedOrders,
    orders,
    topic,
    subscription,
    queuePolicy,
  };
}
