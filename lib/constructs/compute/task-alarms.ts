import { Construct } from 'constructs';
import {
  CloudwatchMetricAlarm,
  CloudwatchMetricAlarmConfig,
  CloudwatchMetricAlarmMetricQuery,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { shortName } from '../core/names';
import { EncryptedTopic } from '../stores/encrypted-topic';
import { ITopic } from '../stores/topic';
import { Task } from './container-task';

/** The share of memory at which the kernel soon ends the program. */
const MEMORY_PERCENT = 90;

/** The share of requests that a service answers with an error of its own before somebody has to look. */
const ERROR_PERCENT = 5;

/** What an alarm watches, as far as alarms here differ. */
interface Watched extends Omit<CloudwatchMetricAlarmConfig, 'alarmName' | 'alarmActions' | 'okActions' | 'tags'> {
  readonly topic?: ITopic;
}

/** An alarm below a construct, which tells a topic when it goes off and when it is over. */
export function taskAlarm(scope: Construct, id: string, task: Task, watched: Watched): CloudwatchMetricAlarm {
  const { topic, ...config } = watched;
  if (topic instanceof EncryptedTopic) topic.allowService('cloudwatch.amazonaws.com');
  const actions = topic && [topic.topicArn];
  return new CloudwatchMetricAlarm(scope, id, {
    ...config,
    alarmName: `${shortName(scope, task.posture, 200)}-${id.toLowerCase()}`,
    treatMissingData: 'notBreaching',
    alarmActions: actions,
    okActions: actions,
    region: task.region,
    tags: task.tags,
  });
}

/**
 * Goes off where tasks use up their memory.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html
 */
export function memoryAlarm(
  scope: Construct,
  task: Task,
  serviceName: string,
  topic: ITopic | undefined
): CloudwatchMetricAlarm {
  return taskAlarm(scope, 'MemoryAlarm', task, {
    alarmDescription: `${scope.node.path} uses more than ${MEMORY_PERCENT} percent of its memory`,
    namespace: 'AWS/ECS',
    metricName: 'MemoryUtilization',
    dimensions: { ClusterName: task.cluster.clusterName, ServiceName: serviceName },
    statistic: 'Average',
    period: 60,
    evaluationPeriods: 3,
    comparisonOperator: 'GreaterThanThreshold',
    threshold: MEMORY_PERCENT,
    topic,
  });
}

/** A load balancer and a target group, as metrics name them. */
export interface Targets {
  readonly loadBalancer: string;
  readonly targetGroup: string;
}

/**
 * Goes off where a service answers too many requests with an error.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export function errorAlarm(
  scope: Construct,
  task: Task,
  { loadBalancer, targetGroup }: Targets,
  topic: ITopic | undefined
): CloudwatchMetricAlarm {
  const sum = (id: string, metricName: string): CloudwatchMetricAlarmMetricQuery => ({
    id,
    metric: {
      namespace: 'AWS/ApplicationELB',
      metricName,
      dimensions: { LoadBalancer: loadBalancer, TargetGroup: targetGroup },
      stat: 'Sum',
      period: 60,
    },
  });
  return taskAlarm(scope, 'ErrorAlarm', task, {
    alarmDescription: `${scope.node.path} answers more than ${ERROR_PERCENT} percent of requests with an error`,
    metricQuery: [
      {
        id: 'share',
        expression: 'IF(requests > 0, 100 * FILL(errors, 0) / requests, 0)',
        label: 'percent of requests answered with an error',
        returnData: true,
      },
      sum('errors', 'HTTPCode_Target_5XX_Count'),
      sum('requests', 'RequestCount'),
    ],
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    comparisonOperator: 'GreaterThanThreshold',
    threshold: ERROR_PERCENT,
    topic,
  });
}
