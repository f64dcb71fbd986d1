import { App, AppConfig } from 'cdktf';
import { Enforcement, Guardrails } from 'cdktf-aws-toms';
import { ShopStack } from './old/shop-stack';
import { STEPS, take } from './steps';

/** How far the old stack has come. */
export interface Progress {
  /** How many steps are taken: all of them, unless said otherwise. */
  readonly steps?: number;
  /** The findings that are known. */
  readonly baseline?: string;
  /** Whether findings only warn: for the run that writes the baseline. */
  readonly warn?: boolean;
}

/** The old stack after some steps. A project takes them in pull requests; here they are in one program. */
export function program({ steps = STEPS, baseline, warn = false }: Progress, config?: AppConfig): App {
  const app = new App(config);
  const enforcement = warn ? Enforcement.WARN : Enforcement.REFUSE;
  if (steps > 0) Guardrails.enforce(app, { baseline, enforcement });
  take(steps, new ShopStack(app, 'shop'));
  return app;
}
