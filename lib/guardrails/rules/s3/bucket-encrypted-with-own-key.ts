import { holdsPersonalData } from '../../../aws/declared';
import { algorithmOf, encryptionOf } from '../../../aws/s3/encryption';
import { logUse } from '../../../aws/s3/log-bucket';
import { Block } from '../../../terraform/block';
import { Model } from '../../../terraform/model';
import { hasUndeterminedCompanion, targetOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const KMS: readonly Value[] = ['aws:kms', 'aws:kms:dsse'];
const AWS_MANAGED = /(^|[:/])alias\/aws\/s3$/;
const CONFIGURATION = 'aws_s3_bucket_server_side_encryption_configuration';

/** Buckets of personal data under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'S3-005',
  name: 'bucket-encrypted-with-own-key',
  title: 'A bucket of personal data is encrypted with a customer managed KMS key',
  severity: 'high',
  claims: ['1.2.1.b', '1.3.1.b'],
  rationale:
    "With S3's own key, or the AWS managed key aws/s3, anyone who may read the object may read the data: there is no key policy, no rotation of one's own, and nothing to shred. A bucket whose class nobody declares counts as personal. Buckets that receive S3 access logs or load balancer logs are left out: those are only delivered under S3's own key.",
  fix: 'Use `EncryptedBucket`, or an `aws_s3_bucket_server_side_encryption_configuration` with `sse_algorithm` aws:kms and the ARN of a customer managed key as `kms_master_key_id`. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    'AWS Security Hub S3.17',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    if (!holdsPersonalData(bucket) || logUse(model, bucket)?.isLimitedToS3Keys) return undefined;
    const found = encryptionOf(model, bucket);
    if (found.length === 0) {
      if (hasUndeterminedCompanion(model, CONFIGURATION, 'bucket')) {
        return undetermined(`an ${CONFIGURATION} names its bucket by a value that only a plan can tell`);
      }
      return violated("no default encryption is configured, so S3's own key (SSE-S3) encrypts the bucket");
    }
    return worst(
      found.flatMap(({ of, rules, open }) =>
        open === undefined
          ? rules.map((rule) => ruleVerdict(model, of, rule))
          : [undetermined(`the default encryption is ${open}, which only a plan can tell`)]
      )
    );
  },
};

function ruleVerdict(model: Model, of: Resource, rule: Block): Verdict {
  const algorithm = algorithmOf(rule);
  if (isUnknown(algorithm)) {
    return undetermined(`sse_algorithm of ${of.address} is ${algorithm.text}, which only a plan can tell`);
  }
  if (!KMS.includes(algorithm)) {
    return violated(`sse_algorithm of ${of.address} is ${describe(algorithm)}, not aws:kms`);
  }
  const key = rule.get('apply_server_side_encryption_by_default.kms_master_key_id');
  if (key === undefined || key === '') {
    return violated(`kms_master_key_id of ${of.address} is not set, so the AWS managed key aws/s3 encrypts the bucket`);
  }
  const target = targetOf(model, of, key);
  if (target && isAwsManaged(target)) {
    return violated(`kms_master_key_id of ${of.address} is ${describe(key)}, the AWS managed key aws/s3`);
  }
  if (isUnknown(key) && !target) {
    return undetermined(`kms_master_key_id of ${of.address} is ${key.text}, which only a plan can tell`);
  }
  if (typeof key === 'string' && AWS_MANAGED.test(key)) {
    return violated(`kms_master_key_id of ${of.address} is ${describe(key)}, the AWS managed key`);
  }
  return MET;
}

/** Data sources find the AWS managed key too. */
function isAwsManaged(target: Resource): boolean {
  return [target.get('name'), target.get('key_id')].some((name) => typeof name === 'string' && AWS_MANAGED.test(name));
}
