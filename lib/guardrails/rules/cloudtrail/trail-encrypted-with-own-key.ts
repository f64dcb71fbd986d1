import { ResourceRule } from '../../rule';
import { requireKey } from '../../verdicts/encryption-key';

/** Trails under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'CLOUDTRAIL-001',
  name: 'trail-encrypted-with-own-key',
  title: 'A trail encrypts its log files with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    "Without a key of its own a trail leaves its files to S3's default encryption: whoever may read the bucket reads who did what. With one, a reader also needs the key, and its policy decides who that is.",
  fix: 'Set `kms_key_id` to the ARN of a customer managed key, such as that of a `RotatedKey`, whose policy lets cloudtrail.amazonaws.com use it for this trail.',
  sources: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
    'CIS AWS Foundations Benchmark 3.0.0, 3.5',
    'AWS Security Hub CloudTrail.2',
  ],
  types: ['aws_cloudtrail'],
  check: (trail, model) =>
    requireKey(model, trail, 'kms_key_id', 'whoever may read the bucket may read the log files of the trail'),
};
