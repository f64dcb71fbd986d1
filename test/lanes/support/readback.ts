import { deepStrictEqual, fail, strictEqual } from 'node:assert';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetKeyRotationStatusCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  DeleteBucketPolicyCommand,
  DeleteObjectCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { BucketExpectation, Expectation, LogGroupExpectation } from './expected';
import { Json, asObject, asObjects } from './json';
import { Resources } from './deployment';
import { Lane } from './lane';
import { clientConfig } from './moto';

/** Reads what was applied back through the AWS SDK: what is there, not what Terraform believes. */
export class ReadBack {
  private readonly s3: S3Client;
  private readonly config: ReturnType<typeof clientConfig>;

  constructor(endpoint: string) {
    const config = clientConfig(endpoint);
    this.config = config;
    this.s3 = new S3Client({ ...config, forcePathStyle: true });
  }

  public async check(lane: Lane, resources: Resources, expected: Expectation, ephemeral: boolean): Promise<void> {
    for (const bucket of expected.buckets) await this.checkBucket(lane, resources, bucket, ephemeral);
    for (const key of expected.keys) {
      await lane.check(`${key} rotates`, async () => {
        const KeyId = resources.get('aws_kms_key', key, 'arn');
        const kms = new KMSClient({ ...this.config, region: KeyId.split(':')[3] });
        strictEqual((await kms.send(new GetKeyRotationStatusCommand({ KeyId }))).KeyRotationEnabled, true);
      });
    }
    for (const group of expected.logGroups ?? []) {
      await lane.check(`${group.path} keeps its days, under its key`, () => this.checkLogGroup(resources, group));
    }
  }

  public async bucketExists(bucket: string): Promise<boolean> {
    try {
      await this.s3.send(new HeadBucketCommand({ Bucket: bucket }));
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'NotFound') return false;
      throw error;
    }
  }

  /** A state lies in S3, encrypted with its key. */
  public async requireState(bucket: string, stack: string, keyArn: string): Promise<void> {
    const head = await this.s3.send(new HeadObjectCommand({ Bucket: bucket, Key: `${stack}/terraform.tfstate` }));
    strictEqual(head.ServerSideEncryption, 'aws:kms');
    strictEqual(head.SSEKMSKeyId, keyArn);
  }

  public async deletePolicy(bucket: string): Promise<void> {
    await this.s3.send(new DeleteBucketPolicyCommand({ Bucket: bucket }));
  }

  public async deleteMarkers(bucket: string): Promise<void> {
    const { DeleteMarkers = [] } = await this.s3.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    for (const { Key, VersionId } of DeleteMarkers) {
      await this.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key, VersionId }));
    }
  }

  private async checkBucket(
    lane: Lane,
    resources: Resources,
    expected: BucketExpectation,
    ephemeral: boolean
  ): Promise<void> {
    const { path } = expected;
    const Bucket = resources.get('aws_s3_bucket', path, 'bucket');
    const key = expected.key === undefined ? undefined : resources.get('aws_kms_key', expected.key, 'arn');

    await lane.check(`${path} is encrypted with ${expected.key ?? 'a key that S3 owns'}`, async () => {
      const { ServerSideEncryptionConfiguration } = await this.s3.send(new GetBucketEncryptionCommand({ Bucket }));
      const [rule] = ServerSideEncryptionConfiguration?.Rules ?? [];
      strictEqual(rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm, key === undefined ? 'AES256' : 'aws:kms');
      strictEqual(rule?.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID, key);
      strictEqual(rule?.BucketKeyEnabled ?? false, key !== undefined);
    });
    await lane.check(`${path} is versioned`, async () => {
      strictEqual((await this.s3.send(new GetBucketVersioningCommand({ Bucket }))).Status, 'Enabled');
    });
    await lane.check(`${path} is closed to the public`, async () => {
      const { PublicAccessBlockConfiguration } = await this.s3.send(new GetPublicAccessBlockCommand({ Bucket }));
      deepStrictEqual(PublicAccessBlockConfiguration, {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    });
    await lane.check(`${path} denies plain HTTP`, async () => {
      const { Policy } = await this.s3.send(new GetBucketPolicyCommand({ Bucket }));
      const statements = asObjects((JSON.parse(Policy ?? '{}') as Json).Statement);
      const arn = `arn:aws:s3:::${Bucket}`;
      if (!statements.some((statement) => deniesHttp(statement, arn))) fail(`no such statement in ${Policy}`);
    });
    await lane.check(`${path} expires what it holds`, async () => {
      const { Rules } = await this.s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
      strictEqual(Rules?.length, 1);
      strictEqual(Rules[0].Status, 'Enabled');
      strictEqual(Rules[0].Filter?.Prefix, '');
      strictEqual(Rules[0].Expiration?.Days, expected.days);
      strictEqual(Rules[0].NoncurrentVersionExpiration?.NoncurrentDays, expected.noncurrentDays);
      strictEqual(Rules[0].AbortIncompleteMultipartUpload?.DaysAfterInitiation, 7);
    });
    const { accessLogs } = expected;
    await lane.check(
      `${path} ${accessLogs === undefined ? 'logs nowhere' : `logs accesses to ${accessLogs.path}`}`,
      async () => {
        const { LoggingEnabled } = await this.s3.send(new GetBucketLoggingCommand({ Bucket }));
        const target = accessLogs && (accessLogs.in ?? resources).get('aws_s3_bucket', accessLogs.path, 'bucket');
        strictEqual(LoggingEnabled?.TargetBucket, target);
        strictEqual(LoggingEnabled?.TargetPrefix, accessLogs && `${path}/`);
      }
    );
    if (expected.lockDays === undefined) return;
    await lane.check(`${path} is locked for ${expected.lockDays} days`, async () => {
      const { ObjectLockConfiguration } = await this.s3.send(new GetObjectLockConfigurationCommand({ Bucket }));
      strictEqual(ObjectLockConfiguration?.ObjectLockEnabled, 'Enabled');
      const retention = ObjectLockConfiguration.Rule?.DefaultRetention;
      strictEqual(retention?.Days, expected.lockDays);
      strictEqual(retention?.Mode, ephemeral ? 'GOVERNANCE' : 'COMPLIANCE');
    });
  }

  private async checkLogGroup(resources: Resources, expected: LogGroupExpectation): Promise<void> {
    const name = resources.get('aws_cloudwatch_log_group', expected.path, 'name');
    const region = resources.get('aws_cloudwatch_log_group', expected.path, 'arn').split(':')[3];
    const logs = new CloudWatchLogsClient({ ...this.config, region });
    const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }));
    const group = logGroups?.find((each) => each.logGroupName === name);
    strictEqual(group?.retentionInDays, expected.days);
    strictEqual(group.kmsKeyId, resources.get('aws_kms_key', expected.key, 'arn'));
  }
}

function deniesHttp(statement: Json, bucketArn: string): boolean {
  const list = (value: unknown): unknown[] => [value].flat();
  const everyone = statement.Principal === '*' || asObject(statement.Principal).AWS === '*';
  const resources = list(statement.Resource);
  return (
    statement.Effect === 'Deny' &&
    everyone &&
    list(statement.Action).includes('s3:*') &&
    resources.includes(bucketArn) &&
    resources.includes(`${bucketArn}/*`) &&
    Object.keys(asObject(statement.Condition)).length === 1 &&
    list(asObject(asObject(statement.Condition).Bool)['aws:SecureTransport']).join() === 'false'
  );
}
