import { holdsPersonalData, declaredRetention } from '../../../aws/declared';
import { LifecycleRule, lifecycleOf } from '../../../aws/s3/lifecycle';
import { logUse } from '../../../aws/s3/log-bucket';
import { versioningOf } from '../../../aws/s3/versioning';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { Value, asNumber, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

/** Buckets whose objects end. */
export const RULE: ResourceRule = {
  id: 'AWS-010',
  name: 'personal-data-expires',
  title: 'Objects of personal data in a bucket expire by themselves, within the declared retention',
  severity: 'high',
  claims: ['2.2.c'],
  rationale:
    'A bucket keeps every object until somebody deletes it. A retention that only stands in a document is kept by nobody: a lifecycle rule for the whole bucket does it every day. Where the posture or the tag tom:retention-days declares how long personal data is kept, objects expire no later. What expired stays as a noncurrent version for the days of S3-008, so that a mistake can be taken back: the erasure horizon adds them up. Objects are not expired earlier to make up for them, since the retention may be a duty to keep. The parts of an upload that broke off are no objects: they stay until a rule aborts it. Not judged are buckets of logs, which have duties of their own (S3-010); those whose rules only expire noncurrent versions, which is how a bucket is set up whose objects are overwritten rather than added to, such as a Terraform state; and other stores: tables, log groups and streams have rules of their own, and databases and file systems have nothing that deletes by age.',
  fix: 'Use `EncryptedBucket` with `retentionDays`, or an `aws_s3_bucket_lifecycle_configuration` with a rule that is Enabled, covers the whole bucket, and has `expiration.days` within the declared retention and `abort_incomplete_multipart_upload`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 5(1)(e))',
    'AWS Security Hub S3.13',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) =>
    holdsPersonalData(bucket) && !logUse(model, bucket) ? verdictOn(model, bucket) : undefined,
};

function verdictOn(model: Model, bucket: Resource): Verdict | undefined {
  const { rules, open } = lifecycleOf(model, bucket);
  const declared = declaredRetention(bucket);
  const ending = rules.filter((rule) => isInForce(rule) === true && isSet(expiryOf(rule)));
  const days = ending.map(({ currentDays }) => asNumber(currentDays)).filter((number) => number !== undefined);
  const first = days.length > 0 ? Math.min(...days) : undefined;

  const isWithin = first !== undefined && typeof declared?.days === 'number' && first <= declared.days;
  if (ending.length > 0 && (declared === undefined || isWithin)) return uploadsVerdict(model, bucket);

  if (open !== undefined) return undetermined(open);
  const unsettled = rules.find(
    (rule) => isSet(expiryOf(rule)) && (isInForce(rule) === 'open' || isUnknown(expiryOf(rule)))
  );
  if (unsettled)
    return undetermined(`only a plan can tell when a lifecycle rule of ${unsettled.of.address} deletes objects`);
  if (ending.length === 0) {
    if (rules.some((rule) => isInForce(rule) === true && isSet(rule.noncurrentDays))) return undefined;
    return violated('no lifecycle rule that is on and covers all of the bucket deletes objects: they are kept forever');
  }
  if (first === undefined) return uploadsVerdict(model, bucket);
  if (isUnknown(declared?.days)) return undetermined(`only a plan can tell ${declared.text}`);
  return violated(`objects expire after ${first} days, later than ${declared?.text}`);
}

/** The parts of an upload that broke off are no objects, and do not expire. In a versioned bucket S3-008 asks for them. */
function uploadsVerdict(model: Model, bucket: Resource): Verdict {
  const versioned = versioningOf(model, bucket);
  if (versioned !== 'off' && versioned !== 'suspended') return MET;
  const { rules, open } = lifecycleOf(model, bucket);
  const aborting = rules.filter((rule) => isSet(rule.abortDays) && isInForce(rule) !== false);
  if (aborting.some((rule) => isInForce(rule) === true && !isUnknown(rule.abortDays))) return MET;
  if (open !== undefined) return undetermined(open);
  if (aborting.length > 0) {
    return undetermined(
      `only a plan can tell whether a lifecycle rule of ${aborting[0].of.address} aborts incomplete uploads`
    );
  }
  return violated(
    'objects expire, and no lifecycle rule that is on and covers all of the bucket aborts incomplete multipart uploads: their parts are kept forever'
  );
}

function expiryOf({ currentDays, currentDate }: LifecycleRule): Value {
  return isSet(currentDays) ? currentDays : currentDate;
}

/** The provider writes 0 and "" for nothing. */
function isSet(value: Value): boolean {
  return value !== undefined && value !== 0 && value !== '';
}

function isInForce({ isEnabled, isWhole }: LifecycleRule): boolean | 'open' {
  if (isEnabled === false || isWhole === false) return false;
  return isUnknown(isEnabled) || isUnknown(isWhole) ? 'open' : true;
}
