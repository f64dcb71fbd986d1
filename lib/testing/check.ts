import '../toms/require-installation';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Manifest, TerraformStack } from 'cdktf';
import { recordPosture } from '../constructs/core/posture';
import { Report, check, loadRootModules, readStack, recordFiles, waiverFiles } from '../enforcement/engine';
import { Gate } from '../enforcement/gate';
import { requireOneEngine } from '../enforcement/one-engine';
import { treeFacts } from '../enforcement/tree-facts';

export type { Finding, Report, RuleOutcomes } from '../enforcement/engine';
export { GuardrailsError } from '../enforcement/guardrails-error';

/** What tests check: an app, one stack of it, or the text that `Testing.synth` returns. */
export type Checkable = App | TerraformStack | string;

/**
 * Checks all stacks of an app against every rule, and returns the report as data. Where the app enforces the guardrails, with its rules, demands and what it
 * skips. It synthesizes the app in a directory of its own, which it removes, with
 * all aspects and validations; nothing is refused, and nothing is written where the app writes.
 *
 * `Testing.synth` and `Testing.fullSynth` of cdktf call no guardrails: a test that only uses them passes on stacks that break every measure.
 *
 * @throws Error where the app cannot be synthesized, or has nothing to check
 */
export function checkApp(app: App): Report {
  const outdir = mkdtempSync(join(tmpdir(), 'toms-check-'));
  try {
    const directories = synthesize(app, outdir);
    const stacks = loadRootModules(directories);
    const { waivers, records, settings } = Gate.policyOf(app) ?? {};
    const files = [waiverFiles(stacks, waivers), recordFiles(stacks, records)] as const;
    const { report } = check(stacks, new Date(), treeFacts(app), ...files, settings);
    Gate.reported(app);
    return report;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/**
 * Checks one stack against every rule, and returns the report as data. All stacks of its app are synthesized as `checkApp` does it, since it may refer to
 * them, and the findings of this one are returned.
 *
 * @param stack a stack, or the text that `Testing.synth` returns for one: that holds no posture, no waivers and no construct paths
 * @throws Error where the app cannot be synthesized, or the stack has nothing to check
 */
export function checkStack(stack: TerraformStack | string): Report {
  if (typeof stack === 'string') return check([readStack('stack', 'Testing.synth', parsed(stack))]).report;
  return ofStack(checkApp(App.of(stack)), stack.node.id);
}

/** Checks whatever tests have at hand. */
export function checkAny(checked: Checkable): Report {
  return typeof checked !== 'string' && App.isApp(checked) ? checkApp(checked) : checkStack(checked);
}

/** Writes the stacks of an app as its own synth does, and returns their directories. */
function synthesize(app: App, outdir: string): string[] {
  requireOneEngine(app);
  const manifest = new Manifest('test', outdir, false);
  const stacks = app.node.findAll().filter((node): node is TerraformStack => TerraformStack.isStack(node));
  if (stacks.length === 0) throw new TypeError('the app has no stacks: there is nothing to check');
  for (const stack of stacks) stack.prepareStack();
  return stacks.map((stack) => {
    recordPosture(stack);
    stack.synthesizer.synthesize({ outdir, manifest });
    return join(outdir, dirname(manifest.forStack(stack).synthesizedStackPath));
  });
}

function ofStack(report: Report, name: string): Report {
  const isHere = (address: string): boolean => address.startsWith(`${name}:`);
  return {
    ...report,
    findings: report.findings.filter(({ stack }) => stack === name),
    outcomes: report.outcomes.flatMap(({ rule, ...all }) => {
      const [met, violated, waived, undetermined] = [all.met, all.violated, all.waived, all.undetermined].map((found) =>
        found.filter(isHere)
      );
      const isSilent = [met, violated, waived, undetermined].every(({ length }) => length === 0);
      return isSilent ? [] : [{ rule, met, violated, waived, undetermined }];
    }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError('what is checked must be an app, a stack, or the JSON that Testing.synth returns');
  }
}
