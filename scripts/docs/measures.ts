import { RULE_SUMMARIES } from '../../lib/guardrails/rule-text';
import { Claim, ClaimKind, ReportKind } from '../../lib/toms/claims/claim';
import { CHAPTERS, MEASURES } from '../../lib/toms/measures/catalogue';
import { Framework, FRAMEWORKS, Measure, MeasureKind } from '../../lib/toms/measures/measure';
import { QUERIES } from '../../lib/toms/queries';
import { constructsOf } from './constructs';
import { GENERATED_NOTE, ruleLink } from './rules';

/** The kinds, in the words of a reader. */
const KINDS: { readonly [K in MeasureKind]: string } = {
  technical: 'Terraform can provision it: the configuration is the evidence.',
  partly: 'It has a technical core, with a human process around it: the configuration is evidence of the core only.',
  organizational: 'People do it: only a record of it can be kept.',
  inherited: 'AWS does it: its audit reports are the evidence.',
};

/** The kinds of claims, in the words of a reader. */
const CLAIM_KINDS: { readonly [K in ClaimKind]: string } = {
  coverage: 'Every member of a population passes its rules: n of N.',
  existence: 'Every place has one: rules find it, or a record names it where it may be outside of the configuration.',
  absence: 'Nothing that could hold one does, and all of it was read.',
  declared: 'A record says who does it, since when, and until when the record counts.',
  inherited: 'An audit report of AWS covers it, for the regions and services in use.',
};

/** The audit reports of AWS. */
const REPORTS: { readonly [K in ReportKind]: string } = {
  'c5-type2': 'C5 type 2',
  'soc2-type2': 'SOC 2 type 2',
  iso27001: 'ISO 27001',
};

/** The names of the frameworks where space is short. */
const SHORT: { readonly [F in Framework]: string } = {
  gdpr: 'GDPR Art.',
  'c5:2020': 'C5',
  'iso27001:2022': 'ISO 27001',
  soc2: 'SOC 2',
  'cis-aws:3.0': 'CIS AWS',
  'security-hub': 'Security Hub',
};

const FRAMEWORK_IDS = Object.keys(FRAMEWORKS) as Framework[];

/** The text of docs/measures.md: the whole catalogue, a table a chapter. */
export function renderMeasures(): string {
  const lines = [
    GENERATED_NOTE,
    '',
    '# Measures',
    '',
    `A measure is something that a company does, or has done, so that personal data is as safe as GDPR Art. 32 requires. This catalogue has ${MEASURES.length} of them, technical and organizational, in ${Object.keys(CHAPTERS).length} chapters. Rules, refusals and the evidence name them by id.`,
    '',
    'The kind says who can show that a measure holds:',
    '',
    ...table(['Kind', 'What shows that it holds'], Object.entries(KINDS)),
    '',
    'Measures are mapped to controls of other frameworks where the mapping is certain. Frameworks number anew from edition to edition, so the edition is part of the mapping:',
    '',
    ...table(
      ['Short', 'Framework and edition', 'Key in the data'],
      FRAMEWORK_IDS.map((id) => [SHORT[id], FRAMEWORKS[id], code(id)])
    ),
    '',
    'The constructs beside a measure serve it. Below each chapter are the claims of its measures. A measure holds in full when all its claims do. A claim is one sentence, and its kind says what may show it:',
    '',
    ...table(['Kind', 'Shown when'], Object.entries(CLAIM_KINDS)),
    '',
    'A claim that only *supports* its measure never counts towards it. A claim that no rule looks at yet is never taken for shown.',
  ];
  for (const [chapter, title] of Object.entries(CHAPTERS)) {
    const measures = MEASURES.filter((measure) => String(measure.chapter) === chapter);
    lines.push('', `## ${chapter}. ${title}`, '');
    lines.push(...table(['Id', 'Measure', 'What it asks', 'Kind', 'Controls', 'Constructs'], measures.map(row)));
    lines.push(
      '',
      ...table(
        ['Claim', 'What must be true', 'Kind', 'Of what', 'Shown by', 'To sample'],
        measures.flatMap(({ claims }) => claims.map(claimRow))
      )
    );
  }
  lines.push(
    '',
    '## Queries',
    '',
    'Configuration shows what is set up, not that it operates. What a claim leaves to sample in operation, these queries show, read-only.',
    '',
    ...table(
      ['Query', 'Shows', 'How'],
      Object.entries(QUERIES).map(([id, { shows, how }]) => [id, shows, how])
    )
  );
  return `${lines.join('\n')}\n`;
}

function row(measure: Measure): string[] {
  return [
    measure.id,
    measure.title,
    measure.statement,
    measure.kind,
    controls(measure),
    constructsOf(measure.id).join(', '),
  ];
}

/** The controls of a measure, a line a framework. */
function controls(measure: Measure): string {
  const byFramework = FRAMEWORK_IDS.map((framework) => {
    const ids = measure.controls.filter((control) => control.framework === framework).map((control) => control.id);
    return ids.length > 0 ? `${SHORT[framework]}: ${ids.join(', ')}` : undefined;
  });
  return byFramework.filter((line) => line !== undefined).join('<br>');
}

function claimRow(claim: Claim): string[] {
  const kind = claim.supports ? `${claim.kind}, supports` : claim.kind;
  return [claim.id, claim.says, kind, 'over' in claim ? claim.over : '', shownBy(claim), claim.sample ?? ''];
}

/** What may show a claim: its rules, a record, reports. */
function shownBy(claim: Claim): string {
  if (claim.kind === 'declared') return `record, good for ${claim.goodFor} days`;
  if (claim.kind === 'inherited') return claim.reports.map((kind) => REPORTS[kind]).join(', ');
  const links = RULE_SUMMARIES.filter(({ claims }) => claims.some((id) => id === claim.id)).map(ruleLink);
  if (claim.by) return [claim.by, ...(links.length > 0 ? [`not against ${links.join(', ')}`] : [])].join(', ');
  const all = claim.needs && links.length > 1 ? 'all that look at its type of ' : '';
  const rules = links.length > 0 ? `${all}${links.join(', ')}` : 'no rule looks';
  return claim.orRecord ? `${rules}; or a record` : rules;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
