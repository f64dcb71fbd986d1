import { App } from 'cdktf';
import { Gate } from './gate';
import { GuardrailsOptions } from './options';

/**
 * Holds an app to its measures (GDPR Art. 32): reads the Terraform that synth wrote, checks it against every rule, and refuses it where a measure is
 * broken. It sees overrides, raw resources and other people's constructs, in stacks made before and after the call.
 */
export class Guardrails {
  /**
   * Checks the app whenever it is synthesized. When it passes, `evidence.json` and `evidence.md` stand beside the stacks. When it does not, synth throws
   * with every finding, and leaves no stack behind that a later step could apply.
   *
   * It may be called several times: the strictest of all options holds.
   *
   * @throws Error where the app skips validations, writes HCL or was synthesized before, since then less than all would be checked.
   */
  public static enforce(app: App, options: GuardrailsOptions = {}): void {
    Gate.enforce(app, options);
  }
}
