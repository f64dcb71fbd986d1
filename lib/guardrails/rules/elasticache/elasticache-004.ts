import { describe } from '../../model';
import { MET, ResourceRule, violated } from '../../rule';
import { asNumber, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';

/** The least number of days that snapshots are kept. */
const DAYS = 7;

const ATTRIBUTE = 'snapshot_retention_limit';

/** Caches that can be restored. */
export const ELASTICACHE_004: ResourceRule = {
  id: 'ELASTICACHE-004',
  title: `A cache of personal data keeps daily snapshots for ${DAYS} days or more`,
  severity: 'medium',
  measures: ['4.1'],
  rationale:
    'Sessions, carts and counters often live in a cache alone, and a cache without snapshots begins empty after a fault. No snapshot is taken unless a retention is set. A cache of copies that the application can make again needs none: declare its class, or waive the rule. Memcached nodes cannot be snapshotted, members of a group are covered by the group, and ephemeral environments may lose their data: none of them is judged. A cache whose class nobody declares counts as personal.',
  fix: `Set \`${ATTRIBUTE}\` to ${DAYS} or more, 35 at most.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html',
    'AWS Security Hub ElastiCache.1',
  ],
  types: ['aws_elasticache_cluster', 'aws_elasticache_replication_group', 'aws_elasticache_serverless_cache'],
  check: (cache) => {
    if (!cache.isPersonal || cache.isEphemeral) return undefined;
    if (cache.type === 'aws_elasticache_cluster') {
      const engine = cache.get('engine');
      if (cache.has('replication_group_id') || engine === 'memcached') return undefined;
      if (isUnknown(engine)) return unknownAttribute('engine', engine);
    }
    const days = cache.get(ATTRIBUTE);
    if (isUnknown(days)) return unknownAttribute(ATTRIBUTE, days);
    const kept = asNumber(days) ?? 0;
    if (kept >= DAYS) return MET;
    const meaning = kept === 0 ? 'no snapshot is taken' : `snapshots are kept for less than ${DAYS} days`;
    return violated(`${ATTRIBUTE} is ${describe(days)}: ${meaning}`, { [ATTRIBUTE]: DAYS });
  },
  examples: {
    pass: [
      {
        title: 'a week and more',
        terraform: {
          resource: {
            aws_elasticache_cluster: { queue: { engine: 'redis', snapshot_retention_limit: 7 } },
            aws_elasticache_replication_group: { sessions: { count: 2, snapshot_retention_limit: '35' } },
            aws_elasticache_serverless_cache: { carts: { snapshot_retention_limit: 7 } },
          },
        },
      },
      {
        title: 'other data, a test environment, Memcached and a member of a group; in lists',
        terraform: {
          resource: [
            {
              aws_elasticache_replication_group: [
                { builds: [{ tags: { 'tom:data-class': 'internal' } }] },
                { test: [{ tags: { 'tom:environment': 'ephemeral' } }] },
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
        title: 'no snapshots, or not for long enough',
        terraform: {
          resource: {
            aws_elasticache_cluster: { queue: { engine: 'redis' } },
            aws_elasticache_replication_group: { sessions: { snapshot_retention_limit: 3 } },
            aws_elasticache_serverless_cache: { carts: { engine: 'valkey' } },
          },
        },
        addresses: [
          'aws_elasticache_cluster.queue',
          'aws_elasticache_replication_group.sessions',
          'aws_elasticache_serverless_cache.carts',
        ],
      },
      {
        title: 'none within a module of a plan',
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
                      values: { snapshot_retention_limit: 0 },
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
          variable: { days: {}, engine: {} },
          resource: {
            aws_elasticache_cluster: { queue: { engine: '${var.engine}' } },
            aws_elasticache_replication_group: { sessions: { snapshot_retention_limit: '${var.days}' } },
          },
        },
        addresses: ['aws_elasticache_cluster.queue', 'aws_elasticache_replication_group.sessions'],
      },
    ],
  },
};
