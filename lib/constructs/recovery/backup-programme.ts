import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { BackupLogicallyAirGappedVault } from '@cdktf/provider-aws/lib/backup-logically-air-gapped-vault';
import { BackupPlan } from '@cdktf/provider-aws/lib/backup-plan';
import { BackupSelection } from '@cdktf/provider-aws/lib/backup-selection';
import { BackupVault } from '@cdktf/provider-aws/lib/backup-vault';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { DataClass, isPersonal } from '../../toms/data-class';
import { DEMANDS } from '../../toms/demands';
import { TAG } from '../../toms/tags';
import { refuse, refuseProps } from '../core/errors';
import { claimName, shortName } from '../core/names';
import { accountOf } from '../core/account';
import { trustPolicyText } from '../core/policy';
import { Posture } from '../core/posture';
import { providerRegion } from '../core/provider-region';
import { requireRegion } from '../core/region';
import { requireDays } from '../core/require';
import { daysWithinRetention } from '../core/retention';
import { IKey } from '../encryption/key';
import { requireKeyFor, requireKeyForCreator } from '../encryption/key-compatibility';
import { openStore } from '../encryption/store';
import { ITopic } from '../stores/topic';
import { sharedKey } from '../encryption/shared-key';
import { BackupPlanOptions, BackupProgrammeProps } from './backup-programme-props';
import { BackupSource } from './backup-source';
import { alarmOfFailedJobs } from './job-alarms';
import { planRules } from './plan-rules';
import { planRetention, requireSources } from './plan-sources';
import { BACKUP_PLAN, BACKUP_PROGRAMME } from './refused';
import { VaultLock } from './vault-lock';
import { airGappedVault, lockedVault } from './vaults';

