import { ResourceRule } from '../../rule';
import { requireKey } from '../encryption-key';

/** MemoryDB clusters under a key of one's own. */
export const MEMORYDB_002: ResourceRule = {
  id: 'MEMORYDB-002',
  title: 'A MemoryDB cluster of personal data is encrypted with a customer managed KMS key',
  severity: 'high',
  measures: ['1.2.1'],
  rationale:
    'MemoryDB always encrypts its transaction log and its snapshots, but by default with a key that the service owns: nobody sees its use, limits it or takes it away. A cluster whose class nobody declares counts as personal.',
  fix: 'Set `kms_key_arn` to a customer managed key, such as that of a `RotatedKey`. It makes the cluster anew. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html'],
  types: ['aws_memorydb_cluster'],
  check: (cluster, model) =>
    cluster.isPersonal
      ? requireKey(model, cluster, 'kms_key_arn', 'a key that the service owns encrypts personal data')
      : undefined,
  examples: {
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
  },
};
