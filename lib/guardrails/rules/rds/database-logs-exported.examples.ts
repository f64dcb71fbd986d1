import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the log of PostgreSQL',
      terraform: {
        resource: {
          aws_db_instance: { orders: { engine: 'postgres', enabled_cloudwatch_logs_exports: ['postgresql'] } },
        },
      },
    },
    {
      title: 'the logs of each engine',
      terraform: {
        resource: {
          aws_db_instance: {
            hr: { engine: 'oracle-ee', enabled_cloudwatch_logs_exports: ['alert', 'audit'] },
            ledger: { engine: 'sqlserver-ex', enabled_cloudwatch_logs_exports: ['error'] },
            orders: { count: 2, engine: 'postgres', enabled_cloudwatch_logs_exports: ['postgresql', 'upgrade'] },
            stock: { engine: 'mysql', enabled_cloudwatch_logs_exports: ['audit', 'error', 'slowquery'] },
          },
          aws_docdb_cluster: { profiles: { enabled_cloudwatch_logs_exports: ['audit', 'profiler'] } },
          aws_neptune_cluster: { friends: { enable_cloudwatch_logs_exports: ['audit'] } },
          aws_rds_cluster: {
            shop: { engine: 'aurora-mysql', enabled_cloudwatch_logs_exports: ['audit'] },
            web: { engine: 'aurora-postgresql', enabled_cloudwatch_logs_exports: ['postgresql'] },
          },
        },
      },
    },
    {
      title: 'a replica of the same engine, and engines without such logs',
      terraform: {
        resource: {
          aws_db_instance: {
            orders: { engine: 'mariadb', enabled_cloudwatch_logs_exports: ['audit', 'error'] },
            reports: {
              replicate_source_db: '${aws_db_instance.orders.identifier}',
              enabled_cloudwatch_logs_exports: ['error', 'audit'],
            },
            pay: { engine: 'db2-ae' },
            pos: { engine: 'custom-oracle-ee' },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a replica without exports of a source with exports',
      terraform: {
        resource: {
          aws_db_instance: {
            orders: { engine: 'postgres', enabled_cloudwatch_logs_exports: ['postgresql'] },
            reports: { replicate_source_db: '${aws_db_instance.orders.identifier}' },
          },
        },
      },
      addresses: ['aws_db_instance.reports'],
    },
    {
      title: 'no logs, or others',
      terraform: {
        resource: {
          aws_db_instance: {
            orders: { engine: 'postgres', enabled_cloudwatch_logs_exports: ['upgrade'] },
            stock: { engine: 'mariadb', enabled_cloudwatch_logs_exports: ['error', 'slowquery'] },
          },
          aws_docdb_cluster: { profiles: { enabled_cloudwatch_logs_exports: ['audit'] } },
          aws_neptune_cluster: { friends: {} },
          aws_rds_cluster: { shop: { engine: 'aurora-mysql', enabled_cloudwatch_logs_exports: [] } },
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
      title: 'no logs',
      terraform: {
        resource: { aws_rds_cluster: { main: { engine: 'aurora-postgresql', enabled_cloudwatch_logs_exports: null } } },
      },
      addresses: ['aws_rds_cluster.main'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the engine and the logs, and a snapshot has the engine',
      terraform: {
        variable: { engine: {}, log: {}, logs: {} },
        resource: {
          aws_db_instance: {
            any: { engine: '${var.engine}' },
            orders: { engine: 'postgres', enabled_cloudwatch_logs_exports: '${var.logs}' },
            restored: { snapshot_identifier: 'rds:orders-2026-01-01' },
            stock: { engine: 'mysql', enabled_cloudwatch_logs_exports: ['audit', '${var.log}'] },
          },
        },
      },
      addresses: ['aws_db_instance.any', 'aws_db_instance.orders', 'aws_db_instance.restored', 'aws_db_instance.stock'],
    },
  ],
};
