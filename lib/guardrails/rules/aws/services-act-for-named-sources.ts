import { evaluate } from '../../../aws/iam/evaluation/evaluate';
import { STRANGER, Text, hole } from '../../../aws/iam/evaluation/text';
import { symbolsOf } from '../../../aws/iam/access/symbols';
import { policyPaths } from '../../../aws/iam/policy-paths';
import { Condition, Policy, Principal, Statement, isEverybody, readPolicy } from '../../../aws/iam/policy';
import { holdsResourcePolicy, ownPolicy, policyAttribute } from '../../../aws/iam/resource-policies';
import { withoutSource } from '../../../aws/iam/service-sources';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { judgePolicy } from '../../verdicts/identity-policies';
import { sourceNarrowing } from '../../verdicts/public-principal';

/** Policies of roles, which only their account passes to a service, and of endpoints, which allow nothing by themselves. */
const LEFT_OUT = /^aws_(?:iam_role|vpc_endpoint(?:_policy)?)$/;

/** Resource policies that let a service in for whom it is meant to act. */
export const RULE: ResourceRule = {
  id: 'AWS-020',
  name: 'services-act-for-named-sources',
  title: 'A resource policy of any type lets a service of AWS in only for named accounts or resources',
  severity: 'medium',
  claims: ['3.1.1.s'],
  rationale:
    "A service of AWS acts for every customer. Without a condition on whose resource it acts for, somebody else's trail writes into the bucket, somebody else's rule fills the queue, and somebody else's distribution reads the origin: AWS calls the service a confused deputy. `aws:SourceAccount`, `aws:SourceArn`, `aws:SourceOrgID` and `aws:SourceOrgPaths` say whom it acts for, and in key policies what it encrypts for him, such as `kms:EncryptionContext:aws:logs:arn`. A denial of all others counts too. A statement for everyone that only the account of the source narrows lets every service in that acts for the account. What AWS documents of some services is another way or none: Elastic Load Balancing writes below the id of the account, EventBridge names no source to topics and keys, and Route 53 none to the grant by which it signs a zone, which holds where the other statements for it do. A statement that only allows to create log streams, and trust policies of roles, are not judged: a role can only be passed within its account.",
  fix: "Add the condition StringEquals on `aws:SourceAccount` with the own account, or ArnLike on `aws:SourceArn`, to the statement for the service; for an organization `aws:SourceOrgID`. Name the service as Principal. `allowService` of this library's stores and keys does both.",
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceaccount',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  ],
  types: ['*'],
  check: (resource, model) => {
    const paths = policyPaths(resource);
    if (paths.length === 0 || LEFT_OUT.test(resource.type)) return undefined;
    return worst(paths.map((path) => verdictAt(model, resource, path)));
  },
};

function verdictAt(model: Model, resource: Resource, path: string): Verdict | undefined {
  const policy = path === policyAttribute(resource) ? ownPolicy(model, resource) : readPolicy(model, resource, path);
  const isNamed = holdsResourcePolicy(resource.type, path);
  if (!policy || !('statements' in policy))
    return isNamed ? judgePolicy({ where: path, policy }, () => undefined) : undefined;
  const about = { ...policy, statements: policy.statements.filter(isAboutServices) };
  if (about.statements.length === 0 && !isNamed) return undefined;
  return judgePolicy({ where: path, policy: about }, (statement) => judge(model, resource, policy, statement));
}

function isAboutServices(statement: Statement): boolean {
  return statement.effect !== 'Deny' && !createsStreamsOnly(statement) && servicesIn(statement).length > 0;
}

/** Without what is written into it, a log stream says nothing. AWS documents no source for it. */
function createsStreamsOnly({ actions }: Statement): boolean {
  return actions.length > 0 && actions.every((action) => /^logs:createlogstream$/i.test(action));
}

/** The services that a statement lets in: by their names, or as everyone who acts for an account. */
function servicesIn({ principals, conditions }: Statement): readonly Principal[] {
  const named = principals.filter(({ type }) => type === 'Service');
  if (named.length > 0 || !principals.some(isEverybody)) return named;
  return conditions.some(isOwner) && !conditions.some(namesService) ? [ANY_SERVICE] : [];
}

const ANY_SERVICE: Principal = { type: 'Service', id: 'every service of AWS' };

/** Requests have the account of a source only where a service makes them. */
function isOwner({ key }: Condition): boolean {
  return /^aws:source(?:account|orgid|orgpaths)$/.test(key);
}

/** What says which service comes: its name, or the ARN of what only it has. */
function namesService({ key, values }: Condition): boolean {
  if (/^aws:principalservicename/.test(key)) return true;
  return key === 'aws:sourcearn' && values.every((value) => !/[*?]/.test(value.split(':')[2] ?? ''));
}

