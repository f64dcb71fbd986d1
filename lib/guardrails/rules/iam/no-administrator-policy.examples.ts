import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'named actions on named resources',
      terraform: {
        resource: {
          aws_iam_role_policy: {
            reader: {
              role: '${aws_iam_role.reader.name}',
              policy: JSON.stringify({
                Statement: [
                  { Effect: 'Allow', Action: 's3:GetObject', Resource: '${aws_s3_bucket.a.arn}/*' },
                  { Effect: 'Deny', Action: '*', Resource: '*' },
                ],
              }),
            },
          },
        },
      },
    },
    {
      title: 'a policy of the configuration, attached by reference, and policies of AWS short of everything',
      terraform: {
        resource: {
          aws_iam_policy: {
            read: {
              policy:
                '${jsonencode({ Statement = [{ Effect = "Allow", Action = ["sqs:SendMessage"], Resource = "*" }] })}',
            },
          },
          aws_iam_role_policy_attachment: {
            read: { role: 'app', policy_arn: '${aws_iam_policy.read.arn}' },
            managed: {
              for_each:
                '${toset(["arn:aws:iam::aws:policy/AWSCloudShellFullAccess", "arn:aws:iam::aws:policy/PowerUserAccess"])}',
              role: 'app',
              policy_arn: '${each.value}',
            },
          },
        },
      },
    },
    {
      title: 'a role without policies of its own',
      terraform: { resource: { aws_iam_role: { app: { assume_role_policy: '{}' } } } },
    },
  ],
  fail: [
    {
      title: 'everything, in an aws_iam_policy_document',
      terraform: {
        data: { aws_iam_policy_document: { all: { statement: { actions: ['*'], resources: ['*'] } } } },
        resource: { aws_iam_policy: { all: { policy: '${data.aws_iam_policy_document.all.json}' } } },
      },
      addresses: ['aws_iam_policy.all'],
    },
    {
      title: 'AdministratorAccess, attached in four ways',
      terraform: {
        data: {
          aws_partition: { current: {} },
          aws_iam_policy: { admin: { name: 'AdministratorAccess' } },
        },
        resource: {
          aws_iam_group_policy_attachment: {
            ops: { group: 'ops', policy_arn: '${data.aws_iam_policy.admin.arn}' },
          },
          aws_iam_role: { ops: { managed_policy_arns: ['arn:aws-cn:iam::aws:policy/AdministratorAccess'] } },
          aws_iam_role_policy_attachments_exclusive: {
            ops: {
              count: 2,
              role_name: 'ops',
              policy_arns: ['arn:${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess'],
            },
          },
          aws_ssoadmin_managed_policy_attachment: {
            ops: { managed_policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
          },
        },
      },
      addresses: [
        'aws_iam_group_policy_attachment.ops',
        'aws_iam_role.ops',
        'aws_iam_role_policy_attachments_exclusive.ops',
        'aws_ssoadmin_managed_policy_attachment.ops',
      ],
    },
    {
      title: 'the second inline policy of a role',
      terraform: {
        resource: {
          aws_iam_role: {
            ops: {
              inline_policy: [
                { name: 'read', policy: '{"Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}}' },
                { name: 'all', policy: '{"Statement":{"Effect":"Allow","Action":["*"],"Resource":["*"]}}' },
              ],
            },
          },
        },
      },
      addresses: ['aws_iam_role.ops'],
    },
    {
      title: 'patterns that cover every action and every resource',
      terraform: {
        resource: {
          aws_iam_role_policy: {
            colon: { policy: '{"Statement":{"Effect":"Allow","Action":"*:*","Resource":"arn:aws:*"}}' },
            mark: { policy: '{"Statement":{"Effect":"Allow","Action":"*:?*","Resource":"arn:*:*:*:*:*"}}' },
          },
        },
      },
      addresses: ['aws_iam_role_policy.colon', 'aws_iam_role_policy.mark'],
    },
    {
      title: 'a permission set',
      terraform: {
        resource: {
          aws_ssoadmin_permission_set_inline_policy: {
            ops: { inline_policy: '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}' },
          },
        },
      },
      addresses: ['aws_ssoadmin_permission_set_inline_policy.ops'],
    },
  ],
  undetermined: [
    {
      title: 'the actions, and the policy that is attached, are variables',
      terraform: {
        variable: { actions: {}, policy_arn: {} },
        resource: {
          aws_iam_user_policy_attachment: { app: { user: 'app', policy_arn: '${var.policy_arn}' } },
          aws_iam_user_policy: {
            app: {
              policy: '${jsonencode({ Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }] })}',
            },
          },
        },
      },
      addresses: ['aws_iam_user_policy.app', 'aws_iam_user_policy_attachment.app'],
    },
    {
      title:
        'managed policies that nobody read: of AWS but not in the list, and of the customer by ARN and by a data source',
      terraform: {
        data: { aws_iam_policy: { far: { arn: 'arn:aws:iam::111122223333:policy/far' } } },
        resource: {
          aws_iam_role: { app: { managed_policy_arns: ['arn:aws:iam::aws:policy/job-function/Unlisted'] } },
          aws_iam_role_policy_attachment: {
            far: { role: 'app', policy_arn: '${data.aws_iam_policy.far.arn}' },
            unlisted: {
              for_each: '${toset(["arn:aws:iam::aws:policy/UnlistedAccess"])}',
              role: 'app',
              policy_arn: '${each.value}',
            },
            written: { role: 'app', policy_arn: 'arn:aws:iam::111122223333:policy/written' },
          },
        },
      },
      addresses: [
        'aws_iam_role.app',
        'aws_iam_role_policy_attachment.far',
        'aws_iam_role_policy_attachment.unlisted',
        'aws_iam_role_policy_attachment.written',
      ],
    },
  ],
};
