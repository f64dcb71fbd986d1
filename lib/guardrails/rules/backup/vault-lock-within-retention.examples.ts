import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a minimum within the retention',
      terraform: {
        resource: {
          aws_backup_vault: { main: { name: 'main', tags: { 'tom:retention-days': '90' } } },
          aws_backup_vault_lock_configuration: {
            main: {
              backup_vault_name: '${aws_backup_vault.main.name}',
              min_retention_days: 35,
              max_retention_days: 90,
            },
          },
        },
      },
    },
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
      title: 'nothing declared, no minimum, and data that is not personal',
      terraform: {
        resource: {
          aws_backup_vault: { prices: { tags: { 'tom:data-class': 'public', 'tom:retention-days': '7' } } },
          aws_backup_logically_air_gapped_vault: { some: { min_retention_days: 400, max_retention_days: 500 } },
          aws_backup_vault_lock_configuration: {
            prices: { backup_vault_name: '${aws_backup_vault.prices.name}', min_retention_days: 30 },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a year where the posture sets 90 days',
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
      title: 'more than the tag of the vault declares',
      terraform: {
        resource: {
          aws_backup_vault: { main: { tags: { 'tom:retention-days': '30' } } },
          aws_backup_vault_lock_configuration: {
            main: { backup_vault_name: '${aws_backup_vault.main.name}', min_retention_days: 35 },
          },
        },
      },
      addresses: ['aws_backup_vault_lock_configuration.main'],
    },
    {
      title: 'an air-gapped vault',
      terraform: {
        resource: {
          aws_backup_logically_air_gapped_vault: {
            main: { min_retention_days: 365, max_retention_days: 400, tags: { 'tom:retention-days': '90' } },
          },
        },
      },
      addresses: ['aws_backup_logically_air_gapped_vault.main'],
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
};
