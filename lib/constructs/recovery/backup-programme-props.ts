import { RegionalProps } from '../core/props';
import { IKey } from '../encryption/key';
import { StoreProps } from '../encryption/store';
import { ITopic } from '../stores/topic';
import { BackupSource } from './backup-source';
import { RecoveryObjectives } from './recovery-objectives';
import { VaultLock } from './vault-lock';

/** Where backups of a class of data go, and for how long. */
export interface BackupProgrammeProps extends StoreProps, RegionalProps {
  /**
   * Who hears of backups, copies and restores that fail: an `AlarmTopic` of the same region (TOM 4.3). EventBridge publishes by a role; the key of a topic that is
   * made elsewhere must let it.
   *
   * @default - nobody, which only an ephemeral environment may
   */
  readonly topic?: ITopic;

  /**
   * Another region, within the residency, to which every backup is copied (TOM 4.2).
   *
   * @default - none, which needs `copyVaultArn` outside ephemeral environments
   */
  readonly copyRegion?: string;

  /**
   * The key that encrypts copies, in `copyRegion`.
   *
   * @default - one key per stack, region and class of data
   */
  readonly copyEncryptionKey?: IKey;

  /**
   * The ARN of a vault of another account of the organization, to which every backup is copied too: what it holds survives the loss of this account (TOM 4.2). Its
   * policy must allow `backup:CopyIntoBackupVault`, and its key the account.
   *
   * @default - none
   */
  readonly copyVaultArn?: string;

  /**
   * Whether every backup is also copied to a logically air-gapped vault in the own region: one whose backups AWS keeps in accounts of its own, always locked in
   * compliance mode. **That lock cannot be undone**: the vault stays until its last backup has ended.
   *
   * @default false
   */
  readonly airGapped?: boolean;

  /**
   * How the vaults keep backups from deletion.
   *
   * @default VaultLock.governance(), and none in an ephemeral environment
   */
  readonly lock?: VaultLock;

  /**
   * For how many days backups are kept: 7 or more, 35 or more where the data is personal and its retention allows it, and no longer than the retention of the posture (TOM
   * 2.2, 2.3, 4.1).
   *
   * @default - 35, or the retention of the posture where that is shorter
   */
  readonly retentionDays?: number;

  /**
   * The name of the vaults: 2 to 50 letters, digits, `_` and `-`.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly vaultName?: string;

  /**
   * The ARN of a policy that bounds what its roles can ever do.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/** What a plan backs up, and how often. */
export interface BackupPlanOptions {
  /** The objectives of the service. Backups are as far apart as its recovery point objective allows, and no further. */
  readonly objectives: RecoveryObjectives;

  /** What is backed up: one or more. Their order gives the selections their addresses: append new ones. */
  readonly sources: BackupSource[];
}
