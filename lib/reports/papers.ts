import { Evidence } from '../evidence/evidence';
import { Checked } from '../guardrails/check';
import { annexOf } from './annex/annex';
import { EVIDENCE_FILES } from './formats';
import { evidenceHtml } from './html/page';
import { Language } from './language';
import { oscalFiles } from './oscal/files';
import { paperHtml } from './paper/html';
import { paperMarkdown } from './paper/markdown';

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
  ({ evidence, at, languages }) =>
    languages.flatMap((language) => {
      const annex = annexOf(evidence, at, language);
      return [
        { name: `tom-annex.${language}.md`, text: paperMarkdown(annex) },
        { name: `tom-annex.${language}.html`, text: paperHtml(annex) },
      ];
    }),
  ({ evidence, checked, at }) => oscalFiles(evidence, checked.model, at),
];

/** Every paper that is made from a run. */
export function papers(input: PaperInput): PaperFile[] {
  return WRITERS.flatMap((write) => write(input));
}
