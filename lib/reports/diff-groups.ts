import { Change, Diff, Direction, summaryOf } from '../diff/change';

/** Changes that say the same of several places. */
export interface Group {
  readonly changes: readonly Change[];
  readonly first: Change;
}

/** The changes of a direction, the like together, in their order. */
export function groupsOf(changes: readonly Change[], direction: Direction): Group[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    if (change.direction !== direction) continue;
    const key = JSON.stringify([change.severity, change.subject, change.approval !== undefined, change.message]);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()].map((of) => ({ changes: of, first: of[0] }));
}

/** Where a change is. */
export function placeOf({ stack, address }: Change): string {
  return stack === '' ? address : `${stack}:${address}`;
}

/** How many changes there are of which kind, in one line. */
export function sumsOf(diff: Diff): string {
  const { widened, approved, narrowed, neutral, undetermined } = summaryOf(diff);
  const parts = [
    `${widened} widened${approved > 0 ? ` (${approved} approved)` : ''}`,
    `${undetermined} undetermined`,
    `${narrowed} narrowed`,
    `${neutral} neutral`,
  ];
  if (diff.tagsOnly > 0) parts.push(`${diff.tagsOnly} in tags only`);
  if (diff.moved > 0) parts.push(`${diff.moved} moved`);
  return parts.join(', ');
}
