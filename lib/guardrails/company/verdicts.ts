import { MET, Verdict } from '../rule';

export { undetermined, violated } from '../rule';

/** What the rule demands holds. */
export function met(): Verdict {
  return MET;
}
