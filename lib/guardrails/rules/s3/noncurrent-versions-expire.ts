import { holdsPersonalData } from '../../../aws/declared';
import { LifecycleRule, lifecycleOf } from '../../../aws/s3/lifecycle';
import { versioningOf } from '../../../aws/s3/versioning';
import { Value, asNumber, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

/** Versioned buckets that do delete what was deleted. */
export const RULE: ResourceRule = {
  id: 'S3-008',
  name: 'noncurrent-versions-expire',
  title: 'A versioned bucket expires noncurrent versions and aborts incomplete uploads',
  severity: 'medium',
  claims: ['2.3.a'],
  rationale:
    'In a versioned bucket a deleted or replaced object stays as a noncurrent version until a lifecycle rule removes it, and the parts of an upload that broke off stay without being listed. Personal data whose deletion was asked for is still there. Where the data is personal, versions that the rule keeps forever (newer_noncurrent_versions) do not count as expired.',
  fix: 'Use `EncryptedBucket`, or an `aws_s3_bucket_lifecycle_configuration` whose rules are Enabled, cover the whole bucket, and hold `noncurrent_version_expiration` and `abort_incomplete_multipart_upload`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html',
    'AWS Security Hub S3.10, S3.13',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    const versioned = versioningOf(model, bucket);
    if (versioned === 'off' || versioned === 'suspended') return undefined;
    const { rules, open } = lifecycleOf(model, bucket);
    const isPersonal = holdsPersonalData(bucket);
    const missing = NEEDS.filter(({ days }) => !rules.some((rule) => holds(rule, days(rule, isPersonal)) === true));
    if (missing.length === 0) return MET;

    if (versioned !== 'on') return undetermined(versioned.because);
    if (open !== undefined) return undetermined(open);
    const absent = missing.find(({ days }) => rules.every((rule) => holds(rule, days(rule, isPersonal)) === false));
    if (absent !== undefined) {
      return violated(`the bucket is versioned, and no lifecycle rule that is on and covers all of it ${absent.text}`);
    }
    return undetermined(`only a plan can tell whether a lifecycle rule for all of the bucket ${missing[0].text}`);
  },
};

/** What a lifecycle rule must do: in the words of the message, and the number of days that decides, where the rule sets one. */
const NEEDS: readonly {
  readonly text: string;
  readonly days: (rule: LifecycleRule, isPersonal: boolean) => Value;
}[] = [
  { text: 'expires noncurrent versions', days: expiresVersions },
  { text: 'aborts incomplete multipart uploads', days: (rule) => rule.abortDays },
];

function expiresVersions(rule: LifecycleRule, isPersonal: boolean): Value {
  if (!isPersonal || rule.keptVersions === undefined) return rule.noncurrentDays;
  if (isUnknown(rule.keptVersions)) return rule.keptVersions;
  return asNumber(rule.keptVersions) === 0 ? rule.noncurrentDays : undefined;
}

function holds({ isEnabled, isWhole }: LifecycleRule, days: Value): boolean | 'open' {
  if (isEnabled === false || isWhole === false || days === undefined || days === 0) return false;
  return isUnknown(isEnabled) || isUnknown(isWhole) || isUnknown(days) ? 'open' : true;
}
