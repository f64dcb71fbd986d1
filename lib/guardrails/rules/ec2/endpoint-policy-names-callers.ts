import { PolicyReading, Statement } from '../../../aws/iam/policy';
import { ownPolicy } from '../../../aws/iam/resource-policies';
import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion, targetOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, isUnknown } from '../../../terraform/value';
import { ResourceRule, undetermined, violated } from '../../rule';
import { publicPolicyVerdict } from '../../verdicts/public-principal';

const ENDPOINT = 'aws_vpc_endpoint';
const POLICY = 'aws_vpc_endpoint_policy';

/** Conditions on whose resources are reached, by what they say of who reaches them elsewhere. */
const OWNERS: ReadonlyMap<string, string> = new Map([
  ['aws:resourceaccount', 'aws:sourceaccount'],
  ['aws:resourceorgid', 'aws:sourceorgid'],
  ['aws:resourceorgpaths', 'aws:sourceorgpaths'],
  ['s3:resourceaccount', 'aws:sourceaccount'],
]);

/** Conditions on where a request comes from: all that reach an endpoint come from the network that it stands in. */
const ORIGINS: ReadonlySet<string> = new Set([
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
]);

/** Endpoints that take data only to one's own accounts. */
export const RULE: ResourceRule = {
  id: 'EC2-008',
  name: 'endpoint-policy-names-callers',
  title: 'A VPC endpoint lets named accounts, principals or resources through',
  severity: 'medium',
  claims: ['3.3.4.e', '9.3.b'],
  rationale:
    "An endpoint is a way out that no route and no firewall shows. With the default policy, anyone who is in the network can copy data through it into a bucket of any account, with credentials of that account. Each statement that allows must name principals, or narrow them by account or organization; or name the resources, or narrow those by `aws:ResourceAccount` or `aws:ResourceOrgID`. Where a request comes from narrows nothing: all of them come from the network. Gateway Load Balancer endpoints take no policy, nor do endpoints of services that are not AWS's own; denials are not weighed up.",
  fix: `Set \`policy\`, or add an \`${POLICY}\`, with a condition such as StringEquals aws:PrincipalOrgID or aws:PrincipalAccount in every statement that allows \`*\`. Where the service takes no endpoint policies, waive this.`,
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html',
  ],
  types: [ENDPOINT, POLICY],
  check: (holder, model) => {
    if (holder.type === ENDPOINT && !takesPolicy(model, holder)) return undefined;
    const policy = ownPolicy(model, holder);
    if (policy) return publicPolicyVerdict('policy', narrowed(policy));
    if (holder.type === ENDPOINT) {
      if (companionsOf(model, holder, POLICY, 'vpc_endpoint_id').length > 0) return undefined;
      if (hasUndeterminedCompanion(model, POLICY, 'vpc_endpoint_id')) {
        return undetermined(`an ${POLICY} names its endpoint by a value that only a plan can tell`);
      }
    }
    return violated('policy is not set, and the default one lets everybody reach everything through the endpoint');
  },
};

/** Whether an endpoint takes a policy: those of AWS services, by an interface or a gateway. */
function takesPolicy(model: Model, endpoint: Resource): boolean {
  const type = endpoint.get('vpc_endpoint_type') ?? 'Gateway';
  if (!isUnknown(type) && type !== 'Gateway' && type !== 'Interface') return false;
  return !isForeign(model, endpoint, endpoint.get('service_name'));
}

/** Services that other accounts offer have `vpce-svc` in their name. A data source says in words what it looks up. */
function isForeign(model: Model, endpoint: Resource, service: Value): boolean {
  const target = targetOf(model, endpoint, service);
  if (target?.type === 'aws_vpc_endpoint_service') {
    return target.mode === 'managed' || isForeignName(target.get('service_name'));
  }
  return isForeignName(service);
}

function isForeignName(service: Value): boolean {
  const name = isUnknown(service) ? service.text : service;
  return typeof name === 'string' && name.includes('.vpce-svc-');
}

/** The policy with what its statements say of resources turned into conditions: an endpoint is narrow by either. */
function narrowed(policy: Exclude<PolicyReading, undefined>): PolicyReading {
  return 'statements' in policy ? { ...policy, statements: policy.statements.map(byResources) } : policy;
}

function byResources(statement: Statement): Statement {
  const conditions = statement.conditions
    .filter(({ key }) => !ORIGINS.has(key))
    .map((condition) => ({ ...condition, key: OWNERS.get(condition.key) ?? condition.key }));
  const named = { operator: 'ArnLike', key: 'aws:sourcearn', values: statement.resources };
  return { ...statement, conditions: statement.resources.length > 0 ? [...conditions, named] : conditions };
}
