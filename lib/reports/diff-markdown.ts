import { Change, Diff, Direction, FlowChange, isOpen } from '../diff/change';
import { markdown, markdownName, mermaid } from './escape';
import { groupsOf, placeOf, sumsOf } from './diff-groups';

/** The longest comment that GitHub takes, with room for what a workflow adds. */
const LONGEST = 65_000;

/** How many places of a group, and flows in the picture, are shown. */
const PLACES = 5;
const FLOWS = 30;

/** What a workflow finds its comment by, to replace it. */
const MARK = '<!-- written by toms diff -->';

const HEADINGS: { readonly [D in Direction]: string } = {
  widens: 'Widens',
  undetermined: 'Nobody can tell',
  narrows: 'Narrows',
  neutral: 'Neutral',
};

/** A diff as a comment on a pull request: the most dangerous line first, cut where it would be too long, and the same text for the same diff. */
export function diffMarkdown(diff: Diff): string {
  const sections = [
    [MARK, `**${lead(diff)}**`, '', `${sumsOf(diff)}.`],
    ...(['widens', 'undetermined', 'narrows'] as const).map((direction) => section(diff.changes, direction)),
    picture(diff.flows),
    facts(diff),
    neutral(diff.changes),
  ].filter((lines) => lines.length > 0);
  return cut(sections);
}

function lead({ changes }: Diff): string {
  const worst = changes.find(isOpen);
  if (worst) return `${worst.severity}: ${markdown(worst.message)} (${markdownName(placeOf(worst))})`;
  if (changes.some(({ direction }) => direction === 'widens')) return 'What widens is approved.';
  if (changes.some(({ direction }) => direction === 'undetermined')) return 'Nothing widens for certain.';
  return 'Nothing widens.';
}

function section(changes: readonly Change[], direction: Direction): string[] {
  const groups = groupsOf(changes, direction);
  if (groups.length === 0) return [];
  return ['', `### ${HEADINGS[direction]}`, '', ...groups.map(({ changes: of }) => line(of))];
}

function line(changes: readonly Change[]): string {
  const [{ severity, message, approval, measures }] = changes;
  const places = changes.slice(0, PLACES).map((change) => markdownName(placeOf(change)));
  if (changes.length > PLACES) places.push(`and ${changes.length - PLACES} more`);
  const bears = measures.length > 0 ? ` (TOM ${measures.join(', ')})` : '';
  const by = approval
    ? ` — approved until ${approval.expires} by ${markdown(approval.approver)}: ${markdown(approval.reason)}`
    : '';
  const ids =
    changes[0].direction === 'widens' && !approval
      ? ` \`${changes
          .map(({ id }) => id)
          .slice(0, PLACES)
          .join(' ')}\``
      : '';
  return `- **${severity}** ${markdown(message)}${bears}: ${places.join(', ')}${by}${ids}`;
}

/** The flows that are new or closed, as a picture. */
function picture(flows: readonly FlowChange[]): string[] {
  if (flows.length === 0) return [];
  const names = [...new Set(flows.slice(0, FLOWS).flatMap(({ from, to }) => [from, to]))];
  const idOf = (name: string): string => `n${names.indexOf(name)}`;
  const drawn = flows.slice(0, FLOWS).map(({ from, to, label, isNew }) => {
    const text = mermaid(`${isNew ? 'new' : 'closed'}${label === '' ? '' : `: ${label}`}`);
    return `  ${idOf(from)} ${isNew ? '==>' : '-.->'}|"${text}"| ${idOf(to)}`;
  });
  const more = flows.length > FLOWS ? [`  %% and ${flows.length - FLOWS} more flows`] : [];
  const nodes = names.map((name) => `  ${idOf(name)}["${mermaid(name)}"]`);
  return ['', '### Flows', '', '```mermaid', 'flowchart LR', ...nodes, ...drawn, ...more, '```'];
}

function facts({ reach, measures }: Diff): string[] {
  if (reach.length + measures.length === 0) return [];
  return [
    '',
    '### Before and after',
    '',
    '| What | Before | After |',
    '| --- | --- | --- |',
    ...reach.map(({ name, before, after }) => `| Reach of ${markdown(name)} | ${before} | ${after} |`),
    ...measures.map(({ id, before, after }) => `| Measure ${id} | ${before} | ${after} |`),
  ];
}

function neutral(changes: readonly Change[]): string[] {
  const groups = groupsOf(changes, 'neutral');
  if (groups.length === 0) return [];
  return [
    '',
    '<details><summary>Neutral</summary>',
    '',
    ...groups.map(({ changes: of }) => line(of)),
    '',
    '</details>',
  ];
}

/** As many lines as fit, each whole, and how many do not. */
function cut(sections: readonly (readonly string[])[]): string {
  const lines: string[] = [];
  let length = 0;
  const all = sections.flat();
  // A picture or a block that folds is there whole or not at all.
  const blocks = sections.flatMap((block) =>
    block.includes('```mermaid') || block.includes('</details>') ? [block] : block.map((one) => [one])
  );
  for (const block of blocks) {
    const size = block.reduce((sum, one) => sum + one.length + 1, 0);
    if (length + size > LONGEST) {
      lines.push('', `… and ${all.length - lines.length} more lines: toms diff shows them.`);
      break;
    }
    lines.push(...block);
    length += size;
  }
  return `${lines.join('\n')}\n`;
}
