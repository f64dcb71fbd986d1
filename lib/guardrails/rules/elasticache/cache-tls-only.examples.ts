import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'TLS is demanded, by the mode that holds without one too; a member of the group is as the group is',
      terraform: {
        resource: {
          aws_elasticache_replication_group: {
            sessions: { count: 2, transit_encryption_enabled: true, transit_encryption_mode: 'required' },
            carts: { transit_encryption_enabled: true },
          },
          aws_elasticache_cluster: {
            replica: { replication_group_id: '${aws_elasticache_replication_group.carts.id}' },
          },
        },
      },
    },
    {
      title: 'Memcached, a serverless cache, and a secondary group; in lists',
      terraform: {
        resource: [
          { aws_elasticache_cluster: [{ pages: [{ engine: 'memcached', transit_encryption_enabled: 'true' }] }] },
          { aws_elasticache_serverless_cache: [{ sessions: [{ engine: 'valkey', name: 'sessions' }] }] },
          {
            aws_elasticache_replication_group: [
              {
                ireland: [
                  {
                    global_replication_group_id:
                      '${aws_elasticache_global_replication_group.all.global_replication_group_id}',
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'nothing is said, and TLS is one choice of two',
      terraform: {
        resource: {
          aws_elasticache_replication_group: {
            carts: { engine: 'redis' },
            sessions: { transit_encryption_enabled: true, transit_encryption_mode: 'preferred' },
          },
          aws_elasticache_cluster: { pages: { engine: 'memcached', num_cache_nodes: 2 } },
        },
      },
      addresses: [
        'aws_elasticache_cluster.pages',
        'aws_elasticache_replication_group.carts',
        'aws_elasticache_replication_group.sessions',
      ],
    },
    {
      title: 'TLS is off within a module of a plan',
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
                    values: { engine: 'valkey', transit_encryption_enabled: false },
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
        variable: { mode: {}, tls: {} },
        resource: {
          aws_elasticache_replication_group: {
            carts: { transit_encryption_enabled: true, transit_encryption_mode: '${var.mode}' },
            sessions: { transit_encryption_enabled: '${var.tls}' },
          },
        },
      },
      addresses: ['aws_elasticache_replication_group.carts', 'aws_elasticache_replication_group.sessions'],
    },
  ],
};
