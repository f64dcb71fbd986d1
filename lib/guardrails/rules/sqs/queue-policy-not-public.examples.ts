import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a topic may send, the policy as jsonencode',
      terraform: {
        resource: {
          aws_sns_topic: { orders: {} },
          aws_sqs_queue: { orders: {} },
          aws_sqs_queue_policy: {
            orders: {
              queue_url: '${aws_sqs_queue.orders.id}',
              policy:
                '${jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = aws_sqs_queue.orders.arn, Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.orders.arn } } }] })}',
            },
          },
        },
      },
    },
    {
      title: 'a role may receive, and everybody is denied plain HTTP, within the queue and in a list',
      terraform: {
        resource: [
          {
            aws_sqs_queue: [
              {
                orders: [
                  {
                    count: 2,
                    policy: JSON.stringify({
                      Statement: [
                        {
                          Effect: 'Allow',
                          Principal: { AWS: '${aws_iam_role.worker.arn}' },
                          Action: 'sqs:ReceiveMessage',
                          Resource: '*',
                        },
                        {
                          Effect: 'Deny',
                          Principal: '*',
                          Action: 'sqs:*',
                          Resource: '*',
                          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
                        },
                      ],
                    }),
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'everybody may send, the policy as an aws_iam_policy_document',
      terraform: {
        data: {
          aws_iam_policy_document: {
            open: {
              statement: {
                actions: ['sqs:SendMessage'],
                resources: ['*'],
                principals: { type: '*', identifiers: ['*'] },
              },
            },
          },
        },
        resource: {
          aws_sqs_queue_policy: {
            orders: { queue_url: 'orders', policy: '${data.aws_iam_policy_document.open.json}' },
          },
        },
      },
      addresses: ['aws_sqs_queue_policy.orders'],
    },
    {
      title: 'everybody may do everything, within the queue',
      terraform: {
        resource: {
          aws_sqs_queue: {
            orders: {
              policy: JSON.stringify({
                Statement: { Effect: 'Allow', Principal: { AWS: ['*'] }, Action: '*', Resource: '*' },
              }),
            },
          },
        },
      },
      addresses: ['aws_sqs_queue.orders'],
    },
    {
      title: 'any bucket of the world may send, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_sqs_queue_policy.orders',
                    mode: 'managed',
                    type: 'aws_sqs_queue_policy',
                    name: 'orders',
                    values: {
                      policy:
                        '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"*","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::*"}}}]}',
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_sqs_queue_policy.orders'],
    },
  ],
  undetermined: [
    {
      title: 'the policy is a variable',
      terraform: {
        variable: { policy: {} },
        resource: { aws_sqs_queue_policy: { orders: { queue_url: 'orders', policy: '${var.policy}' } } },
      },
      addresses: ['aws_sqs_queue_policy.orders'],
    },
  ],
};
