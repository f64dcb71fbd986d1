import { Memo, MemoHolder } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, describe, items } from '../../../terraform/value';
import { NOTHING_ASSUMED, inWorld, noting } from '../../../terraform/worlds';
import { HeldPolicy } from '../evaluation/statements';
import { ARN_ATTRIBUTE, attachedPolicy, identityPolicies } from '../identity-policies';
import { policyFromJson } from '../policy';
import { Text, hole } from '../evaluation/text';
import { Carrier, Undeclared, carriersOf, groupsOf, mayCarryFor, undeclaredIn } from './carriers';
import { accountTextOf, arnOf, partitionOf, symbolsOf } from './symbols';

/** A policy of a principal, and the resource that its references are seen from. */
export interface PrincipalPolicy extends HeldPolicy {
  readonly from?: Resource;
  /** The name of the AWS managed policy that it is. */
  readonly ofAws?: string;
}

/** The policies of a role or a user. */
export interface Held {
  readonly identity: readonly PrincipalPolicy[];
  readonly boundary: readonly PrincipalPolicy[];
}

/** A role or a user that has policies of the model. */
export interface Principal extends MemoHolder {
  readonly kind: 'role' | 'user';
  /** As messages name it: its address, or its name where the configuration does not declare it. */
  readonly who: string;
  readonly arn: Text;
  readonly account: Text;
  readonly of: Resource | Undeclared;
}

const PRINCIPALS = new Memo<readonly Principal[]>();

/** The roles and users of a model, those that it declares first. */
export function principalsOf(model: Model): readonly Principal[] {
  return PRINCIPALS.of(model, () =>
    inWorld(
      NOTHING_ASSUMED,
      () =>
        noting(() => [...DECLARED.flatMap((type) => model.resources(type)), ...undeclaredIn(model)].map(toPrincipal))
          .value
    )
  );
}

const DECLARED = ['aws_iam_role', 'aws_iam_user'];

function toPrincipal(of: Resource | Undeclared): Principal {
  const kind = of.type === 'aws_iam_user' ? 'user' : 'role';
  if (!('by' in of)) return { kind, who: of.address, arn: arnOf(of), account: accountTextOf(of), of };
  const account = accountTextOf(of.by);
  const name = of.name === undefined ? [hole(`the name that ${of.by.qualifiedAddress} names`, ':')] : [...of.name];
  const arn = [...'arn:', ...partitionOf(of.by), ...':iam::', ...account, ...`:${kind}/`, ...name];
  const who = of.name === undefined ? `the ${kind} that ${of.by.address} names` : `the ${kind} ${of.name}`;
  return { kind, who, arn, account, of };
}

const BY_RESOURCE = new Memo<ReadonlyMap<Resource, Principal>>();

/** A role or user that the model declares. */
export function principalOf(model: Model, resource: Resource): Principal {
  const known = BY_RESOURCE.of(model, () => {
    const found = principalsOf(model).flatMap((one) => ('by' in one.of ? [] : [[one.of, one] as const]));
    return new Map(found);
  });
  return known.get(resource)!;
}

/** Whether a principal is there, which may be for the plan to tell. */
export function isThere({ of }: Principal): boolean {
  return 'by' in of || of.isThere;
}

const HELD = new Memo<Held>();

/** The policies of a role or a user: its own, those that are attached to it, and those of its groups. */
export function heldBy(model: Model, principal: Principal): Held {
  return HELD.of(principal, () => {
    const { of } = principal;
    return {
      identity: [of, ...groupsOf(model, of)].flatMap((holder) => identityOf(model, holder)),
      boundary: 'by' in of ? [] : items(of.get('permissions_boundary')).flatMap((arn) => attached(model, of, arn)),
    };
  });
}

function identityOf(model: Model, holder: Resource | Undeclared): readonly PrincipalPolicy[] {
  // Of who is declared elsewhere, what others give him is not seen.
  const own = 'by' in holder ? [] : carriedBy(model, holder);
  const carried = carriersOf(model, holder).flatMap((carrier) => givenBy(model, carrier));
  // Whose they are, only a plan can tell.
  const others = mayCarryFor(model, holder).map(({ address }) => unread(address));
  return [...own, ...carried, ...others];
}

function givenBy(model: Model, { resource, within, isOneOfSeveral }: Carrier): readonly PrincipalPolicy[] {
  const found = within(() => carriedBy(model, resource));
  return isOneOfSeveral ? found.map(perhaps) : found;
}

/** A policy of which nobody can tell whether it is there. */
function perhaps(held: PrincipalPolicy): PrincipalPolicy {
  const { policy } = held;
  if (!policy || !('statements' in policy)) return held;
  const statements = policy.statements.map((statement) => ({ ...statement, effect: `${statement.effect}, perhaps` }));
  return { ...held, policy: { ...policy, statements } };
}

const POLICIES = new Memo<readonly PrincipalPolicy[]>();

/** The policies that a resource carries or attaches, where it is there. */
export function carriedBy(model: Model, carrier: Resource): readonly PrincipalPolicy[] {
  return POLICIES.of(carrier, () => {
    if (!carrier.isThere) return [];
    if (carrier.type.endsWith('_membership')) return [unread(`a group that ${carrier.address} names`)];
    const attribute = ARN_ATTRIBUTE.get(carrier.type);
    const arns = attribute === undefined ? [] : items(carrier.get(attribute));
    return [...policiesIn(model, carrier), ...arns.flatMap((arn) => attached(model, carrier, arn))];
  });
}

function unread(where: string): PrincipalPolicy {
  return { where, policy: { unknown: where } };
}

export function policiesIn(model: Model, holder: Resource): PrincipalPolicy[] {
  return identityPolicies(model, holder).flatMap(({ where, policy }) =>
    policy ? [{ where: `${where} of ${holder.address}`, policy, symbols: symbolsOf(model, holder), from: holder }] : []
  );
}

const EVERYTHING = policyFromJson({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

/** Somebody who may do everything, as far as his own policies go. */
export function unlimited(where: string): PrincipalPolicy {
  return { where, policy: EVERYTHING };
}

/** A managed policy: that of an administrator is known, other policies of AWS are not read. */
export function attached(model: Model, holder: Resource, arn: Value): PrincipalPolicy[] {
  const policies = targetsOf(model, holder, arn, ['aws_iam_policy'], ['arn', 'id']);
  if (policies.length > 0) return policies.flatMap((policy) => (policy.isThere ? policiesIn(model, policy) : []));
  const policy = attachedPolicy(model, holder, arn);
  if (policy?.of !== 'aws') return [unread(`the policy ${describe(arn)}`)];
  const held =
    policy.name === 'AdministratorAccess' ? unlimited(policy.name) : unread(`the policy ${policy.name} of AWS`);
  return [{ ...held, ofAws: policy.name }];
}
