import { TerraformStack, TerraformVariable } from 'cdktf';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import {
  EncryptedQueue,
  EventBus,
  EventBusProps,
  EventPattern,
  EventTarget,
  FunctionCode,
  SecureFunction,
  StateMachine,
} from '../../../lib';
import { HANDLER } from '../../support/constructs';
import { Written, messageOf, newStack } from '../../support/synth';

const PATTERN: EventPattern = { sources: ['acme.orders'], detailTypes: ['Order accepted'] };
const KEY = '${aws_kms_key.PersonalDataKey_AF90130A.arn}';
const ACCOUNT = '${data.aws_caller_identity.TomsAccount_CallerIdentity_3EF9662E.account_id}';
const ORGANIZATION = { organizationId: 'o-exampleorgid' };

function made(props: EventBusProps = {}): { stack: TerraformStack; bus: EventBus } {
  const stack = newStack();
  return { stack, bus: new EventBus(stack, 'Orders', props) };
}

function functionIn(stack: TerraformStack): SecureFunction {
  return new SecureFunction(stack, 'Fulfil', {
    code: FunctionCode.fromAsset(HANDLER),
    handler: 'index.handler',
    runtime: 'nodejs22.x',
  });
}

function refused(act: (bus: EventBus, stack: TerraformStack) => unknown, props: EventBusProps = {}): string {
  const { bus, stack } = made(props);
  return messageOf(() => act(bus, stack));
}

/** Partition, region and account as the data sources of the stack say them. */
const blank = (text: unknown): unknown =>
  JSON.parse(JSON.stringify(text).replace(/\$\{data\.aws_(partition|region|caller_identity)[^}]*\}/g, '<$1>'));

test('is encrypted, logs what failed without what events hold, and keeps dead letters', () => {
  const { stack } = made();
  const written = Written.of(stack);
  expect(written.resource('aws_cloudwatch_event_bus')).toMatchObject({
    name: 'test-orders',
    kms_key_identifier: KEY,
    dead_letter_config: { arn: expect.stringContaining('aws_sqs_queue.Orders_DeadLetters') as string },
    log_config: { level: 'ERROR', include_detail: 'NONE' },
    tags: { 'tom:data-class': 'personal' },
  });
  expect(written.resource('aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/vendedlogs/events/event-bus/test-orders',
    kms_key_id: KEY,
    retention_in_days: 30,
  });
  expect(written.resource('aws_cloudwatch_log_delivery_source')).toMatchObject({ log_type: 'ERROR_LOGS' });
  expect(written.resource('aws_cloudwatch_log_delivery')).toMatchObject({
    depends_on: ['aws_cloudwatch_log_resource_policy.EventBusLogDelivery_B8AC7BFB'],
  });
  expect(written.resources('aws_cloudwatch_event_bus_policy')).toEqual({});
});

test('its key lets EventBridge encrypt for buses of the account, and the delivery of logs read', () => {
  const { stack } = made();
  new EventBus(stack, 'Second');
  const statements = blank(Written.of(stack).statements('aws_kms_key')) as { [sid: string]: object };
  const logs = { 'kms:EncryptionContext:SourceArn': 'arn:<partition>:logs:<region>:<caller_identity>:*' };
  expect(statements.EventBridgeLooks).toMatchObject({
    Action: 'kms:DescribeKey',
    Condition: { StringEquals: { 'aws:SourceAccount': '<caller_identity>' } },
  });
  expect(statements.EventBuses).toEqual({
    Sid: 'EventBuses',
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:ReEncrypt*'],
    Resource: '*',
    Condition: {
      ArnLike: {
        'kms:EncryptionContext:aws:events:event-bus:arn':
          'arn:<partition>:events:<region>:<caller_identity>:event-bus/*',
      },
    },
  });
  expect(statements.EventBusLogs).toMatchObject({ Action: 'kms:GenerateDataKey', Condition: { StringLike: logs } });
  expect(statements.LogDelivery).toMatchObject({
    Principal: { Service: 'delivery.logs.amazonaws.com' },
    Condition: { StringLike: logs },
  });
});

