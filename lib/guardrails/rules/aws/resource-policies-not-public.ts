import { policyPaths } from '../../../aws/iam/policy-paths';
import { Statement, readPolicy } from '../../../aws/iam/policy';
import { holdsResourcePolicy, policyAttribute } from '../../../aws/iam/resource-policies';
import { RESOURCE_TYPES } from '../../../aws/types';
import { Model } from '../../../terraform/model';
import { targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { ResourceRule, Verdict } from '../../rule';
import { worst } from '../../verdicts/checks';
import { publicPolicyVerdict } from '../../verdicts/public-principal';

/** Attributes that rules of their own ask. */
const JUDGED: { readonly [type: string]: string } = {
  aws_iam_role: 'assume_role_policy',
  aws_kms_external_key: 'policy',
  aws_kms_key: 'policy',
  aws_kms_key_policy: 'policy',
  aws_kms_replica_external_key: 'policy',
  aws_kms_replica_key: 'policy',
  aws_vpc_endpoint: 'policy',
  aws_vpc_endpoint_policy: 'policy',
};

/** Resource policies of any type that let nobody in unnamed. */
export const RULE: ResourceRule = {
  id: 'AWS-013',
  name: 'resource-policies-not-public',
  title: 'A resource policy of any type does not allow public access',
  severity: 'high',
  claims: ['3.1.1.c'],
  rationale:
    'Repositories, event buses, vaults, catalogs, streams and many others take a policy that names who may use them from which account. A policy that allows everyone (Principal *, or NotPrincipal) is public, unless a condition narrows it to fixed accounts, organizations, networks or sources. Whatever an attribute is called, and whatever the type: what reads as a policy with principals is judged. Policies that other rules judge, such as those of buckets, keys, queues, topics and secrets, are left to them.',
  fix: 'Name accounts, roles or services as Principal, or narrow the statement by a condition with fixed values, such as `aws:PrincipalOrgID`, `aws:SourceAccount`, `aws:SourceArn` or `aws:SourceVpce`.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html',
    'https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html',
  ],
  types: ['*'],
  check: (resource, model) => {
    const paths = policyPaths(resource);
    return paths.length > 0 ? verdictAt(paths, resource, model) : undefined;
  },
};

function verdictAt(paths: readonly string[], resource: Resource, model: Model): Verdict | undefined {
  return worst(paths.map((path) => (isJudged(model, resource, path) ? undefined : verdictOn(model, resource, path))));
}

function isJudged(model: Model, resource: Resource, path: string): boolean {
  const { type } = resource;
  if (RESOURCE_TYPES[type]?.publicPolicy !== undefined && path === policyAttribute(resource)) return true;
  // EFS-004 asks the policies of file systems that are here.
  const isOfSystem = type === 'aws_efs_file_system_policy' && path === 'policy';
  return (
    JUDGED[type] === path ||
    (isOfSystem && targetsOf(model, resource, resource.get('file_system_id'), ['aws_efs_file_system']).length > 0)
  );
}

function verdictOn(model: Model, resource: Resource, path: string): Verdict | undefined {
  const policy = readPolicy(model, resource, path);
  const isNamed = holdsResourcePolicy(resource.type, path);
  if (!policy) return undefined;
  if (!('statements' in policy)) return isNamed ? publicPolicyVerdict(path, policy) : undefined;
  const isOfResource = policy.statements.some(hasPrincipals) || (isNamed && !policy.complete);
  if (!isOfResource) return undefined;
  return publicPolicyVerdict(path, { ...policy, statements: policy.statements.filter((one) => !isWithinNetwork(one)) });
}

/** What comes by a mount target comes from the network that this stands in, and is not public to EFS. */
function isWithinNetwork({ conditions }: Statement): boolean {
  return conditions.some(
    ({ operator, key, values }) =>
      operator === 'Bool' && key === 'elasticfilesystem:accessedviamounttarget' && values.join() === 'true'
  );
}

/** Policies of identities have none. */
function hasPrincipals({ principals, notPrincipals }: Statement): boolean {
  return principals.length + notPrincipals.length > 0;
}
