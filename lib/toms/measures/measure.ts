import { Claim } from '../claims/claim';

/** Who can show that a measure holds. */
export type MeasureKind =
  /** Terraform can provision it: the configuration is the evidence. */
  | 'technical'
  /** A technical core with a human process around it. */
  | 'partly'
  /** People do it: only a record of it can be kept. */
  | 'organizational'
  /** AWS does it: its audit reports are the evidence. */
  | 'inherited';

/** One control of another framework, with the edition that numbers it so. */
export interface Control {
  readonly framework: Framework;
  readonly id: string;
}

/** The frameworks that measures are mapped to, each with its edition. */
export const FRAMEWORKS = {
  gdpr: 'Regulation (EU) 2016/679 (GDPR)',
  'c5:2020': 'BSI C5:2020',
  'iso27001:2022': 'ISO/IEC 27001:2022 Annex A',
  soc2: 'AICPA Trust Services Criteria 2017 (SOC 2)',
  'cis-aws:3.0': 'CIS AWS Foundations Benchmark 3.0.0',
  'security-hub': 'AWS Security Hub controls',
} as const;

export type Framework = keyof typeof FRAMEWORKS;

/** A technical or organizational measure under GDPR Art. 32. */
export interface Measure {
  /** Chapter, section and position: `1.1.1`. */
  readonly id: string;
  /** The chapter that it belongs to, 1 to 11. */
  readonly chapter: number;
  readonly title: string;
  /** What it asks, in a sentence. */
  readonly statement: string;
  readonly kind: MeasureKind;
  /** What must be true for it to hold, sentence by sentence. */
  readonly claims: readonly Claim[];
  /** Only mappings that are certain. */
  readonly controls: readonly Control[];
}
