import { describe } from '../../model';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { asNumber, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { declaredRetention } from '../declared-retention';

/** Vaults that do not hold what must go. */
export const BACKUP_002: ResourceRule = {
  id: 'BACKUP-002',
  title: 'A vault lock forces no backup of personal data beyond the declared retention',
  severity: 'high',
  measures: ['2.3'],
  rationale:
    'A locked vault takes no backup that is kept for less than its minimum, and deletes none before its time. In compliance mode, which begins when the days of grace are over, and in an air-gapped vault always, nobody can shorten that. A minimum beyond the retention of personal data makes the erasure from backups impossible. The data class is that of the vault. Where nobody declares a retention, nothing is judged.',
  fix: 'Set `min_retention_days` to no more than the retention that the posture or the tag tom:retention-days declares, or declare the longer one if there is a duty to keep the data.',
  sources: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html',
  ],
  types: ['aws_backup_vault_lock_configuration', 'aws_backup_logically_air_gapped_vault'],
  check: (lock, model) => {
    const named = model.target(lock, lock.get('backup_vault_name'));
    const vault = named?.type === 'aws_backup_vault' && named.mode === 'managed' ? named : lock;
    const declared = vault.isPersonal ? declaredRetention(vault) : undefined;
    if (declared === undefined) return undefined;
    const least = lock.get('min_retention_days');
    if (isUnknown(least)) return unknownAttribute('min_retention_days', least);
    const days = asNumber(least) ?? 0;
    if (days === 0) return MET;
    if (isUnknown(declared.days)) return undetermined(`only a plan can tell ${declared.text}`);
    if (days <= declared.days) return MET;
    return violated(`min_retention_days is ${describe(least)}, more than ${declared.text}`);
  },
  examples: {
    pass: [
      {
        title: 'a minimum within the retention, for each of several vaults',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
          },
          resource: {
            aws_backup_vault: { main: { count: 2 } },
            aws_backup_vault_lock_configuration: {
              main: {
                count: 2,
                backup_vault_name: '${aws_backup_vault.main[count.index].name}',
                min_retention_days: 35,
                max_retention_days: 90,
              },
            },
          },
        },
      },
      {
        title: 'nothing declared, no minimum, and data that is not personal, blocks as lists',
        terraform: {
          resource: [
            {
              aws_backup_vault: [{ prices: [{ tags: { 'tom:data-class': 'public', 'tom:retention-days': '7' } }] }],
              aws_backup_logically_air_gapped_vault: [{ some: [{ min_retention_days: 400, max_retention_days: 500 }] }],
              aws_backup_vault_lock_configuration: [
                { prices: [{ backup_vault_name: '${aws_backup_vault.prices.name}', min_retention_days: 30 }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'a year where the posture says 90 days',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
          },
          resource: {
            aws_backup_vault_lock_configuration: { main: { backup_vault_name: 'main', min_retention_days: 365 } },
          },
        },
        addresses: ['aws_backup_vault_lock_configuration.main'],
      },
      {
        title: 'more than the tag of the vault declares, blocks as lists',
        terraform: {
          resource: [
            {
              aws_backup_vault: [{ main: [{ tags: { 'tom:retention-days': '30' } }] }],
              aws_backup_vault_lock_configuration: [
                { main: [{ backup_vault_name: '${aws_backup_vault.main.name}', min_retention_days: 35 }] },
              ],
            },
          ],
        },
        addresses: ['aws_backup_vault_lock_configuration.main'],
      },
      {
        title: 'an air-gapped vault within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.backup',
                  resources: [
                    {
                      address: 'module.backup.aws_backup_logically_air_gapped_vault.main',
                      mode: 'managed',
                      type: 'aws_backup_logically_air_gapped_vault',
                      name: 'main',
                      values: {
                        min_retention_days: 365,
                        max_retention_days: 400,
                        tags: { 'tom:retention-days': '90' },
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.backup.aws_backup_logically_air_gapped_vault.main'],
      },
    ],
    undetermined: [
      {
        title: 'a variable holds the minimum',
        terraform: {
          variable: { days: {} },
          resource: {
            aws_backup_logically_air_gapped_vault: {
              main: { min_retention_days: '${var.days}', tags: { 'tom:retention-days': '90' } },
            },
          },
        },
        addresses: ['aws_backup_logically_air_gapped_vault.main'],
      },
    ],
  },
};
