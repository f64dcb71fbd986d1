import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key from the same stack',
      terraform: {
        resource: {
          aws_kms_key: { main: {} },
          aws_lambda_function: {
            orders: {
              count: 2,
              kms_key_arn: '${aws_kms_key.main.arn}',
              environment: { variables: { QUEUE: 'orders' } },
            },
          },
        },
      },
    },
    {
      title: 'no variables, and a function of internal data',
      terraform: {
        resource: {
          aws_lambda_function: {
            orders: { function_name: 'orders' },
            builds: { tags: { 'tom:data-class': 'internal' }, environment: { variables: { STAGE: 'live' } } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no key',
      terraform: { resource: { aws_lambda_function: { orders: { environment: { variables: { QUEUE: 'orders' } } } } } },
      addresses: ['aws_lambda_function.orders'],
    },
    {
      title: 'an AWS managed key',
      terraform: {
        resource: {
          aws_lambda_function: {
            orders: {
              kms_key_arn: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/lambda',
              environment: { variables: { QUEUE: 'orders' } },
            },
          },
        },
      },
      addresses: ['aws_lambda_function.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the key, or holds the environment',
      terraform: {
        variable: { environment: {}, key: {} },
        resource: {
          aws_lambda_function: {
            orders: { kms_key_arn: '${var.key}', environment: { variables: { QUEUE: 'orders' } } },
            reports: { environment: { variables: '${var.environment}' } },
          },
        },
      },
      addresses: ['aws_lambda_function.orders', 'aws_lambda_function.reports'],
    },
  ],
};
