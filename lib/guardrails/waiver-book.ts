import { maxWaiverDays, recordOf } from '../aws/declared';
import { Memo } from '../terraform/memo';
import { Model } from '../terraform/model';
import { Stack } from '../terraform/stack';
import { WaiverRecord } from '../toms/record';
import { Waiver } from './finding';
import { Result } from './rule';
import { Scopes, pathSegments } from './waiver-scope';
import { WaivableRules, checkWaiver, daysLeft } from './waivers';

/** How many days before its end a waiver is announced. */
const SOON_DAYS = 30;

/** A waiver that is unusable, and why. */
interface Problem {
  readonly stack: Stack;
  readonly waiver: WaiverRecord;
  readonly message: string;
  readonly fix: string;
}

/** A waiver that is sound, and the stack that it belongs to. */
interface Entry {
  readonly stack: Stack;
  readonly waiver: Waiver;
}

/** The waivers of a run: which are sound, which cover what, and which are of no use. */
export class WaiverBook {
  readonly problems: Problem[] = [];
  readonly warnings: string[] = [];
  private readonly entries: Entry[] = [];
  /** By the names of their stacks and the ids of their rules. */
  private readonly scopes = new Map<string, Scopes<Entry>>();
  private readonly used = new Set<Entry>();
  /** Where construct paths are shared, so that each is said once. */
  private readonly refused = new Set<string>();

  constructor(model: Model, rules: WaivableRules, today: Date) {
    for (const stack of model.stacks) {
      for (const record of recordOf(stack).waivers) this.add(stack, record, rules, today);
    }
  }

  private add(stack: Stack, record: WaiverRecord, rules: WaivableRules, today: Date): void {
    const checked = checkWaiver(record, rules, today, maxWaiverDays(stack, record.path));
    if ('problem' in checked) {
      const { prop, must, value, fix } = checked.problem;
      const message = `the waiver's '${prop}' ${must}, got ${JSON.stringify(value)}`;
      this.problems.push({ stack, waiver: record, message, fix });
      return;
    }
    const { waiver } = checked;
    const entry = { stack, waiver };
    this.entries.push(entry);
    const key = keyOf(stack, waiver.rule);
    let scopes = this.scopes.get(key);
    if (!scopes) this.scopes.set(key, (scopes = new Scopes()));
    scopes.add(pathSegments(waiver.path), entry);
    if (daysLeft(waiver.expires, today)! < SOON_DAYS) {
      this.warnings.push(
        `the waiver of ${waiver.rule} on ${waiver.path} ends on ${waiver.expires}: fix the finding, or have ${waiver.approver} renew it`
      );
    }
  }

  /** The waiver that covers a finding: the innermost. */
  public cover(rule: string, { stack, constructPath }: Result['subject']): Waiver | undefined {
    const scopes = this.scopes.get(keyOf(stack, rule));
    if (!scopes || constructPath === undefined) return undefined;
    const covering = scopes.at(pathSegments(constructPath).map((segment) => [segment]));
    for (const entry of covering) this.used.add(entry);
    const sharing = sharedPaths(stack).get(constructPath);
    if (sharing && covering.length > 0) this.refuseShared(stack, covering[0].waiver, constructPath, sharing);
    return sharing ? undefined : covering[0]?.waiver;
  }

  private refuseShared(stack: Stack, waiver: Waiver, path: string, sharing: readonly string[]): void {
    const key = `${keyOf(stack, waiver.rule)} ${path}`;
    if (this.refused.has(key)) return;
    this.refused.add(key);
    const message = `the waiver covers nothing at ${path}, since several resources say that they are this construct: ${sharing.join(', ')}`;
    this.problems.push({ stack, waiver, message, fix: 'give each resource the path of its own construct' });
  }

  /** Every sound waiver. */
  public get all(): readonly Waiver[] {
    return this.entries.map(({ waiver }) => waiver);
  }

  /** The waivers that covered nothing, where the run could tell. */
  public get unused(): readonly Entry[] {
    return this.entries.filter((entry) => !this.used.has(entry) && isDefinite(entry.stack));
  }
}

/** Whether no plan of a stack can have findings that this one has not: those of modules, and of other values of variables. */
function isDefinite({ kind, unreadModules, hasDefaults }: Stack): boolean {
  return kind === 'plan' || (unreadModules.length === 0 && !hasDefaults);
}

const SHARED = new Memo<ReadonlyMap<string, readonly string[]>>();

/** The construct paths that several resources of a stack have, which cdktf never writes, and their addresses without index. */
function sharedPaths(stack: Stack): ReadonlyMap<string, readonly string[]> {
  return SHARED.of(stack, () => {
    const byPath = new Map<string, Set<string>>();
    for (const { constructPath, key } of stack.resources) {
      if (constructPath === undefined) continue;
      const keys = byPath.get(constructPath);
      if (keys) keys.add(key);
      else byPath.set(constructPath, new Set([key]));
    }
    return new Map([...byPath].filter(([, keys]) => keys.size > 1).map(([path, keys]) => [path, [...keys]]));
  });
}

function keyOf(stack: Stack, rule: string): string {
  return `${rule} ${stack.name}`;
}
