import { ResourceRule } from '../../rule';
import { requireAttribute } from '../checks';

/** Function URLs that ask who is there. */
export const LAMBDA_002: ResourceRule = {
  id: 'LAMBDA-002',
  title: 'A function URL demands IAM authentication',
  severity: 'high',
  measures: ['3.1.1'],
  rationale:
    'A function URL of authorization type NONE asks nobody who they are: with the permission that it needs to work, it is open to the internet.',
  fix: 'Set `authorization_type` to AWS_IAM, and let CloudFront or API Gateway stand before what the public may call.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  types: ['aws_lambda_function_url'],
  check: (url) =>
    requireAttribute(url, 'authorization_type', (value) => value === 'AWS_IAM', { authorization_type: 'AWS_IAM' }),
  examples: {
    pass: [
      {
        title: 'IAM',
        terraform: {
          resource: { aws_lambda_function_url: { shop: { function_name: 'shop', authorization_type: 'AWS_IAM' } } },
        },
      },
      {
        title: 'IAM, in a list and counted',
        terraform: {
          resource: [{ aws_lambda_function_url: [{ shop: [{ count: 2, authorization_type: 'AWS_IAM' }] }] }],
        },
      },
    ],
    fail: [
      {
        title: 'nobody is asked',
        terraform: {
          resource: { aws_lambda_function_url: { shop: { function_name: 'shop', authorization_type: 'NONE' } } },
        },
        addresses: ['aws_lambda_function_url.shop'],
      },
      {
        title: 'nobody is asked, within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_lambda_function_url.shop[0]',
                      mode: 'managed',
                      type: 'aws_lambda_function_url',
                      name: 'shop',
                      index: 0,
                      values: { function_name: 'shop', authorization_type: 'NONE' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_lambda_function_url.shop[0]'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { auth: {} },
          resource: { aws_lambda_function_url: { shop: { authorization_type: '${var.auth}' } } },
        },
        addresses: ['aws_lambda_function_url.shop'],
      },
    ],
  },
};
