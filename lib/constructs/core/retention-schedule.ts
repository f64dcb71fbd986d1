import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { DataClass } from '../../toms/data-class';
import { ScheduleRecord } from '../../toms/record';
import { requireDays } from './require';
import { refuseOtherEngine } from './other-engine';
import { refuse } from './errors';

/** How long one category of data is kept, and why (TOM 2.2, GDPR Art. 5(1)(e) and 30(1)(f)). */
export interface DataCategory {
  /** How many days data of the category is kept before it is deleted. No store of the category keeps it for longer. */
  readonly retentionDays: number;

  /** What the period rests on, for refusals and reviewers: a statute, a contract, a purpose. */
  readonly legalBasis: string;

  /**
   * The class of the data (TOM 3.1.2). A store of the category may be of a higher class, and of no lower one.
   *
   * @default - the posture's
   */
  readonly dataClass?: DataClass;

  /**
   * The processing that the data belongs to, by its name in the record of processing activities (TOM 11.1, GDPR Art. 30). Where one category of a schedule names
   * its processing, AWS-034 asks it of all.
   *
   * @default - none: the record of `toms evidence` leaves it open
   */
  readonly processing?: string;
}

const SCHEDULE = Symbol.for('cdktf-aws-toms/RetentionSchedule');
const INNER = Symbol.for('cdktf-aws-toms/InnerSchedules');

interface Schedule {
  readonly categories: ReadonlyMap<string, DataCategory>;
  readonly used: Set<string>;
}

/**
 * The retention schedule: the categories of data and how long each is kept, in one place (TOM 2.2). Stores name their category, and take
 * retention and class from it.
 *
 * ```ts
 * RetentionSchedule.set(app, {
 *   invoices: { retentionDays: 2922, legalBasis: '§ 147 AO, § 14b UStG: 8 years' },
 *   sessions: { retentionDays: 14, legalBasis: 'GDPR Art. 6(1)(b): while a visit lasts' },
 * });
 * ```
 */
export class RetentionSchedule {
  /**
   * Sets the schedule of a scope and of everything below it. Stores find it when they are made, so set it before them.
   *
   * A category that no store names fails synth: either a store lacks its category, or the schedule speaks of data that is not there.
   *
   * @throws ValidationError on no categories, a name that is no tag value, a retention that is no positive whole number, no legal basis, a processing without a
   * name, or a second schedule on one scope.
   */
  public static set(scope: IConstruct, categories: { [name: string]: DataCategory }): void {
    refuseOtherEngine(scope);
    if (SCHEDULE in scope) {
      refuse(scope, {
        prop: 'RetentionSchedule.set',
        must: 'must be called once on a scope: a schedule is one place',
        measure: '2.2',
        fix: 'merge the two calls',
      });
    }
    const all = new Map(Object.entries(categories));
    if (all.size === 0) {
      refuse(scope, {
        prop: 'categories',
        must: 'must hold at least one category',
        measure: '2.2',
        fix: "write { invoices: { retentionDays: 2922, legalBasis: '§ 147 AO' } }",
      });
    }
    for (const [name, category] of all) requireCategory(scope, name, category);
    const schedule: Schedule = { categories: all, used: new Set() };
    Object.defineProperty(scope, SCHEDULE, { value: schedule });
    rememberInner(scope);
    scope.node.addValidation({ validate: () => unused(scope, schedule) });
  }

  private constructor() {}
}

function requireCategory(scope: IConstruct, name: string, category: DataCategory): void {
  if (!/^[\w.:/=+@-]{1,64}$/.test(name)) {
    refuse(scope, {
      prop: 'categories',
      must: 'must have names of 1 to 64 letters, digits and _ . : / = + - @, which a tag can hold',
      value: name,
      measure: '2.2',
      fix: "write 'customer-records'",
    });
  }
  requireDays(scope, `${name}.retentionDays`, category.retentionDays, { min: 1, measure: '2.2', example: 365 });
  if (category.legalBasis.trim() === '') {
    refuse(scope, {
      prop: `${name}.legalBasis`,
      must: 'must say what the period rests on',
      value: category.legalBasis,
      measure: '2.2',
      fix: "write legalBasis: '§ 147 AO, § 14b UStG: 8 years'",
    });
  }
  if (category.processing?.trim() === '') {
    refuse(scope, {
      prop: `${name}.processing`,
      must: 'must be the name that the processing has in the record of processing activities',
      value: category.processing,
      measure: '11.1',
      fix: "write processing: 'Billing of customers', or leave it out",
    });
  }
}

/** A schedule within a stack is not above it: the stack keeps the scopes that have one. */
function rememberInner(scope: IConstruct): void {
  const stack: (TerraformStack & { [INNER]?: IConstruct[] }) | undefined = scope.node.scopes.find(
    (at): at is TerraformStack => TerraformStack.isStack(at)
  );
  if (stack === undefined || stack === scope) return;
  if (stack[INNER]) stack[INNER].push(scope);
  else Object.defineProperty(stack, INNER, { value: [scope] });
}

/**
 * The schedules that apply in a stack, for its `//`: those of the scopes above it, the outermost first, its own, and those within it.
 * @internal
 */
export function schedulesOf(stack: TerraformStack): ScheduleRecord[] | undefined {
  const inner = (stack as { [INNER]?: IConstruct[] })[INNER] ?? [];
  const found = [...stack.node.scopes, ...inner].flatMap((scope) => {
    const schedule = (scope as { [SCHEDULE]?: Schedule })[SCHEDULE];
    return schedule ? [{ path: scope.node.path, categories: Object.fromEntries(schedule.categories) }] : [];
  });
  return found.length > 0 ? found : undefined;
}

function unused(scope: IConstruct, { categories, used }: Schedule): string[] {
  return [...categories.keys()]
    .filter((name) => !used.has(name))
    .map(
      (name) =>
        `[${scope.node.path || 'App'}] the retention schedule has the category "${name}", and no store is of it (TOM 2.2 Retention schedule); write dataCategory: '${name}' on the store that holds it, or remove the category`
    );
}

/**
 * Marks a category as used by a scope, and returns it from the nearest schedule that has it.
 * @internal
 */
export function useCategory(scope: IConstruct, name: string): DataCategory {
  const known: string[] = [];
  for (let at: IConstruct | undefined = scope; at; at = at.node.scope) {
    const schedule = (at as { [SCHEDULE]?: Schedule })[SCHEDULE];
    const category = schedule?.categories.get(name);
    if (category) {
      schedule?.used.add(name);
      return category;
    }
    known.push(...(schedule?.categories.keys() ?? []));
  }
  return refuse(scope, {
    prop: 'dataCategory',
    must: 'must be a category of the retention schedule',
    value: name,
    measure: '2.2',
    fix:
      known.length > 0
        ? `write one of ${known.join(', ')}, or add '${name}' to RetentionSchedule.set`
        : `write RetentionSchedule.set(app, { '${name}': { retentionDays: 365, legalBasis: '…' } }) before it`,
  });
}
