import { TerraformStack } from 'cdktf';
import {
  AlarmSubscriber,
  AlarmTopic,
  AlarmTopicProps,
  Alarms,
  DatabaseEngine,
  EncryptedCache,
  EncryptedDatabase,
  EncryptedQueue,
  EncryptedTable,
  EncryptedTopic,
  Environment,
  EventBus,
  EventTarget,
  FunctionCode,
  HttpApi,
  HttpsLoadBalancer,
  ManagedSecret,
  NetworkTlsLoadBalancer,
  RestApi,
  SecureFunction,
  StateMachine,
} from '../../../lib';
import { HANDLER } from '../../support/constructs';
import { CERTIFICATE, reachableNetwork } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const TOPIC = '${aws_sns_topic.OnCall_0B2745F4.arn}';
const ON_CALL = AlarmSubscriber.email('on-call@example.com');

function topicIn(stack: TerraformStack, props: Partial<AlarmTopicProps> = {}): AlarmTopic {
  return new AlarmTopic(stack, 'OnCall', { subscribers: [ON_CALL], ...props });
}

/** The alarms of a program, by their ids, each in one line. */
function watched(watch: (alarms: Alarms, stack: TerraformStack) => void): { [id: string]: string } {
  const stack = newStack();
  watch(new Alarms(stack, 'Alarms', { topic: topicIn(stack) }), stack);
  const alarms = Object.entries(Written.of(stack).resources('aws_cloudwatch_metric_alarm'));
  return Object.fromEntries(
    alarms.map(([path, alarm]) => {
      expect(alarm).toMatchObject({ alarm_actions: [TOPIC], ok_actions: [TOPIC] });
      expect(alarm.evaluation_periods).toBe(alarm.datapoints_to_alarm);
      const metric = String(alarm.metric_name ?? alarm.metric_query[0].expression);
      const statistic = String(alarm.statistic ?? alarm.extended_statistic ?? 'expression');
      const sign = alarm.comparison_operator === 'GreaterThanThreshold' ? '>' : '<';
      const missing = String(alarm.treat_missing_data);
      return [
        path.replace('Alarms/test-', ''),
        `${metric} ${statistic} ${sign} ${alarm.threshold} for ${alarm.evaluation_periods}, ${missing}`,
      ];
    })
  );
}

function fn(stack: TerraformStack): SecureFunction {
  return new SecureFunction(stack, 'Fulfil', {
    code: FunctionCode.fromAsset(HANDLER),
    handler: 'index.handler',
    runtime: 'nodejs22.x',
  });
}

describe('a topic of alarms', () => {
  test('lets CloudWatch publish for alarms of the account, and use its key', () => {
    const stack = newStack();
    topicIn(stack);
    expect(Written.of(stack).statements('aws_sns_topic_policy')).toMatchObject({
      AllowCloudwatchOfAccount: {
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Condition: { StringEquals: { 'aws:SourceAccount': expect.stringMatching(/account_id/) as string } },
      },
    });
    expect(Written.of(stack).statements('aws_kms_key')).toMatchObject({
      CloudwatchToSns: { Action: ['kms:Decrypt', 'kms:GenerateDataKey*'] },
    });
  });

  test('tells mailboxes, endpoints and queues', () => {
    const stack = newStack();
    const queue = new EncryptedQueue(stack, 'Queue');
    topicIn(stack, {
      subscribers: [ON_CALL, AlarmSubscriber.https('https://events.example.com/x'), AlarmSubscriber.queue(queue)],
    });
    const subscriptions = Object.entries(Written.of(stack).resources('aws_sns_topic_subscription'));
    expect(subscriptions.map(([path, { protocol }]) => `${path} ${protocol}`)).toEqual([
      'OnCall/Subscriber1 email',
      'OnCall/Subscriber2 https',
      'OnCall/Subscriber3 sqs',
    ]);
  });

  test('without a subscriber is refused, but for a test', () => {
    expect(messageOf(() => topicIn(newStack(), { subscribers: [] }))).toBe(
      "[test/OnCall] 'subscribers' must name somebody: an alarm without a subscriber is heard by nobody (TOM 8.1 Central logging and correlation), got []; write subscribers: [AlarmSubscriber.email('on-call@example.com')]"
    );
    topicIn(newStack({ owner: 'tests', retentionDays: 400, environment: Environment.EPHEMERAL }), { subscribers: [] });
  });

  test('refuses a mailbox that is none', () => {
    expect(messageOf(() => topicIn(newStack(), { subscribers: [AlarmSubscriber.email('on-call')] }))).toBe(
      "[test/OnCall] 'subscribers' must have addresses of mailboxes, got \"on-call\"; write AlarmSubscriber.email('on-call@example.com')"
    );
  });

  test('refuses an endpoint without TLS', () => {
    expect(messageOf(() => topicIn(newStack(), { subscribers: [AlarmSubscriber.https('http://example.com')] }))).toBe(
      "[test/OnCall] 'url' must begin with https://: messages would cross the network unencrypted (TOM 1.1.1 TLS on untrusted networks), got \"http://example.com\"; write 'https://…'"
    );
  });
});

