import { ARN_ATTRIBUTE, HeldPolicy, attachedPolicy, eachOf, identityPolicies } from '../../aws/iam/identity-policies';
import { managedPoliciesAsOf, refusedBy } from '../../aws/iam/managed-policies';
import { PolicyReading, Statement, isOpen } from '../../aws/iam/policy';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { describe, isUnknown } from '../../terraform/value';
import { MET, Statements, Verdict, byList, ofStatements, undetermined, violated } from '../rule';
import { worst } from './checks';

/**
 * The verdict on all identity policies of a resource, statement by statement. `undefined` where it carries none.
 *
 * @param judge the verdict on a statement that allows something; `undefined` where it has nothing to say
 */
export function judgePolicies(
  model: Model,
  holder: Resource,
  judge: (statement: Statement) => Verdict | undefined
): Verdict | undefined {
  return worst(identityPolicies(model, holder).map((held) => judgePolicy(held, judge)));
}

/** The verdict on one policy, statement by statement. `undefined` where there is none. */
export function judgePolicy(
  { where, policy }: HeldPolicy,
  judge: (statement: Statement) => Verdict | undefined
): Verdict | undefined {
  if (!policy) return undefined;
  if ('broken' in policy) return undetermined(`${where} cannot be read as a policy: ${policy.broken}`);
  if ('unknown' in policy) return undetermined(`${where} is ${policy.unknown}, which only a plan can tell`);
  const verdicts = policy.statements
    .filter((statement) => statement.effect !== 'Deny')
    .map((statement) => within(where, statement, judge(statement)));
  const rest = policy.complete ? MET : undetermined(`a part of ${where} (${policy.missing}) is only known to a plan`);
  return worst([...verdicts, rest]);
}

/** What a policy denies, as far as it can be read. */
export function denialsOf(policy: PolicyReading): readonly Statement[] {
  return policy && 'statements' in policy ? policy.statements.filter(({ effect }) => effect === 'Deny') : [];
}

function within(where: string, statement: Statement, verdict: Verdict | undefined): Verdict | undefined {
  if (!verdict || verdict.outcome === 'met') return verdict;
  const name = statement.sid ? `statement "${statement.sid}" of ${where}` : `a statement of ${where}`;
  const message = `${name} ${verdict.message}`;
  const statements = namesOf(statement);
  if (isOpen(statement.effect)) {
    return ofStatements(undetermined(`${message}, if ${statement.effect} is Allow`), statements);
  }
  return ofStatements(verdict.outcome === 'violated' ? violated(message) : undetermined(message), statements);
}

/** What a waiver may call a statement: a Sid as AWS takes them. */
export function namesOf({ sid }: Statement): Statements | undefined {
  return sid !== undefined && /^\w[\w -]*$/.test(sid) ? [sid] : undefined;
}

/**
 * The verdict of a rule on the policies that a resource attaches by ARN. One whose text nobody read may allow anything, which IAM-001 and IAM-002 say:
 * of other rules it is nothing to repeat.
 */
export function judgeManaged(model: Model, holder: Resource, rule: string): Verdict | undefined {
  const verdict = judgeAttachments(model, holder, rule);
  return verdict?.outcome === 'undetermined' ? undefined : verdict;
}

/** The verdict of a rule on the policies that a resource attaches by ARN. One whose text nobody read may allow anything. */
export function judgeAttachments(model: Model, holder: Resource, rule: string): Verdict | undefined {
  const attribute = ARN_ATTRIBUTE.get(holder.type);
  if (attribute === undefined) return undefined;
  const value = configured(holder, attribute);
  const attached = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return worst(
    attached
      .flatMap((arn) => eachOf(holder, arn))
      .map((arn) => {
        const policy = attachedPolicy(model, holder, arn);
        if (policy === undefined) {
          return undetermined(`${attribute} is ${isUnknown(arn) ? arn.text : 'a list'}, which only a plan can tell`);
        }
        if (policy.of === 'configuration') return MET;
        if (policy.of === 'elsewhere') {
          return undetermined(`${attribute} attaches ${describe(arn)}, whose text is not in this configuration`);
        }
        return judgeListed(attribute, policy.name, rule);
      })
  );
}

/** AWS changes its managed policies: what is told of one is what it said on the day of the list. */
function judgeListed(attribute: string, name: string, rule: string): Verdict {
  const refusing = refusedBy(name);
  const list = { of: 'AWS managed policies', asOf: managedPoliciesAsOf() };
  const attaches = `${attribute} attaches the AWS managed policy ${name}`;
  if (refusing === undefined) {
    return byList(undetermined(`${attaches}, which is not in the list of those read on ${list.asOf}`), list);
  }
  if (!refusing.includes(rule)) return byList(MET, list);
  return byList(violated(`${attaches}, whose text of ${list.asOf} breaks this rule`), list);
}
