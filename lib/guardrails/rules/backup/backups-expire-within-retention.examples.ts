import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
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
    {
      title: 'nothing declared, and data that is not personal, blocks as lists',
      terraform: {
        resource: [
          {
            aws_backup_plan: [
              { all: [{ rule: [{ rule_name: 'all', lifecycle: [{ delete_after: 400 }] }] }] },
              { builds: [{ tags: { 'tom:data-class': 'internal' }, rule: [{ rule_name: 'builds' }] }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'the second rule keeps for ever, blocks as lists',
      terraform: {
        resource: [
          {
            aws_backup_plan: [
              {
                all: [
                  {
                    rule: [
                      { rule_name: 'daily', lifecycle: [{ delete_after: 35 }] },
                      { rule_name: 'monthly', lifecycle: [{ cold_storage_after: 30 }] },
                    ],
                  },
                ],
              },
            ],
          },
        ],
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
      title: 'no lifecycle within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.backup',
                resources: [
                  {
                    address: 'module.backup.aws_backup_plan.daily',
                    mode: 'managed',
                    type: 'aws_backup_plan',
                    name: 'daily',
                    values: { name: 'daily', rule: [{ rule_name: 'daily', lifecycle: [] }] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.backup.aws_backup_plan.daily'],
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
