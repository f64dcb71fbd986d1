import { Construct } from 'constructs';
import { AppautoscalingPolicyTargetTrackingScalingPolicyConfiguration } from '@cdktf/provider-aws/lib/appautoscaling-policy';
import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { EcsService } from '@cdktf/provider-aws/lib/ecs-service';
import { EcsTaskDefinition } from '@cdktf/provider-aws/lib/ecs-task-definition';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { requireClassOfData } from '../core/class-of-data';
import { refuse } from '../core/errors';
import { requireWholeNumber } from '../core/require';
import { IKey } from '../encryption/key';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { Connections, IConnectable } from '../network/connections';
import { EncryptedQueue } from '../stores/encrypted-queue';
import { IQueue } from '../stores/queue';
import { queueNameOf } from '../stores/queue-name';
import { ICluster } from './cluster';
import { ScaledTaskProps } from './container-service-props';
import { Task, containerTask } from './container-task';
import { CONTAINER_SERVICE } from './refused-of-containers';
import { serviceNameOf, serviceResources, taskCount } from './service-resources';
import { memoryAlarm, taskAlarm } from './task-alarms';

/** What SQS hides a message for where nothing else is set. */
const DEFAULT_VISIBILITY_SECONDS = 30;

/** What Fargate gives a container at most before it ends one that was told to stop. */
const MAX_STOP_SECONDS = 120;

/** Whose messages a worker works on, and how long that takes. */
export interface QueueWorkerProps extends ScaledTaskProps {
  /** The queue, in the region of the network. */
  readonly queue: IQueue;

  /** The most seconds that the work on one message takes: 1 to 43200. The queue hides it for as many, or more (TOM 3.3.1). */
  readonly workSeconds: number;

  /**
   * How many seconds a message may wait, which scaling keeps to: at least `workSeconds` (TOM 3.3.2).
   *
   * @default - 300, or `workSeconds` where that is more
   */
  readonly maxDelaySeconds?: number;

  /**
   * The queue of the dead letters of a queue that is already there.
   *
   * @default - that of the queue, where it is an `EncryptedQueue`, else none: no alarm tells of dead letters
   */
  readonly deadLetterQueue?: IQueue;
}

/**
 * Containers on Fargate that work on the messages of a queue (TOM 1.2.1, 3.1.1, 3.2.2, 3.3.1, 3.3.2, 8.1, 9.3): as hardened as those of a `ContainerService`, without a way
 * in, scaled by how many messages wait for each task, with an alarm for dead letters.
 *
 * ```ts
 * const queue = new EncryptedQueue(this, 'Accepted', { visibilityTimeoutSeconds: 180 });
 * const image = ContainerImage.fromRepository(repository, 'v42');
 * new QueueWorker(this, 'Fulfil', { image, vpc, queue, workSeconds: 60 });
 * ```
 *
 * @see https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
 */
export class QueueWorker extends Construct implements IConnectable {
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
  /** The role as which the program runs, which takes grants. It receives, hides and deletes messages of the queue. */
  public readonly role: IamRole;
  /** The role as which ECS pulls the image, reads the secrets that are named, and writes the log. */
  public readonly executionRole: IamRole;
  /** Its cluster. */
  public readonly cluster: ICluster;
  /** Its log. */
  public readonly logGroup: RetainedLogGroup;
  /** The key that encrypts its log. */
  public readonly encryptionKey: IKey;
  /** What it may connect to. Nobody connects to it. */
  public readonly connections: Connections;
  /** Goes off where the queue has dead letters, where these are known. */
  public readonly deadLetterAlarm?: CloudwatchMetricAlarm;