describe('alarms', () => {
  test('without a topic are refused, but for a test', () => {
    expect(messageOf(() => new Alarms(newStack(), 'Alarms'))).toBe(
      "[test/Alarms] 'topic' must be set: an alarm without an action tells nobody (TOM 8.1 Central logging and correlation); write topic: new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] })"
    );
    const stack = newStack({ owner: 'tests', retentionDays: 400, environment: Environment.EPHEMERAL });
    new Alarms(stack, 'Alarms').watchQueue(new EncryptedQueue(stack, 'Orders'));
    expect(Object.values(Written.of(stack).resources('aws_cloudwatch_metric_alarm'))[0]).not.toHaveProperty(
      'alarm_actions'
    );
  });

  test.each(['actionsEnabled', 'alarmActions', 'okActions'])('refuse %s', (prop) => {
    const stack = newStack();
    expect(messageOf(() => new Alarms(stack, 'Alarms', { topic: topicIn(stack), [prop]: false }))).toBe(
      `[test/Alarms] '${prop}' must not be set: an alarm always tells somebody (TOM 8.1 Central logging and correlation), got false; leave it out`
    );
  });

  test('let CloudWatch publish to any topic of the program', () => {
    const stack = newStack();
    new Alarms(stack, 'Alarms', { topic: new EncryptedTopic(stack, 'Operations') });
    expect(Written.of(stack).statements('aws_sns_topic_policy')).toHaveProperty('AllowCloudwatchOfAccount');
  });

  test('leave a topic that is already there as it is', () => {
    const stack = newStack();
    const topic = EncryptedTopic.fromTopicArn(stack, 'There', 'arn:aws:sns:eu-central-1:111122223333:on-call');
    new Alarms(stack, 'Alarms', { topic }).watchQueue(new EncryptedQueue(stack, 'Orders'));
    expect(Object.values(Written.of(stack).resources('aws_cloudwatch_metric_alarm'))).toMatchObject([
      { alarm_actions: ['arn:aws:sns:eu-central-1:111122223333:on-call'] },
      { alarm_actions: ['arn:aws:sns:eu-central-1:111122223333:on-call'] },
    ]);
  });

  test('watch a thing once', () => {
    const stack = newStack();
    const alarms = new Alarms(stack, 'Alarms', { topic: topicIn(stack) });
    const queue = new EncryptedQueue(stack, 'Orders');
    alarms.watchQueue(queue);
    expect(messageOf(() => alarms.watchQueue(queue, { maxAgeSeconds: 60 }))).toBe(
      '[test/Alarms] \'watch\' must be called once for what is watched: test/Alarms watches it (TOM 8.1 Central logging and correlation), got "test/Orders"; merge the two calls'
    );
  });

  test('have names that say of what they are', () => {
    const stack = newStack();
    new Alarms(stack, 'Alarms', { topic: topicIn(stack) }).watchQueue(new EncryptedQueue(stack, 'Orders'));
    const alarms = Object.values(Written.of(stack).resources('aws_cloudwatch_metric_alarm'));
    expect(alarms.map(({ alarm_name: name }) => String(name))).toEqual(['test-orders-age', 'test-orders-dead-letters']);
  });
});

