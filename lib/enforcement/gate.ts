import { App, TerraformStack } from 'cdktf';
import { recordPosture } from '../constructs/core/posture';
import { rememberSources } from '../constructs/core/source';
import { explainCircles } from '../constructs/core/stack-circles';
import { checkOutput, requireCheckable } from './check-output';
import { GuardrailsError } from './guardrails-error';
import { requireOneEngine } from './one-engine';
import { GuardrailsOptions } from './options';
import { Policy } from './policy';
import { removeEvidence, removeOutput } from './output';
import { OwedCheck, owe, settle } from './owed-checks';
import { LIBRARY } from '../toms/engine';

const GATES = new WeakMap<App, Gate>();
const GUARDED = new WeakSet<(this: App) => void>();

/**
 * The check at the end of an app's synth. What synth writes last is the manifest, after every stack and every validation: the check comes just before it,
 * so that no way of calling synth avoids it and no validation comes later.
 */
export class Gate implements OwedCheck {
  /** Sets the gate of an app, or makes the one that it has stricter. */
  public static enforce(app: App, options: GuardrailsOptions): void {
    const policy = GATES.get(app)?.policy ?? new Policy();
    policy.tighten(options);
    if (!GATES.has(app)) GATES.set(app, new Gate(app, policy));
  }

  /** What the calls for an app ask for, where there are any. */
  public static policyOf(app: App): Policy | undefined {
    return GATES.get(app)?.policy;
  }

  /** A test has checked an app and holds its report: the end of the process need not ask for more. */
  public static reported(app: App): void {
    GATES.get(app)?.close();
  }

  /** Whether what is on disk is, or is about to be, written and not checked. */
  private unchecked = false;

  private constructor(
    private readonly app: App,
    private readonly policy: Policy
  ) {
    const { manifest } = app;
    requireOneEngine(app);
    requireCheckable(app);
    if (Object.keys(manifest.stacks).length > 0) {
      throw new GuardrailsError(
        'the app was synthesized before, and nothing was checked: call Guardrails.enforce(app) before app.synth()'
      );
    }
    if (Object.getOwnPropertyDescriptor(manifest, 'writeToFile')?.configurable === false) {
      throw new GuardrailsError(
        `another copy of ${LIBRARY} already enforces the guardrails on this app: install one version only`
      );
    }
    const forStack = manifest.forStack.bind(manifest);
    const writeToFile = manifest.writeToFile.bind(manifest);
    lock(app, 'outdir', app.outdir);
    lock(app, 'manifest', manifest);
    // Synth looks a stack up in the manifest before it writes the stack.
    lock(manifest, 'forStack', (stack: TerraformStack) => {
      recordPosture(stack);
      this.begin();
      return forStack(stack);
    });
    lock(manifest, 'writeToFile', () =>
      this.orRemove(() => {
        this.check();
        writeToFile();
        this.close();
      })
    );
    explainCircles(app);
    rememberSources();
    guardSynth(app);
    owe(this);
  }

  /** Synthesizes, and leaves nothing to apply when that fails for any reason. */
  public synthesize(synth: () => void): void {
    this.orRemove(() => {
      requireOneEngine(this.app);
      synth();
      if (this.unchecked) throw new GuardrailsError('the guardrails did not run: synth has not written the manifest');
    });
  }

  /** An app that enforces and is never synthesized must not look like one that passed. */
  public end(status: number): boolean {
    if (this.unchecked) {
      say('synth ended before the guardrails ran, and nothing was checked', [this.app.outdir]);
      this.remove();
    } else if (status === 0) {
      const fix = 'call app.synth(), or do not enforce them';
      say('the guardrails are enforced on an app that was never synthesized, and nothing was checked', [fix]);
    }
    return this.policy.refuses;
  }

  private check(): void {
    const { app, policy } = this;
    try {
      checkOutput(app, policy);
    } catch (error) {
      if (policy.refuses) throw error;
      removeEvidence(app);
      const why = error instanceof Error ? error.message : String(error);
      say('the guardrails only warn, and could not check this app', [why]);
    }
  }

  private begin(): void {
    this.unchecked = true;
    owe(this);
  }

  private close(): void {
    this.unchecked = false;
    settle(this);
  }

  private orRemove(act: () => void): void {
    this.begin();
    try {
      act();
    } catch (error) {
      if (this.unchecked) this.remove();
      throw error;
    }
  }

  private remove(): void {
    const { app, policy } = this;
    const { foreign, left } = policy.refuses ? removeOutput(app) : { foreign: [], left: removeEvidence(app) };
    say('removed with the output of synth, since Terraform reads it', foreign);
    say('could not be removed, and must not be applied', left);
    this.close();
  }
}

/**
 * Guards the method that all apps share, since that is what other languages call through jsii, and what a subclass calls. It changes nothing for an app
 * without a gate.
 */
function guardSynth(app: App): void {
  let owner = app as object;
  for (let at: object | null = app; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    if (Object.prototype.hasOwnProperty.call(at, 'synth')) owner = at;
  }
  const shared = owner as { synth: (this: App) => void };
  const synth = shared.synth;
  if (GUARDED.has(synth)) return;
  shared.synth = function (): void {
    const gate = GATES.get(this);
    if (gate === undefined) synth.call(this);
    else gate.synthesize(() => synth.call(this));
  };
  GUARDED.add(shared.synth);
}

function lock<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
  Object.defineProperty(target, key, { value, writable: false, configurable: false });
}

function say(what: string, which: readonly string[]): void {
  if (which.length > 0) process.stderr.write(`${LIBRARY}: ${what}: ${which.join(', ')}\n`);
}