  /**
   * @throws ValidationError as a `ContainerService`, and where the queue hides messages for a shorter time than the work on them takes, or is for a lower class of data.
   */
  constructor(scope: Construct, id: string, props: QueueWorkerProps) {
    super(scope, id);
    const { queue, workSeconds, alarmTopic } = props;
    requireWholeNumber(this, 'workSeconds', workSeconds, { min: 1, max: 43_200, of: 'seconds', example: 60 });
    const { maxDelaySeconds = Math.max(300, workSeconds) } = props;
    requireWholeNumber(this, 'maxDelaySeconds', maxDelaySeconds, {
      min: workSeconds,
      of: 'seconds',
      because: ', as long as the work on one message takes',
      measure: '3.3.2',
      example: Math.max(300, workSeconds),
    });
    this.requireHidden(queue, workSeconds);
    const task = containerTask(this, props, {
      refused: CONTAINER_SERVICE,
      healthCheckCommand: props.healthCheckCommand,
      stopTimeoutSeconds: Math.min(Math.max(workSeconds, 30), MAX_STOP_SECONDS),
    });
    requireClassOfData(this, 'queue', task.dataClass, queue);
    const name = serviceNameOf(this, props.serviceName, task.name);
    const count = taskCount(this, props);
    queue.grantConsume(task.role);
    const memory = memoryAlarm(this, task, name, alarmTopic);
    const deadLetters = props.deadLetterQueue ?? (queue instanceof EncryptedQueue ? queue.deadLetterQueue : undefined);
    if (deadLetters) this.deadLetterAlarm = this.alarmOf(deadLetters, task, props);
    this.resource = serviceResources(this, task, {
      ...count,
      name,
      // Dead letters that wait for somebody would stop the deployment that fixes what made them.
      alarmNames: [memory.alarmName, ...(props.deploymentAlarmNames ?? [])],
      scaling: {
        id: 'BacklogScaling',
        configuration: backlogPerTask(task, name, queue, Math.floor(maxDelaySeconds / workSeconds)),
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
  }

  /** Of a queue that is already there nothing is known. */
  private requireHidden(queue: IQueue, workSeconds: number): void {
    if (!(queue instanceof EncryptedQueue)) return;
    const hidden = queue.resource.visibilityTimeoutSecondsInput ?? DEFAULT_VISIBILITY_SECONDS;
    if (hidden >= workSeconds) return;
    refuse(this, {
      prop: 'queue',
      must: `must hide a message for as long as the work on it takes, ${workSeconds} seconds: another task receives it again before that, and does the work twice`,
      value: hidden,
      measure: '3.3.1',
      fix: `write visibilityTimeoutSeconds: ${workSeconds} or more on ${queue.node.path}`,
    });
  }

  private alarmOf(deadLetters: IQueue, task: Task, props: QueueWorkerProps): CloudwatchMetricAlarm {
    return taskAlarm(this, 'DeadLetterAlarm', task, {
      alarmDescription: `${this.node.path} failed at messages, which wait in ${deadLetters.node.path}`,
      namespace: 'AWS/SQS',
      metricName: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: queueNameOf(deadLetters) },
      statistic: 'Maximum',
      period: 60,
      evaluationPeriods: 1,
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      topic: props.alarmTopic,
    });
  }
}

/**
 * Keeps the messages that wait for each task to a number: those that one works off in the time that the last of them may wait.
 *
 * @see https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html
 */
function backlogPerTask(
  task: Task,
  serviceName: string,
  queue: IQueue,
  targetValue: number
): AppautoscalingPolicyTargetTrackingScalingPolicyConfiguration {
  const metric = (
    metricName: string,
    namespace: string,
    dimensions: { [name: string]: string }
  ): { metricName: string; namespace: string; dimensions: { name: string; value: string }[] } => ({
    metricName,
    namespace,
    dimensions: Object.entries(dimensions).map(([name, value]) => ({ name, value })),
  });
  const waiting = metric('ApproximateNumberOfMessagesVisible', 'AWS/SQS', { QueueName: queueNameOf(queue) });
  const running = metric('RunningTaskCount', 'ECS/ContainerInsights', {
    ClusterName: task.cluster.clusterName,
    ServiceName: serviceName,
  });
  return {
    targetValue,
    customizedMetricSpecification: {
      metrics: [
        { id: 'waiting', label: 'messages that wait', metricStat: { metric: waiting, stat: 'Sum' }, returnData: false },
        { id: 'running', label: 'tasks', metricStat: { metric: running, stat: 'Average' }, returnData: false },
        { id: 'backlog', label: 'messages for each task', expression: 'waiting / running', returnData: true },
      ],
    },
  };
}