describe('of a database', () => {
  test('each instance of a cluster is watched, and readers', () => {
    const all = watched((alarms, stack) => {
      const database = new EncryptedDatabase(stack, 'Orders', { vpc: reachableNetwork(stack) });
      database.addReader('Reports');
      alarms.watchDatabase(database, { maxConnections: 400 });
    });
    expect(Object.keys(all).sort()).toEqual(
      ['Instance1', 'Instance2', 'Reports'].flatMap((name) =>
        ['Connections', 'Cpu', 'Lag'].map((id) => `Orders-${name}${id}`)
      )
    );
    expect(all).toMatchObject({
      'Orders-Instance1Cpu': 'CPUUtilization Average > 90 for 5, breaching',
      'Orders-Instance1Connections': 'DatabaseConnections Average > 400 for 5, breaching',
      'Orders-ReportsLag': 'AuroraReplicaLag Maximum > 60000 for 10, notBreaching',
    });
  });

  test('an instance of RDS is watched for its storage too', () => {
    const all = watched((alarms, stack) => {
      const database = new EncryptedDatabase(stack, 'Orders', {
        vpc: reachableNetwork(stack),
        engine: DatabaseEngine.POSTGRESQL,
        allocatedStorageGiB: 200,
      });
      alarms.watchDatabase(database, { maxCpuPercent: 80 });
    });
    expect(all).toEqual({
      'Orders-Cpu': 'CPUUtilization Average > 80 for 5, breaching',
      'Orders-Storage': `FreeStorageSpace Minimum < ${20 * 1024 ** 3} for 5, breaching`,
    });
  });

  test('a copy of an instance of RDS is watched for its lag', () => {
    const all = watched((alarms, stack) => {
      const secret = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders-a1b2c3';
      const database = new EncryptedDatabase(stack, 'Orders', {
        vpc: reachableNetwork(stack),
        engine: DatabaseEngine.POSTGRESQL,
        masterSecret: ManagedSecret.fromSecretArn(stack, 'Master', secret),
      });
      database.addReader('Reports');
      alarms.watchDatabase(database, { minFreeStorageGib: 5, maxReplicaLagSeconds: 30 });
    });
    expect(all).toMatchObject({
      'Orders-ReportsLag': 'ReplicaLag Maximum > 30 for 10, breaching',
      'Orders-ReportsStorage': `FreeStorageSpace Minimum < ${5 * 1024 ** 3} for 5, breaching`,
    });
    expect(all).not.toHaveProperty('Orders-Lag');
  });

  test('storage that grows by itself has no bound', () => {
    expect(
      messageOf(() =>
        watched((alarms, stack) =>
          alarms.watchDatabase(new EncryptedDatabase(stack, 'Orders', { vpc: reachableNetwork(stack) }), {
            minFreeStorageGib: 10,
          })
        )
      )
    ).toBe(
      "[test/Alarms] 'minFreeStorageGib' must be left out for a cluster of Aurora: its storage grows by itself (TOM 3.3.2 Capacity management), got 10; remove it"
    );
  });
});

test('of a cache each node is watched', () => {
  const all = watched((alarms, stack) =>
    alarms.watchCache(new EncryptedCache(stack, 'Sessions', { vpc: reachableNetwork(stack) }))
  );
  expect(all).toEqual(
    Object.fromEntries(
      [1, 2].flatMap((node) => [
        [`Sessions-Node${node}Cpu`, 'EngineCPUUtilization Average > 90 for 5, breaching'],
        [`Sessions-Node${node}Memory`, 'DatabaseMemoryUsagePercentage Average > 80 for 5, notBreaching'],
        [`Sessions-Node${node}Lag`, 'ReplicationLag Average > 60 for 15, notBreaching'],
      ])
    )
  );
});

describe('of a queue', () => {
  test('a quarter of its retention, and its dead letters, are watched', () => {
    expect(watched((alarms, stack) => alarms.watchQueue(new EncryptedQueue(stack, 'Orders')))).toEqual({
      'Orders-Age': 'ApproximateAgeOfOldestMessage Maximum > 86400 for 15, notBreaching',
      'Orders-DeadLetters': 'ApproximateNumberOfMessagesVisible Maximum > 0 for 1, notBreaching',
    });
  });

  test('that is already there, the age is watched', () => {
    const arn = 'arn:aws:sqs:eu-central-1:111122223333:orders';
    expect(
      watched((alarms, stack) =>
        alarms.watchQueue(EncryptedQueue.fromQueueArn(stack, 'Orders', arn), { maxAgeSeconds: 900 })
      )
    ).toEqual({ 'Orders-Age': 'ApproximateAgeOfOldestMessage Maximum > 900 for 15, notBreaching' });
  });
});

