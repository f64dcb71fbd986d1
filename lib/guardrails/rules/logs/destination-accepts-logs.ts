import { LOGGING } from '../../../aws/iam/access/can-deliver';
import { ResourceRule } from '../../rule';
import { deliveryVerdict } from '../../verdicts/delivery';

/** Sources of logs that can write where they are told to. Those of AWS Config have a rule of their own. */
export const RULE: ResourceRule = {
  id: 'LOGS-006',
  name: 'destination-accepts-logs',
  title: 'What is told to log can write to its destination, and use the key of it',
  severity: 'high',
  claims: ['8.1.m'],
  rationale:
    'A destination that refuses its writer keeps no log: either the apply fails, or the service drops what it cannot deliver, and nothing says so until somebody looks for it. Judged are trails, flow logs, query logs of Resolver and Route 53, logs of web ACLs, access logs of buckets and load balancers, subscription filters, delivery streams into buckets, and the keys of log groups: whether the policies of bucket, topic, log group, role and key allow what AWS documents that the service asks, and no denial stops it; and whether the bucket takes such logs at all: access logs of buckets and load balancers arrive in none that encrypts with KMS. Where AWS adds what a policy lacks, or a policy is not in what was read, that is undetermined. A destination that is made elsewhere is not judged.',
  fix: 'Allow the service, or the role that it writes by, what its documentation names: on the bucket, the log group or the stream, and on the key. Exempt it from the statement that denies it, or log to an `AuditLogArchive`, which allows all of its writers.',
  sources: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html',
  ],
  types: LOGGING.filter((type) => type !== 'aws_config_delivery_channel'),
  check: (source, model) => deliveryVerdict(model, source),
};
