import { IConstruct } from 'constructs';
import { ENGINE, LIBRARY, OTHER_ENGINE, OTHER_LIBRARY } from '../../toms/engine';
import { installCommand } from '../../toms/install-command';
import { ValidationError } from './errors';

/** By which jsii says in every class of a package whose class it is. Both engines share the other brands of their objects, such as that of an app. */
const BRAND = Symbol.for('jsii.rtti');

interface Branded {
  readonly [BRAND]?: { readonly fqn?: unknown };
}

/** Whether a class of the other engine, or one that extends such a class, made something: an app, a stack, a resource. */
export function isOfOtherEngine(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (let at: unknown = value.constructor; typeof at === 'function'; at = Object.getPrototypeOf(at) as unknown) {
    const { fqn } = (at as Branded)[BRAND] ?? {};
    const [assembly] = typeof fqn === 'string' ? fqn.split('.') : [];
    if (assembly === OTHER_ENGINE || assembly === OTHER_LIBRARY) return true;
    if (assembly === ENGINE || assembly === LIBRARY) return false;
  }
  return false;
}

/** Why something of the other engine is refused: one sentence for every place in which it may turn up. */
export function otherEngine(what: string): string {
  return `${what} is of ${OTHER_ENGINE}, and ${LIBRARY} is for ${ENGINE}: take ${OTHER_LIBRARY} instead (${installCommand(OTHER_LIBRARY, { [OTHER_LIBRARY]: '' })}), or make it with ${ENGINE}`;
}

/** Refuses a construct that the other engine made, or that lies in something that the other engine made. */
export function refuseOtherEngine(construct: IConstruct): void {
  const found = construct.node.scopes.find(isOfOtherEngine);
  if (found) throw new ValidationError(otherEngine(called(found)), construct);
}

/** Refuses a prop that the other engine made. */
export function refusePropsOfOtherEngine(construct: IConstruct, props: object): void {
  for (const [prop, value] of Object.entries(props)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (values.some(isOfOtherEngine)) throw new ValidationError(otherEngine(`'${prop}'`), construct);
  }
}

/** What a construct is called in such a sentence. */
export function called(construct: IConstruct): string {
  return construct.node.path === '' ? 'the app' : `'${construct.node.path}'`;
}
