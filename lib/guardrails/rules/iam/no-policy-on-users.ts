import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { describe, isUnknown, items } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** For each type, the attribute that names users, and whether it may name none. */
const USERS: ReadonlyMap<string, string> = new Map([
  ['aws_iam_policy_attachment', 'users'],
  ['aws_iam_user_policies_exclusive', 'policy_names'],
  ['aws_iam_user_policy_attachments_exclusive', 'policy_arns'],
]);

const ASSIGNMENT = 'aws_ssoadmin_account_assignment';

/** Rights that come with a group, and go with it. */
export const RULE: ResourceRule = {
  id: 'IAM-008',
  name: 'no-policy-on-users',
  title: 'Rights are given to groups and roles, and to no user',
  severity: 'low',
  claims: ['6.2.a', '6.5.1.b'],
  rationale:
    'Rights that a person has as a person are forgotten when the work changes: nobody reviews them with those of the others. A group says what for, and leaving it ends all of them. That holds for users of IAM and of IAM Identity Center alike.',
  fix: 'Attach the policy to a group, or to a role that people assume; assign permission sets with `principal_type = "GROUP"`. Of an `aws_iam_policy_attachment` remove `users`.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/useraccess.html',
    'CIS AWS Foundations Benchmark 3.0.0, 1.15',
    'AWS Security Hub IAM.2',
  ],
  types: [
    'aws_iam_policy_attachment',
    'aws_iam_user_group_membership',
    'aws_iam_user_policies_exclusive',
    'aws_iam_user_policy',
    'aws_iam_user_policy_attachment',
    'aws_iam_user_policy_attachments_exclusive',
    ASSIGNMENT,
  ],
  check: (resource) => {
    if (resource.type === 'aws_iam_user_group_membership') return MET;
    if (resource.type === ASSIGNMENT) return assignment(resource);
    const attribute = USERS.get(resource.type);
    return attribute === undefined ? violated('its policy is given to a user') : listed(resource, attribute);
  },
};

function listed(resource: Resource, attribute: string): Verdict {
  const value = configured(resource, attribute);
  if (isUnknown(value)) return unknownAttribute(attribute, value);
  return items(value ?? []).length === 0 ? MET : violated(`${attribute} is ${describe(value)}: a user gets the rights`);
}

function assignment(resource: Resource): Verdict {
  const value = configured(resource, 'principal_type');
  if (isUnknown(value)) return unknownAttribute('principal_type', value);
  return value === 'GROUP' ? MET : violated(`principal_type is ${describe(value)}: one person gets the rights`);
}
