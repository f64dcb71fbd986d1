import { Condition, isOpen } from '../../../aws/iam/policy';
import { bucketPolicyDenies, isDeniedTo } from '../../../aws/s3/bucket-policy';
import { asNumber } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

const MIN_TLS = 1.2;

/** Buckets that refuse outdated TLS. */
export const RULE: ResourceRule = {
  id: 'S3-002',
  name: 'bucket-policy-denies-old-tls',
  title: `A bucket policy denies TLS below ${MIN_TLS}`,
  severity: 'high',
  claims: ['1.1.1.d'],
  rationale:
    'The bucket policy is the one place where the owner of a bucket sets the lowest TLS version, for every endpoint and client. TLS 1.0 and 1.1 are broken and formally deprecated.',
  fix: `Use \`EncryptedBucket\`, or add to the bucket policy a statement with Effect Deny, Principal *, Action s3:*, the bucket and its objects as Resource, and the condition NumericLessThan s3:TlsVersion = ${MIN_TLS}.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
    'https://www.rfc-editor.org/rfc/rfc8996',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    let open: string | undefined;
    const denial = bucketPolicyDenies(model, bucket, (statement) =>
      isDeniedTo(statement, 's3:tlsversion', (condition) => {
        open ??= condition.values.find(isOpen);
        return refusesOldTls(condition);
      })
    );
    if (denial === 'found') return MET;
    if (open !== undefined) return undetermined(`the denied s3:TlsVersion is ${open}, which only a plan can tell`);
    if (denial !== 'absent') return undetermined(denial.because);
    return violated(`no statement of a bucket policy denies s3:* to everybody where s3:TlsVersion is below ${MIN_TLS}`);
  },
};

/** Policies hold the version as a number or as its text. A request is refused where it is below any of the values. */
function refusesOldTls(condition: Condition): boolean {
  if (!/^NumericLessThan(IfExists)?$/i.test(condition.operator)) return false;
  return condition.values.some((value) => (asNumber(value) ?? 0) >= MIN_TLS);
}
