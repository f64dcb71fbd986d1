import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the policy that SNS makes by itself',
      terraform: {
        resource: {
          aws_sns_topic: { orders: {} },
          aws_sns_topic_policy: {
            orders: {
              arn: '${aws_sns_topic.orders.arn}',
              policy:
                '{\n  "Version": "2008-10-17",\n  "Statement": [{\n    "Sid": "__default_statement_ID",\n    "Effect": "Allow",\n    "Principal": {"AWS": "*"},\n    "Action": ["SNS:Publish", "SNS:Subscribe"],\n    "Resource": "${aws_sns_topic.orders.arn}",\n    "Condition": {"StringEquals": {"AWS:SourceOwner": "111122223333"}}\n  }]\n}\n',
            },
          },
        },
      },
    },
    {
      title: 'a service may publish, within the topic, the policy as an aws_iam_policy_document',
      terraform: {
        data: [
          {
            aws_iam_policy_document: [
              {
                alarms: [
                  {
                    statement: [
                      {
                        actions: ['sns:Publish'],
                        resources: ['*'],
                        principals: [{ type: 'Service', identifiers: ['cloudwatch.amazonaws.com'] }],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
        resource: {
          aws_sns_topic: { alarms: { count: 2, policy: '${data.aws_iam_policy_document.alarms.json}' } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'everybody may subscribe',
      terraform: {
        resource: {
          aws_sns_topic_policy: {
            orders: {
              arn: 'arn:aws:sns:eu-central-1:111122223333:orders',
              policy: JSON.stringify({
                Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sns:Subscribe', Resource: '*' }],
              }),
            },
          },
        },
      },
      addresses: ['aws_sns_topic_policy.orders'],
    },
    {
      title: 'HTTPS alone is no narrowing, within the topic, the policy as jsonencode',
      terraform: {
        resource: {
          aws_sns_topic: {
            orders: {
              policy:
                '${jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "sns:Publish", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "true" } } }] })}',
            },
          },
        },
      },
      addresses: ['aws_sns_topic.orders'],
    },
    {
      title: 'everybody may publish, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_sns_topic_policy.orders',
                    mode: 'managed',
                    type: 'aws_sns_topic_policy',
                    name: 'orders',
                    values: {
                      policy:
                        '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sns:Publish","Resource":"*"}]}',
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_sns_topic_policy.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names who may publish',
      terraform: {
        variable: { publishers: {} },
        resource: {
          aws_sns_topic: {
            orders: {
              policy: JSON.stringify({
                Statement: [
                  { Effect: 'Allow', Principal: { AWS: '${var.publishers}' }, Action: 'sns:Publish', Resource: '*' },
                ],
              }),
            },
          },
        },
      },
      addresses: ['aws_sns_topic.orders'],
    },
  ],
};
