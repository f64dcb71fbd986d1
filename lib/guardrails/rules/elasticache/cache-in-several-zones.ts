import { isProduction } from '../../../aws/declared';
import { Resource } from '../../../terraform/stack';
import { asNumber, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, requireTrue, unknownAttribute } from '../../verdicts/checks';

/** Caches that outlive the loss of a zone. */
export const RULE: ResourceRule = {
  id: 'ELASTICACHE-003',
  name: 'cache-in-several-zones',
  title: 'A cache in production stands in several Availability Zones, and fails over by itself',
  severity: 'medium',
  claims: ['3.3.1.a'],
  rationale:
    'A cache in one zone is gone when the zone is, with every session in it, and what it kept off the database falls on the database at once. Automatic failover makes a replica the primary, and Multi-AZ ensures that the replica stands in another zone. A single node has no replica. Serverless caches always span zones. A cache whose environment nobody declares counts as production.',
  fix: 'Set `automatic_failover_enabled` and `multi_az_enabled` to true, with at least one replica: `num_cache_clusters` 2, or `replicas_per_node_group` 1. Write a single Redis node as an `aws_elasticache_replication_group`, and spread Memcached by `az_mode` = cross-az. What is no production says so: the posture, or the tag tom:environment.',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html',
    'AWS Security Hub ElastiCache.3',
  ],
  types: ['aws_elasticache_cluster', 'aws_elasticache_replication_group', 'aws_elasticache_serverless_cache'],
  check: (cache) => {
    if (!isProduction(cache)) return undefined;
    if (cache.type === 'aws_elasticache_serverless_cache') return MET;
    if (cache.type === 'aws_elasticache_cluster') return clusterVerdict(cache);
    return allOf([
      requireTrue(cache, 'automatic_failover_enabled', 'no replica takes over by itself'),
      requireTrue(cache, 'multi_az_enabled', 'all nodes may stand in one Availability Zone'),
      replicasVerdict(cache),
    ]);
  },
};

/** AWS only asks for a replica of groups with one shard. */
function replicasVerdict(group: Resource): Verdict {
  const replicas = group.get('replicas_per_node_group');
  if (isUnknown(replicas)) return unknownAttribute('replicas_per_node_group', replicas);
  if (asNumber(replicas) !== 0) return MET;
  return violated(`replicas_per_node_group is ${describe(replicas)}: no replica can take over`, {
    replicas_per_node_group: 1,
  });
}

function clusterVerdict(cluster: Resource): Verdict | undefined {
  if (cluster.has('replication_group_id')) return undefined;
  const engine = cluster.get('engine');
  if (isUnknown(engine)) return unknownAttribute('engine', engine);
  if (engine !== 'memcached') return violated(`engine is ${describe(engine)}, of a single node without a replica`);
  const mode = cluster.get('az_mode');
  if (isUnknown(mode)) return unknownAttribute('az_mode', mode);
  if (mode === 'cross-az') return MET;
  return violated(`az_mode is ${describe(mode)}: all nodes stand in one Availability Zone`, { az_mode: 'cross-az' });
}
