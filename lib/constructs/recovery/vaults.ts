import { Construct } from 'constructs';
import { BackupLogicallyAirGappedVault } from '@cdktf/provider-aws/lib/backup-logically-air-gapped-vault';
import { BackupVault } from '@cdktf/provider-aws/lib/backup-vault';
import { BackupVaultLockConfiguration } from '@cdktf/provider-aws/lib/backup-vault-lock-configuration';
import { IKey } from '../encryption/key';
import { VaultLock } from './vault-lock';

/** What the vaults of a programme have in common. */
export interface VaultProps {
  readonly name: string;
  readonly minRetentionDays: number;
  readonly maxRetentionDays: number;
  readonly isEphemeral: boolean;
  readonly lock?: VaultLock;
  readonly tags: { [key: string]: string };
}

/** Makes a vault, and its lock. */
export function lockedVault(
  scope: Construct,
  id: string,
  props: VaultProps,
  place: { readonly key: IKey; readonly region?: string }
): BackupVault {
  const { name, isEphemeral, lock, tags, minRetentionDays, maxRetentionDays } = props;
  const { region, key } = place;
  const vault = new BackupVault(scope, id, {
    name,
    kmsKeyArn: key.keyArn,
    forceDestroy: isEphemeral,
    region,
    tags,
    lifecycle: isEphemeral ? undefined : { preventDestroy: true },
  });
  if (lock) {
    new BackupVaultLockConfiguration(scope, `${id === 'Resource' ? '' : id}Lock`, {
      backupVaultName: vault.name,
      minRetentionDays,
      maxRetentionDays,
      // Days for which it can be taken back. Without them the lock is in governance mode.
      changeableForDays: lock._coolingOffDays,
      region,
    });
  }
  return vault;
}

/** Makes a vault whose backups AWS keeps in accounts of its own. Its lock is part of it. */
export function airGappedVault(
  scope: Construct,
  id: string,
  props: VaultProps,
  place: { readonly key: IKey; readonly region?: string }
): BackupLogicallyAirGappedVault {
  const { name, isEphemeral, tags, minRetentionDays, maxRetentionDays } = props;
  return new BackupLogicallyAirGappedVault(scope, id, {
    name,
    encryptionKeyArn: place.key.keyArn,
    minRetentionDays,
    maxRetentionDays,
    region: place.region,
    tags,
    lifecycle: isEphemeral ? undefined : { preventDestroy: true },
  });
}
