import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'every security patch at once',
      terraform: {
        resource: {
          aws_ssm_patch_baseline: {
            linux: {
              operating_system: 'AMAZON_LINUX_2023',
              approval_rule: { approve_after_days: 0, patch_filter: [{ key: 'CLASSIFICATION', values: ['Security'] }] },
            },
          },
        },
      },
    },
    {
      title: 'critical patches after a week, others later',
      terraform: {
        resource: {
          aws_ssm_patch_baseline: {
            linux: {
              count: 1,
              operating_system: 'AMAZON_LINUX_2023',
              approval_rule: [
                {
                  approve_after_days: 7,
                  patch_filter: [
                    { key: 'CLASSIFICATION', values: ['Security'] },
                    { key: 'SEVERITY', values: ['Critical', 'Important'] },
                  ],
                },
                { approve_after_days: 30, patch_filter: [{ key: 'CLASSIFICATION', values: ['Bugfix'] }] },
              ],
            },
          },
        },
      },
    },
    {
      title: 'everything at once, on Windows too',
      terraform: {
        resource: {
          aws_ssm_patch_baseline: {
            windows: {
              approval_rule: [
                {
                  approve_after_days: '0',
                  patch_filter: [
                    { key: 'PRODUCT', values: ['*'] },
                    { key: 'CLASSIFICATION', values: ['CriticalUpdates', 'SecurityUpdates'] },
                    { key: 'MSRC_SEVERITY', values: ['Critical'] },
                  ],
                },
                { approve_after_days: 14, patch_filter: { key: 'PRODUCT', values: ['WindowsServer2022'] } },
              ],
            },
            ubuntu: { approval_rule: { patch_filter: { key: 'PRIORITY', values: ['*'] } } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'two weeks, or a fixed date',
      terraform: {
        resource: {
          aws_ssm_patch_baseline: {
            dated: { approval_rule: { approve_until_date: '2026-01-01', patch_filter: [] } },
            late: {
              approval_rule: {
                approve_after_days: 14,
                patch_filter: [{ key: 'CLASSIFICATION', values: ['Security'] }],
              },
            },
          },
        },
      },
      addresses: ['aws_ssm_patch_baseline.dated', 'aws_ssm_patch_baseline.late'],
    },
    {
      title: 'no rule for them: none at all, another severity, or a global filter that leaves them out',
      terraform: {
        resource: {
          aws_ssm_patch_baseline: {
            filtered: {
              global_filter: [{ key: 'SEVERITY', values: ['Low'] }],
              approval_rule: { approve_after_days: 0, patch_filter: { key: 'PRODUCT', values: ['*'] } },
            },
            medium: {
              approval_rule: { approve_after_days: 0, patch_filter: { key: 'SEVERITY', values: ['Medium'] } },
            },
            none: { approved_patches: ['KB123456'] },
          },
        },
      },
      addresses: ['aws_ssm_patch_baseline.filtered', 'aws_ssm_patch_baseline.medium', 'aws_ssm_patch_baseline.none'],
    },
    {
      title: 'quick for one product and slow for another',
      terraform: {
        resource: {
          aws_ssm_patch_baseline: {
            windows: {
              approval_rule: [
                { approve_after_days: 2, patch_filter: { key: 'PRODUCT', values: ['WindowsServer2022'] } },
                { approve_after_days: 21, patch_filter: { key: 'PRODUCT', values: ['WindowsServer2019'] } },
              ],
            },
          },
        },
      },
      addresses: ['aws_ssm_patch_baseline.windows'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides the days, the filters or the rules',
      terraform: {
        variable: { days: {}, severities: {}, rules: {} },
        resource: {
          aws_ssm_patch_baseline: {
            days: { approval_rule: { approve_after_days: '${var.days}', patch_filter: [] } },
            filters: {
              approval_rule: {
                approve_after_days: 7,
                patch_filter: { key: 'SEVERITY', values: '${var.severities}' },
              },
            },
            rules: { approval_rule: '${var.rules}' },
          },
        },
      },
      addresses: ['aws_ssm_patch_baseline.days', 'aws_ssm_patch_baseline.filters', 'aws_ssm_patch_baseline.rules'],
    },
  ],
};
