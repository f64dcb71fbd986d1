import { Evidence } from '../evidence/evidence';
import { Checked } from '../guardrails/check';
import { EVIDENCE_FILES } from './formats';

/** The languages that papers for people outside are written in. */
export const LANGUAGES = ['en', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

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
];

/** Every paper that is made from a run. */
export function papers(input: PaperInput): PaperFile[] {
  return WRITERS.flatMap((write) => write(input));
}
