import { Fn, TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { EcsCluster } from '@cdktf/provider-aws/lib/ecs-cluster';
import { DataClass } from '../../toms/data-class';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { claimName, shortName } from '../core/names';
import { ClassifiedProps, RegionalProps } from '../core/props';
import { IKey } from '../encryption/key';
import { RotatedKey } from '../encryption/rotated-key';
import { openStore } from '../encryption/store';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';
import { logDays } from '../stores/log-days';
import { ICluster } from './cluster';
import { CONTAINER_CLUSTER } from './refused-of-containers';

/** What a cluster of containers is called, and what encrypts what its tasks keep. */
export interface ContainerClusterProps extends ClassifiedProps, RegionalProps {
  /**
   * The name of the cluster: letters, digits, `_` and `-`, 255 at most. Another name is another cluster.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly clusterName?: string;

  /**
   * The key that encrypts the disks of tasks, sessions of ECS Exec and both logs, in the same region (TOM 1.2.1). Fargate takes no multi-Region key.
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;
}

/**
 * A cluster for containers on Fargate (TOM 1.2.1, 8.1, 8.4): Container Insights with enhanced observability, disks of tasks under a key of your own, and every session of
 * ECS Exec encrypted with it and kept in a log group.
 *
 * ```ts
 * const cluster = new ContainerCluster(this, 'Cluster');
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-storage-encryption.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/deploy-container-insights-ECS-cluster.html
 */
export class ContainerCluster extends Construct implements ICluster {
  /**
   * A cluster that is already there, by its ARN. Nothing about it is checked.
   *
   * @throws ValidationError where it is no cluster's ARN.
   */
  public static fromClusterArn(scope: Construct, id: string, clusterArn: string): ICluster {
    class ImportedCluster extends Construct implements ICluster {
      public readonly clusterArn = clusterArn;
      public readonly clusterName = Token.isUnresolved(clusterArn)
        ? (Fn.element(Fn.split('/', clusterArn), 1) as string)
        : clusterArn.slice(clusterArn.indexOf('/') + 1);
      public readonly region = Token.isUnresolved(clusterArn) ? undefined : clusterArn.split(':')[3];
    }
    const cluster = new ImportedCluster(scope, id);
    if (!Token.isUnresolved(clusterArn) && !ARN.test(clusterArn)) {
      refuse(cluster, {
        prop: 'clusterArn',
        must: 'must be the ARN of a cluster',
        value: clusterArn,
        fix: "write 'arn:aws:ecs:<region>:<account>:cluster/<name>'",
      });
    }
    return cluster;
  }

  /** The cluster itself. */
  public readonly resource: EcsCluster;
  /**
   * The ARN of the cluster.
   *
   * @attribute
   */
  public readonly clusterArn: string;
  /**
   * The name of the cluster.
   *
   * @attribute
   */
  public readonly clusterName: string;
  /** The class of the data that its tasks work on. */
  public readonly dataClass?: DataClass;
  /** The region that it lies in, where that is not the region of the stack's provider. */
  public readonly region?: string;
  /** The key that encrypts the disks of tasks, sessions and logs. */
  public readonly encryptionKey: IKey;
  /** What people type into a container by ECS Exec, and what it answers, wherever a service or task allows it. */
  public readonly sessionLog: RetainedLogGroup;
  /** What Container Insights writes of tasks and containers. */
  public readonly insightsLog: RetainedLogGroup;

  /**
   * @throws ValidationError on Container Insights or logs of sessions that are off, a name that is malformed or taken, a key of another region, or a region that is unknown
   * or outside the residency.
   */
  constructor(scope: Construct, id: string, props: ContainerClusterProps = {}) {
    super(scope, id);
    const { posture, dataClass, key, region, tags } = openStore(this, props, { refused: CONTAINER_CLUSTER });
    const name = props.clusterName ?? shortName(this, posture, 255);
    this.requireName(name);
    const common = { encryptionKey: key, dataClass, region, tags: props.tags };
    this.sessionLog = new RetainedLogGroup(this, 'SessionLog', common);
    // ECS writes into a group of this name where one is there, and otherwise makes one without a key.
    this.insightsLog = new RetainedLogGroup(this, 'InsightsLog', {
      ...common,
      logGroupName: `/aws/ecs/containerinsights/${name}/performance`,
      logType: LogType.APPLICATION,
      retentionDays: logDays(posture),
    });
    letFargateUse(key, name);
    this.resource = new EcsCluster(this, 'Resource', {
      name,
      setting: [{ name: 'containerInsights', value: 'enhanced' }],
      configuration: {
        executeCommandConfiguration: {
          kmsKeyId: key.keyArn,
          logging: 'OVERRIDE',
          logConfiguration: {
            cloudWatchEncryptionEnabled: true,
            cloudWatchLogGroupName: this.sessionLog.logGroupName,
          },
        },
        managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: key.keyArn, kmsKeyId: key.keyArn },
      },
      region,
      tags,
      dependsOn: [this.insightsLog.resource],
    });
    this.node.defaultChild = this.resource;
    this.clusterArn = this.resource.arn;
    this.clusterName = this.resource.name;
    this.dataClass = dataClass;
    this.region = region;
    this.encryptionKey = key;
  }

  private requireName(name: string): void {
    if (!Token.isUnresolved(name) && !/^[\w-]{1,255}$/.test(name)) {
      refuse(this, {
        prop: 'clusterName',
        must: "must be 1 to 255 letters, digits, '_' and '-'",
        value: name,
        fix: "write clusterName: 'acme-orders', or leave it out",
      });
    }
    claimName(this, TerraformStack.of(this), 'clusterName', name);
  }
}

const ARN = /^arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:cluster\/[\w-]{1,255}$/;

/**
 * Lets Fargate encrypt the disks of the tasks of one cluster under a key. The statements have no Sid: clusters that share a key have a statement each.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-create-storage-key.html
 */
function letFargateUse(key: IKey, clusterName: string): void {
  if (!(key instanceof RotatedKey)) return;
  const ofCluster = {
    'kms:EncryptionContext:aws:ecs:clusterAccount': [accountOf(key).id],
    'kms:EncryptionContext:aws:ecs:clusterName': [clusterName],
  };
  const common = { principals: { Service: ['fargate.amazonaws.com'] }, resources: ['*'] };
  key.addToResourcePolicy({
    ...common,
    actions: ['kms:GenerateDataKeyWithoutPlaintext'],
    conditions: { StringEquals: ofCluster },
  });
  key.addToResourcePolicy({
    ...common,
    actions: ['kms:CreateGrant'],
    conditions: { StringEquals: ofCluster, 'ForAllValues:StringEquals': { 'kms:GrantOperations': ['Decrypt'] } },
  });
}
