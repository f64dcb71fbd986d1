import { recordOf, isAtOrBelow } from '../aws/declared';
import { Model } from '../terraform/model';
import { Stack } from '../terraform/stack';
import { WaiverRecord } from '../toms/record';
import { Waiver } from './finding';
import { RETIRED } from './retired';
import { RuleText } from './rule';

/** How many days before its end a waiver is announced. */
export const SOON_DAYS = 30;

const DAY = 24 * 60 * 60 * 1000;

/** What makes a waiver unusable, in words. */
export interface WaiverProblem {
  readonly prop: string;
  readonly must: string;
  readonly value: string;
  readonly fix: string;
}

/** The rules that waivers may name, by id and by name. */
type Rules = ReadonlyMap<string, Pick<RuleText, 'id' | 'waivable'>>;

/** A waiver under the id of its rule, or what makes it unusable. */
export function checkWaiver(
  record: WaiverRecord,
  rules: Rules,
  today: Date
): { readonly waiver: Waiver } | { readonly problem: WaiverProblem } {
  const rule = rules.get(record.rule);
  if (!rule) return { problem: unknownRule(record.rule) };
  const problem = problemOf(record, rule, today);
  return problem ? { problem } : { waiver: { ...record, rule: rule.id } };
}

function unknownRule(value: string): WaiverProblem {
  const replacements = RETIRED.get(value);
  if (replacements === undefined) {
    return {
      prop: 'rule',
      must: 'must be the id or the name of a rule',
      value,
      fix: "list them with 'npx toms rules'",
    };
  }
  const fix = replacements.length === 0 ? 'remove the waiver' : `waive ${replacements.join(' or ')}, which replace it`;
  return { prop: 'rule', must: 'must not be a retired rule', value, fix };
}

function problemOf(waiver: WaiverRecord, rule: Pick<RuleText, 'waivable'>, today: Date): WaiverProblem | undefined {
  if (rule.waivable === false) {
    return {
      prop: 'rule',
      must: 'must be a rule that may be waived',
      value: waiver.rule,
      fix: `see 'npx toms explain ${waiver.rule}'`,
    };
  }
  if (waiver.reason.trim() === '') {
    return {
      prop: 'reason',
      must: 'must say why the risk is acceptable',
      value: waiver.reason,
      fix: "write reason: 'why'",
    };
  }
  if (waiver.approver.trim() === '') {
    return {
      prop: 'approver',
      must: 'must name who accepts the risk',
      value: waiver.approver,
      fix: "write approver: 'a name'",
    };
  }
  const end = lastMoment(waiver.expires);
  if (end === undefined) {
    return {
      prop: 'expires',
      must: 'must be a date as YYYY-MM-DD',
      value: waiver.expires,
      fix: `write expires: '${dateIn(90, today)}'`,
    };
  }
  if (end < today.getTime()) {
    return {
      prop: 'expires',
      must: 'must not be past',
      value: waiver.expires,
      fix: `fix the finding, or have the risk accepted again and write expires: '${dateIn(90, today)}'`,
    };
  }
  return undefined;
}

/** The date some days from now, as YYYY-MM-DD. */
export function dateIn(days: number, today: Date): string {
  return new Date(today.getTime() + days * DAY).toISOString().slice(0, 10);
}

/** The end of the day (UTC) that a date names, or `undefined` where it is no date. */
function lastMoment(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const start = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== date) return undefined;
  return start + DAY - 1;
}

/** The waivers of a run: which are sound, which cover what, and which were of no use. */
export class WaiverBook {
  readonly problems: {
    readonly stack: Stack;
    readonly waiver: WaiverRecord;
    readonly message: string;
    readonly fix: string;
  }[] = [];
  readonly warnings: string[] = [];
  private readonly sound: Waiver[] = [];
  private readonly byRule = new Map<string, { readonly stack: Stack; readonly waiver: Waiver }[]>();
  private readonly used = new Set<Waiver>();
  private readonly stackOf = new Map<Waiver, Stack>();

  constructor(model: Model, rules: Rules, today: Date) {
    for (const stack of model.stacks) {
      for (const record of recordOf(stack).waivers) {
        const checked = checkWaiver(record, rules, today);
        if ('problem' in checked) {
          const { prop, must, value, fix } = checked.problem;
          const message = `the waiver's '${prop}' ${must}, got ${JSON.stringify(value)}`;
          this.problems.push({ stack, waiver: record, message, fix });
          continue;
        }
        const { waiver } = checked;
        this.sound.push(waiver);
        this.stackOf.set(waiver, stack);
        const same = this.byRule.get(waiver.rule);
        if (same) same.push({ stack, waiver });
        else this.byRule.set(waiver.rule, [{ stack, waiver }]);
        const days = Math.floor((lastMoment(waiver.expires)! - today.getTime()) / DAY);
        if (days < SOON_DAYS) {
          this.warnings.push(
            `the waiver of ${waiver.rule} on ${waiver.path} ends on ${waiver.expires}: fix the finding, or have ${waiver.approver} renew it`
          );
        }
      }
    }
  }

  /** The waiver that covers a finding. */
  public cover(rule: string, stack: Stack, constructPath: string | undefined): Waiver | undefined {
    if (constructPath === undefined) return undefined;
    for (const candidate of this.byRule.get(rule) ?? []) {
      if (candidate.stack === stack && isAtOrBelow(constructPath, candidate.waiver.path)) {
        this.used.add(candidate.waiver);
        return candidate.waiver;
      }
    }
    return undefined;
  }

  /** Every sound waiver. */
  public get all(): readonly Waiver[] {
    return this.sound;
  }

  /** Waivers that covered nothing. */
  public get unused(): readonly { readonly stack: Stack; readonly waiver: Waiver }[] {
    return this.sound
      .filter((waiver) => !this.used.has(waiver))
      .map((waiver) => ({ stack: this.stackOf.get(waiver)!, waiver }));
  }
}
