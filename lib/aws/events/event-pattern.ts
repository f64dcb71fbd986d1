import { EncodedJson, Value, isJsonObject, isUnknown } from '../../terraform/value';
import { matchesWildcards } from '../wildcards';

/** Whether a pattern matches an event. `perhaps` where that hangs on what is not known of either. */
export type Match = 'yes' | 'no' | 'perhaps';

/** A field that an event certainly does not have. */
export const ABSENT = Symbol('absent');

/** What is known of an event: of a field that is not named here nothing is. */
export interface KnownEvent {
  readonly [field: string]: EventValue;
}

export type EventValue = string | number | boolean | null | typeof ABSENT | KnownEvent | readonly EventValue[];

/**
 * Whether the pattern of a rule matches an event of which only a part is known. An answer other than `perhaps` holds for every event with that part.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function matches(pattern: Value, event: KnownEvent): Match {
  return isFields(pattern) ? matchesFields(pattern, event) : 'perhaps';
}

/** The best of several answers, of which one is enough. */
export function anyMatch(answers: readonly Match[]): Match {
  return answers.includes('yes') ? 'yes' : answers.includes('perhaps') ? 'perhaps' : 'no';
}

function allMatch(answers: readonly Match[]): Match {
  return answers.includes('no') ? 'no' : answers.includes('perhaps') ? 'perhaps' : 'yes';
}

function not(answer: Match): Match {
  return answer === 'perhaps' ? answer : answer === 'yes' ? 'no' : 'yes';
}

function of(holds: boolean): Match {
  return holds ? 'yes' : 'no';
}

type Fields = { readonly [field: string]: Value };

function isFields(value: Value): value is { [field: string]: Value } {
  return isJsonObject(value) && !isUnknown(value) && !((value as unknown) instanceof EncodedJson);
}

/** All fields of a pattern must match. `event` is `undefined` where nothing is known, and `ABSENT` where there is none of the fields. */
function matchesFields(pattern: Fields, event: KnownEvent | typeof ABSENT | undefined): Match {
  return allMatch(
    Object.keys(pattern).map((field) => {
      const part = pattern[field];
      if (field === '$or' && Array.isArray(part) && part.length > 0 && part.every(isFields)) {
        return anyMatch(part.map((one) => matchesFields(one, event)));
      }
      const value = typeof event === 'object' ? fieldOf(event, field) : event;
      return isFields(part) ? matchesNested(part, value) : matchesLeaf(part, value);
    })
  );
}

function fieldOf(event: KnownEvent, field: string): EventValue | undefined {
  return Object.prototype.hasOwnProperty.call(event, field) ? event[field] : undefined;
}

function matchesNested(pattern: Fields, value: EventValue | undefined): Match {
  if (value === undefined || value === ABSENT) return matchesFields(pattern, value);
  if (Array.isArray(value)) {
    // A list of one is read as the one. Of several, all fields must match in one and the same, and what is absent is so in none.
    const answers = new Set((value as readonly EventValue[]).map((item) => matchesNested(pattern, item)));
    return value.length > 0 && answers.size === 1 ? [...answers][0] : 'perhaps';
  }
  // What is no object has none of the fields.
  return matchesFields(pattern, typeof value === 'object' && value !== null ? (value as KnownEvent) : ABSENT);
}

function matchesLeaf(pattern: Value, value: EventValue | undefined): Match {
  if (!Array.isArray(pattern) || value === undefined) return 'perhaps';
  return anyMatch(pattern.map((matcher) => matchesOne(matcher, value)));
}

function matchesOne(matcher: Value, value: EventValue): Match {
  if (isUnknown(matcher)) return 'perhaps';
  if (value === ABSENT) return matchesAbsent(matcher);
  if (Array.isArray(value)) {
    const items = value as readonly EventValue[];
    // How AWS reads an empty list, and what is to differ from a list, its documentation does not say.
    if (items.length === 0 || (isFields(matcher) && 'anything-but' in matcher)) return 'perhaps';
    return anyMatch(items.map((item) => matchesOne(matcher, item)));
  }
  if (typeof value === 'object' && value !== null) return 'perhaps';
  if (!isFields(matcher)) return typeof matcher === 'object' ? 'perhaps' : of((matcher ?? null) === value);
  const [[operator, operand], ...more] =
    Object.entries(matcher).length > 0 ? Object.entries(matcher) : [['', undefined]];
  return more.length > 0 ? 'perhaps' : operate(operator, operand, value);
}

