import { holdsPersonalData } from '../../../aws/declared';
import { UPLOADS, bestUploadOf } from '../../../aws/iam/access/uploads';
import { hasOwnKey } from '../../../aws/s3/encryption';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { listed } from '../../verdicts/both-duties';

const ASKED = [
  { context: UPLOADS.ofS3, what: 'the key of S3 (AES256)' },
  { context: UPLOADS.ofOthers, what: 'another KMS key' },
  { context: UPLOADS.unnamed, what: 'aws:kms without a key, which is the AWS managed key aws/s3' },
];

/** Buckets whose objects are under the key that the bucket names. */
export const RULE: ResourceRule = {
  id: 'S3-017',
  name: 'uploads-keep-default-key',
  title: 'The policy of a bucket of personal data refuses uploads under another key than its default one',
  severity: 'medium',
  claims: ['1.3.1.n'],
  rationale:
    'The default encryption of a bucket counts only for uploads that name none. A request may name the key of S3, any KMS key that its writer may use, of another account too, or `aws:kms` without a key, which stands for the AWS managed key: the object is then not under the customer managed key, and nothing that happens to that key reaches it. The policy evaluator is asked about each of these for a role of the account that may do everything: any wording of a denial counts that refuses it. Keys that writers bring are for S3-007 to say. Judged are buckets whose default is a customer managed key; of others S3-005 speaks.',
  fix: 'Use `EncryptedBucket`, or deny s3:PutObject to everyone in the bucket policy where the request names another algorithm than aws:kms (StringNotEquals and Null false on s3:x-amz-server-side-encryption), another key (the same on s3:x-amz-server-side-encryption-aws-kms-key-id), and aws:kms without a key (StringEquals on the former, Null true on the latter).',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    if (!holdsPersonalData(bucket) || !hasOwnKey(model, bucket)) return undefined;
    const open = ASKED.map((asked) => ({ ...asked, ...bestUploadOf(model, bucket, asked.context) })).filter(
      ({ decision }) => decision !== 'deny'
    );
    const allowed = open.filter(({ decision }) => decision === 'allow').map(({ what }) => what);
    if (allowed.length > 0)
      return violated(`no policy of the bucket refuses uploads that name ${allowed.join(', or ')}`);
    if (open.length === 0) return MET;
    const [{ what, on }] = open;
    return undetermined(`whether uploads are refused that name ${what} hangs on ${listed(on)}`);
  },
};
