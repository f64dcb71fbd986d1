import { Account } from '../core/account';
import { IdentityStatement } from '../core/policy';
import { SourceStore } from './backup-source';

/** How AWS Backup calls what a restore test makes. https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html */
const MADE = 'awsbackup-restore-test*';

/** Whose stores are restored, and where. */
interface Place {
  readonly account: Account;
  readonly region: string;
}

/**
 * What a restore test does with stores of a type: what the managed policy for restores allows for everything, as far as it names what is made or read.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForRestores.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForS3Restore.html
 */
export function restoreRights(type: string, stores: readonly SourceStore[], place: Place): IdentityStatement[] {
  const { account, region } = place;
  const arnOf = (service: string, resource: string): string =>
    `arn:${account.partition}:${service}:${region}:${account.id}:${resource}`;
  return RIGHTS[type]({ arnOf, partition: account.partition, stores });
}

interface Context {
  readonly arnOf: (service: string, resource: string) => string;
  readonly partition: string;
  readonly stores: readonly SourceStore[];
}

const RIGHTS: { readonly [type: string]: (context: Context) => IdentityStatement[] } = {
  DynamoDB: ({ arnOf, stores }) => [
    {
      actions: [
        'dynamodb:BatchWriteItem',
        'dynamodb:DeleteItem',
        'dynamodb:DescribeTable',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:RestoreTableFromAwsBackup',
        'dynamodb:Scan',
        'dynamodb:UpdateItem',
      ],
      resources: [arnOf('dynamodb', `table/${MADE}`)],
    },
    { actions: ['dynamodb:RestoreTableFromBackup'], resources: stores.map(({ arn }) => `${arn}/backup/*`) },
  ],
  EBS: ({ arnOf, partition }) => [
    { actions: ['ec2:CreateVolume'], resources: [`arn:${partition}:ec2:*::snapshot/*`, arnOf('ec2', 'volume/*')] },
    {
      actions: ['ec2:CreateTags'],
      resources: [arnOf('ec2', 'volume/*')],
      conditions: { StringEquals: { 'ec2:CreateAction': ['CreateVolume'] } },
    },
    { actions: ['ec2:DescribeAvailabilityZones', 'ec2:DescribeSnapshots', 'ec2:DescribeVolumes'], resources: ['*'] },
  ],
  EFS: ({ arnOf }) => [
    {
      actions: [
        'elasticfilesystem:CreateFileSystem',
        'elasticfilesystem:DescribeFileSystems',
        'elasticfilesystem:Restore',
        'elasticfilesystem:TagResource',
      ],
      resources: [arnOf('elasticfilesystem', 'file-system/*')],
    },
  ],
  RDS: ({ arnOf }) => databases(arnOf, ['rds:RestoreDBInstanceFromDBSnapshot', 'rds:RestoreDBInstanceToPointInTime']),
  Aurora: ({ arnOf }) =>
    databases(arnOf, ['rds:CreateDBInstance', 'rds:RestoreDBClusterFromSnapshot', 'rds:RestoreDBClusterToPointInTime']),
  S3: ({ partition }) => [
    {
      actions: [
        's3:CreateBucket',
        's3:GetBucketLocation',
        's3:GetBucketOwnershipControls',
        's3:GetBucketVersioning',
        's3:ListBucket',
        's3:ListBucketVersions',
        's3:PutBucketOwnershipControls',
        's3:PutBucketVersioning',
      ],
      resources: [`arn:${partition}:s3:::${MADE}`],
    },
    {
      actions: [
        's3:DeleteObject',
        's3:GetObject',
        's3:GetObjectAcl',
        's3:GetObjectTagging',
        's3:GetObjectVersion',
        's3:GetObjectVersionAcl',
        's3:ListMultipartUploadParts',
        's3:PutObject',
        's3:PutObjectAcl',
        's3:PutObjectTagging',
        's3:PutObjectVersionAcl',
      ],
      resources: [`arn:${partition}:s3:::${MADE}/*`],
    },
  ],
};

/** A restore names a snapshot, what is made of it, its subnets and its parameters: each has to be allowed. */
function databases(arnOf: Context['arnOf'], actions: string[]): IdentityStatement[] {
  return [
    { actions: [...actions, 'rds:AddTagsToResource'], resources: [arnOf('rds', '*')] },
    {
      actions: [
        'rds:DescribeDBClusterSnapshots',
        'rds:DescribeDBClusters',
        'rds:DescribeDBInstances',
        'rds:DescribeDBSnapshots',
        'rds:ListTagsForResource',
      ],
      resources: ['*'],
    },
    {
      actions: ['rds:DeleteDBCluster', 'rds:DeleteDBInstance'],
      resources: [arnOf('rds', `cluster:${MADE}`), arnOf('rds', `db:${MADE}`)],
    },
    {
      actions: [
        'ec2:DescribeAccountAttributes',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
      ],
      resources: ['*'],
    },
  ];
}
