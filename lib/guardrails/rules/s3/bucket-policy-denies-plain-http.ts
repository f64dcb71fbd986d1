import { bucketPolicyDenies, isDeniedTo } from '../../../aws/s3/bucket-policy';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

/** Buckets that refuse plain HTTP. */
export const RULE: ResourceRule = {
  id: 'S3-001',
  name: 'bucket-policy-denies-plain-http',
  title: 'A bucket policy denies requests over plain HTTP',
  severity: 'high',
  measures: ['1.1.1'],
  rationale:
    'S3 answers HTTP as well as HTTPS. Only a Deny in the bucket policy on aws:SecureTransport = false keeps objects and credentials off the wire in the clear.',
  fix: 'Use `EncryptedBucket`, or add to the bucket policy a statement with Effect Deny, Principal *, Action s3:*, the bucket and its objects as Resource, and the condition Bool aws:SecureTransport = false.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    'CIS AWS Foundations Benchmark 3.0.0, 2.1.1',
    'AWS Security Hub S3.5',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    const denial = bucketPolicyDenies(model, bucket, (statement) =>
      isDeniedTo(
        statement,
        'aws:securetransport',
        (condition) => condition.operator === 'Bool' && condition.values.includes('false')
      )
    );
    if (denial === 'found') return MET;
    if (denial === 'absent')
      return violated('no statement of a bucket policy denies s3:* to everybody where aws:SecureTransport is false');
    return undetermined(denial.because);
  },
};
