import { holdsPersonalData } from '../../../aws/declared';
import { DATABASES, GLOBAL_CLUSTERS, restoredBy } from '../../../aws/rds/database';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { requireKey } from '../../verdicts/encryption-key';

/** Databases that are encrypted, with all that is copied from them. */
export const RULE: ResourceRule = {
  id: 'RDS-003',
  name: 'database-encrypted-with-own-key',
  title: 'A database is encrypted at rest, for personal data with a customer managed key',
  severity: 'high',
  measures: ['1.2.1', '1.2.3'],
  rationale:
    'Storage, replicas, automated backups and snapshots of an encrypted database are encrypted under its key. By default RDS, DocumentDB and Neptune encrypt nothing; Aurora encrypts what was made since February 2026, and leaves what is older as it was, so the configuration says it. With the key aws/rds, or one that AWS owns, nobody can change who may use it, nor share a snapshot with another account. Instances of a cluster and replicas have the encryption of what they belong to. A database whose class nobody declares counts as personal.',
  fix: 'Set `storage_encrypted` to true, and `kms_key_id` (`kms_key_arn` of Neptune) to a customer managed key, such as that of a `RotatedKey`. A database that is there already cannot be encrypted in place, and Terraform would replace it by an empty one: copy a snapshot of it under the key, and restore that. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
    'https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html',
    'AWS Security Hub RDS.3, RDS.27, DocumentDB.1, Neptune.1',
  ],
  types: [...DATABASES, ...GLOBAL_CLUSTERS],
  check: (database, model) => {
    if (inherits(database)) return undefined;
    const encrypted = configured(database, 'storage_encrypted');
    if (isUnknown(encrypted)) return unknownAttribute('storage_encrypted', encrypted);
    const origin = restoredBy(database);
    if (encrypted === undefined && origin !== undefined) {
      return undetermined(`storage_encrypted is not set, and ${origin} decides it`);
    }
    if (!isTrue(encrypted)) return violated(`storage_encrypted is ${describe(encrypted)}`);
    if (!holdsPersonalData(database) || GLOBAL_CLUSTERS.includes(database.type)) return MET;
    const attribute = database.type === 'aws_neptune_cluster' ? 'kms_key_arn' : 'kms_key_id';
    return requireKey(model, database, attribute, 'nobody can change the policy of the key that encrypts the database');
  },
};

/** Whether another database of the configuration, or of the account, decides: it is judged there. */
function inherits(database: Resource): boolean {
  const source = GLOBAL_CLUSTERS.includes(database.type) ? 'source_db_cluster_identifier' : 'replicate_source_db';
  return configured(database, source) !== undefined;
}
