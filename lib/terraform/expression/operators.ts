import { Value, asNumber, isFalse, isTrue } from '../value';
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
  return a === undefined || b === undefined ? undefined : compute(operator, a, b);
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

/** Whether two values are the same, or `undefined` where that cannot be told. A literal differs from one of another type, as in Terraform. Text that looks like a number is still text. */
export function isEqual(left: Value, right: Value): boolean | undefined {
  if (!isKnown(left) || !isKnown(right)) return undefined;
  if (typeof left === 'object' || typeof right === 'object') return JSON.stringify(left) === JSON.stringify(right);
  return left === right;
}
