import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformVariable } from 'cdktf';
import {
  DataClass,
  EncryptedQueue,
  EncryptedTopic,
  EncryptedTopicProps,
  Environment,
  RotatedKey,
  TrustPolicy,
} from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const ACCOUNT = '${data.aws_caller_identity.TomsAccount_CallerIdentity_3EF9662E.account_id}';
const TOPIC = '${aws_sns_topic.Orders_A9B65338.arn}';

function topic(props?: EncryptedTopicProps, posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  new EncryptedTopic(stack, 'Orders', props);
  return Written.of(stack);
}

test('is encrypted, signed and protected without any props', () => {
  expect(topic().resource('aws_sns_topic', 'Orders')).toMatchObject({
    name: 'test-orders',
    kms_master_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
    signature_version: 2,
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:data-class': 'personal' },
  });
});

test('denies plain HTTP and other accounts, in actions that SNS knows in a topic policy', () => {
  const { DenyPlainHttp, DenyOutsiders, ...others } = topic().statements('aws_sns_topic_policy', 'Orders');
  expect(others).toEqual({});
  expect(DenyPlainHttp).toMatchObject({
    Effect: 'Deny',
    Principal: '*',
    Resource: TOPIC,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  });
  expect(DenyPlainHttp.Action).toContain('sns:Publish');
  expect(DenyPlainHttp.Action).not.toContain('sns:*');
  expect(DenyOutsiders).toMatchObject({ Effect: 'Deny', Principal: '*', Action: DenyPlainHttp.Action });
  expect(DenyOutsiders.Condition).toEqual({
    StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT },
    BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
  });
});

test('admits accounts of the organization where there is one', () => {
  const { DenyOutsiders } = topic({ organizationId: 'o-exampleorgid' }).statements('aws_sns_topic_policy', 'Orders');
  expect(DenyOutsiders.Condition.StringNotEquals).toEqual({
    'aws:PrincipalAccount': ACCOUNT,
    'aws:PrincipalOrgID': 'o-exampleorgid',
  });
});

test('has no queue for dead letters until somebody subscribes', () => {
  expect(topic().resources('aws_sqs_queue')).toEqual({});
});

describe('addQueueSubscription', () => {
  function subscribed(): Written {
    const stack = newStack();
    const orders = new EncryptedTopic(stack, 'Orders');
    orders.addQueueSubscription('Billing', new EncryptedQueue(stack, 'BillingQueue'));
    orders.addQueueSubscription('Shipping', new EncryptedQueue(stack, 'ShippingQueue'));
    return Written.of(stack);
  }

  test('delivers to the queue, and what cannot be delivered to one queue for all subscriptions', () => {
    const written = subscribed();
    expect(written.resource('aws_sns_topic_subscription', 'Orders/Billing')).toMatchObject({
      topic_arn: TOPIC,
      protocol: 'sqs',
      endpoint: '${aws_sqs_queue.BillingQueue_49E1530E.arn}',
      redrive_policy: '{"deadLetterTargetArn":"${aws_sqs_queue.Orders_DeadLetters_6314E60F.arn}"}',
    });
    expect(Object.keys(written.resources('aws_sns_topic_subscription'))).toHaveLength(2);
    expect(written.resource('aws_sqs_queue', 'Orders/DeadLetters')).toMatchObject({
      message_retention_seconds: 14 * 86_400,
      redrive_allow_policy: '{"redrivePermission":"denyAll"}',
    });
  });

  test.each(['BillingQueue/Policy', 'ShippingQueue/Policy', 'Orders/DeadLetters/Policy'])(
    '%s admits the topic',
    (path) => {
      expect(subscribed().statements('aws_sqs_queue_policy', path).AllowSns).toMatchObject({
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Condition: { ArnEquals: { 'aws:SourceArn': TOPIC } },
      });
    }
  );

  test('lets SNS encrypt for queues of the account', () => {
    const { SnsToSqs } = subscribed().statements('aws_kms_key');
    expect(SnsToSqs).toMatchObject({
      Principal: { Service: 'sns.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:sqs:arn': expect.stringContaining(`:${ACCOUNT}:*`) } },
    });
  });

  test('leaves a queue that is already there as it is', () => {
    const stack = newStack();
    const queueArn = 'arn:aws:sqs:eu-central-1:111122223333:old-orders';
    new EncryptedTopic(stack, 'Orders').addQueueSubscription(
      'Old',
      EncryptedQueue.fromQueueArn(stack, 'Old', queueArn)
    );
    const written = Written.of(stack);
    expect(written.resource('aws_sns_topic_subscription').endpoint).toBe(queueArn);
    expect(Object.keys(written.resources('aws_sqs_queue_policy'))).toEqual(['Orders/DeadLetters/Policy']);
  });

  test('refuses a queue that keeps an order which the topic does not keep', () => {
    const stack = newStack();
    const orders = new EncryptedTopic(stack, 'Orders');
    const queue = new EncryptedQueue(stack, 'Queue', { fifo: true });
    expect(messageOf(() => orders.addQueueSubscription('Billing', queue))).toBe(
      '[test/Orders] \'queue\' must not be a FIFO queue: SNS delivers to one only from a FIFO topic, got "test/Queue"; write { fifo: true } on the topic, or subscribe a standard queue'
    );
  });
});

