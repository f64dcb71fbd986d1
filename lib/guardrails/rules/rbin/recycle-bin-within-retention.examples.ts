import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'within the retention of the posture',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
        },
        resource: {
          aws_rbin_rule: {
            snapshots: {
              count: 2,
              resource_type: 'EBS_SNAPSHOT',
              retention_period: { retention_period_value: 14, retention_period_unit: 'DAYS' },
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
            aws_rbin_rule: [
              { some: [{ resource_type: 'EC2_IMAGE', retention_period: [{ retention_period_value: 365 }] }] },
              {
                builds: [
                  {
                    resource_type: 'EBS_SNAPSHOT',
                    tags: { 'tom:data-class': 'internal', 'tom:retention-days': '7' },
                    retention_period: [{ retention_period_value: 30, retention_period_unit: 'DAYS' }],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'a year, locked, where the posture says 90 days, blocks as lists',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
        },
        resource: [
          {
            aws_rbin_rule: [
              {
                snapshots: [
                  {
                    resource_type: 'EBS_SNAPSHOT',
                    retention_period: [{ retention_period_value: 365, retention_period_unit: 'DAYS' }],
                    lock_configuration: [{ unlock_delay: [{ unlock_delay_unit: 'DAYS', unlock_delay_value: 30 }] }],
                  },
                ],
              },
            ],
          },
        ],
      },
      addresses: ['aws_rbin_rule.snapshots'],
    },
    {
      title: 'more than the tag declares, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.data',
                resources: [
                  {
                    address: 'module.data.aws_rbin_rule.volumes',
                    mode: 'managed',
                    type: 'aws_rbin_rule',
                    name: 'volumes',
                    values: {
                      resource_type: 'EBS_VOLUME',
                      retention_period: [{ retention_period_value: 7, retention_period_unit: 'DAYS' }],
                      tags: { 'tom:data-class': 'personal', 'tom:retention-days': '3' },
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.data.aws_rbin_rule.volumes'],
    },
  ],
  undetermined: [
    {
      title: 'variables hold the days, or what is declared; or nobody says any',
      terraform: {
        variable: { bin: {}, retention: {} },
        resource: {
          aws_rbin_rule: {
            days: {
              tags: { 'tom:retention-days': '90' },
              retention_period: { retention_period_value: '${var.bin}' },
            },
            declared: {
              tags: { 'tom:retention-days': '${var.retention}' },
              retention_period: { retention_period_value: 14 },
            },
            none: { tags: { 'tom:retention-days': '90' } },
          },
        },
      },
      addresses: ['aws_rbin_rule.days', 'aws_rbin_rule.declared', 'aws_rbin_rule.none'],
    },
  ],
};
