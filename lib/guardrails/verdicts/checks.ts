import { Block } from '../../terraform/block';
import { Value, isTrue, isUnknown, describe } from '../../terraform/value';
import { MET, Statements, Verdict, undetermined, violated } from '../rule';

/**
 * The verdict on one attribute: met where the value holds, open where only a plan can tell, else violated.
 *
 * @param meaning what any other value means, for the message
 */
export function requireAttribute(
  block: Block,
  attribute: string,
  holds: (value: Value) => boolean,
  set?: { readonly [attribute: string]: string | number | boolean },
  meaning?: string
): Verdict {
  const value = block.get(attribute);
  if (isUnknown(value)) return unknownAttribute(attribute, value);
  if (holds(value)) return MET;
  return violated(`${attribute} is ${describe(value)}${meaning === undefined ? '' : `: ${meaning}`}`, set);
}

/** The verdict on an attribute that must be true. */
export function requireTrue(block: Block, attribute: string, meaning?: string): Verdict {
  return requireAttribute(block, attribute, isTrue, { [attribute]: true }, meaning);
}

/** The verdict where an attribute that decides is only known to a plan. */
export function unknownAttribute(attribute: string, value: Value): Verdict {
  return undetermined(`${attribute} is ${describe(value)}, which only a plan can tell`);
}

/** The worst of several verdicts: a violation, else what is open, else met. `undefined` where none applies. */
export function worst(verdicts: readonly (Verdict | undefined)[]): Verdict | undefined {
  const applying = verdicts.filter((verdict): verdict is Verdict => verdict !== undefined);
  const broken = applying.filter((verdict) => verdict.outcome !== 'met');
  const chosen = broken.find((verdict) => verdict.outcome === 'violated') ?? broken[0];
  if (chosen === undefined)
    return applying.find((verdict) => 'declared' in verdict || 'list' in verdict) ?? applying[0];
  return broken.length === 1
    ? chosen
    : { ...chosen, statements: distinct(broken.map((verdict) => verdict.statements)) };
}

/** The statements of several verdicts, where each is named and no two have one name. */
export function distinct(parts: readonly (Statements | undefined)[]): Statements | undefined {
  const names = parts.flatMap((part) => part ?? []);
  const isNamed = parts.every((part) => part !== undefined) && new Set(names).size === names.length;
  return isNamed ? names : undefined;
}

/** The verdict on several demands that must all hold: it names every violation, and what fixes them. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  const broken = verdicts.filter((verdict) => verdict.outcome === 'violated');
  if (broken.length === 0) return verdicts.find((verdict) => verdict.outcome === 'undetermined') ?? MET;
  const set = Object.assign({}, ...broken.map((verdict) => verdict.set)) as { [attribute: string]: string };
  return violated(broken.map(({ message }) => message).join(', '), Object.keys(set).length > 0 ? set : undefined);
}
