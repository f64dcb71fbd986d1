import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the policy is an aws_iam_policy_document',
      terraform: {
        data: {
          aws_iam_policy_document: {
            orders: {
              statement: {
                effect: 'Deny',
                actions: ['sns:Publish'],
                resources: ['${aws_sns_topic.orders.arn}'],
                principals: { type: '*', identifiers: ['*'] },
                condition: { test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] },
              },
            },
          },
        },
        resource: {
          aws_sns_topic: { orders: { name: 'orders' } },
          aws_sns_topic_policy: {
            orders: {
              arn: '${aws_sns_topic.orders.arn}',
              policy: '${data.aws_iam_policy_document.orders.json}',
            },
          },
        },
      },
    },
    {
      title: 'the policy stands within the topic, as jsonencode, and denies more',
      terraform: {
        resource: [
          {
            aws_sns_topic: [
              {
                orders: [
                  {
                    count: 2,
                    policy:
                      '${jsonencode({ Statement = [{ Effect = "Deny", Principal = { AWS = "*" }, Action = ["SNS:Publish", "SNS:Subscribe"], Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }] })}',
                  },
                ],
              },
            ],
          },
        ],
      },
    },
    {
      title: 'a topic of a module in a plan, which is there already',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            resources: [
              {
                address: 'aws_sns_topic_policy.orders',
                mode: 'managed',
                type: 'aws_sns_topic_policy',
                name: 'orders',
                values: {
                  arn: 'arn:aws:sns:eu-central-1:111122223333:orders',
                  policy:
                    '{"Statement":[{"Effect":"Deny","Principal":"*","Action":"sns:Publish","Resource":"arn:aws:sns:eu-central-1:111122223333:orders","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}',
                },
              },
            ],
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_sns_topic.orders',
                    mode: 'managed',
                    type: 'aws_sns_topic',
                    name: 'orders',
                    values: { arn: 'arn:aws:sns:eu-central-1:111122223333:orders', name: 'orders' },
                  },
                ],
              },
            ],
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no policy',
      terraform: { resource: { aws_sns_topic: { orders: { name: 'orders' } } } },
      addresses: ['aws_sns_topic.orders'],
    },
    {
      title: 'HTTPS is a condition of what is allowed, not of a denial',
      terraform: {
        resource: {
          aws_sns_topic: { orders: {} },
          aws_sns_topic_policy: {
            orders: {
              arn: '${aws_sns_topic.orders.arn}',
              policy: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Allow',
                    Principal: { AWS: '${aws_iam_role.shop.arn}' },
                    Action: 'sns:Publish',
                    Resource: '${aws_sns_topic.orders.arn}',
                    Condition: { Bool: { 'aws:SecureTransport': 'true' } },
                  },
                ],
              }),
            },
          },
        },
      },
      addresses: ['aws_sns_topic.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides what is denied',
      terraform: {
        variable: { actions: {} },
        resource: {
          aws_sns_topic: {
            orders: {
              policy:
                '${jsonencode({ Statement = [{ Effect = "Deny", Principal = "*", Action = var.actions, Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }] })}',
            },
          },
        },
      },
      addresses: ['aws_sns_topic.orders'],
    },
  ],
};
