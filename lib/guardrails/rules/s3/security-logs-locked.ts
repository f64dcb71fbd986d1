import { logUse } from '../../../aws/s3/log-bucket';
import { LOCK, lockOfLogs } from '../../../aws/s3/log-lock';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

/** Logs under a lock, wherever what writes them takes a bucket with Object Lock. */
export const RULE: ResourceRule = {
  id: 'S3-021',
  name: 'security-logs-locked',
  title: 'Object Lock keeps security logs, wherever their writer accepts it',
  severity: 'low',
  claims: ['8.3.g'],
  rationale:
    'A policy that denies deletion holds until somebody writes another one. A lock stays: in COMPLIANCE mode nobody deletes a version before its retention ends, the root user included, and in GOVERNANCE mode nobody without s3:BypassGovernanceRetention, where S3-010 asks for a policy besides. Trails, flow logs and query logs arrive in a bucket with Object Lock; S3 access logs and AWS Config do not, and their buckets are judged by S3-010 only.',
  fix: `Use \`AuditLogArchive\`, or add an \`${LOCK}\` whose default retention has ${DEMANDS.securityLogDays} days or more, best in mode COMPLIANCE.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    'AWS Security Hub S3.15',
  ],
  demands: ['securityLogDays'],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    const use = logUse(model, bucket);
    if (!use || use.refusesObjectLock || use.isLimitedToS3Keys) return undefined;
    const lock = lockOfLogs(model, bucket);
    if (lock.outcome === 'kept' || lock.isLiftable) return MET;
    if (lock.outcome === 'open') return undetermined(lock.because);
    return violated(
      `the bucket keeps logs (${use.because}), and ${lock.because}: another policy is enough to delete them`
    );
  },
};
