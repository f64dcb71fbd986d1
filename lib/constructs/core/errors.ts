import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { measureTitle } from '../../toms/measures/catalogue';

/** What was asked of a construct, why it is refused, and the way out. */
export interface Refusal {
  /** The prop that was set, or that is missing. */
  readonly prop: string;
  /** The rule in words: `must be at least 365`. */
  readonly must: string;
  /** The value that was given. Never a secret. */
  readonly value?: unknown;
  /** The id of the measure that the value would break. */
  readonly measure?: string;
  /** What to write instead. */
  readonly fix: string;
}

/** A value that a measure does not allow, or that is no value at all. */
export class ValidationError extends Error {
  constructor(message: string, scope?: IConstruct) {
    super(scope ? `[${scope.node.path || 'App'}] ${message}` : message);
    this.name = 'ValidationError';
  }
}

/** Throws the error of a refused value: construct path where there is one, prop, rule, measure, value and the way out. */
export function refuse(scope: IConstruct | undefined, refusal: Refusal): never {
  const measure = refusal.measure ? ` (TOM ${refusal.measure} ${measureTitle(refusal.measure)})` : '';
  const got = 'value' in refusal ? `, got ${printable(refusal.value)}` : '';
  throw new ValidationError(`'${refusal.prop}' ${refusal.must}${measure}${got}; ${refusal.fix}`, scope);
}

/** Why a prop is refused, whatever its value. */
export interface PropRefusal extends Omit<Refusal, 'prop' | 'value'> {
  /** Whether the value is a secret, which no message may repeat. */
  readonly isSecret?: boolean;
}

/** Props that the types of a construct do not have and that people used to other libraries still write, and why each is refused. */
export interface RefusedProps {
  readonly [prop: string]: PropRefusal;
}

/** Refused props from a list in which one refusal stands for several. */
export function refusedProps(groups: readonly (PropRefusal & { readonly props: readonly string[] })[]): RefusedProps {
  return Object.fromEntries(groups.flatMap(({ props, ...refusal }) => props.map((prop) => [prop, refusal])));
}

/** Refuses props that would be ignored in silence. */
export function refuseProps(scope: IConstruct | undefined, props: object, refused: RefusedProps): void {
  for (const [prop, { isSecret, ...refusal }] of Object.entries(refused)) {
    const value = (props as { [prop: string]: unknown })[prop];
    if (value !== undefined) refuse(scope, isSecret ? { prop, ...refusal } : { prop, value, ...refusal });
  }
}

function printable(value: unknown): string {
  if (Token.isUnresolved(value)) return 'a token';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printable).join(', ')}]`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
