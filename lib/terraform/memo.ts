import { Value } from './value';
import { Choices, World, assumptionsOf, noteAgain, noting } from './worlds';

/** What a `Memo` keeps its values on: a model, a stack, a resource or a block. */
export interface MemoHolder {
  remembered?: unknown[];
}

/** What was computed, what it hangs on, and what was assumed of that. */
interface Variant {
  readonly value: unknown;
  readonly choices: Choices;
  readonly assumed: World;
}

/** A value that hangs on what only a plan can tell, under several assumptions. */
class Tentative {
  readonly variants: Variant[] = [];
}

/** How many variants of a value are kept. */
const MOST_VARIANTS = 32;

/**
 * A value that is computed once for each of its holders and shared by rules. It is stored on the holder: a WeakMap with thousands of keys is slower.
 * What hangs on something that only a plan can tell is computed once for each assumption about that.
 */
export class Memo<T> {
  /** What was computed before, or else what `read` returns. */
  public of(holder: MemoHolder, read: () => T): T {
    // Pairs: the memo, and what it keeps. A holder has few of them, and a Map each would weigh more than what it holds.
    const kept = (holder.remembered ??= []);
    let place = 0;
    while (place < kept.length && kept[place] !== this) place += 2;
    const isKnown = place < kept.length;
    const known = isKnown ? kept[place + 1] : undefined;
    if (isKnown && !(known instanceof Tentative)) return known as T;
    const variant = known instanceof Tentative ? known.variants.find(holds) : undefined;
    if (variant) {
      noteAgain(variant.choices);
      return variant.value as T;
    }
    const { value, choices } = noting(read);
    // What is read may keep something here itself.
    if (choices === undefined) {
      if (!isKnown) kept.push(this, value);
      return value;
    }
    noteAgain(choices);
    const tentative = known instanceof Tentative ? known : new Tentative();
    if (!isKnown) kept.push(this, tentative);
    const { variants } = tentative;
    if (variants.length === MOST_VARIANTS) variants.splice(1, 1);
    variants.push({ value, choices, assumed: assumptionsOf(choices) });
    return value;
  }
}

/** Whether what was assumed of a variant is assumed now, and nothing else about what it hangs on. */
function holds({ choices, assumed }: Variant): boolean {
  const now = assumptionsOf(choices);
  if (now.size !== assumed.size) return false;
  for (const [id, value] of now) if (!assumed.has(id) || !isSame(value, assumed.get(id))) return false;
  return true;
}

function isSame(one: Value, other: Value): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}
