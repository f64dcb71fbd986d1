import { isReplica, restoredBy } from '../../../aws/rds/database';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Where types take the password of the master user: in the state, or only on the way to AWS, which a plan shows by its version. */
const PASSWORDS: { readonly [type: string]: readonly string[] } = {
  aws_db_instance: ['password', 'password_wo', 'password_wo_version'],
  aws_docdb_cluster: ['master_password', 'master_password_wo', 'master_password_wo_version'],
  aws_rds_cluster: ['master_password', 'master_password_wo', 'master_password_wo_version'],
};

/** Databases whose master user has a password that nobody has to keep. */
export const RULE: ResourceRule = {
  id: 'RDS-015',
  name: 'master-password-managed',
  title: 'Secrets Manager keeps the password of the master user of a database',
  severity: 'medium',
  claims: ['3.1.1.f'],
  rationale:
    'Somebody sets a password that RDS does not make: in a file, a pipeline or a variable, and it stays as it is. With `manage_master_user_password` RDS makes it, keeps it in Secrets Manager under a KMS key, and rotates it every seven days. A password in the configuration is judged by AWS-005, and a write-only one passes. Replicas have the users of what they copy, and a database that is restored those of its snapshot.',
  fix: 'Set `manage_master_user_password` to true.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html',
  ],
  types: Object.keys(PASSWORDS),
  check: (database) => {
    if (isReplica(database) || isOfGlobal(database)) return undefined;
    const managed = configured(database, 'manage_master_user_password');
    if (isTrue(managed)) return MET;
    if (PASSWORDS[database.type].some((attribute) => configured(database, attribute) !== undefined)) return undefined;
    if (isUnknown(managed)) return unknownAttribute('manage_master_user_password', managed);
    const origin = restoredBy(database);
    if (origin !== undefined) return undetermined(`manage_master_user_password is not set, and ${origin} decides it`);
    return violated(
      `manage_master_user_password is ${describe(managed)}: somebody sets the password of the master user, and keeps it`,
      { manage_master_user_password: true }
    );
  },
};

/** A cluster that joins a global one has its users, unless it is the first. */
function isOfGlobal(database: Resource): boolean {
  return database.has('global_cluster_identifier');
}