function judge(model: Model, resource: Resource, policy: Policy, statement: Statement): Verdict | undefined {
  const services = servicesIn(statement);
  if (services.includes(ANY_SERVICE)) {
    return violated(`lets every service of AWS in that acts for the account, to ${listOf(statement)}`);
  }
  const narrowing = sourceNarrowing(statement);
  if (narrowing === 'narrow' || checksBeforehand(statement)) return MET;
  return worst(
    services.map(({ id }): Verdict => {
      const form = withoutSource(id, statement.actions, statement.resources);
      if (form?.isHeld) return MET;
      const lets = `lets ${id} in to ${listOf(statement)}`;
      const denial = denied(model, resource, policy, statement, id);
      if (denial === 'yes') return MET;
      if (form?.follows && isHeldBefore(policy, statement, id)) return MET;
      if (form) return undetermined(`${lets}, for whomever: ${form.because}`);
      if (narrowing === 'open') return undetermined(`${lets}, and only a plan can tell for whom`);
      if (denial === 'open') return undetermined(`${lets}, and whether a denial holds it to an account hangs on more`);
      return violated(`${lets}, and no condition says for which account or resource it acts`);
    })
  );
}

/**
 * Whether a grant is for what AWS manages, and everything else that the policy lets the service do is for named sources: what it is asked for by others
 * fails before it comes to the grant.
 */
function isHeldBefore({ statements }: Policy, statement: Statement, service: string): boolean {
  const isForAws = statement.conditions.some(
    ({ key, operator, values }) =>
      key === 'kms:grantisforawsresource' && /^bool$/i.test(operator) && values.every((value) => value === 'true')
  );
  const others = statements.filter(
    (one) => one !== statement && one.effect !== 'Deny' && servicesIn(one).some(({ id }) => id === service)
  );
  return isForAws && others.length > 0 && others.every((one) => sourceNarrowing(one) === 'narrow');
}

function listOf({ actions, notActions }: Statement): string {
  return actions.length > 0 ? actions.join(', ') : `all but ${notActions.join(', ')}`;
}

const CHECKS = /^s3:(?:GetBucketAcl|GetBucketLocation|ListBucket)$/i;

/**
 * What CloudTrail and AWS Config ask of the bucket of an organization before they write: AWS documents the form of the source for it, and not its account.
 * https://docs.aws.amazon.com/controltower/latest/userguide/logging-s3-audit-bucket.html
 */
function checksBeforehand({ actions, conditions }: Statement): boolean {
  return (
    actions.length > 0 &&
    actions.every((action) => CHECKS.test(action)) &&
    conditions.some(
      ({ key, values }) => key === 'aws:sourcearn' && values.every((value) => /^arn:[^:]+:\w/.test(value))
    )
  );
}

type Answer = 'yes' | 'no' | 'open';

/** Whether the policy denies to a service what it does for an account that belongs to nobody here. */
function denied(model: Model, resource: Resource, policy: Policy, statement: Statement, service: string): Answer {
  const denials = policy.statements.filter(({ effect }) => effect === 'Deny');
  if (denials.length === 0) return 'no';
  const answers = STRANGERS.map((stranger) => deniedFor(stranger, model, resource, { denials, statement, service }));
  return answers.find((answer) => answer === 'yes') ?? answers[0];
}

/** An account that is none of those which a policy writes out, and one that is none of those which a plan tells. */
const STRANGERS: readonly Text[] = [[hole('a stranger', ':/', STRANGER)], [...'000000000000']];
const OF_A_STRANGER = '${a stranger}';

const FOR_A_STRANGER = {
  'aws:SourceAccount': [OF_A_STRANGER],
  'aws:SourceOrgID': [OF_A_STRANGER],
  'aws:SourceOrgPaths': [OF_A_STRANGER],
};

interface Asked {
  readonly denials: readonly Statement[];
  readonly statement: Statement;
  readonly service: string;
}

function deniedFor(stranger: Text, model: Model, resource: Resource, { denials, statement, service }: Asked): Answer {
  const own = symbolsOf(model, resource);
  const symbols = (expression: string): Text => (expression === OF_A_STRANGER ? stranger : own(expression));
  const policy = { version: '2012-10-17', statements: [...denials, { ...statement, conditions: [] }], complete: true };
  const { decision, on } = evaluate(
    {
      caller: { kind: 'service', id: service },
      action: statement.actions[0] ?? '*',
      resource: statement.resources[0] ?? '*',
      context: FOR_A_STRANGER,
      symbols,
    },
    { resource: [{ where: resource.address, policy, symbols: own }] }
  );
  if (decision === 'deny') return 'yes';
  // Other conditions, such as those on TLS and encryption, a service meets as it likes.
  return decision === 'depends' && on.some((key) => key.startsWith('aws:source')) ? 'open' : 'no';
}
