import { referencesIn } from '../../terraform/expression/scanner';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { companionsOf, resolve, targetOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, isTrue } from '../../terraform/value';
import { HeldPolicy, POLICY_TYPES, identityPolicies } from '../iam/identity-policies';
import { Statement } from '../iam/policy';

/** A statement that rules what some principals may do, in a policy of their own. */
export interface Grant {
  /** The ids of the principals: see `principalId`. */
  readonly principals: readonly string[];
  readonly statement: Statement;
  /** What carries the policy: references in it are resolved from there. */
  readonly holder: Resource;
}

/** The grants of a model, and the first policy that nobody can read. */
export interface Grants {
  readonly list: readonly Grant[];
  readonly open: string | undefined;
}

const PRINCIPALS = ['aws_iam_role', 'aws_iam_user'];

/** How policies name who holds them, by type. */
const HOLDER_ATTRIBUTE: { readonly [type: string]: string } = {
  aws_iam_role_policy: 'role',
  aws_iam_user_policy: 'user',
};

/** How policies are attached to principals: the resource, and the attribute with those who get it. */
const ATTACHMENTS: readonly (readonly [type: string, attribute: string])[] = [
  ['aws_iam_role_policy_attachment', 'role'],
  ['aws_iam_user_policy_attachment', 'user'],
  ['aws_iam_policy_attachment', 'roles'],
  ['aws_iam_policy_attachment', 'users'],
];

const GRANTS = new Memo<Grants>();
const NAMES = new Memo<ReadonlyMap<string, Resource>>();

/** Every statement in the policies that roles and users hold. */
export function grantsOf(model: Model): Grants {
  return GRANTS.of(model, () => readGrants(model));
}

function readGrants(model: Model): Grants {
  const list: Grant[] = [];
  let open: string | undefined;
  for (const holder of POLICY_TYPES.flatMap((type) => model.resources(type))) {
    const principals = holdersOf(model, holder);
    if (principals.length === 0) continue;
    for (const held of identityPolicies(model, holder)) {
      open ??= unread(held, holder);
      for (const statement of statementsOf(held)) list.push({ principals, statement, holder });
    }
  }
  return { list, open };
}

function statementsOf({ policy }: HeldPolicy): readonly Statement[] {
  return policy && 'statements' in policy ? policy.statements : [];
}

/** What of a policy nobody can read before the plan. */
function unread({ where, policy }: HeldPolicy, holder: Resource): string | undefined {
  if (!policy || 'broken' in policy) return undefined;
  if ('unknown' in policy) return `${where} of ${holder.address}`;
  return policy.complete ? undefined : `a part of ${where} of ${holder.address}`;
}

function holdersOf(model: Model, holder: Resource): string[] {
  if (holder.type === 'aws_iam_role') return [principalId(holder)];
  if (holder.type === 'aws_iam_policy') {
    return ATTACHMENTS.flatMap(([type, attribute]) =>
      companionsOf(model, holder, type, 'policy_arn').flatMap((attachment) =>
        principalsNamed(model, attachment, attachment.get(attribute))
      )
    );
  }
  const attribute = HOLDER_ATTRIBUTE[holder.type];
  return attribute === undefined ? [] : principalsNamed(model, holder, holder.get(attribute));
}

/** The ids of the principals that a value names: by reference, or by name. */
export function principalsNamed(model: Model, from: Resource, value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => principalsNamed(model, from, item));
  if (typeof value === 'string') return [idOfName(model, value)];
  const target = targetOf(model, from, value);
  return target ? [idOf(model, target)] : [];
}

/** The ids of the principals that the entry of a statement names: an ARN, or a reference to a role or user. */
export function principalsIn(model: Model, from: Resource, text: string): string[] {
  const targets = referencesIn(text).flatMap((reference) => {
    const target = resolve(model, from, reference);
    return target && PRINCIPALS.includes(target.type) ? [idOf(model, target)] : [];
  });
  if (targets.length > 0) return targets;
  const name = text.slice(text.lastIndexOf('/') + 1);
  return /:(?:role|user|assumed-role)\//.test(text) && /^[^*${}]+$/.test(name) ? [idOfName(model, name)] : [];
}

function idOf(model: Model, principal: Resource): string {
  if (principal.mode === 'managed') return principalId(principal);
  const name = principal.get('name') ?? principal.get('user_name');
  return typeof name === 'string' ? idOfName(model, name) : principalId(principal);
}

/** What a principal is called in sets and messages: its address, with the stack before it where there are several. */
export function principalId(principal: Resource): string {
  return `${principal.stack.name}:${principal.key}`;
}

function idOfName(model: Model, name: string): string {
  const names = NAMES.of(model, () => {
    const found = new Map<string, Resource>();
    for (const principal of PRINCIPALS.flatMap((type) => model.resources(type))) {
      const own = principal.get('name');
      if (typeof own === 'string') found.set(own, principal);
    }
    return found;
  });
  const found = names.get(name);
  return found ? principalId(found) : `:"${name}"`;
}

/** A principal as a message names it. */
export function showPrincipal(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** Whether a tag says true, and not only perhaps. */
export function isTagged(resource: Resource, tag: string): boolean {
  const value = resource.tag(tag);
  return isTrue(value);
}
