import { encryptionIn } from '../../../aws/s3/encryption';
import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion, targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { asStrings, hasUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

const CONFIGURATION = 'aws_s3_bucket_server_side_encryption_configuration';

/** Buckets that take no keys from callers. */
export const RULE: ResourceRule = {
  id: 'S3-007',
  name: 'no-customer-provided-keys',
  title: 'A bucket refuses objects under keys that their writers bring (SSE-C)',
  severity: 'medium',
  claims: ['1.3.1.j'],
  rationale:
    'An object written with SSE-C is encrypted under a key that AWS does not keep: no key policy, rotation or log covers it, and ransomware uses it to lock a bucket against its owner. S3 blocks SSE-C by default in buckets made since April 2026, not in all that are older, and anybody who may write the encryption of the bucket can turn that back: the configuration has to say it. Directory buckets do not take SSE-C, and are left out.',
  fix: 'Use `EncryptedBucket`, or set `blocked_encryption_types = ["SSE-C"]` in the rule of an `aws_s3_bucket_server_side_encryption_configuration`. The old style within `aws_s3_bucket` cannot say it.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_BlockedEncryptionTypes.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-specifying-kms-encryption.html',
  ],
  types: [CONFIGURATION, 'aws_s3_bucket'],
  check: (resource, model) => {
    if (resource.type === CONFIGURATION) {
      if (isOfDirectoryBucket(model, resource)) return undefined;
      const found = encryptionIn(resource);
      if (!found) return violated('the configuration has no rule, so it does not block SSE-C');
      if (found.open !== undefined) return undetermined(`rule is ${found.open}, which only a plan can tell`);
      return worst(found.rules.map(ruleVerdict));
    }
    // A configuration of its own is judged there, where it is fixed.
    if (companionsOf(model, resource, CONFIGURATION, 'bucket').length > 0) return undefined;
    if (hasUndeterminedCompanion(model, CONFIGURATION, 'bucket')) {
      return undetermined(`an ${CONFIGURATION} names its bucket by a value that only a plan can tell`);
    }
    return violated(`the bucket has no ${CONFIGURATION}, so nothing says that it blocks SSE-C`);
  },
};

/** Directory buckets take no SSE-C. Their names end in a way that no other name may. */
function isOfDirectoryBucket(model: Model, configuration: Resource): boolean {
  const bucket = configuration.get('bucket');
  if (typeof bucket === 'string') return bucket.endsWith('--x-s3');
  return targetsOf(model, configuration, bucket, ['aws_s3_directory_bucket'], ['bucket']).length > 0;
}

function ruleVerdict(rule: Block): Verdict {
  const blocked = configured(rule, 'blocked_encryption_types');
  const types = asStrings(blocked);
  if (types.includes('SSE-C') && !types.includes('NONE')) return MET;
  if (hasUnknown(blocked)) return unknownAttribute('blocked_encryption_types', blocked);
  return violated(`blocked_encryption_types is ${describe(blocked)}, which does not block SSE-C`);
}
