import { isInherited } from '../../../aws/elasticache/global-datastore';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { requireTrue, unknownAttribute, worst } from '../../verdicts/checks';

const ENABLED = 'transit_encryption_enabled';
const PLAIN = 'clients talk to the cache in the clear';

/** Caches that nobody talks to in the clear. */
export const RULE: ResourceRule = {
  id: 'ELASTICACHE-001',
  name: 'cache-tls-only',
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
