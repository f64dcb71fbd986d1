import { holdsPersonalData, isEphemeral } from '../../../aws/declared';
import { versioningOf } from '../../../aws/s3/versioning';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

/** Buckets that keep what is overwritten. */
export const RULE: ResourceRule = {
  id: 'S3-015',
  name: 'bucket-versioned',
  title: 'A bucket of personal data keeps earlier versions of its objects',
  severity: 'medium',
  claims: ['4.1.f'],
  rationale:
    'Without versioning, an upload replaces an object for good, and a deletion leaves nothing to restore from: a wrong program or ransomware with one right to write is enough. AWS Backup, Object Lock and replication ask for versioning as well. It has to be configured: a new bucket keeps no versions. Environments that live for a test run may go without.',
  fix: 'Give the bucket an `aws_s3_bucket_versioning` with status Enabled, and let a lifecycle rule delete noncurrent versions within the retention. `EncryptedBucket` has both.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html',
    'AWS Security Hub S3.14',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    if (!holdsPersonalData(bucket) || isEphemeral(bucket)) return undefined;
    const versioned = versioningOf(model, bucket);
    if (versioned === 'on') return MET;
    if (typeof versioned !== 'string') return undetermined(versioned.because);
    return violated(
      versioned === 'off'
        ? 'it keeps no versions, and what is overwritten or deleted is gone'
        : 'its versioning is suspended, and what is overwritten or deleted from now on is gone'
    );
  },
};
