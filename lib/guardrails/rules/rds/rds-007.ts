import { Model, Resource } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { asStrings, hasUnknown } from '../../value';
import { configured } from '../configured';
import { DATABASES, describeUnknownEngine, softwareOf } from './database';
import { engineNamed } from './engines';

/** Databases that say who did what. */
export const RDS_007: ResourceRule = {
  id: 'RDS-007',
  title: 'A database exports the logs that say who did what to CloudWatch Logs',
  severity: 'medium',
  measures: ['8.1'],
  rationale:
    'On the database itself logs are gone after days, and with the database. Exported they are kept, searched and correlated with others. Which log says who logged in and what they did depends on the engine: postgresql of PostgreSQL, audit and error of MySQL and MariaDB, audit of Aurora MySQL, Neptune and Oracle, error of SQL Server, audit and profiler of DocumentDB. What an engine writes there is set elsewhere, and not looked at: by log_connections and pgaudit, the options MARIADB_AUDIT_PLUGIN, the parameters server_audit_logging, audit_logs, profiler and neptune_enable_audit_log. Db2 writes its audit to a bucket, and RDS Custom exports nothing: they are left out.',
  fix: 'List the logs of the engine in `enabled_cloudwatch_logs_exports` (`enable_cloudwatch_logs_exports` of Neptune).',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.CloudWatch.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html',
    'https://docs.aws.amazon.com/neptune/latest/userguide/cloudwatch-logs.html',
    'AWS Security Hub RDS.9, RDS.34, RDS.36, RDS.37, RDS.40, RDS.42, DocumentDB.4, Neptune.2',
  ],
  types: DATABASES,
  check: logsVerdict,
  examples: {
    pass: [
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
        title: 'a replica of the same engine, and engines without such logs; in lists',
        terraform: {
          resource: [
            {
              aws_db_instance: [
                { orders: [{ engine: 'mariadb', enabled_cloudwatch_logs_exports: ['audit', 'error'] }] },
                {
                  reports: [
                    {
                      replicate_source_db: '${aws_db_instance.orders.identifier}',
                      enabled_cloudwatch_logs_exports: ['error', 'audit'],
                    },
                  ],
                },
                { pay: [{ engine: 'db2-ae' }] },
                { pos: [{ engine: 'custom-oracle-ee' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
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
        title: 'a replica that exports nothing, though what it replicates does',
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
        title: 'no logs within a module of a plan',
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
                      values: { engine: 'aurora-postgresql', enabled_cloudwatch_logs_exports: null },
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
        addresses: [
          'aws_db_instance.any',
          'aws_db_instance.orders',
          'aws_db_instance.restored',
          'aws_db_instance.stock',
        ],
      },
    ],
  },
};

function logsVerdict(database: Resource, model: Model): Verdict | undefined {
  const { engine } = softwareOf(model, database);
  if (typeof engine !== 'string') return undetermined(describeUnknownEngine(database, engine));
  const wanted = engineNamed(engine)?.accessLogs ?? [];
  if (wanted.length === 0) return undefined;
  const attribute =
    database.type === 'aws_neptune_cluster' ? 'enable_cloudwatch_logs_exports' : 'enabled_cloudwatch_logs_exports';
  const exported = configured(database, attribute);
  const missing = wanted.filter((log) => !asStrings(exported).includes(log));
  if (missing.length === 0) return MET;
  const lacks = `${attribute} lacks ${missing.join(' and ')}`;
  return hasUnknown(exported)
    ? undetermined(`${lacks}, unless a value that only a plan can tell names it`)
    : violated(`${lacks}, where ${engine} says who did what`);
}
