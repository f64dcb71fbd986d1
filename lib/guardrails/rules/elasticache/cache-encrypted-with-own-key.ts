import { holdsPersonalData } from '../../../aws/declared';
import { isInherited } from '../../../aws/elasticache/global-datastore';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { requireKey } from '../../verdicts/encryption-key';

/** Caches whose disks and snapshots are encrypted. */
export const RULE: ResourceRule = {
  id: 'ELASTICACHE-002',
  name: 'cache-encrypted-with-own-key',
  title: 'A cache is encrypted at rest, for personal data with a customer managed KMS key',
  severity: 'high',
  claims: ['1.2.1.a', '1.2.3.a', '1.3.1.b'],
  rationale:
    'A cache writes to disk when it replicates, swaps and takes snapshots. Groups of the engine redis, which is the default, are not encrypted there unless they say so; those of valkey are. Without a key of their own they use one that the service owns: nobody sees its use, limits it or takes it away. A single Redis node that is no replication group cannot be encrypted at all. Memcached nodes take no snapshots and know no encryption at rest: they are not judged. A cache whose class nobody declares counts as personal.',
  fix: 'Set `at_rest_encryption_enabled` to true and `kms_key_id` to a customer managed key, such as that of a `RotatedKey`; both replace the cache. Write a single node as an `aws_elasticache_replication_group`. Where the data is not personal, say so by the tag tom:data-class.',
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
  if (!holdsPersonalData(cache)) return MET;
  return requireKey(model, cache, 'kms_key_id', 'a key that the service owns encrypts personal data');
}
