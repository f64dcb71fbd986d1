import { GRANT_TYPES } from '../../../aws/iam/identity-policies';
import { Condition, Statement } from '../../../aws/iam/policy';
import {
  allowsAction,
  allowsEverything,
  hasOpenCondition,
  inputAmong,
  isOnEverything,
} from '../../../aws/iam/statements';
import { ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { CLOUD_SHELL, judgeAttachments, judgePolicies } from '../../verdicts/identity-policies';

/** Policies that name what they allow. */
export const RULE: ResourceRule = {
  id: 'IAM-002',
  name: 'no-service-wide-policy',
  title: 'No policy allows a whole service on every resource, passing of any role, or all but a few actions',
  severity: 'medium',
  claims: ['3.1.1.a', '6.2.b'],
  rationale:
    'A wildcard over a service allows deletion and policy changes too, also those that AWS adds later; NotAction allows whatever it forgets. Who may pass any role to a service acts with the rights of the strongest one. CloudShell with full access carries data out of the account, past the network. Statements over every action there is belong to IAM-001. A managed policy that is attached and not in the configuration, of the customer or of AWS, is undetermined: nobody read its text.',
  fix: 'Name the actions and resources, as our grants do (`bucket.grantRead(role)`); for iam:PassRole name the roles, or add the condition StringEquals on iam:PassedToService; write Action instead of NotAction; detach AWSCloudShellFullAccess; attach an `aws_iam_policy` of the configuration rather than a managed policy by its ARN.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
    'CIS AWS Foundations Benchmark 3.0.0, 1.22',
    'AWS Security Hub IAM.21',
  ],
  types: GRANT_TYPES,
  check: (holder, model) => worst([judgePolicies(model, holder, judge), judgeAttachments(model, holder, CLOUD_SHELL)]),
};

function judge(statement: Statement): Verdict | undefined {
  if (allowsEverything(statement)) return undefined;
  if (statement.notActions.length > 0) {
    return violated(`allows every action but ${statement.notActions.join(', ')} (NotAction)`);
  }
  const service = statement.actions.find((action) => /^[a-z0-9-]+:\*+$/i.test(action));
  const passes = allowsAction(statement, 'iam:PassRole') && !statement.conditions.some(limitsService);
  if (service && isOnEverything(statement)) return violated(`allows ${service} on every resource`);
  if (passes && (isOnEverything(statement) || statement.resources.some((resource) => /:role\/\*+$/.test(resource)))) {
    if (hasOpenCondition(statement)) {
      return undetermined('allows iam:PassRole of every role: only a plan can tell on which condition');
    }
    return violated('allows iam:PassRole of every role, to any service (no condition on iam:PassedToService)');
  }
  const action = inputAmong(statement.actions);
  const resource = inputAmong(statement.resources);
  if (action && (resource || isOnEverything(statement))) {
    return undetermined(`allows ${action} on ${resource ?? 'every resource'}: only a plan can tell which actions`);
  }
  if (resource && (service || passes)) {
    return undetermined(`allows ${service ?? 'iam:PassRole'} on ${resource}: only a plan can tell where`);
  }
  return undefined;
}

function limitsService(condition: Condition): boolean {
  return (
    condition.key === 'iam:passedtoservice' &&
    /^(?:foranyvalue:)?string(?:equals|like)(?:ifexists)?$/i.test(condition.operator) &&
    condition.values.every((value) => !/^\*+$/.test(value))
  );
}