test('EventBridge sends dead letters of this bus and its rules only', () => {
  const { stack } = made();
  const { AllowEvents } = Written.of(stack).statements('aws_sqs_queue_policy');
  expect(blank(AllowEvents.Condition)).toEqual({
    ArnEquals: {
      'aws:SourceArn': [
        'arn:<partition>:events:<region>:<caller_identity>:event-bus/test-orders',
        'arn:<partition>:events:<region>:<caller_identity>:rule/test-orders/*',
      ],
    },
  });
});

describe('a rule', () => {
  const rule = '${aws_cloudwatch_event_rule.Orders_Accepted_1B8EC7F8.arn}';

  test('passes on what it names, and lets nothing else invoke a function', () => {
    const { stack, bus } = made();
    const detail = JSON.stringify({ country: ['DE'] });
    const added = bus.addRule('Accepted', { ...PATTERN, detail }, EventTarget.secureFunction(functionIn(stack)));
    const written = Written.of(stack);
    const body = written.resource('aws_cloudwatch_event_rule');
    expect(body).toMatchObject({
      name: 'test-orders-accepted',
      event_bus_name: '${aws_cloudwatch_event_bus.Orders_A9B65338.name}',
    });
    expect(JSON.parse(body.event_pattern as string)).toEqual({
      source: ['acme.orders'],
      'detail-type': ['Order accepted'],
      detail: { country: ['DE'] },
    });
    expect(written.resource('aws_lambda_permission')).toMatchObject({
      principal: 'events.amazonaws.com',
      source_arn: rule,
    });
    const target = written.resource('aws_cloudwatch_event_target');
    expect(target).toMatchObject({
      arn: '${aws_lambda_function.Fulfil_41551CE2.arn}',
      event_bus_name: '${aws_cloudwatch_event_bus.Orders_A9B65338.name}',
      dead_letter_config: { arn: expect.stringContaining('aws_sqs_queue.Orders_DeadLetters') as string },
    });
    expect(target).not.toHaveProperty('role_arn');
    expect(bus.rules).toEqual([added]);
  });

  test('may send to a queue', () => {
    const { stack, bus } = made();
    bus.addRule('Accepted', PATTERN, EventTarget.queue(new EncryptedQueue(stack, 'Work')));
    const { AllowEvents } = Written.of(stack).statements('aws_sqs_queue_policy', 'Work/Policy');
    expect(AllowEvents.Condition).toEqual({ ArnEquals: { 'aws:SourceArn': rule } });
  });

  test('sends to the queue of a stack that comes before it', () => {
    const { stack, bus } = made();
    const data = new TerraformStack(stack.node.root, 'data');
    new AwsProvider(data, 'aws', { region: 'eu-central-1' });
    bus.addRule('Accepted', PATTERN, EventTarget.queue(new EncryptedQueue(data, 'Work')));
    const { AllowEvents } = Written.of(data).statements('aws_sqs_queue_policy', 'Work/Policy');
    expect(blank(AllowEvents.Condition)).toEqual({
      ArnEquals: {
        'aws:SourceArn': 'arn:<partition>:events:<region>:<caller_identity>:rule/test-orders/test-orders-accepted',
      },
    });
    expect(stack.dependencies).toEqual([data]);
  });

  test.each<[string, (stack: TerraformStack) => EventTarget, string, string]>([
    [
      'state machine',
      (stack) =>
        EventTarget.stateMachine(
          StateMachine.fromStateMachineArn(stack, 'It', 'arn:aws:states:eu-central-1:111122223333:stateMachine:orders')
        ),
      'states:StartExecution',
      'arn:aws:states:eu-central-1:111122223333:stateMachine:orders',
    ],
    [
      'bus of another account',
      (stack) =>
        EventTarget.eventBus(
          EventBus.fromEventBusArn(stack, 'It', 'arn:aws:events:eu-central-1:444455556666:event-bus/central')
        ),
      'events:PutEvents',
      'arn:aws:events:eu-central-1:444455556666:event-bus/central',
    ],
  ])('sends to a %s as a role that only it assumes', (_, target, action, arn) => {
    const { stack, bus } = made({ permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/rules' });
    bus.addRule('Accepted', PATTERN, target(stack));
    const written = Written.of(stack);
    const role = written.resource('aws_iam_role');
    expect(role.permissions_boundary).toBe('arn:aws:iam::111122223333:policy/rules');
    expect(JSON.parse(role.assume_role_policy as string)).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'events.amazonaws.com' },
          Condition: { ArnEquals: { 'aws:SourceArn': rule }, StringEquals: { 'aws:SourceAccount': ACCOUNT } },
        },
      ],
    });
    expect(written.granted()).toEqual({ [arn]: [action] });
    expect(written.resource('aws_cloudwatch_event_target')).toMatchObject({
      arn,
      role_arn: '${aws_iam_role.Orders_Accepted_Role_EF3A60B2.arn}',
    });
  });
});

