import { maxWaiverDays, recordOf } from '../aws/declared';
import { Memo } from '../terraform/memo';
import { Model } from '../terraform/model';
import { Stack } from '../terraform/stack';
import { WaiverRecord } from '../toms/record';
import { SOON_DAYS, daysLeft } from './days';
import { Waiver, scopeOf } from './finding';
import { said } from './problem';
import { Result, Statements } from './rule';
import { WaiverEntry, WaiverFile } from './waiver-file';
import { Scopes, addressName, addressSegments, pathSegments } from './waiver-scope';
import { WaivableRules, checkWaiver } from './waivers';

/** Where a waiver stands. */
interface Place {
  /** The stack that it is reported for. */
  readonly stack: Stack;
  /** The stacks in which it covers findings. */
  readonly stacks: readonly Stack[];
  readonly file: string;
}

/** A waiver that is unusable, and why. */
interface Unusable extends Place {
  readonly waiver: WaiverRecord;
  readonly message: string;
  readonly fix: string;
}

/** A waiver that is sound. */
interface Sound extends Place {
  readonly waiver: Waiver;
}

/** The waivers of a run: which are sound, which cover what, and which are of no use. */
export class WaiverBook {
  readonly problems: Unusable[] = [];
  readonly warnings: string[] = [];
  readonly sound: Sound[] = [];
  /** By the names of their stacks and the ids of their rules. */
  private readonly byPath = new Map<string, Scopes<Sound>>();
  private readonly byAddress = new Map<string, Scopes<Sound>>();
  /** The waivers that something needs, each with the statements that do. */
  private readonly used = new Map<Sound, Set<string>>();
  /** Where construct paths are shared, so that each is said once. */
  private readonly refused = new Set<string>();

  constructor(
    model: Model,
    private readonly rules: WaivableRules,
    private readonly today: Date,
    files: readonly WaiverFile[] = []
  ) {
    for (const stack of model.stacks) {
      const place = { stack, stacks: [stack], file: stack.file };
      for (const record of recordOf(stack).waivers) this.add({ record }, place);
    }
    for (const { file, stacks, entries } of files) {
      for (const entry of entries) {
        const { stack: name } = entry.record;
        const named =
          name === undefined ? stacks : stacks.filter((it) => it.name === name || it.reference.name === name);
        this.add(entry, { file, stacks: named, stack: named[0] ?? stacks[0] });
      }
    }
  }

  private add({ record, problem }: WaiverEntry, place: Place): void {
    const maxDays = place.stacks
      .map((stack) => maxWaiverDays(stack, record.path))
      .reduce((least, days) => Math.min(least, days), maxWaiverDays(place.stack, record.path));
    const checked = problem ? { problem } : checkWaiver(record, this.rules, this.today, maxDays);
    if ('problem' in checked) {
      this.problems.push({
        ...place,
        waiver: record,
        message: said('waiver', checked.problem),
        fix: checked.problem.fix,
      });
      return;
    }
    const { waiver } = checked;
    const entry = { ...place, waiver };
    this.sound.push(entry);
    for (const stack of place.stacks) {
      const { path, address = '' } = waiver;
      const [scopes, segments] =
        path === undefined ? [this.byAddress, addressSegments(address)] : [this.byPath, pathSegments(path)];
      const key = keyOf(stack, waiver.rule);
      let ofRule = scopes.get(key);
      if (!ofRule) scopes.set(key, (ofRule = new Scopes()));
      ofRule.add(segments, entry);
    }
    if (place.stacks.length > 0 && daysLeft(waiver.expires, this.today)! < SOON_DAYS) {
      this.warnings.push(
        `the waiver of ${waiver.rule} on ${scopeOf(waiver)} ends on ${waiver.expires}: fix the finding, or have ${waiver.approver} renew it`
      );
    }
  }

