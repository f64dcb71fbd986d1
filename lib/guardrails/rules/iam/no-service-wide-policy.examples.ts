import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a prefix of actions, and one role passed to one service',
      terraform: {
        resource: {
          aws_iam_role_policy: {
            deploy: {
              policy: JSON.stringify({
                Statement: [
                  { Effect: 'Allow', Action: 'ec2:Describe*', Resource: '*' },
                  { Effect: 'Allow', Action: 's3:*', Resource: '${aws_s3_bucket.a.arn}/*' },
                  {
                    Effect: 'Allow',
                    Action: 'iam:PassRole',
                    Resource: '*',
                    Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
                  },
                  { Effect: 'Allow', Action: 'iam:PassRole', Resource: '${aws_iam_role.task.arn}' },
                ],
              }),
            },
          },
        },
      },
    },
    {
      title: 'NotAction in a denial',
      terraform: {
        data: {
          aws_iam_policy_document: {
            region: {
              statement: [
                {
                  effect: 'Deny',
                  not_actions: ['iam:*'],
                  resources: ['*'],
                  condition: [{ test: 'StringNotEquals', variable: 'aws:RequestedRegion', values: ['eu-central-1'] }],
                },
              ],
            },
          },
        },
        resource: { aws_iam_policy: { region: { policy: '${data.aws_iam_policy_document.region.json}' } } },
      },
    },
    {
      title: 'managed policies of AWS that name their actions',
      terraform: {
        resource: {
          aws_iam_role_policy_attachment: {
            audit: { role: 'audit', policy_arn: 'arn:aws:iam::aws:policy/SecurityAudit' },
            backup: {
              role: 'backup',
              policy_arn: 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
            },
          },
        },
      },
    },
    {
      title: 'a policy of the configuration, attached',
      terraform: {
        resource: {
          aws_iam_policy: {
            read: { policy: '{"Statement":{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}}' },
          },
          aws_iam_role_policy_attachment: { read: { role: 'app', policy_arn: '${aws_iam_policy.read.arn}' } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a whole service on everything, in a counted policy',
      terraform: {
        resource: {
          aws_iam_policy: {
            dynamo: {
              count: 2,
              policy: '{"Statement":{"Effect":"Allow","Action":["dynamodb:*"],"Resource":"*"}}',
            },
          },
        },
      },
      addresses: ['aws_iam_policy.dynamo'],
    },
    {
      title: 'any role, all but a few actions, CloudShell',
      terraform: {
        resource: {
          aws_iam_role: {
            app: {
              inline_policy: {
                name: 'pass',
                policy:
                  '{"Statement":{"Effect":"Allow","Action":"iam:Pass*","Resource":"arn:aws:iam::123456789012:role/*"}}',
              },
            },
          },
          aws_iam_group_policy: {
            app: { policy: '{"Statement":{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}}' },
          },
          aws_iam_policy_attachment: {
            shell: { name: 'shell', policy_arn: 'arn:aws:iam::aws:policy/AWSCloudShellFullAccess' },
          },
        },
      },
      addresses: ['aws_iam_group_policy.app', 'aws_iam_policy_attachment.shell', 'aws_iam_role.app'],
    },
    {
      title: 'a whole service',
      terraform: {
        resource: {
          aws_iam_role_policy: { app: { policy: '{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}' } },
        },
      },
      addresses: ['aws_iam_role_policy.app'],
    },
    {
      title: 'managed policies of AWS that allow whole services, or all but a few actions',
      terraform: {
        resource: {
          aws_iam_role_policy_attachment: {
            iam: { role: 'app', policy_arn: 'arn:aws:iam::aws:policy/IAMFullAccess' },
            power: { role: 'app', policy_arn: 'arn:aws:iam::aws:policy/PowerUserAccess' },
            storage: { role: 'app', policy_arn: 'arn:aws:iam::aws:policy/AmazonS3FullAccess' },
          },
        },
      },
      addresses: [
        'aws_iam_role_policy_attachment.iam',
        'aws_iam_role_policy_attachment.power',
        'aws_iam_role_policy_attachment.storage',
      ],
    },
    {
      title: 'patterns that cover a service, and ARNs that cover its resources',
      terraform: {
        resource: {
          aws_iam_policy: {
            all: { policy: '{"Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::*"}}' },
            mark: { policy: '{"Statement":{"Effect":"Allow","Action":"s3:?*","Resource":"*"}}' },
            part: { policy: '{"Statement":{"Effect":"Allow","Action":"ec?:*","Resource":"*"}}' },
            passed: {
              policy: JSON.stringify({
                Statement: {
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: '*',
                  Condition: { StringLike: { 'iam:PassedToService': '*.amazonaws.com' } },
                },
              }),
            },
            table: {
              policy:
                '{"Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"arn:aws:dynamodb:*:*:table/*"}}',
            },
          },
        },
      },
      addresses: [
        'aws_iam_policy.all',
        'aws_iam_policy.mark',
        'aws_iam_policy.part',
        'aws_iam_policy.passed',
        'aws_iam_policy.table',
      ],
    },
  ],
  undetermined: [
    {
      title: 'the resource that a whole service is allowed on is a variable',
      terraform: {
        variable: { target: {} },
        resource: {
          aws_iam_role_policy: {
            app: {
              policy: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '${var.target}' }] }),
            },
          },
        },
      },
      addresses: ['aws_iam_role_policy.app'],
    },
    {
      title: 'managed policies that nobody read: of AWS but not in the list, and of the customer',
      terraform: {
        resource: {
          aws_iam_policy_attachment: {
            written: { name: 'written', roles: ['app'], policy_arn: 'arn:aws:iam::111122223333:policy/written' },
          },
          aws_iam_role_policy_attachment: {
            unlisted: { role: 'app', policy_arn: 'arn:aws:iam::aws:policy/UnlistedFullAccess' },
          },
        },
      },
      addresses: ['aws_iam_policy_attachment.written', 'aws_iam_role_policy_attachment.unlisted'],
    },
  ],
};
