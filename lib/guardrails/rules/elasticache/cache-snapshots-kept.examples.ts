import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a week and more',
      terraform: {
        resource: {
          aws_elasticache_cluster: { queue: { engine: 'redis', snapshot_retention_limit: 7 } },
          aws_elasticache_replication_group: { sessions: { count: 2, snapshot_retention_limit: '35' } },
          aws_elasticache_serverless_cache: { carts: { snapshot_retention_limit: 7 } },
        },
      },
    },
    {
      title: 'other data, a test environment, Memcached and a member of a group; in lists',
      terraform: {
        resource: [
          {
            aws_elasticache_replication_group: [
              { builds: [{ tags: { 'tom:data-class': 'internal' } }] },
              { test: [{ tags: { 'tom:environment': 'ephemeral' } }] },
            ],
          },
          {
            aws_elasticache_cluster: [
              { pages: [{ engine: 'memcached' }] },
              { replica: [{ replication_group_id: 'sessions' }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no snapshots, or not for long enough',
      terraform: {
        resource: {
          aws_elasticache_cluster: { queue: { engine: 'redis' } },
          aws_elasticache_replication_group: { sessions: { snapshot_retention_limit: 3 } },
          aws_elasticache_serverless_cache: { carts: { engine: 'valkey' } },
        },
      },
      addresses: [
        'aws_elasticache_cluster.queue',
        'aws_elasticache_replication_group.sessions',
        'aws_elasticache_serverless_cache.carts',
      ],
    },
    {
      title: 'none within a module of a plan',
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
                    values: { snapshot_retention_limit: 0 },
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
        variable: { days: {}, engine: {} },
        resource: {
          aws_elasticache_cluster: { queue: { engine: '${var.engine}' } },
          aws_elasticache_replication_group: { sessions: { snapshot_retention_limit: '${var.days}' } },
        },
      },
      addresses: ['aws_elasticache_cluster.queue', 'aws_elasticache_replication_group.sessions'],
    },
  ],
};