describe('addHttpsSubscription', () => {
  test('delivers by HTTPS', () => {
    const stack = newStack();
    new EncryptedTopic(stack, 'Orders').addHttpsSubscription('Partner', 'https://partner.example/orders');
    const written = Written.of(stack);
    expect(written.resource('aws_sns_topic_subscription')).toMatchObject({
      protocol: 'https',
      endpoint: 'https://partner.example/orders',
      redrive_policy: '{"deadLetterTargetArn":"${aws_sqs_queue.Orders_DeadLetters_6314E60F.arn}"}',
    });
  });

  test('takes a URL that only Terraform knows: SNS compares it with the protocol', () => {
    const stack = newStack();
    const url = new TerraformVariable(stack, 'url', {}).stringValue;
    new EncryptedTopic(stack, 'Orders').addHttpsSubscription('Partner', url);
    expect(Written.of(stack).resource('aws_sns_topic_subscription')).toMatchObject({
      protocol: 'https',
      endpoint: '${var.url}',
    });
  });

  test.each<[string, string]>([
    [
      'http://partner.example/orders',
      "'url' must begin with https://: messages would cross the network unencrypted (TOM 1.1.1 TLS on untrusted networks), got \"http://partner.example/orders\"; write 'https://…'",
    ],
    [
      'https://shop:secret@partner.example/orders',
      "'url' must not hold a user or password: both would stand in the program, the plan and the state (TOM 1.1.1 TLS on untrusted networks); let the endpoint check the signature of SNS instead",
    ],
    [
      'http://shop:secret@partner.example/orders',
      "'url' must not hold a user or password: both would stand in the program, the plan and the state (TOM 1.1.1 TLS on untrusted networks); let the endpoint check the signature of SNS instead",
    ],
  ])('refuses %s', (url, message) => {
    const orders = new EncryptedTopic(newStack(), 'Orders');
    expect(messageOf(() => orders.addHttpsSubscription('Partner', url))).toBe(`[test/Orders] ${message}`);
  });

  test('refuses a FIFO topic', () => {
    const orders = new EncryptedTopic(newStack(), 'Orders', { fifo: true });
    expect(messageOf(() => orders.addHttpsSubscription('Partner', 'https://partner.example'))).toBe(
      "[test/Orders] 'url' must not be subscribed to a FIFO topic: SNS delivers from one only to queues; subscribe a queue, or leave fifo out"
    );
  });
});

test('keeps the order where it is told to, and so do its dead letters', () => {
  const stack = newStack();
  const orders = new EncryptedTopic(stack, 'Orders', { fifo: true });
  orders.addQueueSubscription('Billing', new EncryptedQueue(stack, 'Queue', { fifo: true }));
  const written = Written.of(stack);
  expect(written.resource('aws_sns_topic')).toMatchObject({ name: 'test-orders.fifo', fifo_topic: true });
  expect(written.resource('aws_sqs_queue', 'Orders/DeadLetters')).toMatchObject({
    name: 'test-orders-deadletters.fifo',
    fifo_queue: true,
  });
});

