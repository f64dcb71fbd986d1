import { contains, parseCidr } from '../../ip-ranges';
import { matches, matchesArn } from './match';
import { Reading, Text, holesIn, knownText } from './text';
import { NO, Truth, YES, open } from './truth';

/** How an operator compares one value of a request with one value of a condition. */
export interface Comparison {
  /** How the value of the condition is read. */
  readonly reading: Reading;
  /** Whether the operator asks for values that are not there. */
  readonly isNegated: boolean;
  readonly compare: (wanted: Text, value: Text) => Truth;
}

const EXACT: Reading = {};
const FOLDED: Reading = { folds: true };
const WILD: Reading = { wildcards: true };

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const OPERATORS: { readonly [operator: string]: Comparison } = {
  ...pair('stringequals', 'stringnotequals', EXACT, matches),
  ...pair('stringequalsignorecase', 'stringnotequalsignorecase', FOLDED, (wanted, value) =>
    matches(wanted, folded(value))
  ),
  ...pair('stringlike', 'stringnotlike', WILD, matches),
  ...pair('arnequals', 'arnnotequals', WILD, matchesArn),
  ...pair('arnlike', 'arnnotlike', WILD, matchesArn),
  ...pair(
    'numericequals',
    'numericnotequals',
    EXACT,
    numbers((one, other) => one === other)
  ),
  ...pair(
    'dateequals',
    'datenotequals',
    EXACT,
    dates((one, other) => one === other)
  ),
  ...ordered('lessthan', (one, other) => one < other),
  ...ordered('lessthanequals', (one, other) => one <= other),
  ...ordered('greaterthan', (one, other) => one > other),
  ...ordered('greaterthanequals', (one, other) => one >= other),
  ...pair('ipaddress', 'notipaddress', EXACT, known(isInRange)),
  bool: { reading: FOLDED, isNegated: false, compare: (wanted, value) => matches(wanted, folded(value)) },
  binaryequals: { reading: EXACT, isNegated: false, compare: matches },
};

/** The comparison of an operator without prefix and suffix, in lower case. `undefined` where AWS has none of the name. */
export function comparisonOf(operator: string): Comparison | undefined {
  return Object.prototype.hasOwnProperty.call(OPERATORS, operator) ? OPERATORS[operator] : undefined;
}

function pair(is: string, isNot: string, reading: Reading, compare: Comparison['compare']): Record<string, Comparison> {
  return { [is]: { reading, isNegated: false, compare }, [isNot]: { reading, isNegated: true, compare } };
}

function ordered(name: string, holds: (value: number, wanted: number) => boolean): Record<string, Comparison> {
  return {
    [`numeric${name}`]: { reading: EXACT, isNegated: false, compare: numbers(holds) },
    [`date${name}`]: { reading: EXACT, isNegated: false, compare: dates(holds) },
  };
}

function folded(text: Text): Text {
  return text.map((token) => (typeof token === 'string' ? token.toLowerCase() : token));
}

/** Compares texts that are known as a whole. */
function known(holds: (wanted: string, value: string) => boolean): Comparison['compare'] {
  return (wanted, value) => {
    const [one, other] = [knownText(wanted), knownText(value)];
    if (one === undefined || other === undefined) return open(...holesIn(wanted), ...holesIn(value));
    return holds(one, other) ? YES : NO;
  };
}

function numbers(holds: (value: number, wanted: number) => boolean): Comparison['compare'] {
  return known((wanted, value) => {
    const [one, other] = [value, wanted].map((text) => (/^[-+]?\d*\.?\d+$/.test(text) ? Number(text) : NaN));
    return !Number.isNaN(one) && !Number.isNaN(other) && holds(one, other);
  });
}

/** Dates are written by ISO 8601, or as seconds since 1970. */
function dates(holds: (value: number, wanted: number) => boolean): Comparison['compare'] {
  return known((wanted, value) => {
    const [one, other] = [value, wanted].map((text) =>
      /^\d+$/.test(text) && text.length > 4 ? Number(text) * 1000 : Date.parse(text)
    );
    return !Number.isNaN(one) && !Number.isNaN(other) && holds(one, other);
  });
}

function isInRange(wanted: string, value: string): boolean {
  const [range, address] = [parseCidr(wanted), parseCidr(value)];
  return range !== undefined && address !== undefined && contains(range, address);
}
