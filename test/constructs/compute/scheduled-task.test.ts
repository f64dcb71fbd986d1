import { TerraformStack } from 'cdktf';
import {
  ContainerImage,
  ContainerRepository,
  EncryptedQueue,
  ScheduledTask,
  ScheduledTaskProps,
  TaskSchedule,
} from '../../../lib';
import { reachableNetwork } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const NIGHTLY = TaskSchedule.cron('0 3 * * ? *', 'Europe/Berlin');

type Props = (stack: TerraformStack) => Partial<ScheduledTaskProps>;

function made(props: Props = () => ({})): { stack: TerraformStack; task: ScheduledTask } {
  const stack = newStack();
  const image = ContainerImage.fromRepository(new ContainerRepository(stack, 'Images'), 'v42');
  const vpc = reachableNetwork(stack);
  return { stack, task: new ScheduledTask(stack, 'Invoices', { image, vpc, schedule: NIGHTLY, ...props(stack) }) };
}

interface Statement {
  readonly Action: string[];
  readonly Resource: string[];
  readonly Condition?: object;
}

function statements(stack: TerraformStack, name: string): Statement[] {
  const { policy } = Written.of(stack).resource('aws_iam_role_policy', name);
  return (JSON.parse(String(policy)) as { Statement: Statement[] }).Statement;
}

test('starts one task in application subnets, in a window, with retries, a queue and a key', () => {
  const { stack } = made();
  const key = '${aws_kms_key.PersonalDataKey_AF90130A.arn}';
  expect(Written.of(stack).resource('aws_scheduler_schedule')).toMatchObject({
    name: 'test-invoices',
    group_name: expect.stringMatching(/^\$\{aws_scheduler_schedule_group\.Invoices_Group_.*\.name\}$/) as string,
    schedule_expression: 'cron(0 3 * * ? *)',
    schedule_expression_timezone: 'Europe/Berlin',
    flexible_time_window: { mode: 'FLEXIBLE', maximum_window_in_minutes: 15 },
    kms_key_arn: key,
    target: {
      arn: expect.stringMatching(/^\$\{aws_ecs_cluster\.PersonalDataCluster_.*\.arn\}$/) as string,
      dead_letter_config: { arn: expect.stringMatching(/aws_sqs_queue\.Invoices_DeadLetters/) as string },
      retry_policy: { maximum_event_age_in_seconds: 21_600, maximum_retry_attempts: 10 },
      ecs_parameters: {
        launch_type: 'FARGATE',
        platform_version: 'LATEST',
        task_count: 1,
        enable_execute_command: false,
        propagate_tags: 'TASK_DEFINITION',
        network_configuration: {
          assign_public_ip: false,
          subnets: ['subnet-application-0', 'subnet-application-1'],
        },
      },
    },
  });
  expect(Written.of(stack).resource('aws_sqs_queue')).toMatchObject({ kms_master_key_id: key });
});

test('its role starts this task in this cluster and passes its two roles, for its own group of schedules', () => {
  const { stack } = made();
  const [run, tag, pass] = statements(stack, 'Invoices/ScheduleRolePolicy');
  expect(run).toMatchObject({
    Action: ['ecs:RunTask'],
    Resource: [expect.stringMatching(/^\$\{aws_ecs_task_definition\..*\.arn_without_revision\}:\*$/)],
    Condition: {
      ArnEquals: { 'ecs:cluster': expect.stringMatching(/^\$\{aws_ecs_cluster\..*\.arn\}$/) as string },
    },
  });
  expect(tag).toMatchObject({
    Action: ['ecs:TagResource'],
    Condition: { StringEquals: { 'ecs:CreateAction': 'RunTask' } },
  });
  expect(pass).toMatchObject({
    Action: ['iam:PassRole'],
    Resource: [
      expect.stringMatching(/aws_iam_role\.Invoices_Role_/),
      expect.stringMatching(/aws_iam_role\.Invoices_ExecutionRole_/),
    ],
    Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  });
  const granted = statements(stack, 'Invoices/ScheduleRole/Grants').flatMap(({ Action }) => Action);
  expect(granted).toEqual(expect.arrayContaining(['sqs:SendMessage', 'kms:Decrypt', 'kms:GenerateDataKey*']));
  expect(granted.filter((action) => !/^(?:kms|sqs):/.test(action))).toEqual([]);
  const { assume_role_policy: trust } = Written.of(stack).resource('aws_iam_role', 'Invoices/ScheduleRole');
  expect((JSON.parse(String(trust)) as { Statement: object[] }).Statement).toMatchObject([
    {
      Principal: { Service: 'scheduler.amazonaws.com' },
      Condition: {
        ArnEquals: {
          'aws:SourceArn': expect.stringMatching(
            /^\$\{aws_scheduler_schedule_group\.Invoices_Group_.*\.arn\}$/
          ) as string,
        },
        StringEquals: { 'aws:SourceAccount': expect.any(String) as string },
      },
    },
  ]);
});

