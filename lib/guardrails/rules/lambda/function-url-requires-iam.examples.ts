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
      title: 'IAM, for each of several functions',
      terraform: { resource: { aws_lambda_function_url: { shop: { count: 2, authorization_type: 'AWS_IAM' } } } },
    },
  ],
  fail: [
    {
      title: 'no authorization',
      terraform: {
        resource: { aws_lambda_function_url: { shop: { function_name: 'shop', authorization_type: 'NONE' } } },
      },
      addresses: ['aws_lambda_function_url.shop'],
    },
    {
      title: 'no authorization, for one of two',
      terraform: {
        resource: {
          aws_lambda_function_url: {
            open: { function_name: 'open', authorization_type: 'NONE' },
            shop: { function_name: 'shop', authorization_type: 'AWS_IAM' },
          },
        },
      },
      addresses: ['aws_lambda_function_url.open'],
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
