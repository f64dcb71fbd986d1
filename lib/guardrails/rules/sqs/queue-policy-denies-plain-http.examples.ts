import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the policy is a resource of its own',
      terraform: {
        resource: {
          aws_sqs_queue: { orders: {} },
          aws_sqs_queue_policy: {
            orders: {
              queue_url: '${aws_sqs_queue.orders.id}',
              policy: JSON.stringify({
                Version: '2012-10-17',
                Statement: {
                  Effect: 'Deny',
                  Principal: '*',
                  Action: 'sqs:*',
                  Resource: '${aws_sqs_queue.orders.arn}',
                  Condition: { Bool: { 'aws:SecureTransport': false } },
                },
              }),
            },
          },
        },
      },
    },
    {
      title: 'the policy is an aws_iam_policy_document, the queue one of several',
      terraform: {
        data: {
          aws_iam_policy_document: {
            tls: {
              statement: [
                {
                  effect: 'Deny',
                  actions: ['sqs:*'],
                  resources: ['*'],
                  principals: [{ type: 'AWS', identifiers: ['*'] }],
                  condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
                },
              ],
            },
          },
        },
        resource: {
          aws_sqs_queue: { orders: { count: 2 } },
          aws_sqs_queue_policy: {
            orders: {
              count: 2,
              queue_url: '${aws_sqs_queue.orders[count.index].url}',
              policy: '${data.aws_iam_policy_document.tls.json}',
            },
          },
        },
      },
    },
    {
      title: 'the policy stands within the queue, as a heredoc, and names the queue by its ARN',
      terraform: {
        resource: [
          {
            aws_sqs_queue: [
              {
                orders: [
                  {
                    name: 'orders',
                    policy:
                      '{\n  "Statement": [{\n    "Effect": "Deny",\n    "Principal": "*",\n    "Action": "SQS:*",\n    "Resource": "arn:aws:sqs:eu-central-1:${data.aws_caller_identity.me.account_id}:orders",\n    "Condition": {"Bool": {"aws:SecureTransport": "false"}}\n  }]\n}\n',
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
      title: 'no policy',
      terraform: { resource: { aws_sqs_queue: { orders: { name: 'orders' } } } },
      addresses: ['aws_sqs_queue.orders'],
    },
    {
      title: 'only sending is denied',
      terraform: {
        resource: {
          aws_sqs_queue: {
            orders: {
              policy:
                '${jsonencode({ Statement = [{ Effect = "Deny", Principal = "*", Action = "sqs:SendMessage", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }] })}',
            },
          },
        },
      },
      addresses: ['aws_sqs_queue.orders'],
    },
    {
      title: 'the statement names no resource, which SQS does not fill in',
      terraform: {
        resource: {
          aws_sqs_queue: {
            orders: {
              policy: JSON.stringify({
                Statement: {
                  Effect: 'Deny',
                  Principal: '*',
                  Action: 'sqs:*',
                  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
                },
              }),
            },
          },
        },
      },
      addresses: ['aws_sqs_queue.orders'],
    },
    {
      title: 'the statement names another queue',
      terraform: {
        resource: {
          aws_sqs_queue: { orders: { name: 'orders' } },
          aws_sqs_queue_policy: {
            orders: {
              queue_url: '${aws_sqs_queue.orders.url}',
              policy: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Deny',
                    Principal: '*',
                    Action: 'sqs:*',
                    Resource: 'arn:aws:sqs:eu-central-1:111122223333:returns',
                    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
                  },
                ],
              }),
            },
          },
        },
      },
      addresses: ['aws_sqs_queue.orders'],
    },
    {
      title: 'a second condition leaves a gap, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_sqs_queue.orders',
                    mode: 'managed',
                    type: 'aws_sqs_queue',
                    name: 'orders',
                    values: {
                      name: 'orders',
                      policy:
                        '{"Statement":[{"Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"},"StringEquals":{"aws:PrincipalAccount":"111122223333"}}}]}',
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_sqs_queue.orders'],
    },
  ],
  undetermined: [
    {
      title: 'the policy is a variable',
      terraform: {
        variable: { policy: {} },
        resource: {
          aws_sqs_queue: { orders: {} },
          aws_sqs_queue_policy: { orders: { queue_url: '${aws_sqs_queue.orders.id}', policy: '${var.policy}' } },
        },
      },
      addresses: ['aws_sqs_queue.orders'],
    },
    {
      title: 'a policy names its queue by a variable',
      terraform: {
        variable: { url: {} },
        resource: {
          aws_sqs_queue: { orders: {} },
          aws_sqs_queue_policy: { orders: { queue_url: '${var.url}', policy: '{"Statement":[]}' } },
        },
      },
      addresses: ['aws_sqs_queue.orders'],
    },
  ],
};
