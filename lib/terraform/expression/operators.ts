import { Value, asNumber, isFalse, isTrue } from '../value';
import { decodedText, isSame } from './convert';
import { isKnown } from './extent';

/** The binary operators, from those that bind least. */
export const PRECEDENCE: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];

/** What an operator gives, or `undefined` where that cannot be told. */
export function operate(operator: string, left: Value, right: Value): Value {
  switch (operator) {
    case '||':
      if (isTrue(left) || isTrue(right)) return true;
      return isFalse(left) && isFalse(right) ? false : undefined;
    case '&&':
      if (isFalse(left) || isFalse(right)) return false;
      return isTrue(left) && isTrue(right) ? true : undefined;
    case '==':
      return isEqual(left, right);
    case '!=': {
      const equal = isEqual(left, right);
      return equal === undefined ? undefined : !equal;
    }
  }
  const [a, b] = [asNumber(left), asNumber(right)];
  const result = a === undefined || b === undefined ? undefined : compute(operator, a, b);
  return typeof result === 'number' ? rounded(result) : result;
}

function compute(operator: string, a: number, b: number): Value {
  switch (operator) {
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : a / b;
    case '%':
      return b === 0 ? undefined : a % b;
  }
  return undefined;
}

/** Terraform counts more precisely than in binary: 0.1 + 0.2 is 0.3. `undefined` where digits are lost. */
export function rounded(number: number): number | undefined {
  if (Number.isInteger(number)) return Number.isSafeInteger(number) ? number : undefined;
  const short = Number(number.toPrecision(15));
  return String(short).length < 16 ? short : number;
}

/** Whether two values are the same, or `undefined` where that cannot be told. A literal differs from one of another type, as in Terraform. Text that looks like a number is still text. */
export function isEqual(one: Value, other: Value): boolean | undefined {
  const [left, right] = [decodedText(one), decodedText(other)];
  if (!isKnown(left) || !isKnown(right)) return undefined;
  if (typeof left === 'object' && typeof right === 'object') {
    // What has the same items may be of another type, and differs then.
    return isSame(left, right) ? undefined : false;
  }
  return isSame(left, right);
}
