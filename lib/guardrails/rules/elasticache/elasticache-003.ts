import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { asNumber, isUnknown } from '../../value';
import { allOf, requireTrue, unknownAttribute } from '../checks';
import { isProduction } from '../environment';

/** Caches that outlive the loss of a zone. */
export const ELASTICACHE_003: ResourceRule = {
  id: 'ELASTICACHE-003',
  title: 'A cache in production stands in several Availability Zones, and fails over by itself',
  severity: 'medium',
  measures: ['3.3.1'],
  rationale:
    'A cache in one zone is gone when the zone is, with every session in it, and what it kept off the database falls on the database at once. Automatic failover makes a replica the primary, and Multi-AZ sees to it that the replica stands in another zone. A single node has no replica. Serverless caches always span zones. A cache whose environment nobody declares counts as production.',
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
  examples: {
    pass: [
      {
        title: 'a replica in another zone, with one shard and with several, and a serverless cache',
        terraform: {
          resource: {
            aws_elasticache_replication_group: {
              carts: {
                automatic_failover_enabled: true,
                multi_az_enabled: true,
                num_node_groups: 3,
                replicas_per_node_group: 1,
              },
              sessions: {
                count: 2,
                automatic_failover_enabled: true,
                multi_az_enabled: 'true',
                num_cache_clusters: 2,
              },
            },
            aws_elasticache_serverless_cache: { pages: { engine: 'memcached' } },
          },
        },
      },
      {
        title: 'a test environment, Memcached across zones, and a member of a group; in lists',
        terraform: {
          resource: [
            {
              aws_elasticache_replication_group: [
                { test: [{ num_cache_clusters: 1, tags: { 'tom:environment': 'development' } }] },
              ],
            },
            {
              aws_elasticache_cluster: [
                { pages: [{ engine: 'memcached', az_mode: 'cross-az', num_cache_nodes: 2 }] },
                { replica: [{ replication_group_id: 'sessions' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'one node, no second zone, and shards without a replica',
        terraform: {
          resource: {
            aws_elasticache_replication_group: {
              carts: {
                automatic_failover_enabled: true,
                multi_az_enabled: true,
                num_node_groups: 3,
                replicas_per_node_group: 0,
              },
              sessions: { automatic_failover_enabled: true, num_cache_clusters: 2 },
            },
            aws_elasticache_cluster: {
              pages: { engine: 'memcached', num_cache_nodes: 2 },
              queue: { engine: 'redis', num_cache_nodes: 1 },
            },
          },
        },
        addresses: [
          'aws_elasticache_cluster.pages',
          'aws_elasticache_cluster.queue',
          'aws_elasticache_replication_group.carts',
          'aws_elasticache_replication_group.sessions',
        ],
      },
      {
        title: 'no failover within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_elasticache_replication_group.sessions',
                      mode: 'managed',
                      type: 'aws_elasticache_replication_group',
                      name: 'sessions',
                      values: { automatic_failover_enabled: false, multi_az_enabled: false },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_elasticache_replication_group.sessions'],
      },
    ],
    undetermined: [
      {
        title: 'variables decide',
        terraform: {
          variable: { engine: {}, mode: {}, multi_az: {}, replicas: {} },
          resource: {
            aws_elasticache_cluster: {
              pages: { engine: '${var.engine}', az_mode: 'cross-az' },
              views: { engine: 'memcached', az_mode: '${var.mode}' },
            },
            aws_elasticache_replication_group: {
              carts: {
                automatic_failover_enabled: true,
                multi_az_enabled: true,
                replicas_per_node_group: '${var.replicas}',
              },
              sessions: { automatic_failover_enabled: true, multi_az_enabled: '${var.multi_az}' },
            },
          },
        },
        addresses: [
          'aws_elasticache_cluster.pages',
          'aws_elasticache_cluster.views',
          'aws_elasticache_replication_group.carts',
          'aws_elasticache_replication_group.sessions',
        ],
      },
    ],
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
