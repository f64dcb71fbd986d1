import { createHash } from 'node:crypto';
import { Evidence } from '../evidence/evidence';
import { Checked } from '../guardrails/check';
import { annexOf } from './annex/annex';
import { jsonText } from './escape';
import { EVIDENCE_FILES } from './formats';
import { evidenceHtml } from './html/page';
import { Language } from './language';
import { oscalFiles } from './oscal/files';
import { paperHtml } from './paper/html';
import { paperMarkdown } from './paper/markdown';
import { dpiaOf } from './privacy/dpia';
import { processingRecord } from './privacy/record';
import { recordPaper } from './privacy/record-paper';

/** What papers are made from. */
export interface PaperInput {
  readonly evidence: Evidence;
  /** What was checked: the model, for what the evidence does not hold. */
  readonly checked: Checked;
  /** The day that the papers speak of, as an ISO date. Time comes in here only: the same input gives the same bytes. */
  readonly at: string;
  readonly languages: readonly Language[];
}

/** One file of the papers. */
export interface PaperFile {
  /** Its path below the directory that it is written to, with slashes. */
  readonly name: string;
  readonly text: string;
}

/** Writes one kind of paper: a file, or several that belong together. */
type PaperWriter = (input: PaperInput) => readonly PaperFile[];

const WRITERS: readonly PaperWriter[] = [
  ({ evidence }) => Object.entries(EVIDENCE_FILES).map(([name, write]) => ({ name, text: write(evidence) })),
  ({ evidence, checked, at }) => [{ name: 'evidence.html', text: evidenceHtml(evidence, checked.report.findings, at) }],
  annexFiles,
  privacyFiles,
  ({ evidence, checked, at }) => oscalFiles(evidence, checked.model, at),
];

/** Every paper that is made from a run. */
export function papers(input: PaperInput): PaperFile[] {
  return WRITERS.flatMap((write) => write(input));
}

function annexFiles({ evidence, at, languages }: PaperInput): readonly PaperFile[] {
  return languages.flatMap((language) => {
    const annex = annexOf(evidence, at, language);
    return [
      { name: `tom-annex.${language}.md`, text: paperMarkdown(annex) },
      { name: `tom-annex.${language}.html`, text: paperHtml(annex) },
    ];
  });
}

/** The record of processing, which refers to the annexes by hash, and the sheet for impact assessments. */
function privacyFiles(input: PaperInput): readonly PaperFile[] {
  const { evidence, checked, at, languages } = input;
  const annexes = annexFiles(input).filter(({ name }) => name.endsWith('.md'));
  const measures = Object.fromEntries(annexes.map(({ name, text }) => [name, sha256(text)]));
  const record = processingRecord(evidence, checked, at, measures);
  return [
    { name: 'record-of-processing.json', text: jsonText(record) },
    ...languages.flatMap((language) => [
      {
        name: `record-of-processing.${language}.md`,
        text: paperMarkdown(recordPaper(record, evidence, language)),
      },
      { name: `dpia.${language}.md`, text: paperMarkdown(dpiaOf(evidence, checked, record, language)) },
    ]),
  ];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
