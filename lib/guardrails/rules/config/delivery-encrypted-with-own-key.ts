import { ResourceRule } from '../../rule';
import { requireKey } from '../../verdicts/encryption-key';

/** Configuration history under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'CONFIG-001',
  name: 'delivery-encrypted-with-own-key',
  title: 'AWS Config encrypts what it delivers with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Snapshots and history of AWS Config show every network, policy and bucket of the account: a plan of where to break in. With a key of its own, a reader of the bucket also needs the key.',
  fix: 'Set `s3_kms_key_arn` to the ARN of a customer managed key, such as that of a `RotatedKey`, in the region of the bucket, whose policy lets config.amazonaws.com use it.',
  sources: [
    'https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html',
  ],
  types: ['aws_config_delivery_channel'],
  check: (channel, model) =>
    requireKey(model, channel, 's3_kms_key_arn', 'AWS Config asks for no key when it delivers to the bucket'),
};
