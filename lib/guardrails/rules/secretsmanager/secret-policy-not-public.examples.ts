import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'no policy, and one for a role',
      terraform: {
        resource: {
          aws_secretsmanager_secret: { orders: { count: 2 } },
          aws_secretsmanager_secret_policy: {
            orders: {
              secret_arn: '${aws_secretsmanager_secret.orders[0].arn}',
              policy:
                '{"Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/orders"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}}',
            },
          },
        },
      },
    },
    {
      title: 'everybody of one organization, within the secret, blocks as lists',
      terraform: {
        resource: [
          {
            aws_secretsmanager_secret: [
              {
                orders: [
                  {
                    policy:
                      '{"Statement":{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-abcdefghij"}}}}',
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
      title: 'policies for everybody, within the secret and beside it, blocks as lists',
      terraform: {
        resource: [
          {
            aws_secretsmanager_secret: [
              {
                orders: [
                  {
                    name: 'orders',
                    policy:
                      '${jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*" }] })}',
                  },
                ],
              },
            ],
            aws_secretsmanager_secret_policy: [
              {
                tokens: [
                  {
                    secret_arn: 'arn',
                    policy:
                      '{"Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"secretsmanager:*","Resource":"*"}}',
                  },
                ],
              },
            ],
          },
        ],
      },
      addresses: ['aws_secretsmanager_secret.orders', 'aws_secretsmanager_secret_policy.tokens'],
    },
    {
      title: 'a policy for everybody within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.orders',
                resources: [
                  {
                    address: 'module.orders.aws_secretsmanager_secret_policy.orders',
                    mode: 'managed',
                    type: 'aws_secretsmanager_secret_policy',
                    name: 'orders',
                    values: {
                      policy:
                        '{"Statement":{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*"}}',
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.orders.aws_secretsmanager_secret_policy.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the policy',
      terraform: {
        variable: { policy: {} },
        resource: { aws_secretsmanager_secret_policy: { orders: { policy: '${var.policy}' } } },
      },
      addresses: ['aws_secretsmanager_secret_policy.orders'],
    },
  ],
};
