import { Span, inDays } from '../erasure/days';
import { Erasure } from '../erasure/horizon';
import { scopeOf } from '../guardrails/finding';
import { CHAPTERS } from '../toms/measures/catalogue';
import { markdown, markdownName } from './escape';
import { Evidence, MeasureEvidence, RuleEvidence, STATES } from './evidence';

/** How many addresses an outcome of a rule shows. */
const SHOWN = 20;

/** Evidence for people. */
export function evidenceMarkdown(evidence: Evidence): string {
  const parts = [
    ...opening(evidence),
    ...measures(evidence),
    ...erasure(evidence),
    ...rules(evidence),
    ...notRead(evidence),
    ...waivers(evidence),
  ];
  return `${parts.join('\n')}\n`;
}

function opening({ enforced, inputs, resources, summary, crashes }: Evidence): string[] {
  return [
    '# Evidence of technical and organizational measures',
    '',
    `What the configuration of ${resources} resources shows. How it is run, and what people do, it cannot show.`,
    ...(enforced ? [] : ['', '**Nothing was enforced: the guardrails only warned.**']),
    '',
    ...inputs.map((input) => `- ${markdownName(input)}`),
    ...section(
      '**Rules failed to run: this is no evidence.**',
      crashes.map((crash) => `- ${markdown(crash)}`)
    ),
    '',
    ...table(
      ['State', 'Measures'],
      STATES.map((state) => [state, String(summary[state])])
    ),
  ];
}

function measures(evidence: Evidence): string[] {
  const chapters = new Map<number, MeasureEvidence[]>();
  for (const measure of evidence.measures) {
    chapters.set(measure.chapter, [...(chapters.get(measure.chapter) ?? []), measure]);
  }
  const lines = ['', '## Measures'];
  for (const [chapter, ofChapter] of chapters) {
    const rows = ofChapter.map(({ id, title, kind, state, rules: by }) => {
      const shown = state === 'violated' ? '**violated**' : state;
      return [id, markdown(title), kind, shown, by.map(markdownName).join(', ')];
    });
    lines.push('', `### ${chapter} ${CHAPTERS[chapter]}`, '');
    lines.push(...table(['Measure', 'Title', 'Kind', 'State', 'Rules'], rows));
  }
  return lines;
}

function erasure(evidence: Evidence): string[] {
  const rows = evidence.erasure.map(({ store, dataClass, days, parts, ...kept }) => [
    markdownName(store),
    markdown(dataClass),
    keptFor(kept),
    spanText(days),
    parts.map((part) => `${part.place} ${spanText(part.days)}: ${markdown(part.because)}`).join('; '),
  ]);
  const conflicts = evidence.erasure.flatMap(({ store, conflicts: found }) =>
    found.map(({ rule, message }) => `- ${markdownName(store)}, ${rule}: ${markdown(message)}`)
  );
  return [
    '',
    '## Erasure horizon',
    '',
    'For each store, the most days from the deletion of a record until nothing of it is left in what this configuration makes.',
    '',
    ...(rows.length > 0 ? table(ERASURE_HEAD, rows) : ['No stores.']),
    ...section('**What outlives the retention:**', conflicts),
  ];
}

function keptFor({
  retentionDays,
  dataCategory,
  purpose,
}: Pick<Erasure, 'retentionDays' | 'dataCategory' | 'purpose'>): string {
  if (purpose !== undefined) return `as ${purpose}`;
  if (retentionDays === undefined) return 'not declared';
  return dataCategory === undefined
    ? spanText(retentionDays)
    : `${spanText(retentionDays)} (${markdown(dataCategory)})`;
}

const ERASURE_HEAD = ['Store', 'Class', 'May be kept', 'Gone after', 'Where it lives on'];

function spanText(span: Span): string {
  if (span === 'never') return '**never**';
  if (span === 'undetermined') return 'undetermined';
  return inDays(span);
}

function rules(evidence: Evidence): string[] {
  const lines = ['', '## Rules'];
  for (const rule of evidence.rules) {
    lines.push('', `### ${markdown(rule.rule)} ${markdown(rule.title)}`, '', `Measures: ${rule.measures.join(', ')}`);
    for (const outcome of ['violated', 'waived', 'undetermined', 'met'] as const)
      lines.push(...addresses(rule, outcome));
  }
  return lines;
}

function addresses(rule: RuleEvidence, outcome: 'violated' | 'waived' | 'undetermined' | 'met'): string[] {
  const all = rule[outcome];
  const shown = all.slice(0, SHOWN).map((address) => `- ${markdownName(address)}`);
  if (all.length > SHOWN) shown.push(`- and ${all.length - SHOWN} more in evidence.json`);
  return section(`${outcome} (${all.length}):`, shown);
}

function notRead(evidence: Evidence): string[] {
  const rows = Object.entries(evidence.notRead).map(([type, count]) => [markdownName(type), String(count)]);
  return [
    '',
    '## Not read',
    '',
    'Types of which no rule asks anything in particular. What their resources do is not part of this evidence.',
    '',
    ...(rows.length > 0 ? table(['Type', 'Resources'], rows) : ['None.']),
  ];
}

function waivers(evidence: Evidence): string[] {
  const rows = evidence.waivers.map(({ rule, reason, approver, expires, ticket, ...scope }) => [
    markdownName(rule),
    markdownName(scopeOf(scope)),
    markdown(reason),
    markdown(approver),
    markdown(expires),
    markdown(ticket ?? ''),
  ]);
  return ['', '## Waivers', '', ...(rows.length > 0 ? table(WAIVER_HEAD, rows) : ['None.'])];
}

const WAIVER_HEAD = ['Rule', 'Covers', 'Reason', 'Approver', 'Expires', 'Ticket'];

function section(head: string, body: readonly string[]): string[] {
  return body.length > 0 ? ['', head, '', ...body] : [];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
