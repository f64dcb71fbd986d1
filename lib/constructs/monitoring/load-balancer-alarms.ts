import { IConstruct } from 'constructs';
import { requireWholeNumber } from '../core/require';
import { LoadBalancerType } from '../encryption/tls-endpoint';
import { EncryptedTargetGroup } from '../network/encrypted-target-group';
import { LoadBalancerBase } from '../network/load-balancer';
import { Watched, WatchedMetric } from './watched';

/** When a load balancer is told of. */
export interface LoadBalancerAlarmOptions {
  /**
   * Whose health is watched: the targets that it sends to.
   *
   * @default - those that `addTargets` of it made
   */
  readonly targetGroups?: EncryptedTargetGroup[];

  /**
   * How many targets may be unhealthy, where that goes on for five minutes.
   *
   * @default 0
   */
  readonly maxUnhealthyTargets?: number;

  /**
   * How many percent of the answers of targets may be errors (5xx), where that goes on for three minutes: 1 to 100. 5 is what AWS recommends for errors of servers
   * behind API Gateway.
   *
   * @default 5
   */
  readonly maxErrorPercent?: number;

  /**
   * How many errors (5xx) the load balancer may answer itself in a minute, where that goes on for five minutes: it does where no target is healthy, or none answers.
   *
   * @default 0
   */
  readonly maxLoadBalancerErrors?: number;
}

/**
 * What is watched of a load balancer. A network load balancer passes on connections, and knows of no errors in them.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html
 */
export function watchedOfLoadBalancer(
  scope: IConstruct,
  loadBalancer: LoadBalancerBase,
  options: LoadBalancerAlarmOptions
): Watched[] {
  const { maxUnhealthyTargets = 0, maxErrorPercent = 5, maxLoadBalancerErrors = 0 } = options;
  const measure = '3.3.2';
  requireWholeNumber(scope, 'maxUnhealthyTargets', maxUnhealthyTargets, { min: 0, of: 'targets', measure, example: 0 });
  requireWholeNumber(scope, 'maxErrorPercent', maxErrorPercent, {
    min: 1,
    max: 100,
    of: 'percent',
    measure,
    example: 5,
  });
  const errors = { min: 0, of: 'errors', measure, example: 0 };
  requireWholeNumber(scope, 'maxLoadBalancerErrors', maxLoadBalancerErrors, errors);
  const isApplication = loadBalancer.loadBalancerType === LoadBalancerType.APPLICATION;
  const namespace = isApplication ? 'AWS/ApplicationELB' : 'AWS/NetworkELB';
  const dimensions = { LoadBalancer: loadBalancer.resource.arnSuffix };
  const groups =
    options.targetGroups ??
    loadBalancer.node.children.filter((child): child is EncryptedTargetGroup => child instanceof EncryptedTargetGroup);
  const unhealthy = groups.map((group): Watched => ({
    id: `${group.node.id}Unhealthy`,
    says: `Targets of ${group.node.id} fail their health checks, or there are none: look at what they answer`,
    namespace,
    metricName: 'UnHealthyHostCount',
    dimensions: { ...dimensions, TargetGroup: group.resource.arnSuffix },
    statistic: 'Maximum',
    when: 'above',
    threshold: maxUnhealthyTargets,
    minutes: 5,
    // It is measured where targets are registered: without any, nobody answers.
    missing: 'breaching',
  }));
  if (!isApplication) return unhealthy;
  const sum = (metricName: string): WatchedMetric => ({ namespace, metricName, dimensions, statistic: 'Sum' });
  // Both are measured where they happen: without a value, nothing is wrong.
  const common = { when: 'above', missing: 'notBreaching' } as const;
  return [
    ...unhealthy,
    {
      ...common,
      ...sum('HTTPCode_Target_5XX_Count'),
      id: 'TargetErrors',
      says: `More than ${maxErrorPercent} percent of the answers of targets are errors: read their logs`,
      percentOf: sum('RequestCount'),
      threshold: maxErrorPercent,
      minutes: 3,
    },
    {
      ...common,
      ...sum('HTTPCode_ELB_5XX_Count'),
      id: 'LoadBalancerErrors',
      says: 'The load balancer answers with errors of its own: no target is healthy, or none answers in time',
      threshold: maxLoadBalancerErrors,
      minutes: 5,
    },
  ];
}
