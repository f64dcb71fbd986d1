import { Resource } from '../../../terraform/stack';
import { describe } from '../../../terraform/value';
import { ResourceRule, violated } from '../../rule';
import { deliveryVerdict } from '../../verdicts/delivery';

const KEY = 's3_kms_key_arn';

/** Delivery channels of AWS Config whose bucket, topic and keys take what they deliver. */
export const RULE: ResourceRule = {
  id: 'CONFIG-002',
  name: 'delivery-accepted',
  title: 'Bucket, topic and keys of a delivery channel of AWS Config accept what it sends',
  severity: 'high',
  claims: ['3.2.2.e', '8.1.m'],
  rationale:
    'AWS Config encrypts with AES256, the keys of S3, where its channel names no key, whatever the default of the bucket, and otherwise with the key of the channel. A bucket whose policy denies that algorithm or key receives nothing, and neither does one with a default retention of Object Lock: the channel is not created, or history and snapshots are lost while the recorder runs. AWS Config delivers with the role of its recorder, or as config.amazonaws.com: that is asked where neither may. Policies of a bucket, topic or key that is made elsewhere are not seen.',
  fix: `Use \`ConfigDelivery\`, which takes bucket and key from an \`AuditLogArchive\`. Otherwise set \`${KEY}\` to the key that the policy of the bucket demands, and allow config.amazonaws.com to read the access control list of the bucket and list it, write objects with bucket-owner-full-control, and use the key, each with the condition aws:SourceAccount.`,
  sources: [
    'https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/sns-topic-policy.html',
  ],
  types: ['aws_config_delivery_channel'],
  check: (channel, model) => {
    const verdict = deliveryVerdict(model, channel);
    return verdict?.outcome === 'violated' ? violated(`${encryptionOf(channel)}; ${verdict.message}`) : verdict;
  },
};

/** What it asks of the bucket, since that is what most policies deny. */
function encryptionOf(channel: Resource): string {
  const key = channel.get(KEY);
  return key === undefined || key === ''
    ? `${KEY} is not set, so AWS Config encrypts with AES256`
    : `${KEY} is ${describe(key)}`;
}
