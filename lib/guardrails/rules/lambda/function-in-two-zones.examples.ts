import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'subnets of the configuration, and no VPC',
      terraform: {
        resource: {
          aws_subnet: {
            a: { availability_zone: 'eu-central-1a' },
            b: { availability_zone: 'eu-central-1b' },
          },
          aws_lambda_function: {
            mail: { function_name: 'mail' },
            shop: { count: 2, vpc_config: { subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] } },
          },
        },
      },
    },
    {
      title: 'ids, and a development environment; blocks as lists',
      terraform: {
        resource: [
          {
            aws_lambda_function: [
              { shop: [{ vpc_config: [{ subnet_ids: ['subnet-0a', 'subnet-0b'] }] }] },
              {
                test: [{ tags: { 'tom:environment': 'development' }, vpc_config: [{ subnet_ids: ['subnet-0a'] }] }],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'one subnet, and two of one zone',
      terraform: {
        resource: {
          aws_subnet: {
            a: { availability_zone: 'eu-central-1a' },
            b: { availability_zone: 'eu-central-1a' },
          },
          aws_lambda_function: {
            shop: { vpc_config: { subnet_ids: ['${aws_subnet.a.id}'] } },
            stock: { vpc_config: { subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] } },
          },
        },
      },
      addresses: ['aws_lambda_function.shop', 'aws_lambda_function.stock'],
    },
    {
      title: 'one subnet within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_lambda_function.shop',
                    mode: 'managed',
                    type: 'aws_lambda_function',
                    name: 'shop',
                    values: { vpc_config: [{ subnet_ids: ['subnet-0a'] }] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_lambda_function.shop'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the subnets',
      terraform: {
        variable: { subnets: {} },
        resource: { aws_lambda_function: { shop: { vpc_config: { subnet_ids: '${var.subnets}' } } } },
      },
      addresses: ['aws_lambda_function.shop'],
    },
  ],
};
