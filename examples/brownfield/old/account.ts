import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { IamAccessKey } from '@cdktf/provider-aws/lib/iam-access-key';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamUser } from '@cdktf/provider-aws/lib/iam-user';
import { IamUserPolicyAttachment } from '@cdktf/provider-aws/lib/iam-user-policy-attachment';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { Construct } from 'constructs';
import { OldStores } from './stores';

export type OldAccount = ReturnType<typeof account>;

/** 10 resources: users with keys, a trail of one region, and logs that nobody deletes. */
export function account(scope: Construct, { logs }: OldStores) {
  const ci = new IamUser(scope, 'ci', { name: 'shop-ci' });
  const ciAdministers = new IamUserPolicyAttachment(scope, 'ci_administers', {
    user: ci.name,
    policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
  });
  const ciKey = new IamAccessKey(scope, 'ci_key', { user: ci.name });
  const reports = new IamUser(scope, 'reports', { name: 'shop-reports' });
  const reportsPolicy = new IamPolicy(scope, 'reports_policy', {
    name: 'shop-reports',
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:*', 'kms:Decrypt'], Resource: '*' }],
    }),
  });
  const reportsRead = new IamUserPolicyAttachment(scope, 'reports_read', {
    user: reports.name,
    policyArn: reportsPolicy.arn,
  });

  const logsPolicy = new S3BucketPolicy(scope, 'logs_policy', {
    bucket: logs.id,
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudtrail.amazonaws.com' },
          Action: ['s3:GetBucketAcl', 's3:PutObject'],
          Resource: [logs.arn, `${logs.arn}/*`],
        },
      ],
    }),
  });
  const trail = new Cloudtrail(scope, 'trail', {
    name: 'shop',
    s3BucketName: logs.id,
    includeGlobalServiceEvents: false,
    dependsOn: [logsPolicy],
  });
  const appLogs = ['access', 'events'].map(
    (name) => new CloudwatchLogGroup(scope, `${name}_logs`, { name: `/shop/${name}` })
  );
  return { ci, ciAdministers, ciKey, reports, reportsPolicy, reportsRead, logsPolicy, trail, appLogs };
}
