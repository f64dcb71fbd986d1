import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'five weeks of personal data, a week of internal data',
      terraform: {
        resource: {
          aws_db_instance: {
            builds: { backup_retention_period: 7, tags: { 'tom:data-class': 'internal' } },
            orders: { count: 2, backup_retention_period: 35 },
            visits: { backup_retention_period: 14, tags: { 'tom:retention-days': '14' } },
          },
          aws_docdb_cluster: { profiles: { backup_retention_period: 35 } },
          aws_neptune_cluster: { friends: { backup_retention_period: '35' } },
          aws_rds_cluster: { shop: { backup_retention_period: 35 } },
        },
      },
    },
    {
      title: 'a replica, and a stack that lives for a test run; in lists',
      terraform: {
        resource: [
          {
            aws_db_instance: [{ reports: [{ replicate_source_db: '${aws_db_instance.orders.identifier}' }] }],
            aws_rds_cluster: [{ shop: [{ tags: { 'tom:environment': 'ephemeral' } }] }],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'the defaults, and none',
      terraform: {
        resource: {
          aws_db_instance: { orders: {}, stock: { backup_retention_period: 0 } },
          aws_docdb_cluster: { profiles: {} },
          aws_neptune_cluster: { friends: {} },
          aws_rds_cluster: { shop: {} },
        },
      },
      addresses: [
        'aws_db_instance.orders',
        'aws_db_instance.stock',
        'aws_docdb_cluster.profiles',
        'aws_neptune_cluster.friends',
        'aws_rds_cluster.shop',
      ],
    },
    {
      title: 'a day too few',
      terraform: {
        resource: {
          aws_db_instance: { orders: { backup_retention_period: 34 } },
          aws_rds_cluster: { builds: { backup_retention_period: 6, tags: { 'tom:data-class': 'internal' } } },
        },
      },
      addresses: ['aws_db_instance.orders', 'aws_rds_cluster.builds'],
    },
    {
      title: 'a week of personal data within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.data',
                resources: [
                  {
                    address: 'module.data.aws_rds_cluster.main',
                    mode: 'managed',
                    type: 'aws_rds_cluster',
                    name: 'main',
                    values: { engine: 'aurora-postgresql', backup_retention_period: 7 },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.data.aws_rds_cluster.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides, or a snapshot',
      terraform: {
        variable: { days: {} },
        resource: {
          aws_db_instance: {
            orders: { backup_retention_period: '${var.days}' },
            restored: { snapshot_identifier: 'rds:orders-2026-01-01' },
          },
        },
      },
      addresses: ['aws_db_instance.orders', 'aws_db_instance.restored'],
    },
  ],
};
