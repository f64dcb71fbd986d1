import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { companionsOf, hasUndeterminedCompanion, resolve, targetOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { describe, isUnknown } from '../../terraform/value';
import { isSameAccount } from '../account-of';
import { regionOf } from '../regions-of';

/**
 * What AWS Backup does not encrypt itself: a recovery point has the key of its source, or none where that has none, whatever key the vault names.
 * All others are encrypted with the key of the vault: buckets, file systems of EFS, tables of Timestream, templates of CloudFormation and virtual
 * machines; and tables of DynamoDB where the account has advanced backups switched on, which no configuration of a table tells.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html#independent-encryption
 */
const KEEPS_KEY_OF_SOURCE: ReadonlySet<string> = new Set([
  'aws_db_instance',
  'aws_docdb_cluster',
  'aws_ebs_volume',
  'aws_fsx_lustre_file_system',
  'aws_fsx_ontap_volume',
  'aws_fsx_openzfs_file_system',
  'aws_fsx_openzfs_volume',
  'aws_fsx_windows_file_system',
  'aws_instance',
  'aws_neptune_cluster',
  'aws_rds_cluster',
  'aws_redshift_cluster',
  'aws_redshiftserverless_namespace',
  'aws_storagegateway_cached_iscsi_volume',
  'aws_storagegateway_stored_iscsi_volume',
]);

/** The same by the service that an ARN, or a pattern of ARNs, names. */
const SERVICES_THAT_KEEP: ReadonlySet<string> = new Set([
  'ec2',
  'fsx',
  'rds',
  'redshift',
  'redshift-serverless',
  'storagegateway',
]);

/**
 * Of these even a copy in another account or Region stays unencrypted where they are.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html#copy-encryption
 */
const COPIED_AS_THEY_ARE: readonly string[] = ['aws_docdb_cluster', 'aws_neptune_cluster', 'aws_rds_cluster'];

const PLAN = 'aws_backup_plan';
const SELECTION = 'aws_backup_selection';
const TARGET = 'rule.target_vault_name';
const COPY_TARGET = 'rule.copy_action.destination_vault_arn';

/** Whether the key of a vault encrypts something, or, as far as anyone can tell before the plan, may not. */
export type KeyUse = 'used' | 'open' | 'unused';

/**
 * Whether the key of a vault encrypts something of what plans put there. It does not where every backup has the key of its source, and none comes from
 * another account or Region, where AWS Backup encrypts the copy with the key of the vault. Backups on demand are in no configuration.
 */
export function keyUseOf(model: Model, vault: Resource): KeyUse {
  if (hasUndeterminedCompanion(model, PLAN, TARGET) || hasUndeterminedCompanion(model, PLAN, COPY_TARGET))
    return 'used';
  const copies = copyingPlans(model, vault);
  if (copies.some((plan) => !isNear(plan, vault))) return 'used';
  return most([...companionsOf(model, vault, PLAN, TARGET, ['id', 'name']), ...copies], (plan) => useBy(model, plan));
}

/** Why a copy in a vault may be unencrypted although the vault has a key. `undefined` where nothing says so. */
export function unencryptedCopy(model: Model, vault: Resource): string | undefined {
  for (const plan of copyingPlans(model, vault)) {
    for (const source of selectionsOf(model, plan).flatMap((selection) => namedBy(model, selection).names)) {
      if (source === undefined || typeof source === 'string' || !COPIED_AS_THEY_ARE.includes(source.type)) continue;
      const encrypted = configured(source, 'storage_encrypted');
      if (encrypted === true || encrypted === 'true') continue;
      return `storage_encrypted of ${source.address} is ${describe(encrypted)}, and copies of its backups are encrypted only where it is`;
    }
  }
  return undefined;
}

function copyingPlans(model: Model, vault: Resource): readonly Resource[] {
  return companionsOf(model, vault, PLAN, COPY_TARGET);
}

/** Whether copies of a plan stay in the account and Region of their source, as far as that is known. */
function isNear(plan: Resource, vault: Resource): boolean {
  const region = regionOf(plan);
  return region !== undefined && region === regionOf(vault) && isSameAccount(plan, vault) === true;
}

function selectionsOf(model: Model, plan: Resource): readonly Resource[] {
  return companionsOf(model, plan, SELECTION, 'plan_id');
}

/** What some of the parts come to. Where there are none, something that is not seen here may be in use. */
function most<T>(parts: readonly T[], useOf: (part: T) => KeyUse): KeyUse {
  const uses = parts.map(useOf);
  if (uses.length === 0 || uses.includes('used')) return 'used';
  return uses.includes('open') ? 'open' : 'unused';
}

function useBy(model: Model, plan: Resource): KeyUse {
  if (hasUndeterminedCompanion(model, SELECTION, 'plan_id')) return 'used';
  return most(selectionsOf(model, plan), (selection) => useOfSelected(model, selection));
}

function useOfSelected(model: Model, selection: Resource): KeyUse {
  // Tags add what has them. Conditions and exclusions only take away.
  const tags = configured(selection, 'selection_tag');
  if (tags !== undefined && !(Array.isArray(tags) && tags.length === 0)) return 'used';
  const { names, isAll } = namedBy(model, selection);
  return most(names, (name) => (!keepsItsKey(name) ? 'used' : isAll ? 'unused' : 'open'));
}

/** The resource or the pattern that a selection lists. */
type Name = Resource | string | undefined;

function keepsItsKey(name: Name): boolean {
  if (typeof name === 'string') return SERVICES_THAT_KEEP.has(name.split(':')[2] ?? '');
  return name !== undefined && KEEPS_KEY_OF_SOURCE.has(name.type);
}

/** What a selection lists, and whether that is all: a plan may have no more of a list than what it refers to. */
function namedBy(model: Model, selection: Resource): { readonly names: readonly Name[]; readonly isAll: boolean } {
  const listed = configured(selection, 'resources');
  if (isUnknown(listed)) {
    return { names: listed.references.map((reference) => resolve(model, selection, reference)), isAll: false };
  }
  const items = Array.isArray(listed) ? listed : [];
  const names = items.map((item) => (typeof item === 'string' ? item : targetOf(model, selection, item)));
  return { names, isAll: true };
}
