import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { requireWholeNumber } from '../core/require';
import { EncryptedDatabase } from '../stores/encrypted-database';
import { Watched } from './watched';

/** When a database is told of. */
export interface DatabaseAlarmOptions {
  /**
   * How many percent of its processors an instance may use, for five minutes: 1 to 100. 90 is what AWS recommends.
   *
   * @default 90
   */
  readonly maxCpuPercent?: number;

  /**
   * How many connections an instance may have, for five minutes. AWS recommends 90 to 95 percent of what its class and parameters allow.
   *
   * @default - no alarm: how many there may be is up to the class and the parameters
   */
  readonly maxConnections?: number;

  /**
   * How many GiB must be free on an instance of RDS. The storage of Aurora grows by itself.
   *
   * @default - a tenth of what is allocated, as AWS recommends
   */
  readonly minFreeStorageGib?: number;

  /**
   * How many seconds a reader or copy may be behind, for ten minutes. 60 is what AWS recommends at most.
   *
   * @default 60
   */
  readonly maxReplicaLagSeconds?: number;
}

const BYTES_PER_GIB = 1024 ** 3;

/**
 * What is watched of a database: each of its instances in its region.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#RDS
 */
export function watchedOfDatabase(
  scope: IConstruct,
  database: EncryptedDatabase,
  options: DatabaseAlarmOptions
): Watched[] {
  const { maxCpuPercent = 90, maxConnections, minFreeStorageGib, maxReplicaLagSeconds = 60 } = options;
  const measure = '3.3.2';
  const percent = { min: 1, max: 100, of: 'percent', measure, example: 90 };
  requireWholeNumber(scope, 'maxCpuPercent', maxCpuPercent, percent);
  if (maxConnections !== undefined) {
    requireWholeNumber(scope, 'maxConnections', maxConnections, { min: 1, of: 'connections', measure, example: 400 });
  }
  const seconds = { min: 1, of: 'seconds', measure, example: 60 };
  requireWholeNumber(scope, 'maxReplicaLagSeconds', maxReplicaLagSeconds, seconds);
  const all = instancesOf(database);
  if (minFreeStorageGib !== undefined) {
    if (all.every(({ storageGib }) => storageGib === undefined)) {
      refuse(scope, {
        prop: 'minFreeStorageGib',
        must: 'must be left out for a cluster of Aurora: its storage grows by itself',
        value: minFreeStorageGib,
        measure,
        fix: 'remove it',
      });
    }
    requireWholeNumber(scope, 'minFreeStorageGib', minFreeStorageGib, { min: 1, of: 'GiB', measure, example: 10 });
  }
  return all.flatMap(({ name, identifier, storageGib, lag }) => {
    const called = name === '' ? 'The database' : name;
    const common = {
      namespace: 'AWS/RDS',
      dimensions: { DBInstanceIdentifier: identifier },
      // An instance that measures nothing is down, or about to be.
      missing: 'breaching',
    } as const;
    const watched: Watched[] = [
      {
        ...common,
        id: `${name}Cpu`,
        says: `${called} uses more than ${maxCpuPercent} percent of its processors, or is down: look for slow statements in Performance Insights`,
        metricName: 'CPUUtilization',
        statistic: 'Average',
        when: 'above',
        threshold: maxCpuPercent,
        minutes: 5,
      },
    ];
    if (maxConnections !== undefined) {
      watched.push({
        ...common,
        id: `${name}Connections`,
        says: `${called} has more than ${maxConnections} connections, or is down: it soon takes no more`,
        metricName: 'DatabaseConnections',
        statistic: 'Average',
        when: 'above',
        threshold: maxConnections,
        minutes: 5,
      });
    }
    if (storageGib !== undefined) {
      const free = minFreeStorageGib ?? storageGib / 10;
      watched.push({
        ...common,
        id: `${name}Storage`,
        says: `${called} has less than ${free} GiB free, or is down: without any it stops`,
        metricName: 'FreeStorageSpace',
        statistic: 'Minimum',
        when: 'below',
        threshold: free * BYTES_PER_GIB,
        minutes: 5,
      });
    }
    if (lag !== undefined) {
      watched.push({
        ...common,
        id: `${name}Lag`,
        says: `${called} is more than ${maxReplicaLagSeconds} seconds behind: its readers see old data, and so would everyone after a failover`,
        metricName: lag.metricName,
        statistic: 'Maximum',
        when: 'above',
        threshold: maxReplicaLagSeconds * lag.perSecond,
        minutes: 10,
        missing: lag.missing,
      });
    }
    return watched;
  });
}

/** An instance, as far as alarms ask. */
interface Watchable {
  /** What it is called within the database: `Instance1`, `Reports`, and nothing for an instance of its own. */
  readonly name: string;
  readonly identifier: string;
  /** Where it is of RDS. */
  readonly storageGib?: number;
  /** How it measures by how much it is behind. */
  readonly lag?: { readonly metricName: string; readonly perSecond: number; readonly missing: Watched['missing'] };
}

/** Which instance of a cluster writes, changes with a failover: that one measures no lag. */
const AURORA_LAG = { metricName: 'AuroraReplicaLag', perSecond: 1000, missing: 'notBreaching' } as const;
const RDS_LAG = { metricName: 'ReplicaLag', perSecond: 1, missing: 'breaching' } as const;

/** Copies in other regions are left out: their metrics are there, and an alarm sees only its own region. */
function instancesOf(database: EncryptedDatabase): Watchable[] {
  const storageGib = database.resource instanceof DbInstance ? database.resource.allocatedStorageInput : undefined;
  return database.node.findAll().flatMap((made): Watchable[] => {
    const name = nameWithin(database, made);
    if (made instanceof RdsClusterInstance && made.regionInput === database.region) {
      return [{ name, identifier: made.identifier, lag: AURORA_LAG }];
    }
    if (made instanceof DbInstance && made.regionInput === database.region) {
      const isCopy = made !== database.resource;
      return [{ name, identifier: made.identifier, storageGib, lag: isCopy ? RDS_LAG : undefined }];
    }
    return [];
  });
}

/** Its path below the database, without the id that every main resource has. */
function nameWithin(database: EncryptedDatabase, made: IConstruct): string {
  const below = made.node.path.slice(database.node.path.length + 1);
  return below.replace(/\/?Resource$/, '').replace(/\//g, '-');
}
