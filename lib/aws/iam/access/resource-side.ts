import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { ownProperty } from '../../../terraform/value';
import { isSameAccount } from '../../account-of';
import { regionOf } from '../../regions-of';
import { HeldPolicy } from '../evaluation/statements';
import { RESOURCE_TYPES } from '../../types';
import { policyFromJson, readPolicy } from '../policy';
import { apartOf, ownPolicy, policiesOf } from '../resource-policies';
import { grantsOn } from './grants';
import { rootOf, symbolsOf } from './symbols';

const POLICIES = new Memo<readonly HeldPolicy[]>();

/** What decides about a resource on its own side: its policies, those of the account that speak of it, the grants of a key, the trust policy of a role. */
export function resourcePolicies(model: Model, resource: Resource): readonly HeldPolicy[] {
  return POLICIES.of(resource, () => readPolicies(model, resource));
}

/** Where those policies stand of which nobody knows whom they name. */
export function unreadPolicies(model: Model, resource: Resource): readonly string[] {
  return resourcePolicies(model, resource)
    .filter(({ policy }) => policy !== undefined && (!('statements' in policy) || !policy.complete))
    .map(({ where }) => where);
}

function readPolicies(model: Model, resource: Resource): readonly HeldPolicy[] {
  if (resource.type === 'aws_iam_role') return trustOf(model, resource);
  const found = policiesOf(model, resource).map(({ of, policy }): HeldPolicy => {
    return { where: of.address, policy, symbols: symbolsOf(model, of) };
  });
  const ofAll = ownProperty(OF_ACCOUNT, resource.type) ?? RESOURCE_TYPES[resource.type]?.policy?.ofAccount;
  if (ofAll !== undefined) found.push(...ofAccount(model, resource, ofAll));
  const apart = apartOf(resource.type);
  const open: readonly HeldPolicy[] =
    apart && hasUndeterminedCompanion(model, apart.type, apart.attribute)
      ? [{ where: apart.type, policy: { unknown: `an ${apart.type} that may be of ${resource.address}` } }]
      : [];
  if (!resource.type.startsWith('aws_kms_')) return [...found, ...open];
  const grants = grantsOn(model, resource);
  return [...(found.length > 0 ? found : [defaultKeyPolicy(resource)]), ...open, ...grants];
}

function trustOf(model: Model, role: Resource): readonly HeldPolicy[] {
  const policy = readPolicy(model, role, 'assume_role_policy');
  return policy ? [{ where: `assume_role_policy of ${role.address}`, policy, symbols: symbolsOf(model, role) }] : [];
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
const DEFAULT_KEY_POLICY = policyFromJson({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '${root}' }, Action: 'kms:*', Resource: '*' }],
});

function defaultKeyPolicy(key: Resource): HeldPolicy {
  const root = rootOf(key);
  return { where: 'the default key policy', policy: DEFAULT_KEY_POLICY, symbols: () => root };
}

/** Types whose policies speak of all of an account in a Region, and of which no rule asks who reads. */
const OF_ACCOUNT: { readonly [type: string]: string } = {
  aws_cloudwatch_log_group: 'aws_cloudwatch_log_resource_policy',
};

/** The policies that speak of all resources of a type of an account in a Region. */
function ofAccount(model: Model, group: Resource, type: string): readonly HeldPolicy[] {
  return model.present(type).flatMap((of): HeldPolicy[] => {
    const policy = ownPolicy(model, of);
    const [mine, theirs] = [regionOf(group), regionOf(of)];
    const account = isSameAccount(group, of);
    if (!policy || account === false || (mine !== undefined && theirs !== undefined && mine !== theirs)) return [];
    const isHere = account === true && (mine === theirs || group.sharesProvider(of));
    return [
      isHere
        ? { where: of.address, policy, symbols: symbolsOf(model, of) }
        : { where: of.address, policy: { unknown: of.address } },
    ];
  });
}
