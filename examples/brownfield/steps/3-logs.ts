import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { Route53ResolverQueryLogConfig } from '@cdktf/provider-aws/lib/route53-resolver-query-log-config';
import { Route53ResolverQueryLogConfigAssociation } from '@cdktf/provider-aws/lib/route53-resolver-query-log-config-association';
import {
  AccountTrail,
  AuditLogArchive,
  EncryptedBucket,
  LogType,
  ObjectLockMode,
  RetainedLogGroup,
} from 'cdktf-aws-toms';
import { ShopStack } from '../old/shop-stack';
import { Made, replace } from './made';

/** Before anything else changes: who does what, and who talks to whom, is written down where nobody changes it. */
export function logs(shop: ShopStack, made: Made): void {
  const { trail, appLogs } = shop.account;
  const { functionLogs } = shop.workload;
  const archive = new AuditLogArchive(shop, 'Archive', { retentionDays: 400, objectLock: ObjectLockMode.COMPLIANCE });
  made.archive = archive;

  // The same trail: it goes on without a gap, in every region, and to another bucket.
  replace(shop, 'Trail', { Resource: trail }, (id) => new AccountTrail(shop, id, { archive, trailName: 'shop' }));
  // What its old bucket holds goes when its time is up.
  const { accessLogBucket } = archive;
  replace(
    shop,
    'OldLogs',
    { Resource: shop.stores.logs, Policy: shop.account.logsPolicy },
    (id) => new EncryptedBucket(shop, id, { bucketName: 'acme-shop-logs', accessLogBucket, retentionDays: 400 })
  );

  const { vpc } = shop.network;
  new FlowLog(shop, 'flow_log', {
    vpcId: vpc.id,
    trafficType: 'ALL',
    maxAggregationInterval: 60,
    logDestinationType: 's3',
    logDestination: archive.trailBucket.bucketArn,
  });
  const queries = new Route53ResolverQueryLogConfig(shop, 'query_log', {
    name: 'shop',
    destinationArn: archive.trailBucket.bucketArn,
  });
  new Route53ResolverQueryLogConfigAssociation(shop, 'query_log_vpc', {
    resolverQueryLogConfigId: queries.id,
    resourceId: vpc.id,
  });

  // What is older than this, CloudWatch Logs deletes within days of the apply.
  const retained = (old: CloudwatchLogGroup) =>
    replace(
      shop,
      `Logs-${old.node.id}`,
      { Resource: old },
      (id) =>
        new RetainedLogGroup(shop, id, {
          logGroupName: old.nameInput,
          logType: LogType.APPLICATION,
          retentionDays: 365,
        })
    );
  for (const old of appLogs) retained(old);
  made.functionLogs = functionLogs.map(retained);
}
