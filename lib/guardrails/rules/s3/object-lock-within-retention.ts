import { holdsPersonalData, DeclaredRetention, declaredRetention } from '../../../aws/declared';
import { logUse } from '../../../aws/s3/log-bucket';
import { lockedDays } from '../../../aws/s3/object-lock';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { asNumber, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

export const LOCK = 'aws_s3_bucket_object_lock_configuration';
const RETENTION = 'rule.default_retention';

/** Locks that let go in time. */
export const RULE: ResourceRule = {
  id: 'S3-013',
  name: 'object-lock-within-retention',
  title: 'Object Lock holds personal data no longer than the declared retention',
  severity: 'high',
  claims: ['2.3.a', '11.2.d'],
  rationale:
    'No lifecycle rule deletes a version that Object Lock retains, and in mode COMPLIANCE nobody does, the root user included, nor can the period be shortened. A lock that outlasts the retention makes erasure a promise that cannot be kept. Buckets of logs are locked for a purpose of their own, and are not judged. Nor is a bucket for which nobody declares a retention.',
  fix: 'Shorten the default retention to what the posture or the tag tom:retention-days declares, or declare the longer retention if there is a duty to keep the data. Where a lock only guards against mistakes, prefer versions with `noncurrent_version_expiration`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 17)',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    if (!holdsPersonalData(bucket)) return undefined;
    const declared = declaredRetention(bucket);
    if (declared === undefined) return undefined;
    const inline = lockVerdict(bucket, `object_lock_configuration.${RETENTION}`, declared);
    const split = companionsOf(model, bucket, LOCK, 'bucket').map((of) => lockVerdict(of, RETENTION, declared));
    const verdict = worst([inline, ...split]) ?? unseenLock(model, bucket);
    return verdict && logUse(model, bucket) ? undefined : verdict;
  },
};

function lockVerdict(of: Resource, path: string, declared: DeclaredRetention): Verdict | undefined {
  const locked = lockedDays(of, path);
  if (locked === 0) return undefined;
  if (isUnknown(locked) || isUnknown(declared.days)) {
    return undetermined(`only a plan can tell whether ${path} of ${of.address} is within ${declared.text}`);
  }
  if (locked <= declared.days) return MET;
  return violated(`Object Lock retains every version for ${describeLock(of, path)}, longer than ${declared.text}`);
}

function describeLock(of: Resource, path: string): string {
  const years = asNumber(configured(of, `${path}.years`));
  return years ? `${years} years` : `${asNumber(configured(of, `${path}.days`))} days`;
}

/** A lock that may be that of this bucket, or another's. */
function unseenLock(model: Model, bucket: Resource): Verdict | undefined {
  if (!hasUndeterminedCompanion(model, LOCK, 'bucket') || companionsOf(model, bucket, LOCK, 'bucket').length > 0) {
    return undefined;
  }
  return undetermined(`an ${LOCK} names its bucket by a value that only a plan can tell`);
}
