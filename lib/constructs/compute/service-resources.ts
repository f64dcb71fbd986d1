import { ITerraformDependable, Lazy, TerraformStack, Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import {
  AppautoscalingPolicy,
  AppautoscalingPolicyTargetTrackingScalingPolicyConfiguration,
} from '@cdktf/provider-aws/lib/appautoscaling-policy';
import { AppautoscalingTarget } from '@cdktf/provider-aws/lib/appautoscaling-target';
import { EcsService, EcsServiceLoadBalancer } from '@cdktf/provider-aws/lib/ecs-service';
import { refuse } from '../core/errors';
import { claimName } from '../core/names';
import { Posture } from '../core/posture';
import { requireWholeNumber } from '../core/require';
import { ScaledTaskProps } from './container-service-props';
import { Task } from './container-task';

/** Between how many tasks a service scales. */
export interface TaskCount {
  readonly minTasks: number;
  readonly maxTasks: number;
}

/** The numbers of tasks that were said, or their defaults. */
export function taskCount(scope: IConstruct, props: ScaledTaskProps): TaskCount {
  const { isEphemeral } = Posture.of(scope);
  const { minTasks = isEphemeral ? 1 : 2 } = props;
  requireWholeNumber(scope, 'minTasks', minTasks, {
    min: isEphemeral ? 1 : 2,
    of: 'tasks',
    because: isEphemeral ? undefined : ': where the zone of the only one fails, nothing runs',
    measure: '3.3.1',
    example: 2,
  });
  const { maxTasks = Math.max(4, minTasks * 2) } = props;
  requireWholeNumber(scope, 'maxTasks', maxTasks, {
    min: minTasks,
    of: 'tasks',
    because: ', as many as minTasks',
    measure: '3.3.2',
    example: minTasks * 2,
  });
  return { minTasks, maxTasks };
}

/** The name of a service, which alarms and scaling know it by. */
export function serviceNameOf(scope: IConstruct, given: string | undefined, made: string): string {
  const name = given ?? made;
  if (!Token.isUnresolved(name) && !/^[\w-]{1,255}$/.test(name)) {
    refuse(scope, {
      prop: 'serviceName',
      must: "must be 1 to 255 letters, digits, '_' and '-'",
      value: name,
      fix: "write serviceName: 'acme-orders', or leave it out",
    });
  }
  claimName(scope, TerraformStack.of(scope), 'serviceName', name);
  return name;
}

/** What a service has beside its task. */
export interface ServiceOptions extends TaskCount {
  readonly name: string;
  readonly alarmNames: string[];
  readonly loadBalancer?: EcsServiceLoadBalancer;
  readonly healthCheckGraceSeconds?: number;
  /** What sends requests to it, which ECS asks for before it makes the service. */
  readonly dependsOn?: ITerraformDependable[];
  /** What scaling keeps to. */
  readonly scaling: {
    readonly id: string;
    readonly configuration: AppautoscalingPolicyTargetTrackingScalingPolicyConfiguration;
  };
}

/**
 * A service of tasks on Fargate, and what scales it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
 */
export function serviceResources(scope: Construct, task: Task, options: ServiceOptions): EcsService {
  const { region, tags, cluster } = task;
  const { name, minTasks, maxTasks, loadBalancer, alarmNames, scaling } = options;
  const service = new EcsService(scope, 'Resource', {
    name,
    cluster: cluster.clusterArn,
    taskDefinition: task.definition.arn,
    launchType: 'FARGATE',
    platformVersion: 'LATEST',
    desiredCount: minTasks,
    deploymentMinimumHealthyPercent: 100,
    deploymentMaximumPercent: 200,
    deploymentCircuitBreaker: { enable: true, rollback: true },
    alarms: { enable: true, rollback: true, alarmNames },
    availabilityZoneRebalancing: 'ENABLED',
    networkConfiguration: {
      subnets: task.subnetIds,
      securityGroups: [task.securityGroup.securityGroupId],
      assignPublicIp: false,
    },
    loadBalancer: loadBalancer && [loadBalancer],
    healthCheckGracePeriodSeconds: options.healthCheckGraceSeconds,
    enableExecuteCommand: false,
    enableEcsManagedTags: true,
    propagateTags: 'SERVICE',
    region,
    tags,
    // From then on scaling decides.
    lifecycle: { ignoreChanges: ['desired_count'] },
    dependsOn: options.dependsOn,
  });
  const listeners = service.dependsOn ?? [];
  service.dependsOn = Lazy.listValue({ produce: () => [...listeners, ...task.prerequisites()] });
  scope.node.defaultChild = service;
  const target = new AppautoscalingTarget(scope, 'ScalableTarget', {
    minCapacity: minTasks,
    maxCapacity: maxTasks,
    resourceId: `service/${cluster.clusterName}/${service.name}`,
    scalableDimension: 'ecs:service:DesiredCount',
    serviceNamespace: 'ecs',
    region,
    tags,
  });
  new AppautoscalingPolicy(scope, scaling.id, {
    name,
    policyType: 'TargetTrackingScaling',
    resourceId: target.resourceId,
    scalableDimension: target.scalableDimension,
    serviceNamespace: target.serviceNamespace,
    targetTrackingScalingPolicyConfiguration: scaling.configuration,
    region,
  });
  return service;
}
