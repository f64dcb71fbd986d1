import { TerraformStack } from 'cdktf';
import {
  ContainerImage,
  ContainerRepository,
  DataClass,
  EncryptedQueue,
  EncryptedTopic,
  Port,
  QueueWorker,
  QueueWorkerProps,
  SecurityGroup,
} from '../../../lib';
import { reachableNetwork } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const THERE = 'arn:aws:sqs:eu-central-1:111122223333:accepted';

type Props = (stack: TerraformStack) => Partial<QueueWorkerProps>;

function made(props: Props = () => ({})): { stack: TerraformStack; worker: QueueWorker; queue: EncryptedQueue } {
  const stack = newStack();
  const queue = new EncryptedQueue(stack, 'Queue', { visibilityTimeoutSeconds: 120 });
  const image = ContainerImage.fromRepository(new ContainerRepository(stack, 'Images'), 'v42');
  const vpc = reachableNetwork(stack);
  const worker = new QueueWorker(stack, 'Fulfil', { image, vpc, queue, workSeconds: 60, ...props(stack) });
  return { stack, worker, queue };
}

function container(stack: TerraformStack): { stopTimeout: number; portMappings: object[] } {
  const { container_definitions: text } = Written.of(stack).resource('aws_ecs_task_definition');
  return (JSON.parse(String(text)) as { stopTimeout: number; portMappings: object[] }[])[0];
}

