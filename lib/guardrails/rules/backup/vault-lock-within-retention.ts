import { holdsPersonalData, declaredRetention } from '../../../aws/declared';
import { targetOf } from '../../../terraform/references';
import { describe, asNumber, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Vaults that do not hold what must go. */
export const RULE: ResourceRule = {
  id: 'BACKUP-002',
  name: 'vault-lock-within-retention',
  title: 'A vault lock forces no backup of personal data beyond the declared retention',
  severity: 'high',
  claims: ['2.3.a', '11.2.d'],
  rationale:
    'A locked vault takes no backup that is kept for less than its minimum, and deletes none before its time. In compliance mode, which begins when the days of grace are over, and in an air-gapped vault always, nobody can shorten that. A minimum beyond the retention of personal data makes the erasure from backups impossible. The data class is that of the vault. Where nobody declares a retention, nothing is judged.',
  fix: 'Set `min_retention_days` to no more than the retention that the posture or the tag tom:retention-days declares, or declare the longer one if there is a duty to keep the data.',
  sources: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html',
  ],
  types: ['aws_backup_vault_lock_configuration', 'aws_backup_logically_air_gapped_vault'],
  check: (lock, model) => {
    const named = targetOf(model, lock, lock.get('backup_vault_name'));
    const vault = named?.type === 'aws_backup_vault' && named.mode === 'managed' ? named : lock;
    const declared = holdsPersonalData(vault) ? declaredRetention(vault) : undefined;
    if (declared === undefined) return undefined;
    const min = lock.get('min_retention_days');
    if (isUnknown(min)) return unknownAttribute('min_retention_days', min);
    const days = asNumber(min) ?? 0;
    if (days === 0) return MET;
    if (isUnknown(declared.days)) return undetermined(`only a plan can tell ${declared.text}`);
    if (days <= declared.days) return MET;
    return violated(`min_retention_days is ${describe(min)}, more than ${declared.text}`);
  },
};
