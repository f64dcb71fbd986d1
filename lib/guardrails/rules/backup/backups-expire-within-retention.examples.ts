import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'nothing declared, and data that is not personal',
      terraform: {
        resource: {
          aws_backup_plan: {
            all: { rule: { rule_name: 'all', lifecycle: { delete_after: 400 } } },
            builds: { tags: { 'tom:data-class': 'internal' }, rule: { rule_name: 'builds' } },
          },
        },
      },
    },
    {
      title: 'within the retention of the posture, copies by the same lifecycle',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
        },
        resource: {
          aws_backup_plan: {
            daily: {
              count: 2,
              rule: {
                rule_name: 'daily',
                target_vault_name: 'main',
                lifecycle: { delete_after: 35 },
                copy_action: { destination_vault_arn: 'arn' },
              },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'the second rule keeps forever',
      terraform: {
        resource: {
          aws_backup_plan: {
            all: {
              rule: [
                { rule_name: 'daily', lifecycle: { delete_after: 35 } },
                { rule_name: 'monthly', lifecycle: { cold_storage_after: 30 } },
              ],
            },
          },
        },
      },
      addresses: ['aws_backup_plan.all'],
    },
    {
      title: 'a copy outlasts what the tag declares',
      terraform: {
        resource: {
          aws_backup_plan: {
            daily: {
              tags: { 'tom:retention-days': '90' },
              rule: {
                rule_name: 'daily',
                lifecycle: { delete_after: 35 },
                copy_action: { destination_vault_arn: 'arn', lifecycle: { delete_after: 365 } },
              },
            },
          },
        },
      },
      addresses: ['aws_backup_plan.daily'],
    },
    {
      title: 'no lifecycle',
      terraform: {
        resource: { aws_backup_plan: { daily: { name: 'daily', rule: { rule_name: 'daily', lifecycle: [] } } } },
      },
      addresses: ['aws_backup_plan.daily'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the days',
      terraform: {
        variable: { days: {} },
        resource: {
          aws_backup_plan: { daily: { rule: { rule_name: 'daily', lifecycle: { delete_after: '${var.days}' } } } },
        },
      },
      addresses: ['aws_backup_plan.daily'],
    },
  ],
};
