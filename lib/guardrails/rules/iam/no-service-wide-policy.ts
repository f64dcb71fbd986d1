import { GRANT_TYPES } from '../../../aws/iam/identity-policies';
import { Condition, Statement } from '../../../aws/iam/policy';
import {
  allowsAction,
  allowsEverything,
  hasOpenCondition,
  inputAmong,
  isOnEverything,
  wholeService,
  wholeServiceResource,
} from '../../../aws/iam/statements';
import { ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { judgeAttachments, judgePolicies } from '../../verdicts/identity-policies';

/** Policies that name what they allow. */
export const RULE: ResourceRule = {
  id: 'IAM-002',
  name: 'no-service-wide-policy',
  title: 'No policy allows a whole service on every resource, passing of any role, or all but a few actions',
  severity: 'medium',
  claims: ['3.1.1.a', '6.2.b'],
  rationale:
    'A wildcard over a service allows deletion and policy changes too, also those that AWS adds later; NotAction allows whatever it forgets. Who may pass any role to a service acts with the rights of the strongest one. CloudShell with full access carries data out of the account, past the network. Statements over every action there is belong to IAM-001. A pattern such as s3:?* or iam* is the whole service, and an ARN such as arn:aws:s3:::* or table/* every resource of it. AWS managed policies are judged by a list that this rule made of their texts, with a date: PowerUserAccess, IAMFullAccess and most that end in FullAccess are refused. One that is not in the list, or of the customer and not in the configuration, is undetermined: nobody read its text.',
  fix: 'Name the actions and resources, as our grants do (`bucket.grantRead(role)`); for iam:PassRole name the roles, or add the condition StringEquals on iam:PassedToService; write Action instead of NotAction; attach an `aws_iam_policy` of the configuration rather than a managed policy by its ARN.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
    'CIS AWS Foundations Benchmark 3.0.0, 1.22',
    'AWS Security Hub IAM.21',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html',
  ],
  types: GRANT_TYPES,
  check: (holder, model) => worst([judgePolicies(model, holder, judge), judgeAttachments(model, holder, RULE.id)]),
};

/** The verdict on a statement. What allows everything everywhere is for IAM-001 to say. */
function judge(statement: Statement): Verdict | undefined {
  const everything = allowsEverything(statement);
  const everywhere = isOnEverything(statement);
  if (everything) {
    const { resources } = statement;
    // An input may be every resource, which is for IAM-001 to say.
    if (everywhere || resources.length === 0 || inputAmong(resources) !== undefined) return undefined;
    return violated(`allows every action on ${wholeServiceResource(statement) ?? resources.join(', ')}`);
  }
  if (statement.notActions.length > 0) {
    return violated(`allows every action but ${statement.notActions.join(', ')} (NotAction)`);
  }
  const service = wholeService(statement);
  const wide = everywhere ? 'every resource' : wholeServiceResource(statement, serviceIn(service));
  if (service !== undefined && wide !== undefined) return violated(`allows ${service} on ${wide}`);
  const passes = allowsAction(statement, 'iam:PassRole') && !statement.conditions.some(limitsService);
  if (passes && (everywhere || wholeServiceResource(statement, 'iam') !== undefined)) {
    if (hasOpenCondition(statement)) {
      return undetermined('allows iam:PassRole of every role: only a plan can tell on which condition');
    }
    return violated('allows iam:PassRole of every role, to any service (no condition on iam:PassedToService)');
  }
  const action = inputAmong(statement.actions);
  const resource = inputAmong(statement.resources);
  if (action && (resource || everywhere)) {
    return undetermined(`allows ${action} on ${resource ?? 'every resource'}: only a plan can tell which actions`);
  }
  if (resource && (service || passes)) {
    return undetermined(`allows ${service ?? 'iam:PassRole'} on ${resource}: only a plan can tell where`);
  }
  return undefined;
}

/** The service that an action names without a wildcard. */
function serviceIn(action: string | undefined): string | undefined {
  const service = action?.split(':')[0];
  return service === undefined || /[*?]/.test(service) ? undefined : service.toLowerCase();
}

/** Every service has a name that ends alike, so that the pattern of it limits nothing. */
function limitsService(condition: Condition): boolean {
  return (
    condition.key === 'iam:passedtoservice' &&
    /^(?:foranyvalue:)?string(?:equals|like)(?:ifexists)?$/i.test(condition.operator) &&
    condition.values.every((value) => !/^[*?]*\*[*?]*(?:\.amazonaws\.com)?$/.test(value))
  );
}
