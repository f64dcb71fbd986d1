import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
};
