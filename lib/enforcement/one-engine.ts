import { App } from 'cdktf';
import { called, isOfOtherEngine, otherEngine } from '../constructs/core/other-engine';
import { GuardrailsError } from './guardrails-error';

/** Refuses an app of which a part was made by the other engine: neither engine's synth can write both. */
export function requireOneEngine(app: App): void {
  const found = app.node.findAll().find(isOfOtherEngine);
  if (found) throw new GuardrailsError(otherEngine(called(found)));
}
