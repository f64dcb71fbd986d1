import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { App } from 'cdktf';
import { Report } from '../guardrails/finding';
import {
  EVIDENCE_FILES,
  REPORT_FORMATS,
  UnreadableInput,
  againstBaseline,
  check,
  evidence,
  isClean,
  loadRootModules,
  readBaseline,
  recordFiles,
  textReport,
  waiverFiles,
  writeWhole,
} from './engine';
import { GuardrailsError } from './guardrails-error';
import { Policy } from './policy';
import { stackDirectories } from './output';
import { treeFacts } from './tree-facts';
import { LIBRARY } from '../toms/engine';

/** Refuses an app of which too little would be checked. */
export function requireCheckable(app: App): void {
  if (app.skipValidation) {
    throw new GuardrailsError(
      'the app sets skipValidation, so that its constructs are not validated: remove it, or do not enforce the guardrails'
    );
  }
  if (app.hclOutput) {
    throw new GuardrailsError(
      'the app writes HCL, which the guardrails do not read: remove hclOutput and SYNTH_HCL_OUTPUT, or check the plan with `toms check`'
    );
  }
}

/** Checks what Terraform would read, and writes evidence of it. */
export function checkOutput(app: App, policy: Policy): void {
  requireCheckable(app);
  const checked = readable(() => {
    const directories = stackDirectories(app).map((directory) => join(app.outdir, directory));
    if (directories.length === 0) throw new GuardrailsError('the app has no stacks: there is nothing to check');
    const stacks = loadRootModules(directories);
    const { waivers, records, settings } = policy;
    const files = [waiverFiles(stacks, waivers), recordFiles(stacks, records)] as const;
    return check(stacks, new Date(), treeFacts(app), ...files, settings);
  });
  const { baseline } = policy;
  const report =
    baseline === undefined ? checked.report : readable(() => againstBaseline(checked.report, readBaseline(baseline)));
  writeReports(report, policy);
  const clean = isClean(report, policy);
  if (!clean && policy.refuses)
    throw new GuardrailsError(`${problemOf(report, policy)}\n\n${textReport(report, policy)}`, report);
  if (report.warnings.length > 0 || report.findings.length > 0) process.stderr.write(textReport(report, policy));
  if (!clean)
    process.stderr.write(
      `${LIBRARY}: ${problemOf(report, policy)}; the guardrails only warn, and nothing was refused\n`
    );
  const shown = evidence(checked, { enforced: policy.refuses, pathOf: (file) => inApp(app, file) });
  for (const [file, write] of Object.entries(EVIDENCE_FILES)) writeFileSync(join(app.outdir, file), write(shown));
}

function writeReports(report: Report, policy: Policy): void {
  for (const [file, format] of policy.reports) {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeWhole(file, REPORT_FORMATS[format](report, policy));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new GuardrailsError(`the report ${JSON.stringify(file)} cannot be written: ${code}`, report);
    }
  }
}

function problemOf(report: Report, policy: Policy): string {
  if (isClean({ ...report, baseline: undefined }, policy)) return 'findings of the baseline are gone';
  return isClean(report, { failOn: policy.failOn })
    ? 'measures are undetermined, and this app refuses that'
    : 'the measures do not hold';
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof UnreadableInput
      ? new GuardrailsError(`the output cannot be checked: ${error.message}`)
      : error;
  }
}

/** A path within the output, so that the evidence does not depend on where it was made. */
function inApp(app: App, file: string): string {
  return relative(resolve(app.outdir), resolve(file));
}
