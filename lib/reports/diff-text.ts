import { Change, Diff, Direction, isOpen } from '../diff/change';
import { oneLine } from './escape';
import { groupsOf, placeOf, sumsOf } from './diff-groups';
import { Paint, Style, paintOf } from './paint';

/** How many groups of a direction, and places of a group, are shown unless somebody asks for all. */
const GROUPS = 20;
const PLACES = 5;

export interface DiffOptions {
  readonly colour?: boolean;
  readonly verbose?: boolean;
}

const STYLES: { readonly [D in Direction]: Style } = {
  widens: 'red',
  undetermined: 'yellow',
  narrows: 'green',
  neutral: 'dim',
};

/** A diff for people: what widens first, the most dangerous of it above all. */
export function diffText(diff: Diff, options: DiffOptions = {}): string {
  const paint = paintOf(options.colour);
  const lines: string[] = [];
  for (const direction of ['widens', 'undetermined', 'narrows'] as const)
    lines.push(...ofDirection(diff.changes, direction, options, paint));
  if (options.verbose) lines.push(...ofDirection(diff.changes, 'neutral', options, paint));
  for (const { name, before, after } of diff.reach)
    lines.push(`reach     ${oneLine(name)}: ${before} -> ${after} other things, if somebody takes it over`);
  for (const { id, before, after } of diff.measures) lines.push(`measure   ${id}: ${before} -> ${after}`);
  if (diff.reach.length + diff.measures.length > 0) lines.push('');
  lines.push(paint(diff.changes.some(isOpen) ? 'red' : 'green', sumsOf(diff)));
  return `${lines.join('\n')}\n`;
}

function ofDirection(
  changes: readonly Change[],
  direction: Direction,
  { verbose }: DiffOptions,
  paint: Paint
): string[] {
  const all = groupsOf(changes, direction);
  const groups = verbose ? all : all.slice(0, GROUPS);
  const lines = groups.flatMap(({ changes: of, first }) => {
    const { severity, subject, message, approval, measures } = first;
    const word = paint(STYLES[direction], approval ? 'approved' : direction);
    const shown = verbose ? of : of.slice(0, PLACES);
    const places = shown.map((change) => `  ${oneLine(placeOf(change))}  ${paint('dim', change.id)}`);
    if (of.length > shown.length) places.push(`  … and ${of.length - shown.length} more places`);
    if (approval)
      places.push(`  until ${approval.expires} by ${oneLine(approval.approver)}: ${oneLine(approval.reason)}`);
    const bears = measures.length > 0 ? paint('dim', ` (TOM ${measures.join(', ')})`) : '';
    return [`${word}  ${severity}  ${paint('bold', subject)}  ${oneLine(message)}${bears}`, ...places];
  });
  if (all.length > groups.length)
    lines.push(
      `… and ${all.length - groups.length} more kinds of change that are ${direction === 'widens' ? 'widening' : direction}: --verbose shows them`
    );
  return lines.length > 0 ? [...lines, ''] : [];
}
