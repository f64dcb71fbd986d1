import { NAMESPACE } from './uuid';
import { string } from './text';

/** The namespace of what compliance-trestle says of rules. */
const TRESTLE = 'https://oscal-compass.github.io/compliance-trestle/schemas/oscal';

/** A property, in a namespace: OSCAL has only few of its own. */
export interface Property {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
  readonly remarks?: string;
}

/** A property of this library. */
export function property(name: string, value: string | number): Property {
  return { name, ns: NAMESPACE, value: string(String(value)) };
}

/** What is true is said, and nothing where it is not. */
export function flag(name: string, holds: boolean | undefined): readonly Property[] {
  return holds ? [property(name, 'true')] : [];
}

/** A property by which compliance-trestle knows rules. */
export function ruleProperty(name: string, value: string, set?: string): Property {
  return { name, ns: TRESTLE, value: string(value), remarks: set };
}

/** A list as OSCAL has it: never an empty one. */
export function some<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** The control that stands for a measure. */
export function controlId(measure: string): string {
  return `tom-${measure}`;
}

/** The statement that stands for a claim: `tom-8.1_smt.d` for `8.1.d`. */
export function statementId(claim: string): string {
  const letter = claim.lastIndexOf('.');
  return `${controlId(claim.slice(0, letter))}_smt${claim.slice(letter)}`;
}