function matchesAbsent(matcher: Value): Match {
  if (!isFields(matcher) || !('exists' in matcher)) return 'no';
  return typeof matcher.exists === 'boolean' ? of(!matcher.exists) : 'perhaps';
}

type Scalar = string | number | boolean | null;

function operate(operator: string, operand: Value, value: Scalar): Match {
  if (isUnknown(operand)) return 'perhaps';
  switch (operator) {
    case 'exists':
      return typeof operand === 'boolean' ? of(operand) : 'perhaps';
    case 'anything-but':
      return not(matchesBut(operand, value));
    case 'numeric':
      return compares(operand, value);
    default:
      return matchesText(operator, operand, value);
  }
}

/** What `anything-but` leaves out: a value, values, or what an operator on text matches. */
function matchesBut(operand: Value, value: Scalar): Match {
  if (isUnknown(operand)) return 'perhaps';
  if (Array.isArray(operand)) return anyMatch(operand.map((one) => matchesBut(one, value)));
  if (!isFields(operand)) return typeof operand === 'object' ? 'perhaps' : of((operand ?? null) === value);
  const [[operator, texts] = ['', undefined], ...more] = Object.entries(operand);
  if (more.length > 0) return 'perhaps';
  return anyMatch((Array.isArray(texts) ? texts : [texts]).map((text) => matchesText(operator, text, value)));
}

function matchesText(operator: string, operand: Value, value: Scalar): Match {
  const isCaseless = isFields(operand) && Object.keys(operand).length === 1 && 'equals-ignore-case' in operand;
  const text = isCaseless ? operand['equals-ignore-case'] : operand;
  if (typeof text !== 'string') return 'perhaps';
  if (typeof value !== 'string') return TEXT_OPERATORS.includes(operator) ? 'no' : 'perhaps';
  const [mine, its] = isCaseless || operator === 'equals-ignore-case' ? [lower(text), lower(value)] : [text, value];
  if (mine === undefined || its === undefined) return 'perhaps';
  switch (operator) {
    case 'equals-ignore-case':
      return isCaseless ? 'perhaps' : of(mine === its);
    case 'prefix':
      return of(its.startsWith(mine));
    case 'suffix':
      return of(its.endsWith(mine));
    case 'wildcard':
      // A backslash makes a star one of the text.
      return isCaseless || mine.includes('\\') ? 'perhaps' : of(matchesWildcards(mine, its, ''));
    default:
      return 'perhaps';
  }
}

const TEXT_OPERATORS = ['equals-ignore-case', 'prefix', 'suffix', 'wildcard'];

/** Beyond ASCII nobody says which letters are the same. */
function lower(text: string): string | undefined {
  return /^[\x20-\x7e]*$/.test(text) ? text.toLowerCase() : undefined;
}

/** `["<", 10]`, `[">=", 0, "<", 5]`. */
function compares(operand: Value, value: Scalar): Match {
  if (!Array.isArray(operand) || operand.length === 0 || operand.length % 2 === 1) return 'perhaps';
  const answers: Match[] = [];
  for (let at = 0; at < operand.length; at += 2) {
    const [sign, bound] = [operand[at], operand[at + 1]];
    const compare = typeof sign === 'string' ? COMPARISONS.get(sign) : undefined;
    if (!compare || typeof bound !== 'number') return 'perhaps';
    answers.push(of(typeof value === 'number' && compare(value, bound)));
  }
  return allMatch(answers);
}

const COMPARISONS: ReadonlyMap<string, (value: number, bound: number) => boolean> = new Map([
  ['<', (value, bound) => value < bound],
  ['<=', (value, bound) => value <= bound],
  ['=', (value, bound) => value === bound],
  ['>', (value, bound) => value > bound],
  ['>=', (value, bound) => value >= bound],
]);
