import { Condition } from '../policy';
import { Context, PolicyTexts, textIn } from './context';
import { comparisonOf } from './operators';
import { Text, isPlain, knownText, textOf } from './text';
import { NO, Truth, YES, all, any, not, open } from './truth';

/** Whether the condition of a statement holds: each test in it must. */
export function conditionsHold(conditions: readonly Condition[], context: Context, texts: PolicyTexts): Truth {
  const truths: Truth[] = [];
  for (const condition of conditions) {
    const truth = conditionHolds(condition, context, texts);
    if (truth.is === 'no') return NO;
    truths.push(truth);
  }
  return all(truths);
}

const OPERATOR = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/;

interface Operator {
  readonly set: string | undefined;
  readonly name: string;
  readonly ifExists: boolean;
}

/** Policies use a few operators, each in one spelling. */
const MOST_KNOWN = 256;
const KNOWN = new Map<string, Operator | undefined>();

function operatorOf(written: string): Operator | undefined {
  if (KNOWN.has(written)) return KNOWN.get(written);
  const parts = OPERATOR.exec(written.toLowerCase());
  const operator = parts ? { set: parts[1], name: parts[2], ifExists: parts[3] !== undefined } : undefined;
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(written, operator);
  return operator;
}

function conditionHolds({ operator, key, values }: Condition, context: Context, texts: PolicyTexts): Truth {
  if (operator === '?' || key === '?') return open(...(values.length > 0 ? values : ['a condition']));
  const parts = operatorOf(operator);
  if (!parts) return open(`the operator ${operator}`);
  const { set, name, ifExists } = parts;
  const found = context.get(key);
  if (name === 'null') return isNull(found, key, values, texts);
  const comparison = comparisonOf(name);
  if (!comparison) return open(`the operator ${operator}`);
  const holdsWithout = ifExists || set === 'forallvalues';
  if (found === undefined && values.some(isPlain)) return open(key);
  if (found === 'absent') return holdsWithout || (set === undefined && comparison.isNegated) ? YES : NO;
  const wanted = values.flatMap((value) => {
    const text = textIn(value, comparison.reading, texts, context);
    return text ? [text] : [];
  });
  // A variable that stands for nothing is met by no value.
  if (found === undefined) return wanted.length > 0 || holdsWithout || comparison.isNegated ? open(key) : NO;
  const meets = (value: Text): Truth => {
    const among = any(wanted.map((one) => comparison.compare(one, value)));
    return comparison.isNegated ? not(among) : among;
  };
  if (set === 'forallvalues') return all(found.map(meets));
  if (set === 'foranyvalue') return any(found.map(meets));
  // What AWS does with several values and no set operator is nowhere said.
  return found.length === 1 ? meets(found[0]) : open(key);
}

function isNull(
  found: readonly Text[] | 'absent' | undefined,
  key: string,
  values: readonly string[],
  { symbols }: PolicyTexts
): Truth {
  if (found === undefined) return open(key);
  return any(
    values.map((value) => {
      const wanted = knownText(textOf(value, { folds: true, symbols }));
      if (wanted === undefined) return open(value);
      return wanted === String(found === 'absent') ? YES : NO;
    })
  );
}
