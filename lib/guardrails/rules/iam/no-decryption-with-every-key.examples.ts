import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'one key, and describing them all',
      terraform: {
        resource: {
          aws_iam_role_policy: {
            app: {
              policy: JSON.stringify({
                Statement: [
                  { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:ReEncrypt*'], Resource: '${aws_kms_key.main.arn}' },
                  { Effect: 'Allow', Action: ['kms:DescribeKey', 'kms:List*'], Resource: '*' },
                ],
              }),
            },
          },
        },
      },
    },
    {
      title: 'keys with an alias',
      terraform: {
        data: {
          aws_iam_policy_document: {
            app: {
              statement: {
                actions: ['kms:Decrypt'],
                resources: ['arn:aws:kms:eu-central-1:123456789012:key/*'],
                condition: {
                  test: 'ForAnyValue:StringEquals',
                  variable: 'kms:ResourceAliases',
                  values: ['alias/orders'],
                },
              },
            },
          },
        },
        resource: { aws_iam_policy: { app: { count: 1, policy: '${data.aws_iam_policy_document.app.json}' } } },
      },
    },
  ],
  fail: [
    {
      title: 'every key, through S3',
      terraform: {
        resource: {
          aws_iam_policy: {
            app: {
              policy: JSON.stringify({
                Statement: {
                  Effect: 'Allow',
                  Action: 'kms:Decrypt',
                  Resource: '*',
                  Condition: { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } },
                },
              }),
            },
          },
        },
      },
      addresses: ['aws_iam_policy.app'],
    },
    {
      title: 'kms:* on every key of an account, in an inline policy',
      terraform: {
        resource: {
          aws_iam_role: {
            app: {
              inline_policy: {
                name: 'keys',
                policy:
                  '{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"arn:aws:kms:*:123456789012:key/*"}]}',
              },
            },
          },
        },
      },
      addresses: ['aws_iam_role.app'],
    },
    {
      title: 'a wildcard over the action',
      terraform: {
        resource: {
          aws_iam_group_policy: {
            app: { policy: '{"Statement":[{"Effect":"Allow","Action":["kms:ReEnc*"],"Resource":"*"}]}' },
          },
        },
      },
      addresses: ['aws_iam_group_policy.app'],
    },
  ],
  undetermined: [
    {
      title: 'the key is a variable',
      terraform: {
        variable: { key: {} },
        resource: {
          aws_iam_user_policy: {
            app: {
              policy:
                '${jsonencode({ Statement = [{ Effect = "Allow", Action = "kms:Decrypt", Resource = var.key }] })}',
            },
          },
        },
      },
      addresses: ['aws_iam_user_policy.app'],
    },
  ],
};
