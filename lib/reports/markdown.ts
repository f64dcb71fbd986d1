import { Span, inDays } from '../erasure/days';
import { CLAIM_STATES } from '../evidence/claims';
import { Evidence, RuleEvidence } from '../evidence/evidence';
import { MEASURE_STATES } from '../evidence/measures';
import { scopeOf } from '../guardrails/finding';
import { Organization } from '../toms/claim-records';
import { markdown, markdownName } from './escape';
import { section, table } from './markdown-table';
import { keptFor } from './kept-for';
import { controlsMarkdown } from './markdown-controls';
import { measuresMarkdown } from './markdown-measures';
import { recordsMarkdown } from './markdown-records';
import { settingsMarkdown } from './markdown-settings';

/** How many addresses an outcome of a rule shows. */
const SHOWN = 20;

/** Evidence for people. */
export function evidenceMarkdown(evidence: Evidence): string {
  const parts = [
    ...opening(evidence),
    ...settingsMarkdown(evidence),
    ...measuresMarkdown(evidence),
    ...erasure(evidence),
    ...rules(evidence),
    ...unjudged(evidence),
    ...notRead(evidence),
    ...controlsMarkdown(evidence),
    ...overrides(evidence),
    ...declarations(evidence),
    ...waivers(evidence),
    ...recordsMarkdown(evidence),
  ];
  return `${parts.join('\n')}\n`;
}

function opening({ enforced, scope, organization, resources, summary, crashes }: Evidence): string[] {
  const { all, judged, byTagsAlone } = resources;
  return [
    '# Evidence of technical and organizational measures',
    '',
    `What the configuration of ${all} resources shows, at one point in time. How it is run, and what people do, it cannot show: that is what records say, and each claim names the query that samples it in operation.`,
    ...(enforced ? [] : ['', '**Nothing was enforced: the guardrails only warned.**']),
    ...section(
      '**Rules failed to run: this is no evidence.**',
      crashes.map((crash) => `- ${markdown(crash)}`)
    ),
    '',
    '## Scope',
    '',
    ...organizationLine(organization),
    ...scope.inputs.map(({ file, kind, sha256 }) => `- ${kind} ${markdownName(file)}, SHA-256 \`${sha256}\``),
    `- accounts: ${scope.accounts.map(markdown).join(', ')}`,
    `- Regions: ${scope.regions.map(markdown).join(', ')}`,
    `- made by ${markdown(scope.tool)}, rules SHA-256 \`${scope.rules}\``,
    `- ${all} resources: ${judged} judged by rules about their types, ${byTagsAlone} only by rules about every type, ${all - judged - byTagsAlone} by none`,
    '',
    ...table(
      ['Measures', 'Number'],
      MEASURE_STATES.map((state) => [state, String(summary.measures[state])])
    ),
    '',
    ...table(
      ['Claims', 'Number'],
      CLAIM_STATES.map((state) => [state, String(summary.claims[state])])
    ),
  ];
}

function organizationLine(organization: Organization | undefined): string[] {
  if (!organization) return [];
  const { name, role, representative, dataProtectionOfficer } = organization;
  const others = [
    representative === undefined ? '' : `, representative: ${markdown(representative)}`,
    dataProtectionOfficer === undefined ? '' : `, data protection officer: ${markdown(dataProtectionOfficer)}`,
  ];
  return [`- organization: ${markdown(name)}, ${role}${others.join('')}`];
}

function erasure(evidence: Evidence): string[] {
  const rows = evidence.erasure.map(({ store, dataClass, days, parts, ...kept }) => [
    markdownName(store),
    markdown(dataClass),
    keptFor(kept, spanText, markdown),
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

const ERASURE_HEAD = ['Store', 'Class', 'May be kept', 'Gone after', 'Where it lives on'];

function spanText(span: Span): string {
  if (span === 'never') return '**never**';
  if (span === 'undetermined') return 'undetermined';
  return inDays(span);
}

function rules(evidence: Evidence): string[] {
  const lines = ['', '## Rules'];
  for (const rule of evidence.rules) {
    lines.push(
      '',
      `### ${markdown(rule.rule)} ${markdown(rule.title)}`,
      '',
      `Claims: ${rule.claims.join(', ') || 'none'}`
    );
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

/** Resources that no verdict names: most are parts of others, and read with them. */
function unjudged({ resources }: Evidence): string[] {
  const rows = Object.entries(resources.unjudged).map(([type, count]) => [markdownName(type), String(count)]);
  return [
    '',
    '## Not judged',
    '',
    'Resources that no rule names in a verdict. Rules may read them as parts of others, as they do the lifecycle of a bucket.',
    '',
    ...(rows.length > 0 ? table(['Type', 'Resources'], rows) : ['None.']),
  ];
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

/** What the program changes in constructs that are secure by themselves. */
function overrides(evidence: Evidence): string[] {
  const rows = (evidence.overrides ?? []).map(({ stack, address, constructPath, attributes }) => [
    markdownName(`${stack}:${address}`),
    markdownName(constructPath),
    attributes.map(markdownName).join(', '),
  ]);
  return rows.length === 0 ? [] : ['', '## Overrides', '', ...table(['Resource', 'Construct', 'Attributes'], rows)];
}

/** What rules take for met, since a posture says so. */
function declarations(evidence: Evidence): string[] {
  const rows = evidence.declarations.map(({ rule, address, says }) => [
    markdownName(rule),
    markdownName(address),
    markdown(says),
  ]);
  return ['', '## Declarations', '', ...(rows.length > 0 ? table(DECLARATION_HEAD, rows) : ['None.'])];
}

const DECLARATION_HEAD = ['Rule', 'Met by declaration', 'Says'];

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