/**
 * Backups of the stores of one class of data (TOM 3.3.1, 4.1, 4.2, 4.3): a locked vault under a key of your own, copies in another region and, where you name one, another
 * account, plans that follow from recovery objectives, and an alarm for each job that fails.
 *
 * ```ts
 * const topic = new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] });
 * const backups = new BackupProgramme(this, 'Backups', { topic, copyRegion: 'eu-west-1' });
 * backups.addPlan('Orders', {
 *   objectives: new RecoveryObjectives({ service: 'orders', rpoHours: 24, rtoHours: 8 }),
 *   sources: [BackupSource.bucket(bucket)],
 * });
 * ```
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/security-considerations.html
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export class BackupProgramme extends Construct {
  /** The vault of backups. */
  public readonly resource: BackupVault;
  /** The vault of copies in another region, where there is one. */
  public readonly copyVault?: BackupVault;
  /** The air-gapped vault, where there is one. */
  public readonly airGappedVault?: BackupLogicallyAirGappedVault;
  /**
   * The name of the vault of backups.
   *
   * @attribute
   */
  public readonly vaultName: string;
  /**
   * The ARN of the vault of backups.
   *
   * @attribute
   */
  public readonly vaultArn: string;
  /** The role as which AWS Backup reads stores and writes backups. A key whose users are named must let it decrypt. */
  public readonly role: IamRole;
  /** The key that encrypts backups. */
  public readonly encryptionKey: IKey;

  /** @internal */
  public readonly _dataClass: DataClass;
  /** @internal */
  public readonly _region?: string;
  /** @internal */
  public readonly _topic?: ITopic;

  private readonly retentionDays: number;
  private readonly tags: { [key: string]: string };
  private readonly copyVaultArns: string[];

  /**
   * @throws ValidationError where nobody hears of failures or backups have no copy outside ephemeral environments, copies are in the region of the backups or outside of
   * the residency, backups are kept for too short a time or beyond the retention, the vault of copies is none, a lock is given up, the name is malformed or
   * taken, a key is of another region, or the region is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: BackupProgrammeProps = {}) {
    super(scope, id);
    const opening = { refused: BACKUP_PROGRAMME, creatorUsesKey: true };
    const { posture, dataClass, key, region, tags } = openStore(this, props, opening);
    const { topic, copyRegion, copyVaultArn, permissionsBoundaryArn: permissionsBoundary } = props;
    this._dataClass = dataClass;
    this._region = region;
    this._topic = topic;
    this.encryptionKey = key;
    this.tags = tags;
    this.retentionDays = this.requireRetention(props.retentionDays, posture);
    this.requireCopies(props, posture);
    if (!topic && !posture.isEphemeral) {
      refuse(this, {
        prop: 'topic',
        must: 'must be set: a backup that fails without an alarm is found to be missing on the day it is needed',
        measure: '4.3',
        fix: "write topic: new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] })",
      });
    }
    const name = props.vaultName ?? shortName(this, posture, 50);
    this.requireName(name);

    const vault = {
      name,
      minRetentionDays: DEMANDS.backupDays,
      maxRetentionDays: this.retentionDays,
      isEphemeral: posture.isEphemeral,
      lock: props.lock ?? (posture.isEphemeral ? undefined : VaultLock.governance()),
      tags,
    };
    this.resource = lockedVault(this, 'Resource', vault, { key, region });
    this.node.defaultChild = this.resource;
    this.vaultName = this.resource.name;
    this.vaultArn = this.resource.arn;
    this.role = new IamRole(this, 'Role', {
      namePrefix: `${shortName(this, posture, 37)}-`,
      description: `AWS Backup for ${this.node.path}`,
      // AWS Backup takes a role only of those who may pass it, and they are of its account.
      assumeRolePolicy: trustPolicyText({ Service: ['backup.amazonaws.com'] }),
      permissionsBoundary,
      tags,
    });
    // What AWS documents, and keeps up to date, of the rights that AWS Backup takes. Those for buckets are given with each.
    new IamRolePolicyAttachment(this, 'Rights', {
      role: this.role.name,
      policyArn: `arn:${accountOf(this).partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup`,
    });
    key.grantEncryptDecrypt(this.role);

    this.copyVaultArns = copyVaultArn === undefined ? [] : [copyVaultArn];
    if (copyRegion !== undefined) {
      const copyKey = props.copyEncryptionKey ?? sharedKey(this, dataClass, copyRegion);
      requireKeyFor(this, copyKey, dataClass, copyRegion);
      requireKeyForCreator(this, copyKey);
      this.copyVault = lockedVault(this, 'Copies', vault, { key: copyKey, region: copyRegion });
      copyKey.grantEncryptDecrypt(this.role);
      this.copyVaultArns.unshift(this.copyVault.arn);
    }
    if (props.airGapped) {
      const airGapped = { ...vault, name: `${name.slice(0, 50 - AIR_GAPPED.length)}${AIR_GAPPED}` };
      this.airGappedVault = airGappedVault(this, 'AirGapped', airGapped, { key, region });
      this.copyVaultArns.push(this.airGappedVault.arn);
    }
    if (topic) alarmOfFailedJobs(this, { topic, region, tags, permissionsBoundary });
  }

  /**
   * Backs up stores as often as the objectives of their service ask, and copies each backup.
   *
   * Backups that are less than a day apart are kept for a week, and one a day for as long as the programme keeps backups, or where that is shorter for as long as lets what was
   * deleted be gone within the retention of every store.
   *
   * @throws ValidationError where nothing is backed up, a store is twice in the plan, of another region or of a higher class than the programme, or kept for so short a time that
   * no backup of a week fits.
   */
  public addPlan(id: string, options: BackupPlanOptions): BackupPlan {
    refuseProps(this, options, BACKUP_PLAN);
    const { objectives, sources } = options;
    const stores = sources.flatMap(({ _store }) => _store ?? []);
    if (sources.length === 0) {
      refuse(this, {
        prop: 'sources',
        must: 'must name at least one: the plan would back up nothing',
        value: sources,
        measure: '4.1',
        fix: 'write sources: [BackupSource.bucket(bucket)]',
      });
    }
    const region = this._region ?? providerRegion(this);
    requireSources(this, stores, { region, dataClass: this._dataClass });
    const days = planRetention(this, this.retentionDays, stores);
    const suffix = objectName(id, 24).toLowerCase();
    const name = `${shortName(this, Posture.of(this), 49 - suffix.length)}-${suffix}`;
    claimName(this, TerraformStack.of(this), 'id', name);
    const plan = new BackupPlan(this, id, {
      name,
      rule: planRules(objectives, days, { targetVaultName: this.vaultName, copyVaultArns: this.copyVaultArns }),
      region: this._region,
      tags: {
        ...this.tags,
        // Where its stores are kept for less than others of the class, the plan says so.
        ...(days < this.retentionDays ? { [TAG.retentionDays]: String(days) } : {}),
        [TAG.service]: objectives.service,
        [TAG.rpoHours]: String(objectives.rpoHours),
        [TAG.rtoHours]: String(objectives.rtoHours),
      },
    });
    this.select(id, plan, sources);
    return plan;
  }

  /** One selection for each source: stores that come later leave the addresses of the others as they are. */
  private select(id: string, plan: BackupPlan, sources: readonly BackupSource[]): void {
    sources.forEach(({ _store, _tag }, at) => {
      _store?.letBackUp?.(this.role, this._region);
      new BackupSelection(this, `${id}Source${at + 1}`, {
        name: `${objectName(id, 45)}-${at + 1}`,
        planId: plan.id,
        iamRoleArn: this.role.arn,
        resources: _store && [_store.arn],
        selectionTag: _tag && [{ type: 'STRINGEQUALS', ..._tag }],
        region: this._region,
      });
    });
  }

  private requireRetention(given: number | undefined, { retentionDays }: Posture): number {
    const usual = daysWithinRetention(DEMANDS.personalBackupDays, retentionDays);
    const days = given ?? usual;
    requireDays(this, 'retentionDays', days, {
      min: Math.max(DEMANDS.backupDays, isPersonal(this._dataClass) ? usual : 0),
      measure: '4.1',
      example: DEMANDS.personalBackupDays,
      fix:
        usual < DEMANDS.backupDays
          ? 'declare a longer retention, or leave such data to the recovery that its stores have themselves'
          : undefined,
    });
    if (retentionDays !== undefined && days > retentionDays) {
      refuse(this, {
        prop: 'retentionDays',
        must: `must not be longer than the ${retentionDays} days of the posture: what was deleted would live on in backups`,
        value: days,
        measure: '2.3',
        fix: 'leave it out, or declare the longer retention',
      });
    }
    return days;
  }

  private requireCopies({ copyRegion, copyVaultArn, copyEncryptionKey }: BackupProgrammeProps, posture: Posture): void {
    if (copyRegion === undefined && copyVaultArn === undefined && !posture.isEphemeral) {
      refuse(this, {
        prop: 'copyRegion',
        must: 'must be set, or copyVaultArn: the loss of the region takes backups with it that have no copy elsewhere',
        measure: '4.2',
        fix: "write copyRegion: 'eu-west-1', or another region of the residency",
      });
    }
    if (copyRegion === undefined && copyEncryptionKey !== undefined) {
      refuse(this, {
        prop: 'copyEncryptionKey',
        must: 'must not be set without copyRegion: a vault of another account has a key of its own',
        value: copyEncryptionKey.node.path,
        measure: '1.2.3',
        fix: 'write copyRegion, or leave it out',
      });
    }
    if (copyRegion !== undefined) {
      requireRegion(this, copyRegion, posture, this._dataClass, 'copyRegion');
      if (copyRegion === (this._region ?? providerRegion(this))) {
        refuse(this, {
          prop: 'copyRegion',
          must: 'must not be the region of the backups: a copy there is lost with them',
          value: copyRegion,
          measure: '4.2',
          fix: `write another of ${posture.residency.join(', ')}`,
        });
      }
    }
    if (copyVaultArn !== undefined && !Token.isUnresolved(copyVaultArn)) this.requireVaultArn(copyVaultArn, posture);
  }

  private requireVaultArn(arn: string, posture: Posture): void {
    const [, region] = VAULT.exec(arn) ?? [];
    if (region === undefined) {
      refuse(this, {
        prop: 'copyVaultArn',
        must: 'must be the ARN of a backup vault',
        value: arn,
        measure: '4.2',
        fix: "write 'arn:aws:backup:eu-west-1:111122223333:backup-vault:acme'",
      });
    }
    requireRegion(this, region, posture, this._dataClass, 'copyVaultArn');
  }

  private requireName(name: string): void {
    if (!Token.isUnresolved(name) && !/^[\w-]{2,50}$/.test(name)) {
      refuse(this, {
        prop: 'vaultName',
        must: "must be 2 to 50 letters, digits, '_' and '-'",
        value: name,
        fix: "write vaultName: 'acme-orders', or leave it out",
      });
    }
    claimName(
      this,
      TerraformStack.of(this),
      'vaultName',
      `${name}${this._region === undefined ? '' : ` in ${this._region}`}`
    );
  }
}

const AIR_GAPPED = '-air-gapped';
const VAULT = /^arn:aws[a-z-]*:backup:([a-z0-9-]+):\d{12}:backup-vault:[\w-]{2,50}$/;

/** An id as plans and selections take it in their names. */
function objectName(id: string, max: number): string {
  return id.replace(/[^\w.-]/g, '-').slice(0, max);
}
