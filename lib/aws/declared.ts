import { Memo } from '../terraform/memo';
import { UnreadableInput } from '../terraform/unreadable-input';
import { Resource, Stack } from '../terraform/stack';
import { Unknown, asNumber, describe, isUnknown } from '../terraform/value';
import { DEMANDS } from '../toms/demands';
import { CategoryRecord, PostureRecord, ScheduleRecord, TomsRecord, parseRecord } from '../toms/record';
import { EU_REGIONS } from '../toms/regions';
import { TAG } from '../toms/tags';
import { demandsOf } from './demanded';

const RECORDS = new Memo<TomsRecord>();

/** What the constructs of a stack left in its `//`. */
export function recordOf(stack: Stack): TomsRecord {
  return RECORDS.of(stack, () => {
    try {
      return parseRecord(stack.comment);
    } catch (error) {
      if (error instanceof TypeError) throw new UnreadableInput(stack.file, error.message);
      throw error;
    }
  });
}

/** The posture that is recorded for the scope that a resource stands in: the innermost at or above it. */
export function postureOf({ stack, constructPath }: Resource): PostureRecord | undefined {
  return postureAt(stack, constructPath);
}

/** The regions in which data of the scope of a resource may lie. */
export function residencyOf(resource: Resource): readonly string[] {
  const residency = postureOf(resource)?.residency ?? [];
  return residency.length > 0 ? residency : EU_REGIONS;
}

function postureAt(stack: Stack, constructPath: string | undefined): PostureRecord | undefined {
  const { posture, scopes } = recordOf(stack);
  if (constructPath === undefined || scopes.length < 2) return posture;
  const byPath = SCOPES.of(stack, () => new Map(scopes.map((scope) => [scope.path, scope])));
  for (let path = constructPath; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    const scope = byPath.get(path);
    if (scope) return scope;
  }
  return posture;
}

/** For how many days from today the risks of a scope may be accepted. */
export function maxWaiverDays(stack: Stack, constructPath: string | undefined): number {
  const { waiverDays } = demandsOf(stack);
  const declared = postureAt(stack, constructPath)?.maxWaiverDays ?? waiverDays;
  return waiverDays < DEMANDS.waiverDays ? Math.min(declared, waiverDays) : declared;
}

const SCOPES = new Memo<ReadonlyMap<string, PostureRecord>>();

const CLASSES = new Memo<string | undefined>();

/** The class of the data of a resource: its tag, or the posture's, or nothing where neither declares one. */
export function dataClassOf(resource: Resource): string | undefined {
  return CLASSES.of(resource, () => {
    const tag = resource.tag(TAG.dataClass);
    return typeof tag === 'string' ? tag : postureOf(resource)?.dataClass;
  });
}

/** The category of the data of a resource in the retention schedule, where its tag or the posture names one. */
export function dataCategoryOf(resource: Resource): string | undefined {
  const tag = resource.tag(TAG.dataCategory);
  return typeof tag === 'string' ? tag : postureOf(resource)?.dataCategory;
}

/** A category of data as a schedule has it, and the schedule. */
export interface Scheduled {
  readonly category: CategoryRecord;
  readonly schedule: ScheduleRecord;
}

/** What the nearest schedule says of the category that a resource names. `undefined` where none of its stack has it. */
export function scheduledCategoryOf(resource: Resource): Scheduled | undefined {
  const name = dataCategoryOf(resource);
  const { schedules } = recordOf(resource.stack);
  if (name === undefined || schedules.length === 0) return undefined;
  const path = resource.constructPath;
  const holding = schedules.filter(
    (one) => Object.keys(one.categories).includes(name) && (path === undefined || isAtOrAbove(one.path, path))
  );
  const [nearest] = holding.sort((one, other) => other.path.length - one.path.length);
  return nearest && { category: nearest.categories[name], schedule: nearest };
}

function isAtOrAbove(scope: string, path: string): boolean {
  return scope === '' || path === scope || path.startsWith(`${scope}/`);
}

/** Whether a resource holds personal data. An undeclared class counts as personal. */
export function holdsPersonalData(resource: Resource): boolean {
  const dataClass = dataClassOf(resource);
  return dataClass !== 'public' && dataClass !== 'internal' && dataClass !== 'confidential';
}

/** Whether the stack of a resource lives for a test run, and may lose its data. */
export function isEphemeral(resource: Resource): boolean {
  return environmentOf(resource) === 'ephemeral';
}

/** Whether a resource serves real users. An undeclared environment counts as production. */
export function isProduction(resource: Resource): boolean {
  const environment = environmentOf(resource);
  return environment === undefined || environment === 'production';
}

/** The environment that the tag of a resource names, else the posture. */
export function environmentOf(resource: Resource): string | undefined {
  const tag = resource.tag(TAG.environment);
  return typeof tag === 'string' ? tag : postureOf(resource)?.environment;
}

/** How long the data of a resource may be kept, and who says so. */
export interface DeclaredRetention {
  readonly days: number | Unknown;
  /** For messages: `the 90 days that the posture declares`. */
  readonly text: string;
}

/** The retention that is declared for a resource: by its tag, else by the posture. `undefined` where nobody declares one. */
export function declaredRetention(resource: Resource): DeclaredRetention | undefined {
  const tag = resource.tag(TAG.retentionDays);
  if (isUnknown(tag)) return { days: tag, text: `the days that the tag ${TAG.retentionDays} declares` };
  const days = asNumber(tag);
  if (days !== undefined)
    return { days, text: `the ${describe(days)} days that the tag ${TAG.retentionDays} declares` };
  const posture = postureOf(resource)?.retentionDays;
  return posture === undefined ? undefined : { days: posture, text: `the ${posture} days that the posture declares` };
}
