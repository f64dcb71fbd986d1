import { holdsPersonalData, isEphemeral } from '../../../aws/declared';
import { describe, asNumber, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** The least number of days that snapshots are kept. */
const DAYS = 7;

const ATTRIBUTE = 'snapshot_retention_limit';

/** Caches that can be restored. */
export const RULE: ResourceRule = {
  id: 'ELASTICACHE-004',
  name: 'cache-snapshots-kept',
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
    if (!holdsPersonalData(cache) || isEphemeral(cache)) return undefined;
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
};
