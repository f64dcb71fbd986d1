import { configured } from '../../terraform/configured';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { companionsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { RESOURCE_TYPES } from '../types';
import { PolicyReading, readPolicy } from './policy';

/** Several rules ask for the same policies: each is parsed once. */
const READ = new Memo<PolicyReading>();

/** The attribute that holds the policy of a resource. */
export function policyAttribute({ type }: Resource): string {
  return RESOURCE_TYPES[type]?.policy?.attribute ?? 'policy';
}

/** The policy in an attribute of a resource, or `undefined` where it has none. */
export function ownPolicy(model: Model, resource: Resource): PolicyReading {
  return READ.of(resource, () => {
    const attribute = policyAttribute(resource);
    return hasPolicy(resource, attribute) ? readPolicy(model, resource, attribute) : undefined;
  });
}

/** The policies of a resource: those that stand apart from it, and the one within it. */
export function policiesOf(
  model: Model,
  resource: Resource
): { readonly of: Resource; readonly policy: NonNullable<PolicyReading> }[] {
  const apart = RESOURCE_TYPES[resource.type]?.policy?.apart;
  const holders = apart ? companionsOf(model, resource, apart.type, apart.attribute, [apart.names]) : [];
  return [...holders, resource].flatMap((of) => {
    const policy = ownPolicy(model, of);
    return policy ? [{ of, policy }] : [];
  });
}

function hasPolicy(resource: Resource, attribute: string): boolean {
  const raw = resource.body[attribute];
  // `{}` is how the policy of an access point is removed.
  if (typeof raw === 'string' && raw.startsWith('{')) return raw.length > 20 || !/^\{\s*\}\s*$/.test(raw);
  const text = configured(resource, attribute);
  return text !== undefined && !(typeof text === 'string' && /^\s*\{\s*\}\s*$/.test(text));
}
