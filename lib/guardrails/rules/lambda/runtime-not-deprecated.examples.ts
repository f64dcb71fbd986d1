import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a supported runtime',
      terraform: { resource: { aws_lambda_function: { orders: { runtime: 'nodejs24.x' } } } },
    },
    {
      title: 'a function from an image',
      terraform: { resource: { aws_lambda_function: { orders: { package_type: 'Image', image_uri: 'orders:1' } } } },
    },
  ],
  fail: [
    {
      title: 'a deprecated runtime',
      terraform: { resource: { aws_lambda_function: { orders: { runtime: 'python3.8' } } } },
      addresses: ['aws_lambda_function.orders'],
    },
    {
      title: 'others',
      terraform: {
        resource: { aws_lambda_function: { go: { count: 2, runtime: 'go1.x' }, node: { runtime: 'nodejs18.x' } } },
      },
      addresses: ['aws_lambda_function.go', 'aws_lambda_function.node'],
    },
  ],
  undetermined: [
    {
      title: 'the runtime is a variable',
      terraform: {
        variable: { runtime: {} },
        resource: { aws_lambda_function: { orders: { runtime: '${var.runtime}' } } },
      },
      addresses: ['aws_lambda_function.orders'],
    },
  ],
};