test('an archive keeps events for 30 days, or the retention where that is shorter, under the key', () => {
  const { stack, bus } = made();
  bus.addArchive('Archive', PATTERN);
  bus.addArchive('Long', PATTERN, { retentionDays: 400 });
  const archives = Written.of(stack).resources('aws_cloudwatch_event_archive');
  expect(archives['Orders/Archive/Resource']).toMatchObject({ kms_key_identifier: KEY, retention_days: 30 });
  expect(archives['Orders/Long/Resource']).toMatchObject({ retention_days: 400 });

  const short = newStack({ owner: 'tests', retentionDays: 7 });
  new EventBus(short, 'Orders').addArchive('Archive', PATTERN);
  expect(Written.of(short).resource('aws_cloudwatch_event_archive').retention_days).toBe(7);
});

test('lets in accounts and roles that are named, and of the organization', () => {
  const { stack, bus } = made(ORGANIZATION);
  bus.allowSenders('444455556666');
  bus.allowSenders('444455556666', 'arn:aws:iam::777788889999:role/orders');
  const { AllowSenders } = Written.of(stack).statements('aws_cloudwatch_event_bus_policy');
  expect(blank(AllowSenders)).toEqual({
    Sid: 'AllowSenders',
    Effect: 'Allow',
    Principal: { AWS: ['arn:<partition>:iam::444455556666:root', 'arn:aws:iam::777788889999:role/orders'] },
    Action: 'events:PutEvents',
    Resource: '${aws_cloudwatch_event_bus.Orders_A9B65338.arn}',
    Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
  });
});

test('sends its dead letters to a queue that is given', () => {
  const stack = newStack();
  const deadLetterQueue = new EncryptedQueue(stack, 'Failed');
  new EventBus(stack, 'Orders', { deadLetterQueue });
  expect(Written.of(stack).statements('aws_sqs_queue_policy', 'Failed/Policy')).toHaveProperty('AllowEvents');
  const there = EncryptedQueue.fromQueueArn(stack, 'There', 'arn:aws:sqs:eu-central-1:111122223333:failed');
  const other = new EventBus(stack, 'Other', { deadLetterQueue: there });
  expect(other.deadLetterQueue).toBe(there);
});

test('a bus that only Terraform knows is taken', () => {
  const stack = newStack();
  const arn = new TerraformVariable(stack, 'bus', {}).stringValue;
  expect(EventBus.fromEventBusArn(stack, 'It', arn).eventBusArn).toBe(arn);
});