test('scales by the messages that wait for each task', () => {
  const { stack } = made();
  const written = Written.of(stack);
  expect(written.resource('aws_appautoscaling_policy', 'Fulfil/BacklogScaling')).toMatchObject({
    policy_type: 'TargetTrackingScaling',
    target_tracking_scaling_policy_configuration: {
      target_value: 5,
      customized_metric_specification: {
        metrics: [
          {
            id: 'waiting',
            return_data: false,
            metric_stat: {
              stat: 'Sum',
              metric: {
                namespace: 'AWS/SQS',
                metric_name: 'ApproximateNumberOfMessagesVisible',
                dimensions: [
                  { name: 'QueueName', value: expect.stringMatching(/^\$\{element\(split\(":", aws_sqs/) as string },
                ],
              },
            },
          },
          {
            id: 'running',
            return_data: false,
            metric_stat: {
              metric: {
                namespace: 'ECS/ContainerInsights',
                metric_name: 'RunningTaskCount',
                dimensions: [{ name: 'ClusterName' }, { name: 'ServiceName', value: 'test-fulfil' }],
              },
            },
          },
          { id: 'backlog', expression: 'waiting / running', return_data: true },
        ],
      },
    },
  });
  expect(written.resource('aws_appautoscaling_target')).toMatchObject({ min_capacity: 2, max_capacity: 4 });
  expect(written.resource('aws_ecs_service')).not.toHaveProperty('load_balancer');
});

test('consumes the queue, and nobody connects to it', () => {
  const { stack, worker } = made();
  const { policy } = Written.of(stack).resource('aws_iam_role_policy', 'Fulfil/Role/Grants');
  expect(String(policy)).toContain('sqs:ReceiveMessage');
  expect(String(policy)).not.toContain('sqs:SendMessage');
  expect(container(stack).portMappings).toEqual([]);
  const peer = SecurityGroup.fromSecurityGroupId(stack, 'Peer', 'sg-0123456789abcdef1');
  expect(messageOf(() => worker.connections.allowFrom(peer, Port.HTTPS))).toContain(
    "'peer' must not connect to what listens on no port"
  );
});

test('an alarm tells of dead letters, and stops no deployment', () => {
  const { stack, worker } = made((scope) => ({ alarmTopic: new EncryptedTopic(scope, 'Alarms') }));
  const written = Written.of(stack);
  expect(written.resource('aws_cloudwatch_metric_alarm', 'Fulfil/DeadLetterAlarm')).toMatchObject({
    alarm_name: 'test-fulfil-deadletteralarm',
    namespace: 'AWS/SQS',
    metric_name: 'ApproximateNumberOfMessagesVisible',
    dimensions: { QueueName: expect.stringContaining('aws_sqs_queue.Queue_DeadLetters') as string },
    comparison_operator: 'GreaterThanThreshold',
    threshold: 0,
    alarm_actions: [expect.stringMatching(/^\$\{aws_sns_topic\.Alarms_.*\.arn\}$/) as string],
  });
  const { alarm_names: names } = written.resource('aws_ecs_service').alarms as { alarm_names: string[] };
  expect(names).toEqual([expect.stringMatching(/MemoryAlarm/)]);
  expect(worker.deadLetterAlarm).toBeDefined();
});

test('has time to finish what it works on, as far as Fargate lets it', () => {
  expect(container(made().stack).stopTimeout).toBe(60);
  expect(container(made(() => ({ workSeconds: 120 })).stack).stopTimeout).toBe(120);
  expect(container(made(() => ({ workSeconds: 5 })).stack).stopTimeout).toBe(30);
});

test('takes a queue that is there, whose dead letters it knows only where it is told', () => {
  const { stack, worker } = made((scope) => ({ queue: EncryptedQueue.fromQueueArn(scope, 'There', THERE) }));
  expect(worker.deadLetterAlarm).toBeUndefined();
  expect(JSON.stringify(Written.of(stack).resource('aws_appautoscaling_policy'))).toContain('"value":"accepted"');
  const told = made((scope) => ({
    queue: EncryptedQueue.fromQueueArn(scope, 'There', THERE),
    deadLetterQueue: EncryptedQueue.fromQueueArn(scope, 'Dead', `${THERE}-failed`),
  }));
  expect(Written.of(told.stack).resource('aws_cloudwatch_metric_alarm', 'Fulfil/DeadLetterAlarm').dimensions).toEqual({
    QueueName: 'accepted-failed',
  });
});

test('a shorter delay takes more tasks', () => {
  const { stack } = made(() => ({ maxDelaySeconds: 60 }));
  expect(Written.of(stack).resource('aws_appautoscaling_policy')).toMatchObject({
    target_tracking_scaling_policy_configuration: { target_value: 1 },
  });
});

test.each([
  [
    () => ({ workSeconds: 121 }),
    "[test/Fulfil] 'queue' must hide a message for as long as the work on it takes, 121 seconds: another task receives it again before that, and does the work twice (TOM 3.3.1 Redundant and distributed architecture), got 120; write visibilityTimeoutSeconds: 121 or more on test/Queue",
  ],
  [
    (stack: TerraformStack) => ({ queue: new EncryptedQueue(stack, 'Short') }),
    "[test/Fulfil] 'queue' must hide a message for as long as the work on it takes, 60 seconds: another task receives it again before that, and does the work twice (TOM 3.3.1 Redundant and distributed architecture), got 30; write visibilityTimeoutSeconds: 60 or more on test/Short",
  ],
  [
    () => ({ workSeconds: 0 }),
    "[test/Fulfil] 'workSeconds' must be a whole number of seconds from 1 to 43200, got 0; write workSeconds: 60",
  ],
  [
    () => ({ maxDelaySeconds: 30 }),
    "[test/Fulfil] 'maxDelaySeconds' must be a whole number of seconds, at least 60, as long as the work on one message takes (TOM 3.3.2 Capacity management), got 30; write maxDelaySeconds: 300",
  ],
  [
    () => ({ minTasks: 1 }),
    "[test/Fulfil] 'minTasks' must be a whole number of tasks, at least 2: where the zone of the only one fails, nothing runs (TOM 3.3.1 Redundant and distributed architecture), got 1; write minTasks: 2",
  ],
  [
    () => ({ dataClass: DataClass.SPECIAL_CATEGORY }),
    "[test/Fulfil] 'queue' must be for special-category data, which it would hold, and test/Queue is for personal data (TOM 3.1.2 Data classification); share one whose dataClass is special-category or above, or leave queue out",
  ],
])('refuses what does not fit: %#', (props: Props, message) => {
  expect(messageOf(() => made(props))).toBe(message);
});
