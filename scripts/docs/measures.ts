import { RULES } from '../../lib/guardrails/rules';
import { CHAPTERS, MEASURES } from '../../lib/toms/measures/catalogue';
import { Framework, FRAMEWORKS, Measure, MeasureKind } from '../../lib/toms/measures/measure';
import { constructsOf } from './constructs';
import { GENERATED_NOTE, ruleLink } from './rules';

/** The kinds, in the words of a reader. */
const KINDS: { readonly [K in MeasureKind]: string } = {
  technical: 'Terraform can provision it: the configuration is the evidence.',
  partly: 'It has a technical core, with a human process around it: the configuration is evidence of the core only.',
  organizational: 'People do it: only a record of it can be kept.',
  inherited: 'AWS does it: its audit reports are the evidence.',
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
    `A measure is something that a company does, or has done, so that personal data is as safe as GDPR Art. 32 requires. This catalogue has ${MEASURES.length} of them, technical and organizational, in ${Object.keys(CHAPTERS).length} chapters. Rules, refusals, tags and the evidence name them by id.`,
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
    'The constructs beside a measure serve it. The rules are those that evidence it, wholly or in part. A measure without a rule is not evidenced by a configuration.',
  ];
  for (const [chapter, title] of Object.entries(CHAPTERS)) {
    const measures = MEASURES.filter((measure) => String(measure.chapter) === chapter);
    lines.push('', `## ${chapter}. ${title}`, '');
    lines.push(
      ...table(['Id', 'Measure', 'What it asks', 'Kind', 'Controls', 'Constructs', 'Rules'], measures.map(row))
    );
  }
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
    rules(measure.id),
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

function rules(measure: string): string {
  return RULES.filter((rule) => rule.measures.includes(measure))
    .map(ruleLink)
    .join(', ');
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
