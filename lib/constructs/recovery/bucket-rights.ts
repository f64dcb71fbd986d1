import { accountOf } from '../core/account';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { IBucket } from '../stores/buckets/bucket';

const BUCKET = [
  's3:GetBucketAcl',
  's3:GetBucketLocation',
  's3:GetBucketNotification',
  's3:GetBucketTagging',
  's3:GetBucketVersioning',
  's3:GetInventoryConfiguration',
  's3:ListBucket',
  's3:ListBucketVersions',
  's3:ListTagsForResource',
  's3:PutBucketNotification',
  's3:PutInventoryConfiguration',
];
const OBJECTS = [
  's3:GetObject',
  's3:GetObjectAcl',
  's3:GetObjectTagging',
  's3:GetObjectVersion',
  's3:GetObjectVersionAcl',
  's3:GetObjectVersionTagging',
];
/** AWS Backup hears of changes by a rule of its own, whose name it chooses. */
const MANAGED_RULES = [
  'events:DeleteRule',
  'events:DescribeRule',
  'events:DisableRule',
  'events:EnableRule',
  'events:ListTargetsByRule',
  'events:PutRule',
  'events:PutTargets',
  'events:RemoveTargets',
];
/** Actions that know no resource. */
const EVERYWHERE = ['cloudwatch:GetMetricData', 'events:ListRules', 's3:ListAllMyBuckets'];

/**
 * Lets AWS Backup back up one bucket: what its managed policy allows for every bucket of the account.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForS3Backup.html
 */
export function letBackUp(bucket: IBucket, role: IGrantee, region: string | undefined): void {
  const account = accountOf(bucket);
  const arnOf = (service: string, resource: string): string =>
    `arn:${account.partition}:${service}:${region ?? account.region}:${account.id}:${resource}`;
  grant(bucket, role, 'Backup', [
    { actions: BUCKET, resources: [bucket.bucketArn] },
    { actions: OBJECTS, resources: [`${bucket.bucketArn}/*`] },
    { actions: MANAGED_RULES, resources: [arnOf('events', 'rule/AwsBackupManagedRule*')] },
    { actions: ['backup:TagResource'], resources: [arnOf('backup', 'recovery-point:*')] },
    { actions: EVERYWHERE, resources: ['*'] },
  ]);
  bucket.encryptionKey?.grantDecrypt(role);
}
