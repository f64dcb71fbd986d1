import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'TLS by default',
      terraform: { resource: { aws_memorydb_cluster: { carts: { acl_name: 'carts', count: 2 } } } },
    },
    {
      title: 'TLS, in a list',
      terraform: { resource: [{ aws_memorydb_cluster: [{ carts: [{ tls_enabled: 'true' }] }] }] },
    },
  ],
  fail: [
    {
      title: 'TLS is off',
      terraform: {
        resource: { aws_memorydb_cluster: { carts: { acl_name: 'open-access', tls_enabled: false } } },
      },
      addresses: ['aws_memorydb_cluster.carts'],
    },
    {
      title: 'TLS is off within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_memorydb_cluster.carts[0]',
                    mode: 'managed',
                    type: 'aws_memorydb_cluster',
                    name: 'carts',
                    index: 0,
                    values: { acl_name: 'open-access', tls_enabled: false },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_memorydb_cluster.carts[0]'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { tls: {} },
        resource: { aws_memorydb_cluster: { carts: { tls_enabled: '${var.tls}' } } },
      },
      addresses: ['aws_memorydb_cluster.carts'],
    },
  ],
};
