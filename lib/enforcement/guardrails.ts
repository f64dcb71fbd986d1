import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { recordPosture } from '../constructs/core/posture';
import { Report } from '../guardrails/finding';
import { EVIDENCE_FILES, check, evidence, isClean, loadStacks, textReport } from './engine';
import { treeFacts } from './tree-facts';

const ENFORCED = Symbol.for('cdktf-aws-toms/Enforced');

/** What stops synth. Its stack is the one line of the user's program that called it: this library's own lines would bury what there is to read. */
class GuardrailsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GuardrailsError';
    const caller = (this.stack ?? '')
      .split('\n')
      .find((line) => /^ {4}at .*[\\/].*:\d+\)?$/.test(line) && !isLibrary(line));
    this.stack = [`${this.name}: ${message}`, ...(caller === undefined ? [] : [caller])].join('\n');
  }
}

function isLibrary(frame: string): boolean {
  return (
    /[\\/]node_modules[\\/]|node:/.test(frame) ||
    frame.includes(__dirname) ||
    /[\\/]lib[\\/]enforcement[\\/]/.test(frame)
  );
}

/**
 * Holds an app to its measures (GDPR Art. 32): reads the Terraform that synth wrote, checks it against every rule, and refuses it where a measure is
 * broken. It sees overrides, raw resources and other people's constructs, in stacks made before and after the call.
 */
export class Guardrails {
  /**
   * Checks the app whenever it is synthesized. When it passes, `evidence.json` and `evidence.md` stand beside the stacks. When it does not, synth throws
   * with every finding, and leaves no stack behind that a later step could apply.
   *
   * @throws Error where the app skips validations or writes HCL, since then nothing could be checked.
   */
  public static enforce(app: App): void {
    if (ENFORCED in app) return;
    if (app.skipValidation) {
      throw new GuardrailsError(
        'the app sets skipValidation, by which the guardrails never run: remove it, or do not enforce them'
      );
    }
    if (app.hclOutput) {
      throw new GuardrailsError(
        'the app writes HCL, which the guardrails do not read: remove hclOutput and SYNTH_HCL_OUTPUT, or check the plan with `toms check`'
      );
    }
    Object.defineProperty(app, ENFORCED, { value: true });

    let checked = false;
    app.node.addValidation({
      validate: () => {
        enforceNow(app);
        checked = true;
        return [];
      },
    });
    const synth = app.synth.bind(app);
    app.synth = (): void => {
      checked = false;
      try {
        for (const stack of stacksOf(app)) recordPosture(stack);
        synth();
        if (!checked)
          throw new GuardrailsError('the guardrails did not run: something removed the validations of the app');
      } catch (error) {
        removeOutput(app);
        throw error;
      }
    };
  }
}

function stacksOf(app: App): TerraformStack[] {
  return app.node.findAll().filter((node) => TerraformStack.isStack(node));
}

function enforceNow(app: App): void {
  const files = Object.values(app.manifest.stacks).map((stack) => join(app.outdir, stack.synthesizedStackPath));
  if (files.length === 0) throw new GuardrailsError('the app has no stacks: there is nothing to check');
  const { report, erasure } = check(loadStacks(files), new Date(), treeFacts(app));
  if (!isClean(report)) throw new GuardrailsError(`the measures do not hold\n\n${textReport(report)}`);
  if (report.warnings.length > 0 || report.findings.length > 0) process.stderr.write(textReport(report));
  const shown = evidence(inApp(app, report), erasure());
  for (const [file, write] of Object.entries(EVIDENCE_FILES)) writeFileSync(join(app.outdir, file), write(shown));
}

/** Paths within the output, so that the evidence does not depend on where it was made. */
function inApp(app: App, report: Report): Report {
  return { ...report, inputs: Object.values(app.manifest.stacks).map((stack) => stack.synthesizedStackPath) };
}

/** Nothing that a later step could apply, or take for evidence. */
function removeOutput(app: App): void {
  // Synth may have failed before it came to a stack whose file an earlier run left there.
  const stacks = stacksOf(app).map((stack) => app.manifest.forStack(stack).synthesizedStackPath);
  for (const file of [...stacks, 'manifest.json', ...Object.keys(EVIDENCE_FILES)]) {
    rmSync(join(app.outdir, file), { force: true });
  }
}
