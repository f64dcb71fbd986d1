import { POLICY_TYPES } from '../../../aws/iam/identity-policies';
import { Statement } from '../../../aws/iam/policy';
import { ResourceRule, Verdict } from '../../rule';
import { judgePolicies } from '../../verdicts/identity-policies';
import { wideActionVerdict } from '../../verdicts/wide-actions';

/** What writes into stores, deletes from them or takes from them, or lists what is in them; IAM-006 has what only reads. */
const ACTIONS: ReadonlyMap<string, string> = new Map(
  [
    'dynamodb:BatchWriteItem',
    'dynamodb:DeleteItem',
    'dynamodb:DeleteTable',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'elasticache:Connect',
    'elasticfilesystem:ClientRootAccess',
    'elasticfilesystem:ClientWrite',
    'events:PutEvents',
    'firehose:PutRecord',
    'firehose:PutRecordBatch',
    'kinesis:GetRecords',
    'kinesis:PutRecord',
    'kinesis:PutRecords',
    'kinesis:SubscribeToShard',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:GenerateMac',
    'kms:Sign',
    'logs:DeleteLogGroup',
    'logs:PutLogEvents',
    'memorydb:Connect',
    's3:DeleteObject',
    's3:DeleteObjectVersion',
    's3:ListBucket',
    's3:ListBucketVersions',
    's3:PutObject',
    'secretsmanager:DeleteSecret',
    'secretsmanager:PutSecretValue',
    'sns:Publish',
    'sns:Subscribe',
    'sqs:DeleteMessage',
    'sqs:PurgeQueue',
    'sqs:ReceiveMessage',
    'sqs:SendMessage',
    'ssm:PutParameter',
  ].map((action) => [action, action.split(':')[0]] as const)
);

/** Policies that name the stores that they write to. */
export const RULE: ResourceRule = {
  id: 'IAM-011',
  name: 'no-writing-to-everything',
  title:
    'No policy writes to, deletes from or lists every bucket, table, queue, stream, topic, cache or log group, or encrypts with every key',
  severity: 'medium',
  claims: ['3.1.1.r'],
  rationale:
    'Who writes to every store can change and delete what nobody meant him to touch, also in stores that are made later; who takes messages from every queue or records from every stream reads them; who puts events into every log group forges the audit trail (samples of AWS allow logs:PutLogEvents on every log group, and its guide tells how to limit that to one); and a key that is not named may be one of another account, with which data is locked away. A condition counts where it says by tags, aliases or an encryption context which are meant. What only reads belongs to IAM-006, whole services to IAM-002, decryption to IAM-003. Actions that AWS lets nobody limit to a resource are not among those judged. AWS managed policies are judged by those rules only.',
  fix: 'Name the buckets, tables, queues, streams, topics, log groups or keys as Resource, as our grants do (`bucket.grantWrite(role)`); or add the condition StringEquals on aws:ResourceTag/….',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-identity-based-access-control-cwl.html',
  ],
  types: POLICY_TYPES,
  check: (holder, model) => judgePolicies(model, holder, judge),
};

function judge(statement: Statement): Verdict | undefined {
  return wideActionVerdict(statement, ACTIONS, narrows, 'its holder reaches them all, and those that are made later');
}

function narrows(key: string): boolean {
  return /^[a-z0-9]+:resourcetag\/|^s3:(?:existing|request)objecttag\/|^kms:(?:resourcealiases$|encryptioncontext:)|^dynamodb:leadingkeys$/.test(
    key
  );
}
