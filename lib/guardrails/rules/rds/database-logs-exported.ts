import { DATABASES, describeUnknownEngine, softwareOf } from '../../../aws/rds/database';
import { engineNamed } from '../../../aws/rds/engines';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { asStrings, hasUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

/** Databases that say who did what. */
export const RULE: ResourceRule = {
  id: 'RDS-007',
  name: 'database-logs-exported',
  title: 'A database exports the logs that say who did what to CloudWatch Logs',
  severity: 'medium',
  claims: ['8.1.d'],
  rationale:
    'On the database itself logs are gone after days, and with the database. Exported they are kept, searched and correlated with others. Which log says who logged in and what they did depends on the engine: postgresql of PostgreSQL, audit and error of MySQL and MariaDB, audit of Aurora MySQL, Neptune and Oracle, error of SQL Server, audit and profiler of DocumentDB. What an engine writes there is set elsewhere, and not looked at: by log_connections and pgaudit with its extension in each database, the options MARIADB_AUDIT_PLUGIN, the parameters server_audit_logging, audit_logs, profiler and neptune_enable_audit_log. Db2 writes its audit to a bucket, and RDS Custom exports nothing: they are left out.',
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
