import { Block, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Value, asNumber, asStrings, hasUnknown } from '../../value';
import { configured } from '../configured';

const MAX_DAYS = 7;

/** The filters that say which patches a rule is for, and the values that take in critical security patches. */
const FILTERS: { readonly [key: string]: readonly string[] } = {
  CLASSIFICATION: ['*', 'Security', 'SecurityUpdates'],
  SEVERITY: ['*', 'Critical'],
  MSRC_SEVERITY: ['*', 'Critical'],
};

/** Baselines that let critical patches in within a week. */
export const SSM_003: ResourceRule = {
  id: 'SSM-003',
  title: 'A patch baseline approves critical security patches within 7 days',
  severity: 'medium',
  measures: ['9.1'],
  rationale:
    'Patch Manager installs what the baseline has approved. A critical patch is public knowledge from the day of its release, and attacks follow within days; a baseline that waits longer, or approves by a fixed date, leaves every machine open for that time. Rules are read by their filters for classification, severity and product; the others, such as priority and section, are taken to include critical patches. Every product that a slow rule names needs a quick one.',
  fix: 'Give the baseline an `approval_rule` with `approve_after_days` of 7 or less, whose filters include the classification Security (SecurityUpdates on Windows) and the severity Critical, for all products that the baseline is for.',
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-predefined-and-custom-patch-baselines.html',
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PatchRule.html',
    'AWS Security Hub SSM.2',
  ],
  types: ['aws_ssm_patch_baseline'],
  check: (baseline) => {
    const open = unreadBlocks(baseline);
    if (open) return open;
    const filters = baseline.blocks('global_filter');
    const rules = baseline.blocks('approval_rule').map((rule) => readRule(rule, filters));
    const covering = rules.filter(({ isCritical }) => isCritical !== false);
    if (covering.length === 0) return violated('no approval_rule approves critical security patches');
    const quick = covering.filter(({ isCritical, days }) => isCritical === true && isQuick(days));
    const slow = covering.filter((rule) => !quick.includes(rule) && !quick.some((other) => includes(other, rule)));
    if (slow.length === 0) return MET;
    const unread = slow.find((rule) => rule.isCritical === undefined || hasUnknown(rule.days));
    if (unread) return undetermined(`${unread.because}, and only a plan can tell how soon critical patches come`);
    return violated(
      `critical security patches may wait ${MAX_DAYS} days at most: ${slow.map(({ because }) => because).join(', ')}`
    );
  },
  examples: {
    pass: [
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
        title: 'everything at once, on Windows too, blocks as lists',
        terraform: {
          resource: [
            {
              aws_ssm_patch_baseline: [
                {
                  windows: [
                    {
                      approval_rule: [
                        {
                          approve_after_days: '0',
                          patch_filter: [
                            { key: 'PRODUCT', values: ['*'] },
                            { key: 'CLASSIFICATION', values: ['CriticalUpdates', 'SecurityUpdates'] },
                            { key: 'MSRC_SEVERITY', values: ['Critical'] },
                          ],
                        },
                        {
                          approve_after_days: 14,
                          patch_filter: [{ key: 'PRODUCT', values: ['WindowsServer2022'] }],
                        },
                      ],
                    },
                  ],
                },
                { ubuntu: { approval_rule: { patch_filter: { key: 'PRIORITY', values: ['*'] } } } },
              ],
            },
          ],
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
        title: 'quick for one product and slow for another, within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.patches',
                  resources: [
                    {
                      address: 'module.patches.aws_ssm_patch_baseline.windows',
                      mode: 'managed',
                      type: 'aws_ssm_patch_baseline',
                      name: 'windows',
                      values: {
                        approval_rule: [
                          {
                            approve_after_days: 2,
                            patch_filter: [{ key: 'PRODUCT', values: ['WindowsServer2022'] }],
                          },
                          {
                            approve_after_days: 21,
                            patch_filter: [{ key: 'PRODUCT', values: ['WindowsServer2019'] }],
                          },
                        ],
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.patches.aws_ssm_patch_baseline.windows'],
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
  },
};

/** An approval rule, as far as it matters to critical security patches. */
interface Approval {
  /** Whether it takes them in. `undefined` where only a plan can tell. */
  readonly isCritical: boolean | undefined;
  /** After how many days. `undefined` where it approves by a fixed date. */
  readonly days: Value;
  readonly products: Value;
  readonly because: string;
}

function unreadBlocks(baseline: Resource): Verdict | undefined {
  for (const name of ['approval_rule', 'global_filter']) {
    const whole = baseline.blocks(name).length === 0 ? configured(baseline, name) : undefined;
    if (hasUnknown(whole)) return undetermined(`${name} is ${describe(whole)}, which only a plan can tell`);
  }
  return undefined;
}

function readRule(rule: Block, globalFilters: readonly Block[]): Approval {
  const filters = [...rule.blocks('patch_filter'), ...globalFilters];
  const whole = rule.blocks('patch_filter').length === 0 ? configured(rule, 'patch_filter') : undefined;
  const takesIn = filters.map((filter) => takesInCritical(filter));
  const until = configured(rule, 'approve_until_date');
  // The provider sends 0 where it finds neither days nor a date.
  const days = until === undefined || until === '' ? (configured(rule, 'approve_after_days') ?? 0) : undefined;
  const isUnread = takesIn.includes(undefined) || hasUnknown(whole);
  return {
    isCritical: takesIn.includes(false) ? false : isUnread ? undefined : true,
    days,
    products: rule
      .blocks('patch_filter')
      .find((filter) => filter.get('key') === 'PRODUCT')
      ?.get('values'),
    because:
      days === undefined
        ? `approve_until_date is ${describe(until)}`
        : isUnread
          ? `patch_filter of an approval_rule is open`
          : `approve_after_days is ${describe(days)}`,
  };
}

function takesInCritical(filter: Block): boolean | undefined {
  const key = filter.get('key');
  if (hasUnknown(key)) return undefined;
  const accepted = typeof key === 'string' && Object.keys(FILTERS).includes(key) ? FILTERS[key] : undefined;
  if (!accepted) return true;
  const values = filter.get('values');
  if (asStrings(values).some((value) => accepted.includes(value))) return true;
  return hasUnknown(values) ? undefined : false;
}

function isQuick(days: Value): boolean {
  const number = asNumber(days);
  return number !== undefined && number <= MAX_DAYS;
}

/** Whether a rule is for every product that another is for. */
function includes(rule: Approval, other: Approval): boolean {
  const mine = asStrings(rule.products);
  if (rule.products === undefined || mine.includes('*')) return true;
  const theirs = asStrings(other.products);
  return theirs.length > 0 && !hasUnknown(other.products) && theirs.every((product) => mine.includes(product));
}
