import { FindingOptions, matchers } from './matchers';
import { LIBRARY } from '../toms/engine';

export { FindingOptions, MatcherResult, matchers } from './matchers';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- this is how the types of Jest are extended
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- Jest names them, and both declarations must
    interface Matchers<R, T> {
      /** Whether no measure is violated, in an app, a stack, or what `Testing.synth` returns. */
      toMeetMeasures(): R;
      /** Whether a rule has a finding, by the id or the name of the rule. */
      toHaveFinding(rule: string, options?: FindingOptions): R;
    }
  }
}

interface Expect {
  readonly extend: (added: typeof matchers) => void;
}

const { expect } = globalThis as { readonly expect?: Expect };
if (typeof expect?.extend !== 'function') {
  throw new Error(
    `${LIBRARY}/jest adds to the global expect, and there is none: name it in Jest's setupFilesAfterEnv, or call expect.extend(matchers) with the matchers of ${LIBRARY}/testing`
  );
}
expect.extend(matchers);
