import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { requireKey } from '../encryption-key';
import { isInherited } from './global-datastore';

/** Caches whose disks and snapshots are encrypted. */
export const ELASTICACHE_002: ResourceRule = {
  id: 'ELASTICACHE-002',
  title: 'A cache is encrypted at rest, for personal data with a customer managed KMS key',
  severity: 'high',
  measures: ['1.2.1'],
  rationale:
    'A cache writes to disk when it replicates, swaps and takes snapshots. Groups of the engine redis, which is the default, are not encrypted there unless they say so; those of valkey are. Without a key of their own they use one that the service owns: nobody sees its use, limits it or takes it away. A single Redis node that is no replication group cannot be encrypted at all. Memcached nodes take no snapshots and know no encryption at rest: they are not judged. A cache whose class nobody declares counts as personal.',
  fix: 'Set `at_rest_encryption_enabled` to true and `kms_key_id` to a customer managed key, such as that of a `RotatedKey`; both make the cache anew. Write a single node as an `aws_elasticache_replication_group`. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
    'AWS Security Hub ElastiCache.4',
  ],
  types: ['aws_elasticache_cluster', 'aws_elasticache_replication_group', 'aws_elasticache_serverless_cache'],
  check: (cache, model) => {
    if (cache.type === 'aws_elasticache_cluster') return nodeVerdict(cache);
    if (cache.type === 'aws_elasticache_serverless_cache') return keyVerdict(model, cache);
    return groupVerdict(model, cache);
  },
  examples: {
    pass: [
      {
        title: 'a key of the same stack, for a serverless cache too',
        terraform: {
          resource: {
            aws_kms_key: { data: {} },
            aws_elasticache_replication_group: {
              sessions: { count: 2, at_rest_encryption_enabled: true, kms_key_id: '${aws_kms_key.data.arn}' },
              carts: { engine: 'valkey', kms_key_id: '${aws_kms_key.data.arn}' },
            },
            aws_elasticache_serverless_cache: { sessions: { kms_key_id: '${aws_kms_key.data.arn}' } },
          },
        },
      },
      {
        title: 'the data is internal, Memcached, and a secondary group; in lists',
        terraform: {
          resource: [
            {
              aws_elasticache_replication_group: [
                { builds: [{ at_rest_encryption_enabled: 'true', tags: { 'tom:data-class': 'internal' } }] },
                { ireland: [{ global_replication_group_id: 'abcde-sessions', kms_key_id: 'alias/sessions' }] },
              ],
            },
            {
              aws_elasticache_cluster: [
                { pages: [{ engine: 'memcached' }] },
                { replica: [{ replication_group_id: 'sessions' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no encryption, where the engine is redis or nobody names it',
        terraform: {
          resource: {
            aws_elasticache_replication_group: {
              builds: { engine: 'redis', tags: { 'tom:data-class': 'internal' } },
              sessions: { kms_key_id: 'alias/sessions' },
            },
            aws_elasticache_cluster: { queue: { engine: 'redis', num_cache_nodes: 1 } },
          },
        },
        addresses: [
          'aws_elasticache_cluster.queue',
          'aws_elasticache_replication_group.builds',
          'aws_elasticache_replication_group.sessions',
        ],
      },
      {
        title: 'the service owns the key of personal data',
        terraform: {
          resource: {
            aws_elasticache_replication_group: {
              carts: { engine: 'valkey' },
              ireland: { global_replication_group_id: 'abcde-carts' },
            },
            aws_elasticache_serverless_cache: { sessions: { engine: 'valkey', name: 'sessions' } },
          },
        },
        addresses: [
          'aws_elasticache_replication_group.carts',
          'aws_elasticache_replication_group.ireland',
          'aws_elasticache_serverless_cache.sessions',
        ],
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
                      address: 'module.shop.aws_elasticache_replication_group.sessions',
                      mode: 'managed',
                      type: 'aws_elasticache_replication_group',
                      name: 'sessions',
                      values: { engine: 'valkey', at_rest_encryption_enabled: 'false' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_elasticache_replication_group.sessions'],
      },
    ],
    undetermined: [
      {
        title: 'variables name the engine, the switch and the key',
        terraform: {
          variable: { encrypt: {}, engine: {}, key: {} },
          resource: {
            aws_elasticache_cluster: { queue: { engine: '${var.engine}' } },
            aws_elasticache_replication_group: {
              carts: { engine: '${var.engine}', kms_key_id: 'alias/carts' },
              orders: { at_rest_encryption_enabled: true, kms_key_id: '${var.key}' },
              sessions: { at_rest_encryption_enabled: '${var.encrypt}', kms_key_id: 'alias/sessions' },
            },
          },
        },
        addresses: [
          'aws_elasticache_cluster.queue',
          'aws_elasticache_replication_group.carts',
          'aws_elasticache_replication_group.orders',
          'aws_elasticache_replication_group.sessions',
        ],
      },
    ],
  },
};

function nodeVerdict(node: Resource): Verdict | undefined {
  if (node.has('replication_group_id')) return undefined;
  const engine = node.get('engine');
  if (isUnknown(engine)) return unknownAttribute('engine', engine);
  if (engine === 'memcached') return undefined;
  return violated(`a single node of engine ${describe(engine)} cannot be encrypted at rest`);
}

function groupVerdict(model: Model, group: Resource): Verdict {
  if (isInherited(group, 'at_rest_encryption_enabled')) return keyVerdict(model, group);
  const attribute = 'at_rest_encryption_enabled';
  const set = { [attribute]: true };
  const enabled = group.get(attribute);
  if (isUnknown(enabled)) return unknownAttribute(attribute, enabled);
  if (enabled === undefined) {
    const engine = group.get('engine');
    if (isUnknown(engine)) return unknownAttribute('engine', engine);
    if (engine === 'valkey') return keyVerdict(model, group);
    return violated(`${attribute} is not set: what the cache writes to disk is not encrypted`, set);
  }
  if (isTrue(enabled)) return keyVerdict(model, group);
  return violated(`${attribute} is ${describe(enabled)}: what the cache writes to disk is not encrypted`, set);
}

function keyVerdict(model: Model, cache: Resource): Verdict {
  if (!cache.isPersonal) return MET;
  return requireKey(model, cache, 'kms_key_id', 'a key that the service owns encrypts personal data');
}
