import { Construct } from 'constructs';
import { requireWholeNumber } from '../core/require';

/** The days within which a vulnerability is gone, by its severity, from when Amazon Inspector first saw it. */
export interface RemediationDays {
  /**
   * Of critical ones: 1 to 15 (CISA BOD 19-02).
   *
   * @default 15
   */
  readonly critical?: number;

  /**
   * Of high ones: 1 to 30 (CISA BOD 19-02).
   *
   * @default 30
   */
  readonly high?: number;

  /**
   * Of medium ones: 1 to 90 (FedRAMP Rev. 5, continuous monitoring).
   *
   * @default 90
   */
  readonly medium?: number;

  /**
   * Of low ones: 1 to 180 (FedRAMP Rev. 5, continuous monitoring).
   *
   * @default 180
   */
  readonly low?: number;
}

/** What is due when. */
export interface Deadline {
  /** The severity, as Amazon Inspector writes it. */
  readonly severity: string;
  readonly days: number;
}

/**
 * The longest deadlines, from the worst severity to the least.
 *
 * https://cyber.dhs.gov/bod/19-02/ for the first two; those of FedRAMP Rev. 5 for moderate and low.
 */
const LONGEST: readonly { readonly prop: keyof RemediationDays; readonly days: number }[] = [
  { prop: 'critical', days: 15 },
  { prop: 'high', days: 30 },
  { prop: 'medium', days: 90 },
  { prop: 'low', days: 180 },
];

/** The deadlines of a programme, refused where they are longer than is usual. */
export function deadlinesOf(scope: Construct, own: RemediationDays = {}): Deadline[] {
  return LONGEST.map(({ prop, days: longest }) => {
    const days = own[prop] ?? longest;
    const bounds = { min: 1, max: longest, of: 'days', measure: '5.1.2', example: longest };
    requireWholeNumber(scope, `remediationDays.${prop}`, days, { ...bounds, fix: `write ${prop}: ${longest}` });
    return { severity: prop.toUpperCase(), days };
  });
}
