import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'encryption is on',
      terraform: {
        resource: { aws_dax_cluster: { orders: { count: 2, server_side_encryption: { enabled: true } } } },
      },
    },
    {
      title: 'encryption is on, the block as a list',
      terraform: {
        resource: [{ aws_dax_cluster: [{ orders: [{ server_side_encryption: [{ enabled: 'true' }] }] }] }],
      },
    },
  ],
  fail: [
    {
      title: 'nothing is said, or encryption is off',
      terraform: {
        resource: {
          aws_dax_cluster: {
            orders: { cluster_name: 'orders' },
            returns: { server_side_encryption: { enabled: false } },
          },
        },
      },
      addresses: ['aws_dax_cluster.orders', 'aws_dax_cluster.returns'],
    },
    {
      title: 'no encryption within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_dax_cluster.orders',
                    mode: 'managed',
                    type: 'aws_dax_cluster',
                    name: 'orders',
                    values: { cluster_name: 'orders', server_side_encryption: [] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_dax_cluster.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { encrypt: {} },
        resource: { aws_dax_cluster: { orders: { server_side_encryption: { enabled: '${var.encrypt}' } } } },
      },
      addresses: ['aws_dax_cluster.orders'],
    },
  ],
};
