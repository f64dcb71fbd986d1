import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { EcsService } from '@cdktf/provider-aws/lib/ecs-service';
import { EcsTaskDefinition } from '@cdktf/provider-aws/lib/ecs-task-definition';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { refuse } from '../core/errors';
import { requireWholeNumber } from '../core/require';
import { IKey } from '../encryption/key';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { Connections, IConnectable } from '../network/connections';
import { EncryptedTargetGroup, TargetType } from '../network/encrypted-target-group';
import { Port } from '../network/port';
import { ICluster } from './cluster';
import { ContainerServiceProps } from './container-service-props';
import { CONTAINER, Task, containerTask } from './container-task';
import { CONTAINER_SERVICE } from './refused-of-containers';
import { serviceNameOf, serviceResources, taskCount } from './service-resources';
import { errorAlarm, memoryAlarm } from './task-alarms';

/**
 * A service of containers on Fargate (TOM 1.1.2, 1.2.1, 3.1.1, 3.2.2, 3.3.1, 3.3.2, 8.1, 9.3): not root, with nothing that it may write to but what is named, in two zones
 * without public addresses, behind a load balancer that talks TLS to it, with a deployment that is rolled back where it fails.
 *
 * ```ts
 * const service = new ContainerService(this, 'Orders', {
 *   image: ContainerImage.fromRepository(repository, 'v42'),
 *   vpc,
 *   loadBalancer,
 *   healthCheckPath: '/health',
 * });
 * bucket.grantRead(service.role);
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-fargate.html
 */
export class ContainerService extends Construct implements IConnectable {
  /** The service itself. */
  public readonly resource: EcsService;
  /**
   * The name of the service.
   *
   * @attribute
   */
  public readonly serviceName: string;
  /** The definition of its tasks. */
  public readonly taskDefinition: EcsTaskDefinition;
  /** The role as which the program runs, which takes grants. */
  public readonly role: IamRole;
  /** The role as which ECS pulls the image, reads the secrets that are named, and writes the log. */
  public readonly executionRole: IamRole;
  /** Its cluster. */
  public readonly cluster: ICluster;
  /** Its log. */
  public readonly logGroup: RetainedLogGroup;
  /** The key that encrypts its log. */
  public readonly encryptionKey: IKey;
  /** What may connect to its port, and what it may connect to. */
  public readonly connections: Connections;
  /** Where the load balancer sends requests for it, where there is one. */
  public readonly targetGroup?: EncryptedTargetGroup;

  /**
   * @throws ValidationError on a container that is root, privileged or writes to its root file system, a tag that is moved, a secret as a variable, fewer than two tasks or
   * zones outside of an ephemeral environment, a size that Fargate does not have, personal data without a retention, numbers that ECS does not take, a name that is
   * malformed or taken, a key or cluster of another region, or a region that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: ContainerServiceProps) {
    super(scope, id);
    const { loadBalancer, alarmTopic, healthCheckGraceSeconds = 60, targetCpuPercent = 60 } = props;
    this.requireBalanced(props);
    const port = props.port ?? props.targetGroup?.port ?? (loadBalancer ? 8443 : undefined);
    if (port !== undefined) {
      requireWholeNumber(this, 'port', port, {
        min: 1024,
        max: 65_535,
        because: ', since only root listens below',
        measure: '9.3',
        example: 8443,
      });
    }
    requireWholeNumber(this, 'healthCheckGraceSeconds', healthCheckGraceSeconds, { min: 0, max: 3600, example: 60 });
    requireWholeNumber(this, 'targetCpuPercent', targetCpuPercent, {
      min: 10,
      max: 90,
      of: 'percent',
      measure: '3.3.2',
      example: 60,
    });
    const task = containerTask(this, props, {
      refused: CONTAINER_SERVICE,
      port,
      healthCheckCommand: props.healthCheckCommand,
    });
    const name = serviceNameOf(this, props.serviceName, task.name);
    const count = taskCount(this, props);
    const targets = this.targetsOf(task, props, port);
    const alarms = [memoryAlarm(this, task, name, alarmTopic)];
    if (loadBalancer && targets) {
      const dimensions = {
        loadBalancer: loadBalancer.resource.arnSuffix,
        targetGroup: targets.resource.arnSuffix,
      };
      alarms.push(errorAlarm(this, task, dimensions, alarmTopic));
    }
    const isHere = loadBalancer && TerraformStack.of(loadBalancer) === TerraformStack.of(this);
    this.resource = serviceResources(this, task, {
      ...count,
      name,
      alarmNames: [...alarms.map(({ alarmName }) => alarmName), ...(props.deploymentAlarmNames ?? [])],
      loadBalancer: targets && {
        targetGroupArn: targets.targetGroupArn,
        containerName: CONTAINER,
        containerPort: targets.port,
      },
      healthCheckGraceSeconds: targets && healthCheckGraceSeconds,
      dependsOn: isHere ? [loadBalancer.listener.resource] : undefined,
      scaling: {
        id: 'CpuScaling',
        configuration: {
          targetValue: targetCpuPercent,
          predefinedMetricSpecification: { predefinedMetricType: 'ECSServiceAverageCPUUtilization' },
        },
      },
    });
    this.serviceName = this.resource.name;
    this.taskDefinition = task.definition;
    this.role = task.role;
    this.executionRole = task.executionRole;
    this.cluster = task.cluster;
    this.logGroup = task.logGroup;
    this.encryptionKey = task.key;
    this.connections = task.connections;
    this.targetGroup = targets;
  }

  private requireBalanced(props: ContainerServiceProps): void {
    for (const prop of ['targetGroup', 'healthCheckPath', 'healthCheckGraceSeconds'] as const) {
      if (props[prop] === undefined || props.loadBalancer) continue;
      refuse(this, {
        prop,
        must: 'must not be set without a load balancer',
        fix: 'write loadBalancer, or leave it out',
      });
    }
    const { targetGroup, port } = props;
    if (!targetGroup) return;
    if (props.healthCheckPath !== undefined) {
      refuse(this, {
        prop: 'healthCheckPath',
        must: 'must not be set beside targetGroup, which has a path of its own',
        value: props.healthCheckPath,
        fix: 'write it where the target group is made',
      });
    }
    if (port !== undefined && port !== targetGroup.port) {
      refuse(this, {
        prop: 'port',
        must: `must be that of the target group, ${targetGroup.port}`,
        value: port,
        fix: 'leave it out',
      });
    }
    if (
      !Token.isUnresolved(targetGroup.resource.targetTypeInput) &&
      targetGroup.resource.targetTypeInput !== TargetType.IP
    ) {
      refuse(this, {
        prop: 'targetGroup',
        must: 'must be of targets by address, which tasks on Fargate are',
        value: targetGroup.resource.targetTypeInput,
        fix: 'write targetType: TargetType.IP where it is made',
      });
    }
  }

  /** Where the load balancer sends requests, and the connection to it. */
  private targetsOf(
    task: Task,
    props: ContainerServiceProps,
    port: number | undefined
  ): EncryptedTargetGroup | undefined {
    const { loadBalancer, healthCheckPath, tags } = props;
    if (!loadBalancer || port === undefined) return undefined;
    loadBalancer.connections.allowTo({ connections: task.connections }, Port.tcp(port), `HTTPS to ${this.node.path}`);
    if (props.targetGroup) return props.targetGroup;
    const id = `Targets-${this.node.path.replace(/\//g, '-')}`;
    return loadBalancer.addTargets(id, { targetType: TargetType.IP, port, healthCheckPath, tags });
  }
}
