import { ResourceRule } from '../../rule';
import { requireTrue } from '../checks';

/** Proxies that refuse connections in the clear. */
export const RDS_002: ResourceRule = {
  id: 'RDS-002',
  title: 'A database proxy refuses connections without TLS',
  severity: 'high',
  measures: ['1.1.2'],
  rationale:
    'Clients log in at the proxy, and by default it takes them without TLS too: credentials and data then cross the network in the clear, however strict the database behind it is.',
  fix: 'Set `require_tls` to true.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html',
    'AWS Security Hub RDS.43',
  ],
  types: ['aws_db_proxy'],
  check: (proxy) => requireTrue(proxy, 'require_tls'),
  examples: {
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
  },
};