describe('refuses', () => {
  const sender = (principal: string) => (bus: EventBus) => bus.allowSenders(principal);

  test.each<[string, () => string, string]>([
    [
      'a pattern without a source',
      () => refused((bus, stack) => bus.addRule('All', { sources: [] }, EventTarget.secureFunction(functionIn(stack)))),
      "[test/Orders/All] 'sources' must name at least one: a pattern without it passes on what nobody asked for (TOM 2.1 Data minimization), got []; write sources: ['acme.orders']",
    ],
    [
      'an archive without a source',
      () => refused((bus) => bus.addArchive('All', { sources: [' '] })),
      "[test/Orders] 'sources' must name at least one: a pattern without it passes on what nobody asked for (TOM 2.1 Data minimization), got [\" \"]; write sources: ['acme.orders']",
    ],
    [
      'an empty list of types',
      () => refused((bus) => bus.addArchive('All', { sources: ['acme'], detailTypes: [] })),
      "[test/Orders] 'detailTypes' must name at least one: a pattern without it passes on what nobody asked for (TOM 2.1 Data minimization), got []; write detailTypes: ['Order accepted']",
    ],
    ...['{', '[]', '{}'].map((detail): [string, () => string, string] => [
      `${detail} as a detail`,
      () => refused((bus) => bus.addArchive('All', { sources: ['acme'], detail })),
      `[test/Orders] 'detail' must be the detail of a pattern as JSON text: an object with at least one field, got "${detail}"; write detail: JSON.stringify({ country: ['DE'] })`,
    ]),
    [
      'a FIFO queue as a target',
      () =>
        refused((bus, stack) =>
          bus.addRule('Accepted', PATTERN, EventTarget.queue(new EncryptedQueue(stack, 'Work', { fifo: true })))
        ),
      '[test/Orders/Accepted] \'target\' must not be a FIFO queue: EventBridge keeps no order of events, got "test/Work"; send to a queue without fifo',
    ],
    [
      'itself as a target',
      () => refused((bus) => bus.addRule('Accepted', PATTERN, EventTarget.eventBus(bus))),
      '[test/Orders/Accepted] \'target\' must be another bus: what a bus sends itself comes round again, got "test/Orders"; name the bus of another program or account',
    ],
    [
      'an archive beyond the retention',
      () => refused((bus) => bus.addArchive('All', PATTERN, { retentionDays: 401 })),
      "[test/Orders] 'retentionDays' must not be longer than the retention of the posture, 400 days (TOM 2.2 Retention schedule), got 401; write retentionDays: 400, or set the posture of what may be kept longer",
    ],
    [
      'senders without an organization',
      () => refused(sender('444455556666')),
      "[test/Orders] 'organizationId' must be set for a bus that takes events of others: it says whose accounts and roles these are (TOM 3.1.1 Least privilege through roles); write organizationId: 'o-exampleorgid'",
    ],
    ...['*', 'arn:aws:iam::*:root', 'orders'].map((principal): [string, () => string, string] => [
      `${principal} as a sender`,
      () => refused(sender(principal), ORGANIZATION),
      `[test/Orders] 'principals' must be accounts by their twelve digits, or roles by their ARNs (TOM 3.1.1 Least privilege through roles), got "${principal}"; write '111122223333' or 'arn:aws:iam::111122223333:role/orders'`,
    ]),
    [
      'more senders than a policy takes',
      () =>
        refused(
          (bus) => bus.allowSenders(...Array.from({ length: 320 }, (_, at) => String(100_000_000_000 + at))),
          ORGANIZATION
        ),
      "[test/Orders] 'principals' must leave the policy of an event bus at most 10240 bytes, its quota: it has at least 10774; name accounts and not their roles",
    ],
    [
      'the default bus',
      () => messageOf(() => made({ eventBusName: 'default' })),
      "[test/Orders] 'eventBusName' must not be default, the bus that every account has and that services of AWS send to, got \"default\"; write eventBusName: 'acme-orders', or leave it out",
    ],
    [
      'a name of a partner',
      () => messageOf(() => made({ eventBusName: 'aws.partner/acme' })),
      "[test/Orders] 'eventBusName' must be 1 to 256 letters, digits, '_', '.' and '-', got \"aws.partner/acme\"; write eventBusName: 'acme-orders', or leave it out",
    ],
    [
      'no organization',
      () => messageOf(() => made({ organizationId: 'acme' })),
      "[test/Orders] 'organizationId' must be the id of an organization (TOM 3.1.1 Least privilege through roles), got \"acme\"; write organizationId: 'o-exampleorgid'",
    ],
    [
      'an ARN of something else',
      () => messageOf(() => EventBus.fromEventBusArn(newStack(), 'It', 'arn:aws:sqs:eu-central-1:111122223333:orders')),
      "[test/It] 'eventBusArn' must be the ARN of an event bus, got \"arn:aws:sqs:eu-central-1:111122223333:orders\"; write 'arn:aws:events:<region>:<account>:event-bus/<name>'",
    ],
  ])('%s', (_, message, said) => {
    expect(message()).toBe(said);
  });

  test.each([
    ['kmsKeyIdentifier', 'what passes is always encrypted with a key of your own (TOM 1.2.1'],
    ['deadLetterConfig', 'what cannot be delivered goes to a queue (TOM 3.3.1'],
    ['logConfig', 'a bus logs what it failed at, and not what events hold (TOM 8.1'],
    ['policy', 'the bus has a policy of its own (TOM 3.1.1'],
  ])('%s', (prop, because) => {
    expect(messageOf(() => made({ [prop]: 'x' }))).toContain(`[test/Orders] '${prop}' must not be set: ${because}`);
  });
});
