import { demandsOf } from '../../../aws/demanded';
import { bucketPolicyDenies, isDeniedOnObjects } from '../../../aws/s3/bucket-policy';
import { Lifecycle, LifecycleRule, lifecycleOf } from '../../../aws/s3/lifecycle';
import { logUse } from '../../../aws/s3/log-bucket';
import { LOCK, lockOfLogs } from '../../../aws/s3/log-lock';
import { asNumber, isUnknown, describe } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

const MIN_DAYS = DEMANDS.securityLogDays;
const DELETIONS = ['s3:DeleteObject', 's3:DeleteObjectVersion'];

/** Buckets of logs from which nothing disappears within a year. */
export const RULE: ResourceRule = {
  id: 'S3-010',
  name: 'log-bucket-retains-a-year',
  title: `A bucket of logs keeps them for at least ${MIN_DAYS} days, and an earlier deletion is impossible or takes a change of its policy or lifecycle first`,
  severity: 'high',
  claims: ['8.3.a', '8.4.a'],
  rationale:
    'Who breaks in deletes the logs first, and many breaches are found only months later. Object Lock in COMPLIANCE mode binds even the account root; where the service that writes the logs refuses Object Lock (AWS Config, S3 access logs), a Deny of both delete actions to everybody does what can be done. Anyone who may put another bucket policy or lifecycle gets past the Deny, in two steps of which the first is a management event in a trail. GOVERNANCE mode is lifted by s3:BypassGovernanceRetention, and only counts in ephemeral environments.',
  fix: `Use \`AuditLogArchive\`, or an \`${LOCK}\` whose default retention is COMPLIANCE and at least ${MIN_DAYS} days, or a bucket policy that denies s3:DeleteObject and s3:DeleteObjectVersion on all objects to everybody, and expire nothing earlier.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    'AWS Security Hub S3.15',
  ],
  demands: ['securityLogDays'],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    const use = logUse(model, bucket);
    if (!use) return undefined;
    const lifecycle = lifecycleOf(model, bucket);
    const lock = lockOfLogs(model, bucket);
    const early = earlyExpiry(lifecycle, lock.outcome === 'kept', demandsOf(bucket.stack).securityLogDays);
    if (early?.outcome === 'violated') return early;
    if (lock.outcome === 'kept') return early ?? MET;

    const denials = DELETIONS.map((action) =>
      bucketPolicyDenies(model, bucket, (statement) => isDeniedOnObjects(statement, action))
    );
    if (denials.every((denial) => denial === 'found')) return early ?? MET;
    if (lock.outcome === 'open') return undetermined(lock.because);
    const open = denials.find((denial) => typeof denial === 'object');
    if (open) return undetermined(open.because);
    const allowed = DELETIONS.filter((_action, index) => denials[index] === 'absent');
    const hint = use.refusesObjectLock ? ', and its logs do not arrive in a bucket with Object Lock' : '';
    return violated(
      `the bucket keeps logs (${use.because}), ${lock.because}, and no policy denies ${allowed.join(' and ')} to everybody${hint}`
    );
  },
};

/**
 * The verdict where the lifecycle removes logs too early, or may. A lock keeps noncurrent versions whatever the
 * lifecycle says. Else they are logs that went out of date where nothing expires current ones.
 */
function earlyExpiry({ rules, open }: Lifecycle, isLocked: boolean, minDays: number): Verdict | undefined {
  const running = rules.filter((rule) => rule.isEnabled !== false);
  const expiresCurrent = running.some(({ currentDays, currentDate }) => (currentDays ?? currentDate) !== undefined);
  const verdicts = running.flatMap((rule) => expiryVerdicts(rule, !isLocked && !expiresCurrent, minDays));
  return (
    verdicts.find((verdict) => verdict.outcome === 'violated') ??
    verdicts[0] ??
    (open === undefined ? undefined : undetermined(open))
  );
}

function expiryVerdicts(rule: LifecycleRule, withNoncurrent: boolean, minDays: number): Verdict[] {
  const found: Verdict[] = [];
  if (rule.currentDate !== undefined) {
    found.push(violated(`a lifecycle rule deletes all logs on a date (${describe(rule.currentDate)})`));
  }
  const ages = [
    ['logs', rule.currentDays],
    ...(withNoncurrent ? ([['noncurrent versions of logs', rule.noncurrentDays]] as const) : []),
  ] as const;
  for (const [what, days] of ages) {
    if (isUnknown(days)) found.push(undetermined(`the age at which ${what} expire is ${days.text}`));
    const age = asNumber(days);
    if (age === undefined || age >= minDays) continue;
    const message = `a lifecycle rule expires ${what} after ${age} days, earlier than ${minDays}`;
    found.push(isUnknown(rule.isEnabled) ? undetermined(message) : violated(message));
  }
  return found;
}
