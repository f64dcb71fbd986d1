import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { DbParameterGroup } from '@cdktf/provider-aws/lib/db-parameter-group';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import {
  EncryptedBucket,
  EncryptedQueue,
  EncryptedTable,
  EncryptedTopic,
  LogType,
  RetainedLogGroup,
  RotatedKey,
} from 'cdktf-aws-toms';
import { ShopStack } from '../old/shop-stack';
import { trust } from '../old/workload';
import { Made, replace } from './made';

/** Stores are fixed where they are: none moves, none is made again. */
export function stores(shop: ShopStack, made: Made): void {
  const old = shop.stores;
  const { accessLogBucket } = made.archive;
  made.uploads = replace(
    shop,
    'Uploads',
    { Resource: old.uploads },
    (id) => new EncryptedBucket(shop, id, { bucketName: 'acme-shop-uploads', accessLogBucket, retentionDays: 730 })
  );
  made.invoices = replace(
    shop,
    'Invoices',
    { Resource: old.invoices, Versioning: old.invoicesVersioning },
    (id) => new EncryptedBucket(shop, id, { bucketName: 'acme-shop-invoices', accessLogBucket })
  );
  // Everybody could read the exports, so that partners could. They get signed links instead.
  made.exports = replace(
    shop,
    'Exports',
    { Resource: old.exports, Policy: old.exportsPolicy },
    (id) => new EncryptedBucket(shop, id, { bucketName: 'acme-shop-exports', accessLogBucket, retentionDays: 90 })
  );

  made.carts = replace(
    shop,
    'Carts',
    { Resource: old.carts },
    (id) =>
      new EncryptedTable(shop, id, {
        tableName: 'shop-carts',
        partitionKey: { name: 'id' },
        timeToLiveAttribute: 'expires',
      })
  );

  const deadLetterQueue = replace(
    shop,
    'FailedOrders',
    { Resource: old.failedOrders },
    (id) => new EncryptedQueue(shop, id, { queueName: 'shop-failed-orders', retentionDays: 14 })
  );
  made.orders = replace(
    shop,
    'Orders',
    { Resource: old.orders, Policy: old.queuePolicy },
    (id) => new EncryptedQueue(shop, id, { queueName: 'shop-orders', deadLetterQueue })
  );
  made.paid = replace(shop, 'Paid', { Resource: old.topic, Orders: old.subscription }, (id) => {
    const topic = new EncryptedTopic(shop, id, { topicName: 'shop-paid' });
    topic.addQueueSubscription('Orders', made.orders);
    return topic;
  });

  fixDatabase(shop, made, old.database);
}

/** What can be changed while it runs. Its storage is encrypted already: otherwise a copy of a snapshot would have to take its place. */
function fixDatabase(shop: ShopStack, made: Made, database: DbInstance): void {
  made.databaseKey = replace(
    shop,
    'DatabaseKey',
    { Resource: shop.stores.databaseKey },
    (id) => new RotatedKey(shop, id)
  );

  // RDS would make both by itself, without a key and without an end.
  new RetainedLogGroup(shop, 'DatabaseLogs', { logGroupName: '/aws/rds/instance/shop/postgresql' });
  const metrics = new RetainedLogGroup(shop, 'SystemMetrics', {
    logGroupName: 'RDSOSMetrics',
    logType: LogType.APPLICATION,
    retentionDays: 365,
  });
  const monitor = new IamRole(shop, 'monitor', { assumeRolePolicy: trust('monitoring.rds.amazonaws.com') });
  metrics.grantWrite(monitor);
  const parameters = new DbParameterGroup(shop, 'database_parameters', {
    name: 'shop',
    family: 'postgres16',
    parameter: [
      { name: 'rds.force_ssl', value: '1' },
      { name: 'log_connections', value: '1' },
      { name: 'log_disconnections', value: '1' },
      { name: 'log_statement', value: 'ddl' },
    ],
  });
  database.parameterGroupName = parameters.name;
  database.publiclyAccessible = false;
  database.multiAz = true;
  database.backupRetentionPeriod = 35;
  database.copyTagsToSnapshot = true;
  database.deletionProtection = true;
  database.skipFinalSnapshot = false;
  database.finalSnapshotIdentifier = 'shop-final';
  database.autoMinorVersionUpgrade = true;
  database.enabledCloudwatchLogsExports = ['postgresql', 'upgrade'];
  database.iamDatabaseAuthenticationEnabled = true;
  database.performanceInsightsEnabled = true;
  database.performanceInsightsKmsKeyId = made.databaseKey.keyArn;
  database.monitoringInterval = 60;
  database.monitoringRoleArn = monitor.arn;
  database.lifecycle = { preventDestroy: true };
}
