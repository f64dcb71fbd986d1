import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { isFalse, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { requireKey } from '../../verdicts/encryption-key';

/** Queues that are encrypted. */
export const RULE: ResourceRule = {
  id: 'SQS-002',
  name: 'queue-encrypted-with-own-key',
  title: 'A queue is encrypted, for personal data with a customer managed KMS key',
  severity: 'medium',
  claims: ['1.2.1.d', '1.3.1.b'],
  rationale:
    'SQS encrypts new queues with a key of its own (SSE-SQS) unless it is told not to. Under that key, and under the AWS managed key aws/sqs, anyone who may receive a message may read it: there is no key policy and nothing to take away. A queue whose class nobody declares counts as personal.',
  fix: 'Set `kms_master_key_id` to a customer managed key, such as that of a `RotatedKey`. Where the data is not personal, say so by the tag tom:data-class, and leave `sqs_managed_sse_enabled` on.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
    'https://aws.amazon.com/about-aws/whats-new/2022/10/amazon-sqs-announces-server-side-encryption-ssq-managed-sse-sqs-default/',
    'AWS Security Hub SQS.1',
  ],
  types: ['aws_sqs_queue'],
  check: (queue, model) => {
    if (holdsPersonalData(queue)) return requireKey(model, queue, 'kms_master_key_id', withoutKey(queue));
    const managed = configured(queue, 'sqs_managed_sse_enabled');
    if (managed !== undefined && !isUnknown(managed) && !isFalse(managed)) return MET;
    const key = requireKey(model, queue, 'kms_master_key_id', withoutKey(queue), 'anyone');
    if (key.outcome === 'met' || managed === undefined) return MET;
    if (isUnknown(managed)) return unknownAttribute('sqs_managed_sse_enabled', managed);
    return key.outcome === 'violated' ? violated(key.message, { sqs_managed_sse_enabled: true }) : key;
  },
};

function withoutKey(queue: Resource): string {
  const managed = queue.get('sqs_managed_sse_enabled');
  return isFalse(managed)
    ? `with sqs_managed_sse_enabled ${describe(managed)}, messages are not encrypted at all`
    : "SQS's own key encrypts messages for anyone who may receive them";
}
