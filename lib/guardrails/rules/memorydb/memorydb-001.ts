import { describe } from '../../model';
import { MET, ResourceRule, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';

/** MemoryDB clusters that nobody talks to in the clear. */
export const MEMORYDB_001: ResourceRule = {
  id: 'MEMORYDB-001',
  title: 'A MemoryDB cluster takes TLS connections alone',
  severity: 'high',
  measures: ['1.1.2'],
  rationale:
    'MemoryDB encrypts connections unless it is told not to. Without TLS records pass in the clear between clients and nodes, and from node to node, and users cannot sign in with a password: only the list open-access, which asks nobody who they are, can be used.',
  fix: 'Leave out `tls_enabled`, or set it to true. A cluster that runs without TLS has to be made anew.',
  sources: ['https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html'],
  types: ['aws_memorydb_cluster'],
  check: (cluster) => {
    const enabled = cluster.get('tls_enabled');
    if (isUnknown(enabled)) return unknownAttribute('tls_enabled', enabled);
    if (enabled === undefined || isTrue(enabled)) return MET;
    return violated(`tls_enabled is ${describe(enabled)}: clients talk to the cluster in the clear`, {
      tls_enabled: true,
    });
  },
  examples: {
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
  },
};
