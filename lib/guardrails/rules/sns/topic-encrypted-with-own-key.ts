import { holdsPersonalData } from '../../../aws/declared';
import { ResourceRule } from '../../rule';
import { requireKey } from '../../verdicts/encryption-key';

/** Topics that are encrypted. */
export const RULE: ResourceRule = {
  id: 'SNS-002',
  name: 'topic-encrypted-with-own-key',
  title: 'A topic is encrypted with a KMS key, for personal data with a customer managed one',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Without a KMS key SNS only encrypts its disks. With the AWS managed key aws/sns whoever may use the topic may use the key, since nobody can change its policy. A topic whose class nobody declares counts as personal.',
  fix: 'Set `kms_master_key_id` to a customer managed key, such as that of a `RotatedKey`, whose policy lets the services that publish use it. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html', 'AWS Security Hub SNS.1'],
  types: ['aws_sns_topic'],
  check: (topic, model) =>
    requireKey(
      model,
      topic,
      'kms_master_key_id',
      'SNS keeps messages without a KMS key',
      holdsPersonalData(topic) ? 'customer' : 'anybody'
    ),
};
