import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key from the same stack, for a serverless cache too',
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
      title: 'the data is internal, Memcached, and a secondary group',
      terraform: {
        resource: {
          aws_elasticache_replication_group: {
            builds: { at_rest_encryption_enabled: 'true', tags: { 'tom:data-class': 'internal' } },
            ireland: { global_replication_group_id: 'abcde-sessions', kms_key_id: 'alias/sessions' },
          },
          aws_elasticache_cluster: { pages: { engine: 'memcached' }, replica: { replication_group_id: 'sessions' } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no encryption, where the engine is redis or unset',
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
      title: 'no encryption',
      terraform: {
        resource: {
          aws_elasticache_replication_group: { sessions: { engine: 'valkey', at_rest_encryption_enabled: 'false' } },
        },
      },
      addresses: ['aws_elasticache_replication_group.sessions'],
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
};