test('takes a key, a queue for dead letters, a name, a region and tags', () => {
  const stack = newStack();
  const region = 'eu-west-1';
  const deadLetterQueue = new EncryptedQueue(stack, 'Failed', { region });
  const orders = new EncryptedTopic(stack, 'Orders', {
    encryptionKey: new RotatedKey(stack, 'Key', { region }),
    deadLetterQueue,
    topicName: 'acme-orders',
    region,
    tags: { team: 'billing' },
  });
  orders.addHttpsSubscription('Partner', 'https://partner.example/orders');
  const written = Written.of(stack);
  expect(written.resource('aws_sns_topic')).toMatchObject({
    name: 'acme-orders',
    kms_master_key_id: '${aws_kms_key.Key_961B73FD.arn}',
    region,
    tags: { team: 'billing', 'tom:data-class': 'personal' },
  });
  expect(written.resource('aws_sns_topic_policy').region).toBe(region);
  expect(written.resource('aws_sns_topic_subscription')).toMatchObject({
    region,
    redrive_policy: '{"deadLetterTargetArn":"${aws_sqs_queue.Failed_178E83A2.arn}"}',
  });
  expect(written.statements('aws_sqs_queue_policy', 'Failed/Policy')).toHaveProperty('AllowSns');
});

test('may be destroyed in an ephemeral environment alone', () => {
  const written = topic({}, { environment: Environment.EPHEMERAL, retentionDays: 1 });
  expect(written.resource('aws_sns_topic')).not.toHaveProperty('lifecycle');
});

test('needs no retention for what is not personal', () => {
  expect(topic({ dataClass: DataClass.INTERNAL }, {}).resource('aws_sns_topic').tags['tom:data-class']).toBe(
    'internal'
  );
});

describe('grantPublish', () => {
  test('covers the topic and the key', () => {
    const stack = newStack();
    new EncryptedTopic(stack, 'Orders').grantPublish(new IamRole(stack, 'Role', { assumeRolePolicy: '{}' }));
    const granted = Written.of(stack).granted('Role/Grants');
    expect(granted['<PersonalDataKey>']).toEqual(expect.arrayContaining(['kms:Decrypt', 'kms:GenerateDataKey*']));
    expect(granted['<Orders>']).toEqual(['sns:Publish']);
  });

  test('covers a topic that is already there', () => {
    const stack = newStack();
    const topicArn = 'arn:aws:sns:eu-central-1:111122223333:old-orders';
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    EncryptedTopic.fromTopicArn(stack, 'Old', topicArn).grantPublish(role);
    expect(JSON.parse(Written.of(stack).resource('aws_iam_role_policy').policy as string)).toMatchObject({
      Statement: [{ Action: ['sns:Publish'], Resource: [topicArn] }],
    });
  });
});

test('allowService lets a service publish and use the key, for what is the account’s', () => {
  const stack = newStack();
  new EncryptedTopic(stack, 'Alarms').allowService('cloudwatch.amazonaws.com');
  const written = Written.of(stack);
  expect(written.statements('aws_sns_topic_policy').AllowCloudwatchOfAccount).toMatchObject({
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: 'sns:Publish',
    Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
  });
  expect(written.statements('aws_kms_key').CloudwatchToSns.Condition).toEqual({
    ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': expect.stringContaining(`:${ACCOUNT}:*`) as string },
  });
});

test.each([undefined, 'arn:aws:events:eu-central-1:111122223333:rule/orders'])(
  'allowService refuses EventBridge, which a topic takes under no condition, for the source %s',
  (sourceArn) => {
    const orders = new EncryptedTopic(newStack(), 'Orders');
    expect(messageOf(() => orders.allowService('events.amazonaws.com', sourceArn))).toBe(
      "[test/Orders] 'service' must not be one that names no source to a topic: any condition keeps it out, and without one every account's would pass (TOM 3.1.1 Least privilege through roles), got \"events.amazonaws.com\"; write roleArn where it is told to send, for a role with assumeRolePolicy: TrustPolicy.forService(service, rule.arn), and call grantPublish with that role"
    );
  }
);

test('a role of EventBridge publishes, and uses the key', () => {
  const stack = newStack();
  const orders = new EncryptedTopic(stack, 'Orders');
  const rule = 'arn:aws:events:eu-central-1:111122223333:rule/orders';
  const assumeRolePolicy = TrustPolicy.forService('events.amazonaws.com', rule);
  orders.grantPublish(new IamRole(stack, 'Role', { assumeRolePolicy }));
  const written = Written.of(stack);
  const granted = JSON.stringify(written.resource('aws_iam_role_policy', 'Role/Grants').policy);
  expect(granted).toContain('sns:Publish');
  expect(granted).toContain('kms:GenerateDataKey*');
  expect(Object.keys(written.statements('aws_sns_topic_policy'))).toEqual(['DenyPlainHttp', 'DenyOutsiders']);
});

