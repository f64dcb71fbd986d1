import { holdsPersonalData } from '../../../aws/declared';
import { ResourceRule } from '../../rule';
import { requireKey } from '../../verdicts/encryption-key';

/** MemoryDB clusters under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'MEMORYDB-002',
  name: 'memorydb-encrypted-with-own-key',
  title: 'A MemoryDB cluster of personal data is encrypted with a customer managed KMS key',
  severity: 'high',
  measures: ['1.2.1'],
  rationale:
    'MemoryDB always encrypts its transaction log and its snapshots, but by default with a key that the service owns: nobody sees its use, limits it or takes it away. A cluster whose class nobody declares counts as personal.',
  fix: 'Set `kms_key_arn` to a customer managed key, such as that of a `RotatedKey`. It makes the cluster anew. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html'],
  types: ['aws_memorydb_cluster'],
  check: (cluster, model) =>
    holdsPersonalData(cluster)
      ? requireKey(model, cluster, 'kms_key_arn', 'a key that the service owns encrypts personal data')
      : undefined,
};