test('of a table what it turns away is watched, and faults', () => {
  const all = watched((alarms, stack) =>
    alarms.watchTable(
      new EncryptedTable(stack, 'Orders', { partitionKey: { name: 'id' }, timeToLiveAttribute: 'expires' }),
      {
        maxThrottles: 10,
      }
    )
  );
  expect(all).toEqual({
    'Orders-ReadThrottles': 'ReadThrottleEvents Sum > 10 for 5, notBreaching',
    'Orders-WriteThrottles': 'WriteThrottleEvents Sum > 10 for 5, notBreaching',
    'Orders-SystemErrors': 'SystemErrors Sum > 0 for 15, notBreaching',
  });
});

test('of a function errors, throttles, duration and dead letters are watched', () => {
  expect(watched((alarms, stack) => alarms.watchFunction(fn(stack)))).toEqual({
    'Fulfil-Errors': 'Errors Sum > 0 for 3, notBreaching',
    'Fulfil-Throttles': 'Throttles Sum > 0 for 5, notBreaching',
    'Fulfil-Duration': 'Duration p90 > 24000 for 15, notBreaching',
    'Fulfil-DeadLetters': 'ApproximateNumberOfMessagesVisible Maximum > 0 for 1, notBreaching',
  });
});

test('of an API errors of both sides and the time of calls are watched', () => {
  expect(watched((alarms, stack) => alarms.watchHttpApi(new HttpApi(stack, 'Api')))).toEqual({
    'Api-ClientErrors': '100 * FILL(part, 0) / whole expression > 5 for 5, notBreaching',
    'Api-ServerErrors': '100 * FILL(part, 0) / whole expression > 5 for 3, notBreaching',
    'Api-Latency': 'Latency p90 > 2500 for 5, notBreaching',
  });
  const stack = newStack();
  new Alarms(stack, 'Alarms', { topic: topicIn(stack) }).watchHttpApi(new HttpApi(stack, 'Api'));
  const alarms = Written.of(stack).resources('aws_cloudwatch_metric_alarm');
  const dimensions = {
    ApiId: expect.stringMatching(/^\$\{aws_apigatewayv2_api\.Api_.+\.id\}$/),
    Stage: expect.stringMatching(/^\$\{aws_apigatewayv2_stage\.Api_Stage_.+\.name\}$/),
  };
  expect(alarms['Alarms/test-Api-Latency']).toMatchObject({ namespace: 'AWS/ApiGateway', dimensions });
  expect(alarms['Alarms/test-Api-ServerErrors'].metric_query).toMatchObject([
    { id: 'percent' },
    { id: 'part', metric: { metric_name: '5xx', stat: 'Sum', dimensions } },
    { id: 'whole', metric: { metric_name: 'Count', stat: 'Sum', dimensions } },
  ]);
});

test('of a REST API the same, by its name', () => {
  const api = (stack: TerraformStack): RestApi =>
    new RestApi(stack, 'Api', { vpcEndpointId: 'vpce-0123456789abcdef0' });
  const stack = newStack();
  new Alarms(stack, 'Alarms', { topic: topicIn(stack) }).watchRestApi(api(stack), { maxLatencyMillis: 500 });
  const alarms = Written.of(stack).resources('aws_cloudwatch_metric_alarm');
  const dimensions = {
    ApiName: 'test-api',
    Stage: expect.stringMatching(/^\$\{aws_api_gateway_stage\.Api_Stage_.+\.stage_name\}$/),
  };
  expect(alarms['Alarms/test-Api-Latency']).toMatchObject({ namespace: 'AWS/ApiGateway', threshold: 500, dimensions });
  expect(alarms['Alarms/test-Api-ClientErrors'].metric_query).toMatchObject([
    { id: 'percent' },
    { id: 'part', metric: { metric_name: '4XXError', stat: 'Sum', dimensions } },
    { id: 'whole', metric: { metric_name: 'Count', stat: 'Sum', dimensions } },
  ]);
});

function machine(stack: TerraformStack): StateMachine {
  const definition = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });
  return new StateMachine(stack, 'Ship', { definition });
}

