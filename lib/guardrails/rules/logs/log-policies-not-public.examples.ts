import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'one service may write, the policy as jsonencode',
      terraform: {
        resource: {
          aws_cloudwatch_log_resource_policy: {
            dns: {
              policy_name: 'dns',
              policy_document:
                '${jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "route53.amazonaws.com" }, Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "arn:aws:logs:*:*:log-group:/aws/route53/*" }] })}',
            },
          },
        },
      },
    },
    {
      title: 'every account of the organization may send, the policy as an aws_iam_policy_document',
      terraform: {
        data: {
          aws_iam_policy_document: {
            central: {
              statement: [
                {
                  actions: ['logs:PutSubscriptionFilter'],
                  resources: ['${aws_cloudwatch_log_destination.central.arn}'],
                  principals: [{ type: 'AWS', identifiers: ['*'] }],
                  condition: [{ test: 'StringEquals', variable: 'aws:PrincipalOrgID', values: ['o-abcdefghij'] }],
                },
              ],
            },
          },
        },
        resource: {
          aws_cloudwatch_log_destination: { central: {} },
          aws_cloudwatch_log_destination_policy: {
            central: {
              destination_name: '${aws_cloudwatch_log_destination.central.name}',
              access_policy: '${data.aws_iam_policy_document.central.json}',
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'anybody may send to the destination, the policy as a heredoc',
      terraform: {
        resource: {
          aws_cloudwatch_log_destination_policy: {
            central: {
              destination_name: 'central',
              access_policy:
                '{\n  "Version": "2012-10-17",\n  "Statement": {\n    "Effect": "Allow",\n    "Principal": {"AWS": "*"},\n    "Action": "logs:PutSubscriptionFilter",\n    "Resource": "${aws_cloudwatch_log_destination.central.arn}"\n  }\n}\n',
            },
          },
        },
      },
      addresses: ['aws_cloudwatch_log_destination_policy.central'],
    },
    {
      title: 'anybody may write, in a list and counted',
      terraform: {
        resource: [
          {
            aws_cloudwatch_log_resource_policy: [
              {
                open: [
                  {
                    count: 2,
                    policy_document: JSON.stringify({
                      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'logs:PutLogEvents', Resource: '*' }],
                    }),
                  },
                ],
              },
            ],
          },
        ],
      },
      addresses: ['aws_cloudwatch_log_resource_policy.open'],
    },
    {
      title: 'anybody may write, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.logs',
                resources: [
                  {
                    address: 'module.logs.aws_cloudwatch_log_resource_policy.open',
                    mode: 'managed',
                    type: 'aws_cloudwatch_log_resource_policy',
                    name: 'open',
                    values: {
                      policy_document:
                        '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"logs:*","Resource":"*"}]}',
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.logs.aws_cloudwatch_log_resource_policy.open'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the policy',
      terraform: {
        variable: { policy: {} },
        resource: { aws_cloudwatch_log_resource_policy: { dns: { policy_document: '${var.policy}' } } },
      },
      addresses: ['aws_cloudwatch_log_resource_policy.dns'],
    },
  ],
};
