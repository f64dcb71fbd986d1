import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'one function, one role',
      terraform: {
        resource: {
          aws_iam_role_policy: {
            deploy: {
              policy: JSON.stringify({
                Statement: [
                  { Effect: 'Allow', Action: 'lambda:UpdateFunctionCode', Resource: '${aws_lambda_function.shop.arn}' },
                  { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/deploy' },
                  { Effect: 'Deny', Action: 'iam:CreateAccessKey', Resource: '*' },
                ],
              }),
            },
          },
        },
      },
    },
    {
      title: 'within a boundary, instances with a tag, and a policy that only reads',
      terraform: {
        resource: {
          aws_iam_policy: {
            team: {
              policy: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Allow',
                    Action: ['iam:PutRolePolicy', 'iam:AttachRolePolicy'],
                    Resource: '*',
                    Condition: {
                      StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/boundary' },
                    },
                  },
                  {
                    Effect: 'Allow',
                    Action: 'ssm:StartSession',
                    Resource: 'arn:aws:ec2:*:*:instance/*',
                    Condition: { StringEquals: { 'aws:ResourceTag/team': 'shop' } },
                  },
                ],
              }),
            },
          },
          aws_iam_role_policy_attachment: {
            read: { role: 'audit', policy_arn: 'arn:aws:iam::aws:policy/SecurityAudit' },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'keys of every user',
      terraform: {
        resource: {
          aws_iam_role_policy: {
            help: {
              policy: JSON.stringify({
                Statement: [{ Effect: 'Allow', Action: ['iam:Create*Key', 'iam:ListUsers'], Resource: '*' }],
              }),
            },
          },
        },
      },
      addresses: ['aws_iam_role_policy.help'],
    },
    {
      title:
        'every role of an account, every function of a region, and sessions on every instance, with a second factor',
      terraform: {
        data: {
          aws_iam_policy_document: {
            session: {
              statement: {
                actions: ['ssm:StartSession'],
                resources: ['*'],
                condition: { test: 'Bool', variable: 'aws:MultiFactorAuthPresent', values: ['true'] },
              },
            },
          },
        },
        resource: {
          aws_iam_policy: {
            assume: {
              policy:
                '{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::111122223333:role/*"}}',
            },
            session: { count: 1, policy: '${data.aws_iam_policy_document.session.json}' },
          },
          aws_iam_group_policy: {
            deploy: {
              policy:
                '{"Statement":[{"Effect":"Allow","Action":"lambda:Update*","Resource":["arn:aws:lambda:eu-central-1:*:function:*"]}]}',
            },
          },
        },
      },
      addresses: ['aws_iam_group_policy.deploy', 'aws_iam_policy.assume', 'aws_iam_policy.session'],
    },
  ],
  undetermined: [
    {
      title: 'the role is a variable',
      terraform: {
        variable: { role: {} },
        resource: {
          aws_iam_user_policy: {
            ci: {
              policy:
                '${jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Resource = var.role }] })}',
            },
          },
        },
      },
      addresses: ['aws_iam_user_policy.ci'],
    },
  ],
};
