import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a SecureString',
      terraform: {
        resource: { aws_ssm_parameter: { api: { count: 2, name: '/orders/api-key', type: 'SecureString' } } },
      },
    },
    {
      title: 'names of no secret',
      terraform: {
        resource: {
          aws_ssm_parameter: {
            host: { name: '/orders/password-reset/url', type: 'String', insecure_value: 'https://example.com' },
            arn: { name: '/orders/db-secret-arn', type: 'String', insecure_value: 'arn' },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a password as String, under a path that a variable begins',
      terraform: {
        variable: { stage: {} },
        resource: {
          aws_ssm_parameter: { db: { name: '/${var.stage}/orders/dbPassword', type: 'String', value: 'n0t-real' } },
        },
      },
      addresses: ['aws_ssm_parameter.db'],
    },
    {
      title: 'a secret in a list',
      terraform: { resource: { aws_ssm_parameter: { client: { name: 'orders_client_secret', type: 'StringList' } } } },
      addresses: ['aws_ssm_parameter.client'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides on the type',
      terraform: {
        variable: { type: {} },
        resource: { aws_ssm_parameter: { db: { name: 'db_password', type: '${var.type}' } } },
      },
      addresses: ['aws_ssm_parameter.db'],
    },
  ],
};
