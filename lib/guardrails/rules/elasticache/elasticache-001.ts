import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { isUnknown } from '../../value';
import { requireTrue, unknownAttribute, worst } from '../checks';
import { isInherited } from './global-datastore';

const ENABLED = 'transit_encryption_enabled';
const PLAIN = 'clients talk to the cache in the clear';

/** Caches that nobody talks to in the clear. */
export const ELASTICACHE_001: ResourceRule = {
  id: 'ELASTICACHE-001',
  title: 'A cache takes TLS connections alone',
  severity: 'high',
  measures: ['1.1.2'],
  rationale:
    'Sessions, tokens and copies of records pass between a cache and its clients. Without encryption in transit they pass in the clear, and a Redis or Valkey cache cannot ask for a password. In the mode preferred the cache takes both kinds of connection, so that nothing shows which of the clients use TLS. What belongs to a replication group, or to the primary group of a global datastore, is encrypted as that is, and is judged there. Serverless caches always demand TLS.',
  fix: 'Set `transit_encryption_enabled` to true, and `transit_encryption_mode`, where it is written at all, to required. A cache that has clients already goes by preferred first.',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html',
    'AWS Security Hub ElastiCache.5',
  ],
  types: ['aws_elasticache_cluster', 'aws_elasticache_replication_group', 'aws_elasticache_serverless_cache'],
  check: (cache) => {
    if (cache.type === 'aws_elasticache_serverless_cache') return MET;
    if (cache.type === 'aws_elasticache_cluster') {
      return cache.has('replication_group_id') ? undefined : requireTrue(cache, ENABLED, PLAIN);
    }
    if (isInherited(cache, ENABLED)) return undefined;
    return worst([requireTrue(cache, ENABLED, PLAIN), modeVerdict(cache)]);
  },
  examples: {
    pass: [
      {
        title: 'TLS is demanded, by the mode that holds without one too; a member of the group is as the group is',
        terraform: {
          resource: {
            aws_elasticache_replication_group: {
              sessions: { count: 2, transit_encryption_enabled: true, transit_encryption_mode: 'required' },
              carts: { transit_encryption_enabled: true },
            },
            aws_elasticache_cluster: {
              replica: { replication_group_id: '${aws_elasticache_replication_group.carts.id}' },
            },
          },
        },
      },
      {
        title: 'Memcached, a serverless cache, and a secondary group; in lists',
        terraform: {
          resource: [
            { aws_elasticache_cluster: [{ pages: [{ engine: 'memcached', transit_encryption_enabled: 'true' }] }] },
            { aws_elasticache_serverless_cache: [{ sessions: [{ engine: 'valkey', name: 'sessions' }] }] },
            {
              aws_elasticache_replication_group: [
                {
                  ireland: [
                    {
                      global_replication_group_id:
                        '${aws_elasticache_global_replication_group.all.global_replication_group_id}',
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'nothing is said, and TLS is one choice of two',
        terraform: {
          resource: {
            aws_elasticache_replication_group: {
              carts: { engine: 'redis' },
              sessions: { transit_encryption_enabled: true, transit_encryption_mode: 'preferred' },
            },
            aws_elasticache_cluster: { pages: { engine: 'memcached', num_cache_nodes: 2 } },
          },
        },
        addresses: [
          'aws_elasticache_cluster.pages',
          'aws_elasticache_replication_group.carts',
          'aws_elasticache_replication_group.sessions',
        ],
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
                      address: 'module.shop.aws_elasticache_replication_group.sessions',
                      mode: 'managed',
                      type: 'aws_elasticache_replication_group',
                      name: 'sessions',
                      values: { engine: 'valkey', transit_encryption_enabled: false },
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
        title: 'variables decide',
        terraform: {
          variable: { mode: {}, tls: {} },
          resource: {
            aws_elasticache_replication_group: {
              carts: { transit_encryption_enabled: true, transit_encryption_mode: '${var.mode}' },
              sessions: { transit_encryption_enabled: '${var.tls}' },
            },
          },
        },
        addresses: ['aws_elasticache_replication_group.carts', 'aws_elasticache_replication_group.sessions'],
      },
    ],
  },
};

/** Nobody has to name the mode: a new group whose TLS is on demands it. */
function modeVerdict(group: Resource): Verdict {
  const mode = group.get('transit_encryption_mode');
  if (isUnknown(mode)) return unknownAttribute('transit_encryption_mode', mode);
  if (mode === undefined || mode === 'required') return MET;
  return violated(`transit_encryption_mode is ${describe(mode)}: the cache takes connections in the clear as well`, {
    transit_encryption_mode: 'required',
  });
}
