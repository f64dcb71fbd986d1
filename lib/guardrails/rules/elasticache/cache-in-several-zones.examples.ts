import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
      title: 'a test environment, Memcached across zones, and a member of a group',
      terraform: {
        resource: {
          aws_elasticache_replication_group: {
            test: { num_cache_clusters: 1, tags: { 'tom:environment': 'development' } },
          },
          aws_elasticache_cluster: {
            pages: { engine: 'memcached', az_mode: 'cross-az', num_cache_nodes: 2 },
            replica: { replication_group_id: 'sessions' },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no failover',
      terraform: {
        resource: {
          aws_elasticache_replication_group: {
            sessions: { automatic_failover_enabled: false, multi_az_enabled: false },
          },
        },
      },
      addresses: ['aws_elasticache_replication_group.sessions'],
    },
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
};