test('takes rates, an exact time and a queue of yours', () => {
  const { stack } = made((scope) => ({
    schedule: TaskSchedule.everyHours(6),
    flexibleMinutes: 0,
    deadLetterQueue: new EncryptedQueue(scope, 'Failed'),
  }));
  const schedule = Written.of(stack).resource('aws_scheduler_schedule');
  expect(schedule).toMatchObject({
    schedule_expression: 'rate(6 hours)',
    flexible_time_window: { mode: 'OFF' },
    target: { dead_letter_config: { arn: expect.stringMatching(/aws_sqs_queue\.Failed_/) as string } },
  });
  expect(schedule).not.toHaveProperty('schedule_expression_timezone');
  expect(TaskSchedule.everyHours(1).expression).toBe('rate(1 hour)');
});

test.each([
  [
    { flexibleMinutes: 1441 },
    "'flexibleMinutes' must be a whole number of minutes from 0 to 1440, got 1441; write flexibleMinutes: 15",
  ],
  [{ maxRetries: 186 }, "'maxRetries' must be a whole number from 0 to 185, got 186; write maxRetries: 10"],
  [
    { scheduleName: 'a b' },
    "'scheduleName' must be 1 to 64 letters, digits, '_', '-' and '.', got \"a b\"; write scheduleName: 'acme-invoices', or leave it out",
  ],
  [
    { user: 'root' },
    "'user' must not be root, which is root on the kernel of its host too (TOM 9.3 Least functionality), got \"root\"; write user: '1000:1000', and give the files that it reads to that user in the image",
  ],
  [
    { subnets: ['subnet-public'] },
    '\'subnets\' must not be set: tasks stand in the application subnets of the network, without public addresses (TOM 3.3.4 Layered network defence), got ["subnet-public"]; write vpc, and connections.allowTo(…) for what they reach',
  ],
])('refuses %j', (props: object, message) => {
  expect(messageOf(() => made(() => props))).toBe(`[test/Invoices] ${message}`);
});

test.each([
  ['0 3 * * ?', undefined, 'must be a cron expression of six fields, got "0 3 * * ?"'],
  ['rate(1 day)', undefined, 'must be a cron expression of six fields, got "rate(1 day)"'],
  ['0 3 * * ? *', 'Berlin time', 'must be in a time zone of the IANA database, got "Berlin time"'],
])('refuses the times %s in %s', (expression, zone, problem) => {
  expect(messageOf(() => TaskSchedule.cron(expression, zone))).toBe(
    `'schedule' ${problem}; write TaskSchedule.cron('0 3 * * ? *', 'Europe/Berlin')`
  );
});

test.each([0, 1.5, 8761])('refuses a rate of %d hours', (hours) => {
  expect(messageOf(() => TaskSchedule.everyHours(hours))).toBe(
    `'schedule' must be a whole number of hours from 1 to 8760, got ${hours}; write TaskSchedule.everyHours(6)`
  );
});
