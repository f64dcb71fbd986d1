/** What can be told before the plan, and what it hangs on where that is open: condition keys and unknowns. */
export interface Truth {
  readonly is: 'yes' | 'no' | 'open';
  readonly on: readonly string[];
}

const NOTHING: readonly string[] = [];

export const YES: Truth = { is: 'yes', on: NOTHING };
export const NO: Truth = { is: 'no', on: NOTHING };

export function open(...on: readonly string[]): Truth {
  return { is: 'open', on };
}

/** Whether all of them hold. */
export function all(truths: readonly Truth[]): Truth {
  if (truths.some(({ is }) => is === 'no')) return NO;
  return joined(truths) ?? YES;
}

/** Whether one of them holds. */
export function any(truths: readonly Truth[]): Truth {
  if (truths.some(({ is }) => is === 'yes')) return YES;
  return joined(truths) ?? NO;
}

export function not(truth: Truth): Truth {
  return truth.is === 'open' ? truth : truth.is === 'yes' ? NO : YES;
}

/** One of two truths, where it is open which: what both say holds. */
export function either(which: Truth, ifYes: Truth, ifNo: Truth): Truth {
  if (which.is !== 'open') return which.is === 'yes' ? ifYes : ifNo;
  if (ifYes.is === ifNo.is && ifYes.is !== 'open') return ifYes;
  return joined([which, ifYes, ifNo]) ?? NO;
}

function joined(truths: readonly Truth[]): Truth | undefined {
  const openOnes = truths.filter(({ is }) => is === 'open');
  if (openOnes.length <= 1) return openOnes[0];
  return { is: 'open', on: [...new Set(openOnes.flatMap(({ on }) => on))] };
}
