import { scopeOf } from '../guardrails/finding';
import { ListedWaiver } from '../guardrails/waiver-list';
import { shownPath } from '../terraform/shown-path';
import { jsonText, oneLine } from './escape';

/** Every waiver, a line each, the first to end first; below what is not in force, why. */
export function waiverListText(waivers: readonly ListedWaiver[]): string {
  if (waivers.length === 0) return 'no waivers\n';
  const head = ['expires', 'left', 'rule', 'covers', 'approver', 'ticket'];
  const rows = [head, ...waivers.map(row)];
  const widths = head.map((_, column) => rows.reduce((most, cells) => Math.max(most, cells[column].length), 0));
  const lines = rows.flatMap((cells, at) => {
    const line = cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
    const problem = at === 0 ? undefined : waivers[at - 1].problem;
    return problem === undefined ? [line] : [line, `  ${oneLine(problem)}`];
  });
  return `${lines.join('\n')}\n`;
}

function row({ waiver, state, daysLeft }: ListedWaiver): string[] {
  const left = state === 'in force' ? `${daysLeft} ${daysLeft === 1 ? 'day' : 'days'}` : state;
  return [waiver.expires, left, waiver.rule, covers(waiver), waiver.approver, waiver.ticket ?? ''].map(oneLine);
}

function covers(waiver: ListedWaiver['waiver']): string {
  return waiver.stack === undefined ? scopeOf(waiver) : `${waiver.stack}:${scopeOf(waiver)}`;
}

/** Every waiver, for programs. */
export function waiverListJson(waivers: readonly ListedWaiver[]): string {
  const shown = waivers.map(({ waiver, stacks, file, daysLeft, state, problem }) => {
    const { rule, path, address, statements, reason, approver, expires, ticket } = waiver;
    return {
      ...{ rule, path, address, statements, stacks, file: shownPath(file), reason, approver, expires, ticket },
      ...{ daysLeft: daysLeft ?? null, state, problem },
    };
  });
  return jsonText({ version: 1, waivers: shown });
}