  /**
   * The waiver that covers a finding: one of its address, or else of its construct, the innermost first. Those that name statements cover a finding only if
   * they name all of its statements.
   */
  public cover(rule: string, subject: Result['subject'], statements?: Statements): Waiver | undefined {
    const key = keyOf(subject.stack, rule);
    const covering = this.byAddress.get(key)?.at(addressName(subject.address)) ?? [];
    const path = pathOf(subject);
    if (path !== undefined) {
      const ofPath = this.byPath.get(key)?.at(pathSegments(path).map((segment) => [segment])) ?? [];
      const sharing = sharedPaths(subject.stack).get(path);
      if (!sharing) covering.push(...ofPath);
      else if (ofPath.length > 0) this.refuseShared(ofPath, path, sharing);
    }
    for (const entry of covering) this.use(entry, statements);
    const whole = covering.find(({ waiver }) => waiver.statements === undefined);
    if (whole) return whole.waiver;
    const named = new Set(covering.flatMap(({ waiver }) => waiver.statements ?? []));
    return statements?.every((name) => named.has(name)) ? covering[0]?.waiver : undefined;
  }

  /** A waiver of statements is needed by those that are found, and by all of them where nobody can tell which. */
  private use(entry: Sound, statements: Statements | undefined): void {
    const seen = this.used.get(entry) ?? new Set();
    for (const name of statements ?? entry.waiver.statements ?? []) seen.add(name);
    this.used.set(entry, seen);
  }

  private refuseShared(covering: readonly Sound[], path: string, sharing: readonly string[]): void {
    for (const entry of covering) this.use(entry, undefined);
    const [{ waiver, ...place }] = covering;
    const key = `${keyOf(place.stack, waiver.rule)} ${path}`;
    if (this.refused.has(key)) return;
    this.refused.add(key);
    const message = `the waiver covers nothing at ${path}, since several resources say that they are this construct: ${sharing.join(', ')}`;
    this.problems.push({ ...place, waiver, message, fix: 'give each resource the path of its own construct' });
  }

  /** Every sound waiver. */
  public get all(): readonly Waiver[] {
    return this.sound.map(({ waiver }) => waiver);
  }

  /** The waivers that covered nothing, where the run could tell. */
  public get unused(): readonly Sound[] {
    return this.sound.filter(
      (entry) => this.isUnused(entry) && entry.stacks.length > 0 && entry.stacks.every(isDefinite)
    );
  }

  private isUnused(entry: Sound): boolean {
    const seen = this.used.get(entry);
    return seen === undefined || entry.waiver.statements?.every((name) => seen.has(name)) === false;
  }
}

/** Whether no plan of a stack can have findings that this one has not: those of modules, and of other values of variables. */
function isDefinite({ kind, unreadModules, hasDefaults }: Stack): boolean {
  return kind === 'plan' || (unreadModules.length === 0 && !hasDefaults);
}

/** The path of the construct that a finding is about: what is in a module belongs to the construct that calls the module. */
function pathOf({ stack, address, constructPath }: Result['subject']): string | undefined {
  const module = /^module\.[^.[]+/.exec(address);
  return (module && (stack.configuration ?? stack).modulePaths.get(module[0])) ?? constructPath;
}

const SHARED = new Memo<ReadonlyMap<string, readonly string[]>>();

/** The construct paths that several blocks of a stack have, which cdktf never writes, and the addresses of these without index. */
function sharedPaths(stack: Stack): ReadonlyMap<string, readonly string[]> {
  return SHARED.of(stack, () => {
    const byPath = new Map<string, Set<string>>();
    const add = (path: string, address: string): void => {
      const addresses = byPath.get(path);
      if (addresses) addresses.add(address);
      else byPath.set(path, new Set([address]));
    };
    for (const { constructPath, key } of stack.resources) if (constructPath !== undefined) add(constructPath, key);
    for (const [address, path] of (stack.configuration ?? stack).modulePaths) add(path, address);
    return new Map([...byPath].filter(([, all]) => all.size > 1).map(([path, all]) => [path, [...all]]));
  });
}

function keyOf(stack: Stack, rule: string): string {
  return `${rule} ${stack.name}`;
}
