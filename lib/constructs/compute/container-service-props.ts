import { ITopic } from '../stores/topic';
import { EncryptedTargetGroup } from '../network/encrypted-target-group';
import { HttpsLoadBalancer } from '../network/https-load-balancer';
import { ContainerTaskProps } from './container-task-props';

/** How many tasks a service has, and what tells that they work. */
export interface ScaledTaskProps extends ContainerTaskProps {
  /**
   * The name of the service: letters, digits, `_` and `-`, 255 at most.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly serviceName?: string;

  /**
   * How many tasks it has at least: two or more, in as many zones (TOM 3.3.1). In an ephemeral environment one will do.
   *
   * @default - 2; in an ephemeral environment 1
   */
  readonly minTasks?: number;

  /**
   * How many tasks it has at most, which bounds what it costs (TOM 3.3.2).
   *
   * @default - 4, or twice as many as `minTasks` where that is more
   */
  readonly maxTasks?: number;

  /**
   * What tells within a container that it works: a program and its arguments, which end with 0. ECS replaces a task that fails it three times in a row, 30 seconds apart.
   *
   * @default - none: a task works while its program runs, and behind a load balancer while that reaches it
   */
  readonly healthCheckCommand?: string[];

  /**
   * The names of further alarms that stop a deployment and roll it back.
   *
   * @default - only its own
   */
  readonly deploymentAlarmNames?: string[];

  /**
   * The topic that its alarms publish to. One of this library lets CloudWatch publish; another one must.
   *
   * @default - none: they only stop deployments
   */
  readonly alarmTopic?: ITopic;
}

/** What a service runs, who reaches it, and how it scales. */
export interface ContainerServiceProps extends ScaledTaskProps {
  /**
   * The port on which the container takes TLS: 1024 to 65535, since it is not root (TOM 1.1.2).
   *
   * @default - 8443 behind a load balancer, else none: nobody connects to it
   */
  readonly port?: number;

  /**
   * The load balancer before it, which talks HTTPS to the container and in health checks, whatever certificate the container shows.
   *
   * @default - none
   */
  readonly loadBalancer?: HttpsLoadBalancer;

  /**
   * The target group of the service, of targets by address, to which rules of yours on the load balancer forward.
   *
   * @default - one of its own, to which the load balancer sends everything
   */
  readonly targetGroup?: EncryptedTargetGroup;

  /**
   * What a health check of the load balancer asks the container for. The answer must be 200.
   *
   * @default /
   */
  readonly healthCheckPath?: string;

  /**
   * How many seconds the load balancer may take to find a new task healthy: 0 to 3600.
   *
   * @default 60
   */
  readonly healthCheckGraceSeconds?: number;

  /**
   * The share of their CPU units that tasks use on average, in percent, which scaling keeps to: 10 to 90 (TOM 3.3.2).
   *
   * @default 60
   */
  readonly targetCpuPercent?: number;
}
