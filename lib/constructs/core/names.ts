import { createHash } from 'node:crypto';
import { Token, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from './errors';
import { Posture } from './posture';

/** The posture's prefix, the stack's name, and the construct's path: lower case letters, digits and hyphens. Two stacks of one account never share it. */
export function defaultName(scope: IConstruct, posture: Posture): string {
  const stack = TerraformStack.of(scope);
  const path = scope.node.path;
  const below = path === stack.node.path ? '' : path.slice(stack.node.path.length + 1);
  return [posture.namePrefix ?? '', stack.node.id, below]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** The same for resources whose names may not be that long: cut, and told apart by a hash of the whole. */
export function shortName(scope: IConstruct, posture: Posture, max: number): string {
  const name = defaultName(scope, posture);
  if (name.length <= max) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, max - 9).replace(/-+$/, '')}-${hash}`;
}

const CLAIMED = Symbol.for('cdktf-aws-toms/ClaimedNames');

/** Refuses a name that another construct within `within` has: Terraform would only find out when it applies. */
export function claimName(scope: IConstruct, within: IConstruct, prop: string, name: string): void {
  if (Token.isUnresolved(name)) return;
  const holder = within as IConstruct & { [CLAIMED]?: Map<string, string> };
  if (!holder[CLAIMED]) Object.defineProperty(within, CLAIMED, { value: new Map<string, string>() });
  const claimed = holder[CLAIMED]!;
  const key = `${prop} ${name}`;
  const owner = claimed.get(key);
  if (owner !== undefined) {
    refuse(scope, {
      prop,
      must: `must be unique: ${owner} has this name`,
      value: name,
      fix: `write another ${prop}, or leave it out`,
    });
  }
  claimed.set(key, scope.node.path);
}