test('of an event bus each rule is watched, and its dead letters', () => {
  const stack = newStack();
  const bus = new EventBus(stack, 'Orders');
  bus.addRule('Ship', { sources: ['acme'] }, EventTarget.stateMachine(machine(stack)));
  new Alarms(stack, 'Alarms', { topic: topicIn(stack) }).watchEventBus(bus);
  const alarms = Written.of(stack).resources('aws_cloudwatch_metric_alarm');
  const common = {
    namespace: 'AWS/Events',
    statistic: 'Sum',
    threshold: 0,
    evaluation_periods: 1,
    treat_missing_data: 'notBreaching',
    dimensions: {
      EventBusName: expect.stringMatching(/^\$\{aws_cloudwatch_event_bus\.Orders_.+\.name\}$/) as string,
      RuleName: expect.stringMatching(/^\$\{aws_cloudwatch_event_rule\.Orders_Ship_.+\.name\}$/) as string,
    },
  };
  expect(alarms['Alarms/test-Orders-ShipFailed']).toMatchObject({ ...common, metric_name: 'FailedInvocations' });
  expect(alarms['Alarms/test-Orders-ShipLost']).toMatchObject({
    ...common,
    metric_name: 'InvocationsFailedToBeSentToDlq',
  });
  expect(alarms['Alarms/test-Orders-DeadLetters']).toMatchObject({ namespace: 'AWS/SQS' });
});

test('of a state machine executions are watched', () => {
  expect(watched((alarms, stack) => alarms.watchStateMachine(machine(stack), { maxFailed: 3 }))).toEqual({
    'Ship-Failed': 'ExecutionsFailed Sum > 3 for 1, notBreaching',
    'Ship-TimedOut': 'ExecutionsTimedOut Sum > 0 for 1, notBreaching',
    'Ship-Throttled': 'ExecutionThrottled Sum > 0 for 5, notBreaching',
  });
});

describe('of a load balancer', () => {
  test('targets and errors are watched', () => {
    const all = watched((alarms, stack) => {
      const balancer = new HttpsLoadBalancer(stack, 'Front', {
        vpc: reachableNetwork(stack),
        certificates: [CERTIFICATE],
      });
      balancer.addTargets('Shop');
      alarms.watchLoadBalancer(balancer);
    });
    expect(all).toEqual({
      'Front-ShopUnhealthy': 'UnHealthyHostCount Maximum > 0 for 5, breaching',
      'Front-TargetErrors': '100 * FILL(part, 0) / whole expression > 5 for 3, notBreaching',
      'Front-LoadBalancerErrors': 'HTTPCode_ELB_5XX_Count Sum > 0 for 5, notBreaching',
    });
  });

  test('for TLS, targets are', () => {
    const all = watched((alarms, stack) => {
      const balancer = new NetworkTlsLoadBalancer(stack, 'Front', {
        vpc: reachableNetwork(stack),
        certificates: [CERTIFICATE],
      });
      balancer.addTargets('Shop');
      alarms.watchNetworkLoadBalancer(balancer);
    });
    expect(all).toEqual({ 'Front-ShopUnhealthy': 'UnHealthyHostCount Maximum > 0 for 5, breaching' });
  });
});

test.each<[string, (alarms: Alarms, stack: TerraformStack) => void]>([
  ['maxAgeSeconds', (alarms, stack) => alarms.watchQueue(new EncryptedQueue(stack, 'Q'), { maxAgeSeconds: 0 })],
  ['maxErrors', (alarms, stack) => alarms.watchFunction(fn(stack), { maxErrors: -1 })],
  [
    'maxClientErrorPercent',
    (alarms, stack) => alarms.watchHttpApi(new HttpApi(stack, 'A'), { maxClientErrorPercent: 0 }),
  ],
  [
    'maxServerErrorPercent',
    (alarms, stack) => alarms.watchHttpApi(new HttpApi(stack, 'A'), { maxServerErrorPercent: 101 }),
  ],
  ['maxLatencyMillis', (alarms, stack) => alarms.watchHttpApi(new HttpApi(stack, 'A'), { maxLatencyMillis: 0 })],
  ['maxFailed', (alarms, stack) => alarms.watchStateMachine(machine(stack), { maxFailed: -1 })],
  ['maxDurationPercent', (alarms, stack) => alarms.watchFunction(fn(stack), { maxDurationPercent: 101 })],
])('%s out of bounds is refused', (prop, watch) => {
  expect(messageOf(() => watched(watch))).toMatch(
    new RegExp(`^\\[test/Alarms\\] '${prop}' must be a whole number of `)
  );
});
