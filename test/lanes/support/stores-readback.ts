import { deepStrictEqual, strictEqual } from 'node:assert';
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { DescribeStreamSummaryCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { DescribeKeyCommand, GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { DescribeDBClustersCommand, DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { Resources } from './deployment';
import { Lane } from './lane';
import { clientConfig } from './moto';

/** Reads the stores of the data platform back through the AWS SDK. */
export class StoresReadBack {
  private readonly rds: RDSClient;
  private readonly kinesis: KinesisClient;
  private readonly dynamodb: DynamoDBClient;
  private readonly kms: KMSClient;

  constructor(endpoint: string) {
    const config = clientConfig(endpoint);
    this.rds = new RDSClient(config);
    // By itself this client speaks HTTP/2, and the emulator does not.
    this.kinesis = new KinesisClient({ ...config, requestHandler: new NodeHttpHandler() });
    this.dynamodb = new DynamoDBClient(config);
    this.kms = new KMSClient(config);
  }

  public async checkRecords(lane: Lane, records: Resources): Promise<void> {
    const key = records.get('aws_kms_key', 'records/PersonalDataKey', 'arn');
    const DBClusterIdentifier = records.get('aws_rds_cluster', 'records/Customers', 'cluster_identifier');
    await lane.check('records/Customers is encrypted under its key, protected, and backed up for 35 days', async () => {
      const { DBClusters = [] } = await this.rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
      deepStrictEqual(
        DBClusters.map((cluster) => [
          cluster.StorageEncrypted,
          cluster.KmsKeyId,
          cluster.DeletionProtection,
          cluster.BackupRetentionPeriod,
          cluster.IAMDatabaseAuthenticationEnabled,
        ]),
        [[true, key, true, 35, true]]
      );
    });
    await lane.check('records/Customers has two instances and a reader, records/Appointments two', async () => {
      const { DBInstances = [] } = await this.rds.send(new DescribeDBInstancesCommand({}));
      deepStrictEqual(
        DBInstances.map((one) => [one.DBInstanceIdentifier, one.DBInstanceClass, one.PubliclyAccessible]).sort(),
        [
          ['acme-records-appointments-1', 'db.serverless', false],
          ['acme-records-appointments-2', 'db.serverless', false],
          ['acme-records-customers-1', 'db.r7g.large', false],
          ['acme-records-customers-2', 'db.r7g.large', false],
          ['acme-records-customers-reports', 'db.r7g.large', false],
        ]
      );
    });
    await lane.check('records/Appointments follows its load', async () => {
      const found = await this.rds.send(
        new DescribeDBClustersCommand({
          DBClusterIdentifier: records.get('aws_rds_cluster', 'records/Appointments', 'cluster_identifier'),
        })
      );
      const [cluster] = found.DBClusters ?? [];
      deepStrictEqual({ ...cluster.ServerlessV2ScalingConfiguration }, { MinCapacity: 2, MaxCapacity: 16 });
    });
    await lane.check('records/Events keeps records for a week, under its key', async () => {
      const StreamName = records.get('aws_kinesis_stream', 'records/Events', 'name');
      const { StreamDescriptionSummary: stream } = await this.kinesis.send(
        new DescribeStreamSummaryCommand({ StreamName })
      );
      deepStrictEqual([stream?.EncryptionType, stream?.KeyId, stream?.RetentionPeriodHours], ['KMS', key, 168]);
    });
  }

  public async checkAnalytics(lane: Lane, analytics: Resources): Promise<void> {
    const TableName = analytics.get('aws_dynamodb_table', 'analytics/Reports', 'name');
    await lane.check('analytics/Reports is encrypted under its key, and protected', async () => {
      const { Table } = await this.dynamodb.send(new DescribeTableCommand({ TableName }));
      deepStrictEqual(
        [Table?.SSEDescription?.Status, Table?.SSEDescription?.KMSMasterKeyArn, Table?.DeletionProtectionEnabled],
        ['ENABLED', analytics.get('aws_kms_key', 'analytics/InternalDataKey', 'arn'), true]
      );
    });
    await lane.check('analytics/Reports can go back in time, and its items end', async () => {
      const { ContinuousBackupsDescription: backups } = await this.dynamodb.send(
        new DescribeContinuousBackupsCommand({ TableName })
      );
      strictEqual(backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus, 'ENABLED');
      const { TimeToLiveDescription: ttl } = await this.dynamodb.send(new DescribeTimeToLiveCommand({ TableName }));
      deepStrictEqual([ttl?.TimeToLiveStatus, ttl?.AttributeName], ['ENABLED', 'expires']);
    });
    await lane.check(
      'analytics/VisitorTokens makes the same token of the same value, and another of another',
      async () => {
        const KeyId = analytics.get('aws_kms_key', 'analytics/VisitorTokens', 'key_id');
        const { KeyMetadata } = await this.kms.send(new DescribeKeyCommand({ KeyId }));
        strictEqual(KeyMetadata?.KeyUsage, 'GENERATE_VERIFY_MAC');
        const [first, second, other] = await Promise.all(
          ['a@example.com', 'a@example.com', 'b@example.com'].map((value) => this.token(KeyId, value))
        );
        strictEqual(first, second);
        strictEqual(first === other, false);
      }
    );
  }

  private async token(KeyId: string, value: string): Promise<string> {
    const Message = Buffer.from(value);
    const { Mac } = await this.kms.send(new GenerateMacCommand({ KeyId, Message, MacAlgorithm: 'HMAC_SHA_256' }));
    return Buffer.from(Mac ?? []).toString('hex');
  }
}
