import { GRANT_TYPES } from '../../../aws/iam/identity-policies';
import { Statement } from '../../../aws/iam/policy';
import { allowsEverything, inputAmong, isOnEverything } from '../../../aws/iam/statements';
import { ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { judgeAttachments, judgePolicies } from '../../verdicts/identity-policies';

/** Policies short of everything. */
export const RULE: ResourceRule = {
  id: 'IAM-001',
  name: 'no-administrator-policy',
  title: 'No policy allows every action on every resource',
  severity: 'high',
  claims: ['3.1.1.a', '6.2.b'],
  rationale:
    'Who may do everything may also switch off logs, read every store and lift every other control. A condition on such a statement does not make the rights smaller, so it is not weighed. The pipeline and the break-glass role may need it: that is a waiver with a name on it. AWS managed policies are judged by a list that this rule made of their texts, with a date; one that is not in it, or of the customer and not in the configuration, is undetermined: nobody read its text.',
  fix: 'Name the actions and the resources that the role needs; our constructs do with their grants, such as `bucket.grantRead(role)`. Where full rights are meant, waive the rule on that role. Attach an `aws_iam_policy` of the configuration rather than a managed policy by its ARN.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'CIS AWS Foundations Benchmark 3.0.0, 1.16',
    'AWS Security Hub IAM.1',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html',
  ],
  types: GRANT_TYPES,
  check: (holder, model) => worst([judgePolicies(model, holder, judge), judgeAttachments(model, holder, RULE.id)]),
};

function judge(statement: Statement): Verdict | undefined {
  const everything = allowsEverything(statement);
  const everywhere = isOnEverything(statement);
  if (everything && everywhere) return violated('allows every action on every resource');
  const action = inputAmong(statement.actions);
  const resource = inputAmong(statement.resources);
  if ((everything || action) && (everywhere || resource)) {
    return undetermined(`allows ${action ?? 'every action'} on ${resource ?? 'every resource'}: only a plan can tell`);
  }
  return undefined;
}
