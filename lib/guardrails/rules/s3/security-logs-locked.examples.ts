import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function archive(lock: JsonObject): JsonObject {
  return {
    resource: {
      aws_cloudtrail: { main: { s3_bucket_name: '${aws_s3_bucket.logs.id}' } },
      aws_s3_bucket: { logs: { object_lock_enabled: true } },
      ...lock,
    },
  };
}

function lockIn(mode: string, days: Json = 400): JsonObject {
  return {
    aws_s3_bucket_object_lock_configuration: {
      logs: { bucket: '${aws_s3_bucket.logs.id}', rule: { default_retention: { mode, days } } },
    },
  };
}

function denial(action: string): JsonObject {
  const statement = { Effect: 'Deny', Principal: '*', Action: action, Resource: '${aws_s3_bucket.logs.arn}/*' };
  return {
    aws_s3_bucket_policy: {
      logs: { bucket: '${aws_s3_bucket.logs.id}', policy: JSON.stringify({ Statement: [statement] }) },
    },
  };
}

export const EXAMPLES: Examples = {
  pass: [
    { title: 'a trail, in COMPLIANCE mode', terraform: archive(lockIn('COMPLIANCE')) },
    {
      title: 'a trail, in GOVERNANCE mode, which the policy lets nobody lift',
      terraform: archive({ ...lockIn('GOVERNANCE'), ...denial('s3:BypassGovernanceRetention') }),
    },
    {
      title: 'access logs, which S3 does not write to a locked bucket',
      terraform: {
        resource: {
          aws_s3_bucket: { logs: {}, invoices: {} },
          aws_s3_bucket_logging: {
            invoices: { bucket: '${aws_s3_bucket.invoices.id}', target_bucket: '${aws_s3_bucket.logs.id}' },
          },
        },
      },
    },
  ],
  fail: [
    { title: 'no lock', terraform: archive({}), addresses: ['aws_s3_bucket.logs'] },
    { title: 'a lock for a month', terraform: archive(lockIn('COMPLIANCE', 30)), addresses: ['aws_s3_bucket.logs'] },
    {
      title: 'a lock that a right lifts, and a denial of deletions only',
      terraform: archive({ ...lockIn('GOVERNANCE'), ...denial('s3:DeleteObject*') }),
      addresses: ['aws_s3_bucket.logs'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides on the days',
      terraform: { variable: { days: {} }, ...archive(lockIn('COMPLIANCE', '${var.days}')) },
      addresses: ['aws_s3_bucket.logs'],
    },
    {
      title: 'a lock that a right lifts, and a variable as the policy',
      terraform: {
        variable: { policy: {} },
        ...archive({
          ...lockIn('GOVERNANCE'),
          aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.id}', policy: '${var.policy}' } },
        }),
      },
      addresses: ['aws_s3_bucket.logs'],
    },
  ],
};
