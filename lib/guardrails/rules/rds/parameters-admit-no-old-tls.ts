import { parameterIn } from '../../../aws/parameter-group';
import { targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { configured } from '../../../terraform/configured';
import { Value, describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { GROUPS } from '../../verdicts/forced-tls';

/** The parameters that name versions of TLS: one, or those that are admitted. */
const PARAMETERS = ['ssl_min_protocol_version', 'tls_version'];

/** Versions that RFC 8996 deprecates, and SSL before them. */
const OLD = /^(?:sslv\d|tlsv1|tlsv1\.[01])$/i;

/** Databases whose parameters open no old TLS. */
export const RULE: ResourceRule = {
  id: 'RDS-016',
  name: 'parameters-admit-no-old-tls',
  title: 'The parameters of a database admit no TLS below 1.2',
  severity: 'medium',
  claims: ['1.1.2.h'],
  rationale:
    'A client that a parameter lets speak TLS 1.0 or 1.1 gets what attacks on these versions leave of it. `ssl_min_protocol_version` of PostgreSQL names the oldest version, `tls_version` of MySQL and MariaDB all that are admitted. Looked at are the parameter groups that the database names and that set one of them; where none does, the engine decides by its version.',
  fix: 'Set `ssl_min_protocol_version` to TLSv1.2, or `tls_version` to TLSv1.2,TLSv1.3, in the parameter group; clusters take a cluster parameter group.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.html',
    'https://www.rfc-editor.org/rfc/rfc8996',
  ],
  types: ['aws_db_instance', 'aws_rds_cluster'],
  check: (database, model) => {
    const { attribute, type } = GROUPS[database.type];
    const groups = targetsOf(model, database, configured(database, attribute), [type], ['name']);
    return worst(groups.flatMap((group) => PARAMETERS.map((name) => versionsVerdict(group, name))));
  },
};

function versionsVerdict(group: Resource, name: string): Verdict | undefined {
  const value: Value = parameterIn(group, name);
  if (value === undefined) return undefined;
  if (isUnknown(value)) {
    return undetermined(`${name} in ${group.address} is ${describe(value)}, which only a plan can tell`);
  }
  const versions = typeof value === 'string' ? value.split(',') : [];
  if (!versions.some((version) => OLD.test(version.trim()))) return MET;
  return violated(`${name} is ${describe(value)} in ${group.address}, which admits TLS below 1.2`);
}
