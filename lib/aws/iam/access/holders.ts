import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, describe, items } from '../../../terraform/value';
import { principalId, principalsNamed } from '../../kms/principals';
import { HeldPolicy } from '../evaluation/statements';
import { ARN_ATTRIBUTE, attachedPolicy, identityPolicies } from '../identity-policies';
import { policyFromJson } from '../policy';
import { symbolsOf } from './symbols';

/** A role or user of a model, with its policies. */
export interface Holder {
  readonly principal: Resource;
  readonly identity: readonly HeldPolicy[];
  readonly boundary: readonly HeldPolicy[];
}

const PRINCIPALS = ['aws_iam_role', 'aws_iam_user'];

/** Where a policy, or an attachment, names who holds it. */
const NAMED_AT: { readonly [type: string]: readonly string[] } = {
  aws_iam_role_policy: ['role'],
  aws_iam_user_policy: ['user'],
  aws_iam_policy_attachment: ['roles', 'users'],
  aws_iam_role_policy_attachment: ['role'],
  aws_iam_user_policy_attachment: ['user'],
  aws_iam_role_policy_attachments_exclusive: ['role_name'],
  aws_iam_user_policy_attachments_exclusive: ['user_name'],
};

/** Where users are put into groups, whose policies are not followed. */
const GROUPS: readonly (readonly [type: string, attribute: string])[] = [
  ['aws_iam_group_membership', 'users'],
  ['aws_iam_user_group_membership', 'user'],
];

const HOLDERS = new Memo<readonly Holder[]>();

/** The roles and users of a model. */
export function holdersOf(model: Model): readonly Holder[] {
  return HOLDERS.of(model, () => readHolders(model));
}

function readHolders(model: Model): readonly Holder[] {
  const byPrincipal = new Map<string, HeldPolicy[]>();
  /** What may belong to anybody. */
  const strays: HeldPolicy[] = [];
  const give = (ids: readonly string[], held: readonly HeldPolicy[]): void => {
    if (ids.length === 0) strays.push(...held.map(({ where }) => unread(where)));
    for (const id of ids) byPrincipal.set(id, [...(byPrincipal.get(id) ?? []), ...held]);
  };
  const named = (holder: Resource): string[] =>
    (NAMED_AT[holder.type] ?? []).flatMap((attribute) => principalsNamed(model, holder, holder.get(attribute)));
  for (const type of ['aws_iam_role_policy', 'aws_iam_user_policy']) {
    for (const holder of model.resources(type)) give(named(holder), policiesIn(model, holder));
  }
  for (const role of model.resources('aws_iam_role')) give([principalId(role)], policiesIn(model, role));
  for (const [type, attribute] of ARN_ATTRIBUTE) {
    for (const holder of model.resources(type)) {
      const held = items(holder.get(attribute))
        .map((arn) => attached(model, holder, arn))
        .flat();
      if (held.length === 0 || type.includes('_group_') || type.includes('ssoadmin')) continue;
      give(type === 'aws_iam_role' ? [principalId(holder)] : named(holder), held);
    }
  }
  for (const [type, attribute] of GROUPS) {
    for (const membership of model.resources(type)) {
      give(principalsNamed(model, membership, membership.get(attribute)), [
        unread(`the groups of ${membership.address}`),
      ]);
    }
  }
  return PRINCIPALS.flatMap((type) => model.resources(type)).map((principal) => ({
    principal,
    identity: [...(byPrincipal.get(principalId(principal)) ?? []), ...strays],
    boundary: boundaryOf(model, principal),
  }));
}

function unread(where: string): HeldPolicy {
  return { where, policy: { unknown: where } };
}

function policiesIn(model: Model, holder: Resource): HeldPolicy[] {
  return identityPolicies(model, holder).flatMap(({ where, policy }) =>
    policy ? [{ where: `${where} of ${holder.address}`, policy, symbols: symbolsOf(model, holder) }] : []
  );
}

function boundaryOf(model: Model, principal: Resource): HeldPolicy[] {
  const boundary = principal.get('permissions_boundary');
  return items(boundary).flatMap((arn) => attached(model, principal, arn));
}

const EVERYTHING = policyFromJson({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

/** Somebody who may do everything, as far as his own policies go. */
export function unlimited(where: string): HeldPolicy {
  return { where, policy: EVERYTHING };
}

/** A managed policy: that of an administrator is known, other policies of AWS are not read. */
function attached(model: Model, holder: Resource, arn: Value): HeldPolicy[] {
  const policies = targetsOf(model, holder, arn, ['aws_iam_policy'], ['arn', 'id']);
  if (policies.length > 0) return policies.flatMap((policy) => policiesIn(model, policy));
  const policy = attachedPolicy(model, holder, arn);
  if (policy?.of !== 'aws') return [unread(`the policy ${describe(arn)}`)];
  return [policy.name === 'AdministratorAccess' ? unlimited(policy.name) : unread(`the policy ${policy.name} of AWS`)];
}
