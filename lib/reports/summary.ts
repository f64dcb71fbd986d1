import { Report } from '../guardrails/finding';

/** A run in numbers. */
export interface Summary {
  readonly stacks: number;
  readonly resources: number;
  /** How often a rule found its measure met. */
  readonly met: number;
  /** How many findings there are of each outcome. */
  readonly violated: number;
  readonly waived: number;
  readonly undetermined: number;
  readonly rules: {
    /** How many rules applied to something. */
    readonly applied: number;
    /** How many of those found nothing amiss. */
    readonly met: number;
  };
}

/** Counts what a run found. */
export function summaryOf(report: Report): Summary {
  const count = { violated: 0, waived: 0, undetermined: 0 };
  for (const { outcome } of report.findings) count[outcome]++;
  const clean = report.outcomes.filter(
    ({ violated, waived, undetermined }) => violated.length + waived.length + undetermined.length === 0
  );
  return {
    stacks: report.inputs.length,
    resources: report.resources,
    met: report.outcomes.reduce((sum, { met }) => sum + met.length, 0),
    ...count,
    rules: { applied: report.outcomes.length, met: clean.length },
  };
}
