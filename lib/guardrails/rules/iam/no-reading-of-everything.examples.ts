import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'one bucket, and the parameters below a path',
      terraform: {
        resource: {
          aws_iam_role_policy: {
            shop: {
              policy: JSON.stringify({
                Statement: [
                  { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop-catalogue/*' },
                  {
                    Effect: 'Allow',
                    Action: 'ssm:GetParameter*',
                    Resource: 'arn:aws:ssm:eu-central-1:111122223333:parameter/shop/*',
                  },
                  { Effect: 'Allow', Action: ['s3:ListAllMyBuckets', 'dynamodb:ListTables'], Resource: '*' },
                ],
              }),
            },
          },
        },
      },
    },
    {
      title: 'secrets with a tag, and a policy of AWS that reads no content',
      terraform: {
        resource: {
          aws_iam_role: {
            shop: {
              managed_policy_arns: ['arn:aws:iam::aws:policy/SecurityAudit'],
              inline_policy: {
                name: 'secrets',
                policy: JSON.stringify({
                  Statement: {
                    Effect: 'Allow',
                    Action: 'secretsmanager:GetSecretValue',
                    Resource: '*',
                    Condition: { StringEquals: { 'aws:ResourceTag/app': 'shop' } },
                  },
                }),
              },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'every secret',
      terraform: {
        resource: {
          aws_iam_role_policy: {
            shop: {
              policy: '{"Statement":{"Effect":"Allow","Action":"secretsmanager:Get*","Resource":"*"}}',
            },
          },
        },
      },
      addresses: ['aws_iam_role_policy.shop'],
    },
    {
      title: 'every object, every table, and a policy of AWS that reads both',
      terraform: {
        data: {
          aws_iam_policy_document: {
            objects: { statement: { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::*/*'] } },
          },
        },
        resource: {
          aws_iam_policy: {
            objects: { policy: '${data.aws_iam_policy_document.objects.json}' },
            items: {
              policy:
                '{"Statement":[{"Effect":"Allow","Action":["dynamodb:Query"],"Resource":"arn:aws:dynamodb:*:*:table/*"}]}',
            },
          },
          aws_iam_role_policy_attachment: {
            all: { role: 'shop', policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
          },
        },
      },
      addresses: ['aws_iam_policy.items', 'aws_iam_policy.objects', 'aws_iam_role_policy_attachment.all'],
    },
  ],
  undetermined: [
    {
      title: 'the bucket is a variable',
      terraform: {
        variable: { bucket: {} },
        resource: {
          aws_iam_user_policy: {
            reader: {
              policy: JSON.stringify({
                Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '${var.bucket}' }],
              }),
            },
          },
        },
      },
      addresses: ['aws_iam_user_policy.reader'],
    },
  ],
};
