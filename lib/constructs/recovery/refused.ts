import { refusedProps } from '../core/errors';

/** What L1 vaults and plans and other libraries call the ways to weaken a programme of backups. */
export const BACKUP_PROGRAMME = refusedProps([
  {
    props: ['kmsKeyArn', 'encryptionKeyArn'],
    must: 'must not be set: backups are always encrypted with a key of your own',
    measure: '1.2.3',
    fix: 'write encryptionKey, or leave it out for the key of the stack',
  },
  {
    props: ['forceDestroy', 'removalPolicy'],
    must: 'must not be set: a vault is deleted only when it is empty',
    measure: '4.1',
    fix: 'leave it out; an environment that is EPHEMERAL deletes its backups',
  },
  {
    props: ['lockConfiguration', 'minRetentionDays', 'maxRetentionDays', 'changeableForDays'],
    must: 'must not be set: the vaults are locked from 7 days to the retention',
    measure: '4.2',
    fix: 'write lock: VaultLock.governance() or VaultLock.compliance(14), and retentionDays',
  },
  {
    props: ['accessPolicy'],
    must: 'must not be set: only the own account reaches the vaults',
    measure: '3.1.1',
    fix: 'leave it out, or add an aws_backup_vault_policy, which the guardrails check',
  },
]);

/** The same of a plan. */
export const BACKUP_PLAN = refusedProps([
  {
    props: ['schedule', 'scheduleExpression'],
    must: 'must not be set: the interval follows from the objectives',
    measure: '4.4',
    fix: 'write objectives: new RecoveryObjectives({ service, rpoHours, rtoHours })',
  },
  {
    props: ['deleteAfter', 'lifecycle', 'retentionDays'],
    must: 'must not be set: backups and copies are kept for as long as the programme and the retention of each store allow',
    measure: '2.3',
    fix: 'write retentionDays on the programme',
  },
]);

/** What L1 restore testing plans call the ways to test less often, or something else. */
export const RESTORE_TEST = refusedProps([
  {
    props: ['schedule', 'scheduleExpression'],
    must: 'must not be set: backups are restored once a month',
    measure: '4.3',
    fix: 'write dayOfMonth',
  },
  {
    props: ['includeVaults', 'recoveryPointSelection'],
    must: 'must not be set: the latest backup in the vault of the programme is restored',
    measure: '4.3',
    fix: 'write programme and sources',
  },
]);
