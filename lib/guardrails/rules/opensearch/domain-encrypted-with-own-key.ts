import { holdsPersonalData } from '../../../aws/declared';
import { DOMAINS } from '../../../aws/opensearch/domains';
import { MET, ResourceRule } from '../../rule';
import { requireTrue } from '../../verdicts/checks';
import { requireKey } from '../../verdicts/encryption-key';

const ENABLED = 'encrypt_at_rest.enabled';

/** Search domains whose indices are encrypted. */
export const RULE: ResourceRule = {
  id: 'OPENSEARCH-002',
  name: 'domain-encrypted-with-own-key',
  title: 'A search domain is encrypted at rest, for personal data with a customer managed KMS key',
  severity: 'high',
  measures: ['1.2.1'],
  rationale:
    'A domain encrypts its indices, logs, swap and automated snapshots only if it is told to. Without a key of its own it uses the AWS managed key aws/es, whose policy nobody can change. A domain whose class nobody declares counts as personal.',
  fix: 'Set `encrypt_at_rest.enabled` to true and `encrypt_at_rest.kms_key_id` to a customer managed key, such as that of a `RotatedKey`. Another key makes the domain anew. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
    'AWS Security Hub Opensearch.1, ES.1',
  ],
  types: DOMAINS,
  check: (domain, model) => {
    const enabled = requireTrue(domain, ENABLED, 'indices and snapshots lie unencrypted');
    if (enabled.outcome !== 'met') return enabled;
    if (!holdsPersonalData(domain)) return MET;
    return requireKey(model, domain, 'encrypt_at_rest.kms_key_id', 'the AWS managed key encrypts personal data');
  },
};
