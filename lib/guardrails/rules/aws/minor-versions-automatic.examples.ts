import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'Memcached and DocumentDB, which have none',
      terraform: {
        resource: {
          aws_docdb_cluster_instance: { profiles: { auto_minor_version_upgrade: false } },
          aws_elasticache_cluster: {
            pages: { engine: 'memcached', auto_minor_version_upgrade: 'false' },
            sessions: { engine: 'valkey' },
          },
        },
      },
    },
    {
      title: 'the defaults of RDS and ElastiCache, and set on brokers and replication instances',
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
      title: 'off, of Aurora',
      terraform: {
        resource: { aws_rds_cluster_instance: { main: { engine: 'aurora-mysql', auto_minor_version_upgrade: false } } },
      },
      addresses: ['aws_rds_cluster_instance.main'],
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
