import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack',
      terraform: {
        resource: {
          aws_kms_key: { data: {} },
          aws_memorydb_cluster: { carts: { count: 2, kms_key_arn: '${aws_kms_key.data.arn}' } },
        },
      },
    },
    {
      title: 'the data is internal, in a list',
      terraform: {
        resource: [{ aws_memorydb_cluster: [{ builds: [{ tags: { 'tom:data-class': 'internal' } }] }] }],
      },
    },
  ],
  fail: [
    {
      title: 'no key',
      terraform: { resource: { aws_memorydb_cluster: { carts: { acl_name: 'carts' } } } },
      addresses: ['aws_memorydb_cluster.carts'],
    },
    {
      title: 'no key within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_memorydb_cluster.carts',
                    mode: 'managed',
                    type: 'aws_memorydb_cluster',
                    name: 'carts',
                    values: { acl_name: 'carts', kms_key_arn: null },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_memorydb_cluster.carts'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the key',
      terraform: {
        variable: { key: {} },
        resource: { aws_memorydb_cluster: { carts: { kms_key_arn: '${var.key}' } } },
      },
      addresses: ['aws_memorydb_cluster.carts'],
    },
  ],
};
