import { algorithmOf, encryptionIn } from '../../../aws/s3/encryption';
import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

const INLINE = 'server_side_encryption_configuration.rule.bucket_key_enabled';

/** Buckets that do not call KMS for every object. */
export const RULE: ResourceRule = {
  id: 'S3-006',
  name: 'bucket-key',
  title: 'A bucket encrypted with KMS uses a bucket key',
  severity: 'low',
  claims: ['3.3.2.d'],
  rationale:
    'Without a bucket key every request for an object is a request to KMS: it costs, it can be throttled by the KMS quota of the account, and both are reasons for which KMS gets switched off. Two-layer encryption (aws:kms:dsse) has no bucket keys and is left out.',
  fix: 'Use `EncryptedBucket`, or set `bucket_key_enabled` to true in the rule of the default encryption.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html'],
  types: ['aws_s3_bucket_server_side_encryption_configuration', 'aws_s3_bucket'],
  check: (resource) => {
    const found = encryptionIn(resource);
    if (!found) return undefined;
    if (found.open !== undefined) {
      return undetermined(`the default encryption is ${found.open}, which only a plan can tell`);
    }
    const isInline = resource.type === 'aws_s3_bucket';
    return worst(
      found.rules.map((rule, index) => ruleVerdict(rule, isInline ? INLINE : `rule.${index}.bucket_key_enabled`))
    );
  },
};

function ruleVerdict(rule: Block, path: string): Verdict | undefined {
  const enabled = configured(rule, 'bucket_key_enabled');
  if (isTrue(enabled)) return MET;
  const algorithm = algorithmOf(rule);
  if (isUnknown(algorithm)) return unknownAttribute('sse_algorithm', algorithm);
  if (algorithm !== 'aws:kms') return undefined;
  if (isUnknown(enabled)) return unknownAttribute('bucket_key_enabled', enabled);
  return violated(`bucket_key_enabled is ${describe(enabled)}, so every object costs a call of KMS`, { [path]: true });
}
