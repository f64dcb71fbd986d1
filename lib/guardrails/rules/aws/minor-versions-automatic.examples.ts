import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the defaults of RDS and ElastiCache, and said of brokers and replication instances',
      terraform: {
        resource: {
          aws_db_instance: { orders: { count: 2 } },
          aws_dms_replication_instance: { move: { auto_minor_version_upgrade: true } },
          aws_elasticache_replication_group: { sessions: { auto_minor_version_upgrade: 'true' } },
          aws_mq_broker: { jobs: { auto_minor_version_upgrade: true } },
          aws_neptune_cluster_instance: { friends: {} },
          aws_rds_cluster_instance: { shop: {} },
        },
      },
    },
    {
      title: 'Memcached and DocumentDB, which have none; in lists',
      terraform: {
        resource: [
          {
            aws_docdb_cluster_instance: [{ profiles: [{ auto_minor_version_upgrade: false }] }],
            aws_elasticache_cluster: [
              { pages: [{ engine: 'memcached', auto_minor_version_upgrade: 'false' }] },
              { sessions: [{ engine: 'valkey' }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'the defaults of Amazon MQ and DMS',
      terraform: { resource: { aws_dms_replication_instance: { move: {} }, aws_mq_broker: { jobs: {} } } },
      addresses: ['aws_dms_replication_instance.move', 'aws_mq_broker.jobs'],
    },
    {
      title: 'off',
      terraform: {
        resource: {
          aws_db_instance: { orders: { auto_minor_version_upgrade: false } },
          aws_elasticache_cluster: { sessions: { engine: 'redis', auto_minor_version_upgrade: 'false' } },
          aws_elasticache_replication_group: { carts: { auto_minor_version_upgrade: false } },
          aws_neptune_cluster_instance: { friends: { auto_minor_version_upgrade: false } },
        },
      },
      addresses: [
        'aws_db_instance.orders',
        'aws_elasticache_cluster.sessions',
        'aws_elasticache_replication_group.carts',
        'aws_neptune_cluster_instance.friends',
      ],
    },
    {
      title: 'off within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.data',
                resources: [
                  {
                    address: 'module.data.aws_rds_cluster_instance.main[0]',
                    mode: 'managed',
                    type: 'aws_rds_cluster_instance',
                    name: 'main',
                    index: 0,
                    values: { engine: 'aurora-mysql', auto_minor_version_upgrade: false },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.data.aws_rds_cluster_instance.main[0]'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { upgrade: {} },
        resource: { aws_db_instance: { orders: { auto_minor_version_upgrade: '${var.upgrade}' } } },
      },
      addresses: ['aws_db_instance.orders'],
    },
  ],
};
