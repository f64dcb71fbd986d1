import { bucketPolicyDenies, isDeniedOnObjects } from '../../../aws/s3/bucket-policy';
import { logUse } from '../../../aws/s3/log-bucket';
import { LOCK, lockOfLogs } from '../../../aws/s3/log-lock';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

const BYPASS = 's3:BypassGovernanceRetention';

/** Logs under a lock, wherever what writes them takes a bucket with Object Lock. */
export const RULE: ResourceRule = {
  id: 'S3-021',
  name: 'security-logs-locked',
  title: 'Object Lock keeps security logs, wherever their writer accepts it',
  severity: 'low',
  claims: ['8.3.g'],
  rationale:
    'A policy that denies deletion holds until somebody writes another one. A lock stays: in COMPLIANCE mode nobody deletes a version before its retention ends, the root user included. In GOVERNANCE mode anyone who has s3:BypassGovernanceRetention deletes it, or shortens its retention: that lock counts where the bucket policy denies this action on all objects to everybody, so that lifting it first takes a change of the policy. S3-010 asks for the denial of deletions besides. Trails, flow logs and query logs arrive in a bucket with Object Lock; S3 access logs and AWS Config do not, and their buckets are judged by S3-010 only.',
  fix: `Use \`AuditLogArchive\`, or add an \`${LOCK}\` whose default retention has ${DEMANDS.securityLogDays} days or more, in mode COMPLIANCE, or in mode GOVERNANCE with a bucket policy that denies s3:BypassGovernanceRetention on all objects to everybody.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html#object-lock-retention-modes',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    'AWS Security Hub S3.15',
  ],
  demands: ['securityLogDays'],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    const use = logUse(model, bucket);
    if (!use || use.refusesObjectLock || use.isLimitedToS3Keys) return undefined;
    const lock = lockOfLogs(model, bucket);
    if (lock.outcome === 'kept') return MET;
    if (lock.outcome === 'open') return undetermined(lock.because);
    if (lock.isLiftable) {
      const denial = bucketPolicyDenies(model, bucket, (statement) => isDeniedOnObjects(statement, BYPASS));
      if (denial === 'found') return MET;
      if (denial !== 'absent') return undetermined(denial.because);
      return violated(
        `the bucket keeps logs (${use.because}), ${lock.because}, and no policy denies that on all objects to everybody`
      );
    }
    return violated(
      `the bucket keeps logs (${use.because}), and ${lock.because}: another policy is enough to delete them`
    );
  },
};
