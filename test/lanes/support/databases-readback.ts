import { deepStrictEqual, fail, strictEqual } from 'node:assert';
import { randomBytes } from 'node:crypto';
import {
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  DescribeDBProxiesCommand,
  DescribeDBProxyTargetGroupsCommand,
  DescribeDBProxyTargetsCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Resources } from './deployment';
import { Lane } from './lane';
import { clientConfig } from './moto';

/** Makes the secret of a master user beforehand, and reads databases back through the AWS SDK. */
export class DatabasesReadBack {
  /** What must be nowhere but in the secret and in the database. */
  public readonly password = randomBytes(16).toString('hex');
  private readonly rds: RDSClient;
  private readonly secrets: SecretsManagerClient;

  constructor(endpoint: string) {
    this.rds = new RDSClient(clientConfig(endpoint));
    this.secrets = new SecretsManagerClient(clientConfig(endpoint));
  }

  /** The ARN of the secret. */
  public async prepare(): Promise<string> {
    const SecretString = JSON.stringify({ username: 'dbadmin', password: this.password });
    const { ARN } = await this.secrets.send(new CreateSecretCommand({ Name: 'orders', SecretString }));
    return ARN ?? fail('no secret was made');
  }

  public async check(lane: Lane, made: Resources, secretArn: string): Promise<void> {
    await lane.check('databases/Cluster follows its load, encrypted, with a password of the secret', async () => {
      const DBClusterIdentifier = made.get('aws_rds_cluster', 'databases/Cluster', 'cluster_identifier');
      const { DBClusters = [] } = await this.rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
      const [{ ServerlessV2ScalingConfiguration, MasterUsername, MasterUserSecret, StorageEncrypted }] = DBClusters;
      deepStrictEqual({ ...ServerlessV2ScalingConfiguration }, { MinCapacity: 8, MaxCapacity: 16.5 });
      deepStrictEqual([MasterUsername, MasterUserSecret, StorageEncrypted], ['dbadmin', undefined, true]);
    });
    await lane.check('databases/Cluster has two instances and a reader, none with a public address', async () => {
      const { DBInstances = [] } = await this.rds.send(new DescribeDBInstancesCommand({}));
      deepStrictEqual(
        DBInstances.map((one) => [one.DBInstanceIdentifier, one.DBInstanceClass, one.PubliclyAccessible]).sort(),
        ['databases-cluster-1', 'databases-cluster-2', 'databases-cluster-reader'].map((name) => [
          name,
          'db.serverless',
          false,
        ])
      );
    });
    const DBProxyName = made.get('aws_db_proxy', 'databases/Cluster/Proxy', 'name');
    await lane.check('databases/Cluster/Proxy takes only TLS and IAM, and logs no statements', async () => {
      const { DBProxies = [] } = await this.rds.send(new DescribeDBProxiesCommand({ DBProxyName }));
      strictEqual(DBProxies.length, 1);
      const [{ RequireTLS, DebugLogging, EngineFamily, VpcSecurityGroupIds, Auth = [] }] = DBProxies;
      deepStrictEqual([RequireTLS, DebugLogging, EngineFamily], [true, false, 'POSTGRESQL']);
      deepStrictEqual(VpcSecurityGroupIds, [
        made.get('aws_security_group', 'databases/Cluster/Proxy/SecurityGroup', 'id'),
      ]);
      deepStrictEqual(
        Auth.map((one) => [one.AuthScheme, one.IAMAuth, one.SecretArn]),
        [['SECRETS', 'REQUIRED', secretArn]]
      );
    });
    await lane.check('databases/Cluster/Proxy leads to the cluster, by 80 % of its connections', async () => {
      const { TargetGroups = [] } = await this.rds.send(new DescribeDBProxyTargetGroupsCommand({ DBProxyName }));
      deepStrictEqual(
        TargetGroups.map((group) => group.ConnectionPoolConfig?.MaxConnectionsPercent),
        [80]
      );
      const { Targets = [] } = await this.rds.send(new DescribeDBProxyTargetsCommand({ DBProxyName }));
      const clusters = Targets.filter(({ Type }) => Type === 'TRACKED_CLUSTER');
      deepStrictEqual(
        clusters.map(({ RdsResourceId }) => RdsResourceId),
        ['databases-cluster']
      );
    });
  }
}
