import { ResourceRule } from '../../rule';
import { requireTrue } from '../checks';

/** DAX clusters whose disks are encrypted. */
export const DAX_002: ResourceRule = {
  id: 'DAX-002',
  title: 'A DAX cluster is encrypted at rest',
  severity: 'high',
  measures: ['1.2.1'],
  rationale:
    'DAX writes items of the tables behind it to disk when it passes changes from its primary node to the replicas. It is only encrypted there if it asks for it when it is made. It then uses a key of the service: DAX takes no other, whatever the class of the data.',
  fix: 'Set `server_side_encryption.enabled` to true. It makes the cluster anew.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html',
    'AWS Security Hub DynamoDB.3',
  ],
  types: ['aws_dax_cluster'],
  check: (cluster) => requireTrue(cluster, 'server_side_encryption.enabled', 'items lie on disk unencrypted'),
  examples: {
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
  },
};
