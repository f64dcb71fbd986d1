import { IConstruct } from 'constructs';
import { requireWholeNumber } from '../core/require';
import { EncryptedCache } from '../stores/encrypted-cache';
import { Watched } from './watched';

/** When a cache is told of. */
export interface CacheAlarmOptions {
  /**
   * How many percent of the processor that the engine has it may use, for five minutes: 1 to 100. 90 is what AWS recommends.
   *
   * @default 90
   */
  readonly maxCpuPercent?: number;

  /**
   * How many percent of its memory a node may use, for five minutes: 1 to 100. What comes after that drives out what is there.
   *
   * @default 80
   */
  readonly maxMemoryPercent?: number;

  /**
   * How many seconds a replica may be behind, for a quarter of an hour.
   *
   * @default 60
   */
  readonly maxReplicationLagSeconds?: number;
}

/**
 * What is watched of a cache: each of its nodes.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#ElastiCache
 */
export function watchedOfCache(scope: IConstruct, cache: EncryptedCache, options: CacheAlarmOptions): Watched[] {
  const { maxCpuPercent = 90, maxMemoryPercent = 80, maxReplicationLagSeconds = 60 } = options;
  const measure = '3.3.2';
  const percent = { min: 1, max: 100, of: 'percent', measure, example: 80 };
  requireWholeNumber(scope, 'maxCpuPercent', maxCpuPercent, percent);
  requireWholeNumber(scope, 'maxMemoryPercent', maxMemoryPercent, percent);
  const seconds = { min: 1, of: 'seconds', measure, example: 60 };
  requireWholeNumber(scope, 'maxReplicationLagSeconds', maxReplicationLagSeconds, seconds);
  const { replicationGroupId, numCacheClustersInput = 0 } = cache.resource;
  return Array.from({ length: numCacheClustersInput }, (_, at) => at + 1).flatMap((node): Watched[] => {
    const common = {
      namespace: 'AWS/ElastiCache',
      // ElastiCache numbers the nodes of a group like this, and their numbers stay when another one writes.
      dimensions: { CacheClusterId: `${replicationGroupId}-${String(node).padStart(3, '0')}` },
      when: 'above',
    } as const;
    return [
      {
        ...common,
        id: `Node${node}Cpu`,
        says: `Node ${node} uses more than ${maxCpuPercent} percent of its processor, or is down: look for slow commands in the slow log`,
        metricName: 'EngineCPUUtilization',
        statistic: 'Average',
        threshold: maxCpuPercent,
        minutes: 5,
        // A node that measures nothing is down.
        missing: 'breaching',
      },
      {
        ...common,
        id: `Node${node}Memory`,
        says: `Node ${node} uses more than ${maxMemoryPercent} percent of its memory: it soon drives out what is there`,
        metricName: 'DatabaseMemoryUsagePercentage',
        statistic: 'Average',
        threshold: maxMemoryPercent,
        minutes: 5,
        // Whether it is down, the first alarm says.
        missing: 'notBreaching',
      },
      {
        ...common,
        id: `Node${node}Lag`,
        says: `Node ${node} is more than ${maxReplicationLagSeconds} seconds behind: what it lacks is lost where it takes over`,
        metricName: 'ReplicationLag',
        statistic: 'Average',
        threshold: maxReplicationLagSeconds,
        minutes: 15,
        // The node that writes is behind nobody.
        missing: 'notBreaching',
      },
    ];
  });
}
