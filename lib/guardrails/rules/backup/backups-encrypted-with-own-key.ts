import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { describe } from '../../../terraform/value';
import { ResourceRule, Verdict, violated } from '../../rule';
import { requireKey } from '../../verdicts/encryption-key';

/** Where a type names its key, and what holds without one. `undefined` where the key of the source stays. */
const KEYS: { readonly [type: string]: { readonly attribute: string; readonly absent?: string } } = {
  aws_backup_logically_air_gapped_vault: {
    attribute: 'encryption_key_arn',
    absent: 'AWS encrypts with a key that it owns, which nobody else can see, log or withdraw',
  },
  aws_backup_vault: {
    attribute: 'kms_key_arn',
    absent: 'AWS Backup encrypts with aws/backup, whose policy nobody can change and which no other account can use',
  },
  aws_db_instance_automated_backups_replication: { attribute: 'kms_key_id' },
  aws_db_snapshot_copy: { attribute: 'kms_key_id' },
  aws_rds_cluster_snapshot_copy: { attribute: 'kms_key_id' },
};

/** Backups under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'BACKUP-003',
  name: 'backups-encrypted-with-own-key',
  title: 'Backup vaults and copies of database snapshots are encrypted with a customer managed KMS key',
  severity: 'high',
  measures: ['1.2.3'],
  rationale:
    'A backup holds all that the database holds. Under a key that AWS manages there is no policy that says who may decrypt it, and no other account can restore it: the copy that should survive the loss of this account does not. A copy of a snapshot that names no key stays under the key of its source, and is not judged here.',
  fix: 'Set `kms_key_arn` of the vault (`encryption_key_arn` of an air-gapped one), or `kms_key_id` of the copy, to a customer managed key, such as that of a `RotatedKey`.',
  sources: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html',
    'AWS Security Hub Backup.1, RDS.4',
  ],
  types: Object.keys(KEYS),
  check: verdictOn,
};

/** A plan calls the key unknown that AWS fills in where nobody names one. */
function verdictOn(resource: Resource, model: Model): Verdict | undefined {
  const { attribute, absent } = KEYS[resource.type];
  const key = configured(resource, attribute);
  if (key !== undefined && key !== '') return requireKey(model, resource, attribute, absent ?? '');
  return absent === undefined ? undefined : violated(`${attribute} is ${describe(key)}: ${absent}`);
}
