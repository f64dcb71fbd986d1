import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'each of several proxies',
      terraform: {
        resource: { aws_db_proxy: { orders: { count: 2, engine_family: 'POSTGRESQL', require_tls: true } } },
      },
    },
    {
      title: 'as text, in lists',
      terraform: { resource: [{ aws_db_proxy: [{ orders: [{ require_tls: 'true' }] }] }] },
    },
  ],
  fail: [
    {
      title: 'the default, and off',
      terraform: {
        resource: {
          aws_db_proxy: { orders: { engine_family: 'POSTGRESQL' }, stock: { require_tls: false } },
        },
      },
      addresses: ['aws_db_proxy.orders', 'aws_db_proxy.stock'],
    },
    {
      title: 'off within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.data',
                resources: [
                  {
                    address: 'module.data.aws_db_proxy.main',
                    mode: 'managed',
                    type: 'aws_db_proxy',
                    name: 'main',
                    values: { engine_family: 'MYSQL', require_tls: null },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.data.aws_db_proxy.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: { variable: { tls: {} }, resource: { aws_db_proxy: { orders: { require_tls: '${var.tls}' } } } },
      addresses: ['aws_db_proxy.orders'],
    },
  ],
};
