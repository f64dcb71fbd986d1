import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a group',
      terraform: {
        resource: {
          aws_iam_user_group_membership: { jo: { user: 'jo', groups: ['support'] } },
          aws_iam_policy_attachment: { read: { name: 'read', groups: ['support'], policy_arn: 'arn:x' } },
        },
      },
    },
    {
      title: 'a group of IAM Identity Center, and users without policies',
      terraform: {
        resource: {
          aws_ssoadmin_account_assignment: { support: { count: 2, principal_type: 'GROUP', principal_id: 'g-1' } },
          aws_iam_user_policies_exclusive: { jo: { user_name: 'jo', policy_names: [] } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'policies of a user',
      terraform: {
        resource: {
          aws_iam_user_policy: { jo: { user: 'jo', policy: '{}' } },
          aws_iam_user_policy_attachment: { jo: { user: 'jo', policy_arn: 'arn:x' } },
        },
      },
      addresses: ['aws_iam_user_policy.jo', 'aws_iam_user_policy_attachment.jo'],
    },
    {
      title: 'users among others, and one person in IAM Identity Center',
      terraform: {
        resource: {
          aws_iam_policy_attachment: { read: { groups: ['support'], users: ['jo'], policy_arn: 'arn:x' } },
          aws_iam_user_policy_attachments_exclusive: { jo: { user_name: 'jo', policy_arns: ['arn:x'] } },
          aws_ssoadmin_account_assignment: { jo: { principal_type: 'USER', principal_id: 'u-1' } },
        },
      },
      addresses: [
        'aws_iam_policy_attachment.read',
        'aws_iam_user_policy_attachments_exclusive.jo',
        'aws_ssoadmin_account_assignment.jo',
      ],
    },
  ],
  undetermined: [
    {
      title: 'a variable says whom',
      terraform: {
        variable: { kind: {}, users: {} },
        resource: {
          aws_iam_policy_attachment: { read: { users: '${var.users}', policy_arn: 'arn:x' } },
          aws_ssoadmin_account_assignment: { jo: { principal_type: '${var.kind}', principal_id: 'u-1' } },
        },
      },
      addresses: ['aws_iam_policy_attachment.read', 'aws_ssoadmin_account_assignment.jo'],
    },
  ],
};
