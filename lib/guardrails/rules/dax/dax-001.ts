import { ResourceRule } from '../../rule';
import { requireAttribute } from '../checks';

const ATTRIBUTE = 'cluster_endpoint_encryption_type';

/** DAX clusters that nobody talks to in the clear. */
export const DAX_001: ResourceRule = {
  id: 'DAX-001',
  title: 'A DAX cluster takes TLS connections alone',
  severity: 'high',
  measures: ['1.1.2'],
  rationale:
    'A DAX cluster passes the items of DynamoDB tables to its clients. Unless it says otherwise, its endpoint is one without TLS, and they pass in the clear.',
  fix: `Set \`${ATTRIBUTE}\` to TLS. It makes the cluster anew, under an endpoint that begins with daxs://.`,
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html',
    'AWS Security Hub DynamoDB.7',
  ],
  types: ['aws_dax_cluster'],
  check: (cluster) =>
    requireAttribute(
      cluster,
      ATTRIBUTE,
      (value) => value === 'TLS',
      { [ATTRIBUTE]: 'TLS' },
      'clients talk to the cluster in the clear'
    ),
  examples: {
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
  },
};
