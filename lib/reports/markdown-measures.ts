import { ClaimEvidence } from '../evidence/claims';
import { Evidence } from '../evidence/evidence';
import { MeasureEvidence, letterOf, liveOf } from '../evidence/measures';
import { CHAPTERS } from '../toms/measures/catalogue';
import { countText, tallyText } from './claim-text';
import { markdown, markdownName } from './escape';
import { table } from './markdown-table';

/** How many members that nobody judged a claim names. */
const NAMED = 10;

/** The measures with their claims, by chapter. */
export function measuresMarkdown({ measures }: Evidence): string[] {
  const lines = ['', '## Measures'];
  let chapter = 0;
  for (const measure of measures) {
    if (measure.chapter !== chapter) {
      chapter = measure.chapter;
      lines.push('', `### ${chapter} ${CHAPTERS[chapter]}`);
    }
    lines.push(...measureMarkdown(measure));
  }
  return lines;
}

function measureMarkdown(measure: MeasureEvidence): string[] {
  const rows = measure.claims.map((claim) => [
    letterOf(claim.id),
    claim.state === 'violated' ? '**violated**' : claim.state,
    countText(claim),
    `${markdown(claim.says)}${claim.supports ? ' (supports the measure, and does not count)' : ''}`,
    byText(claim),
    claim.sample ?? '',
  ]);
  return [
    '',
    `#### ${measure.id} ${markdown(measure.title)}`,
    '',
    verdictOf(measure),
    '',
    ...table(['', 'State', 'Shown', 'Claim', 'By', 'Sample'], rows),
    ...measure.claims.flatMap(missing),
  ];
}

/** `IN PART, 1 of 7 claims (1 not applicable). Lacks a d e f g h.` */
function verdictOf(measure: MeasureEvidence): string {
  const { state, claims, lacks } = measure;
  const separator = liveOf(claims).length > 0 ? ', ' : ' ';
  const tally = tallyText(measure);
  const counted = tally === '' ? '' : `${separator}${tally}`;
  return `**${state.toUpperCase()}**${counted}.${lacks.length > 0 ? ` Lacks ${lacks.join(' ')}.` : ''}`;
}

/** The record, the report or the rules behind what is shown, or why nothing is. */
function byText({ state, rules, why, record, report }: ClaimEvidence): string {
  const kept = keptText(record, report);
  if (kept !== undefined)
    return [kept, why === undefined ? '' : markdown(why)].filter((text) => text !== '').join('; ');
  const named = state === 'not applicable' ? '' : rules.map(markdownName).join(', ');
  return [why === undefined ? '' : markdown(why), named].filter((text) => text !== '').join('; ');
}

function keptText(record: ClaimEvidence['record'], report: ClaimEvidence['report']): string | undefined {
  if (record)
    return `${markdown(record.document.title)}, ${markdown(record.owner)}, until ${markdown(record.reviewBy)}`;
  if (report) return `${markdown(report.title)}, until ${markdown(report.until)}`;
  return undefined;
}

/** The members that nobody judged, where others were. */
function missing({ id, count }: ClaimEvidence): string[] {
  if (!count || count.unjudged.length === 0) return [];
  const named = count.unjudged.slice(0, NAMED).map(markdownName).join(', ');
  const more = count.unjudged.length - NAMED;
  return ['', `${letterOf(id)}, not judged: ${named}${more > 0 ? ` and ${more} more` : ''}`];
}
