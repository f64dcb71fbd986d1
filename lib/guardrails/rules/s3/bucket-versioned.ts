import { declaredRetention, holdsPersonalData, isEphemeral } from '../../../aws/declared';
import { lifecycleOf } from '../../../aws/s3/lifecycle';
import { LOCK } from '../../../aws/s3/log-lock';
import { versioningOf } from '../../../aws/s3/versioning';
import { Model } from '../../../terraform/model';
import { companionsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { asNumber, isUnknown } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

/** Buckets that keep what is overwritten. */
export const RULE: ResourceRule = {
  id: 'S3-015',
  name: 'bucket-versioned',
  title: `A bucket of personal data keeps earlier versions of its objects, for ${DEMANDS.versionDays} days or more`,
  severity: 'medium',
  claims: ['4.1.f'],
  rationale:
    'Without versioning, an upload replaces an object for good, and a deletion leaves nothing to restore from: a wrong program or ransomware with one right to write is enough. AWS Backup, Object Lock and replication ask for versioning as well. It has to be configured: a new bucket keeps no versions. A lifecycle rule for the whole bucket that deletes noncurrent versions within days leaves too little time to notice; what Object Lock retains stays, whatever the lifecycle says. Environments that live for a test run may go without.',
  fix: 'Give the bucket an `aws_s3_bucket_versioning` with status Enabled, and let a lifecycle rule delete noncurrent versions within the retention, and not at once. `EncryptedBucket` has both.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html',
    'AWS Security Hub S3.14',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    if (!holdsPersonalData(bucket) || isEphemeral(bucket)) return undefined;
    const versioned = versioningOf(model, bucket);
    if (versioned === 'on') return keptVerdict(model, bucket);
    if (typeof versioned !== 'string') return undetermined(versioned.because);
    return violated(
      versioned === 'off'
        ? 'it keeps no versions, and what is overwritten or deleted is gone'
        : 'its versioning is suspended, and what is overwritten or deleted from now on is gone'
    );
  },
};

/** The verdict on how long a versioned bucket keeps what is overwritten. Where nothing deletes it, that is forever: S3-008 asks for an end. */
function keptVerdict(model: Model, bucket: Resource): Verdict {
  if (companionsOf(model, bucket, LOCK, 'bucket').length > 0) return MET;
  const declared = declaredRetention(bucket)?.days;
  const min = typeof declared === 'number' ? Math.min(DEMANDS.versionDays, declared) : DEMANDS.versionDays;
  const { rules, open } = lifecycleOf(model, bucket);
  for (const { of, isEnabled, isWhole, noncurrentDays, keptVersions } of rules) {
    if (isEnabled === false || isWhole === false || noncurrentDays === undefined || keptVersions !== undefined)
      continue;
    const days = asNumber(noncurrentDays);
    // The provider writes 0 for nothing.
    if (days !== undefined && (days === 0 || days >= min)) continue;
    if (days === undefined || isUnknown(isEnabled) || isUnknown(isWhole)) {
      return undetermined(`only a plan can tell how long a lifecycle rule of ${of.address} keeps noncurrent versions`);
    }
    return violated(
      `a lifecycle rule of ${of.address} deletes noncurrent versions after ${days} days, fewer than ${min}`
    );
  }
  return open === undefined ? MET : undetermined(open);
}
