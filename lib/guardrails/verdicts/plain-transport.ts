import { Statement, coversAction, isEverybody, isOpen } from '../../aws/iam/policy';
import { policiesOf } from '../../aws/iam/resource-policies';
import { coversBucketAndObjects } from '../../aws/s3/bucket-policy';
import { PlainTransport, ResourcePolicy } from '../../aws/types/resource-type';
import { referencesIn } from '../../terraform/expression/scanner';
import { Model } from '../../terraform/model';
import { hasUndeterminedCompanion, resolve } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { isUnknown } from '../../terraform/value';
import { MET, Verdict, undetermined, violated } from '../rule';

type Answer = 'yes' | 'no' | 'open';

/** The verdict on a resource whose policy must deny requests without TLS, to everybody and on no further condition. `undefined` where it has none and need not have one. */
export function plainTransportVerdict(
  model: Model,
  resource: Resource,
  where: ResourcePolicy,
  demand: PlainTransport
): Verdict | undefined {
  let because: string | undefined;
  const policies = policiesOf(model, resource);
  for (const { of, policy } of policies) {
    if ('broken' in policy) because ??= `the policy of ${of.address} cannot be read: ${policy.broken}`;
    else if ('unknown' in policy)
      because ??= `the policy of ${of.address} is ${policy.unknown}, which only a plan can tell`;
    else {
      for (const statement of policy.statements) {
        const answer = deniesPlainTransport(model, resource, of, statement, where, demand);
        if (answer === 'yes') return MET;
        if (answer === 'open') because ??= `a denial in the policy of ${of.address} is only known to a plan`;
      }
      if (!policy.complete)
        because ??= `a part of the policy of ${of.address} (${policy.missing}) is only known to a plan`;
    }
  }
  const { apart } = where;
  if (because === undefined && apart && hasUndeterminedCompanion(model, apart.type, apart.attribute)) {
    because = `an ${apart.type} names what it is attached to by a value that only a plan can tell`;
  }
  if (because !== undefined) return undetermined(because);
  if (demand.isOfPolicies && policies.length === 0) return undefined;
  return violated(`no statement of a policy denies ${demand.action} to everybody where aws:SecureTransport is false`);
}

function deniesPlainTransport(
  model: Model,
  resource: Resource,
  holder: Resource,
  statement: Statement,
  { impliesResource }: ResourcePolicy,
  { action, holdsObjects }: PlainTransport
): Answer {
  const { effect, principals, actions, resources, notResources, conditions } = statement;
  const isImplied = impliesResource && resources.length === 0 && notResources.length === 0;
  return all([
    any([effect], (text) => text === 'Deny'),
    principals.some(isEverybody)
      ? 'yes'
      : any(
          principals.map(({ id }) => id),
          () => false
        ),
    any(actions, (pattern) => coversAction(pattern, action)),
    isImplied
      ? 'yes'
      : holdsObjects
        ? coversBucketAndObjects(statement)
          ? 'yes'
          : 'no'
        : strongest(resources.map((text) => namesResource(model, resource, holder, text))),
    conditions.length === 1
      ? all([
          any([conditions[0].key], (key) => key === 'aws:securetransport', '?'),
          any([conditions[0].operator], (operator) => /^bool(ifexists)?$/i.test(operator), '?'),
          any(conditions[0].values, (value) => value.toLowerCase() === 'false'),
        ])
      : 'no',
  ]);
}

/** Whether an entry of a statement's `Resource` is the resource, or everything. */
function namesResource(model: Model, resource: Resource, holder: Resource, text: string): Answer {
  if (text === '*') return 'yes';
  const targets = referencesIn(text).map((reference) => resolve(model, holder, reference));
  if (targets.some((target) => target?.stack === resource.stack && target.key === resource.key)) return 'yes';
  const arn = resource.get('arn');
  if (typeof arn === 'string' && coversAction(text, arn)) return 'yes';
  // What Terraform fills into an ARN is most often region and account: the name at its end decides.
  const last = text.slice(text.lastIndexOf(':') + 1);
  if (last === '*') return 'yes';
  const name = resource.get('name');
  if (isUnknown(name) && name.text === last) return 'yes';
  if (isOpen(last)) return targets.some((target) => target?.type === resource.type) ? 'no' : 'open';
  if (isUnknown(name)) return 'open';
  return typeof name === 'string' && coversAction(last, name) ? 'yes' : 'no';
}

function any(texts: readonly string[], holds: (text: string) => boolean, unread?: string): Answer {
  return strongest(texts.map((text) => (text === unread || isOpen(text) ? 'open' : holds(text) ? 'yes' : 'no')));
}

function strongest(answers: readonly Answer[]): Answer {
  return answers.includes('yes') ? 'yes' : answers.includes('open') ? 'open' : 'no';
}

function all(answers: readonly Answer[]): Answer {
  return answers.includes('no') ? 'no' : answers.includes('open') ? 'open' : 'yes';
}
