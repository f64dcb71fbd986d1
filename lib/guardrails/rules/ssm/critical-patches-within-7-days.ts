import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { Value, asNumber, asStrings, hasUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

const MAX_DAYS = 7;

/** The filters that say which patches a rule is for, and the values that take in critical security patches. */
const FILTERS: { readonly [key: string]: readonly string[] } = {
  CLASSIFICATION: ['*', 'Security', 'SecurityUpdates'],
  SEVERITY: ['*', 'Critical'],
  MSRC_SEVERITY: ['*', 'Critical'],
};

/** Baselines that let critical patches in within a week. */
export const RULE: ResourceRule = {
  id: 'SSM-003',
  name: 'critical-patches-within-7-days',
  title: 'A patch baseline approves critical security patches within 7 days',
  severity: 'medium',
  claims: ['5.1.2.c', '9.1.d'],
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