describe('addToResourcePolicy', () => {
  const statement = { sid: 'Partner', actions: ['sns:Publish'], resources: ['*'] };

  test('adds a statement', () => {
    const stack = newStack();
    const principals = { AWS: ['arn:aws:iam::111122223333:role/partner'] };
    new EncryptedTopic(stack, 'Orders').addToResourcePolicy({ ...statement, principals });
    expect(Written.of(stack).statements('aws_sns_topic_policy')).toHaveProperty('Partner');
  });

  test('refuses everybody', () => {
    const orders = new EncryptedTopic(newStack(), 'Orders');
    expect(messageOf(() => orders.addToResourcePolicy({ ...statement, principals: { AWS: ['*'] } }))).toContain(
      "[test/Orders] 'principals' must not be everybody without a condition"
    );
  });
});

test.each<[string, object, object, string]>([
  [
    'personal data without a retention',
    {},
    {},
    "'deadLetterRetentionDays' is required for personal data: only the data controller can decide it (TOM 2.2 Retention schedule); write { deadLetterRetentionDays: 14 } here, or Posture.set(app, { retentionDays: 3650 }) for everything",
  ],
  [
    'dead letters for longer than the posture keeps',
    { retentionDays: 3 },
    { deadLetterRetentionDays: 7 },
    "'deadLetterRetentionDays' must not be longer than the retention of the posture, 3 days (TOM 2.2 Retention schedule), got 7; write deadLetterRetentionDays: 3, or set the posture of what may be kept longer",
  ],
  [
    'the key of SNS',
    { retentionDays: 1 },
    { kmsMasterKeyId: 'alias/aws/sns' },
    '\'kmsMasterKeyId\' must not be set: messages are always encrypted with a key of your own (TOM 1.2.1 AES-256 for databases and object stores), got "alias/aws/sns"; write encryptionKey, or leave it out for the key of the stack',
  ],
  [
    'an old signature',
    { retentionDays: 1 },
    { signatureVersion: 1 },
    "'signatureVersion' must not be set: messages are signed with SHA-256 (TOM 1.1.1 TLS on untrusted networks), got 1; leave it out",
  ],
  [
    'a name with dots',
    { retentionDays: 1 },
    { topicName: 'acme.orders' },
    "'topicName' must be 1 to 256 letters, digits, '_' and '-', got \"acme.orders\"; write topicName: 'acme-orders', or leave it out",
  ],
  [
    'a FIFO topic without its ending',
    { retentionDays: 1 },
    { topicName: 'acme-orders', fifo: true },
    "'topicName' must be 1 to 256 letters, digits, '_' and '-', and end with '.fifo', got \"acme-orders\"; write topicName: 'acme-orders.fifo', or leave it out",
  ],
])('refuses %s', (_title, posture, props, message) => {
  expect(messageOf(() => new EncryptedTopic(newStack(posture), 'Orders', props))).toBe(`[test/Orders] ${message}`);
});

test('refuses a region outside the residency', () => {
  expect(messageOf(() => topic({ region: 'us-east-1' }))).toContain(
    "[test/Orders] 'region' must be within the residency of personal data"
  );
});

test('refuses to deliver to a queue for data of a lower class', () => {
  const stack = newStack();
  const orders = new EncryptedTopic(stack, 'Orders');
  const queue = new EncryptedQueue(stack, 'Statistics', { dataClass: DataClass.INTERNAL });
  expect(messageOf(() => orders.addQueueSubscription('Statistics', queue))).toBe(
    "[test/Orders] 'queue' must be for personal data, which it would hold, and test/Statistics is for internal data (TOM 3.1.2 Data classification); " +
      'share one whose dataClass is personal or above, or leave queue out'
  );
});

test('refuses what is no ARN of a topic', () => {
  expect(messageOf(() => EncryptedTopic.fromTopicArn(newStack(), 'Old', 'old-orders'))).toBe(
    "[test/Old] 'topicArn' must be the ARN of a topic, got \"old-orders\"; write 'arn:aws:sns:<region>:<account>:<name>'"
  );
});
