import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'TLS',
      terraform: {
        resource: { aws_dax_cluster: { orders: { count: 2, cluster_endpoint_encryption_type: 'TLS' } } },
      },
    },
    {
      title: 'TLS, in a list',
      terraform: { resource: [{ aws_dax_cluster: [{ orders: [{ cluster_endpoint_encryption_type: 'TLS' }] }] }] },
    },
  ],
  fail: [
    {
      title: 'nothing is said, or NONE',
      terraform: {
        resource: {
          aws_dax_cluster: {
            orders: { cluster_name: 'orders' },
            returns: { cluster_endpoint_encryption_type: 'NONE' },
          },
        },
      },
      addresses: ['aws_dax_cluster.orders', 'aws_dax_cluster.returns'],
    },
    {
      title: 'no TLS within a module of a plan',
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
                    values: { cluster_name: 'orders', cluster_endpoint_encryption_type: null },
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
        variable: { encryption: {} },
        resource: { aws_dax_cluster: { orders: { cluster_endpoint_encryption_type: '${var.encryption}' } } },
      },
      addresses: ['aws_dax_cluster.orders'],
    },
  ],
};
