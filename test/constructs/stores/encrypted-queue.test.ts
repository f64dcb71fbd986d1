import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { DataClass, EncryptedQueue, EncryptedQueueProps, Environment, RotatedKey } from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const ACCOUNT = '${data.aws_caller_identity.TomsAccount_CallerIdentity_3EF9662E.account_id}';

function queue(props?: EncryptedQueueProps, posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  new EncryptedQueue(stack, 'Orders', props);
  return Written.of(stack);
}

test('is encrypted, bounded and protected without any props', () => {
  expect(queue().resource('aws_sqs_queue', 'Orders/Resource')).toMatchObject({
    name: 'test-orders',
    kms_master_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
    kms_data_key_reuse_period_seconds: 300,
    message_retention_seconds: 4 * 86_400,
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:data-class': 'personal' },
  });
});

test('has a queue for dead letters that takes its own and no others', () => {
  const written = queue();
  expect(written.resource('aws_sqs_queue', 'Orders/DeadLetters')).toMatchObject({
    name: 'test-orders-deadletters',
    kms_master_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
    message_retention_seconds: 14 * 86_400,
    lifecycle: { prevent_destroy: true },
  });
  expect(JSON.parse(written.resource('aws_sqs_queue', 'Orders/Resource').redrive_policy as string)).toEqual({
    deadLetterTargetArn: '${aws_sqs_queue.Orders_DeadLetters_6314E60F.arn}',
    maxReceiveCount: 5,
  });
  const allow = written.resource('aws_sqs_queue_redrive_allow_policy', 'Orders/DeadLetters');
  expect(allow.queue_url).toBe('${aws_sqs_queue.Orders_DeadLetters_6314E60F.url}');
  expect(JSON.parse(allow.redrive_allow_policy as string)).toEqual({
    redrivePermission: 'byQueue',
    sourceQueueArns: ['${aws_sqs_queue.Orders_A9B65338.arn}'],
  });
});

test.each(['Orders/Policy', 'Orders/DeadLetters/Policy'])('%s denies plain HTTP and other accounts', (path) => {
  const { DenyPlainHttp, DenyOutsiders, ...others } = queue().statements('aws_sqs_queue_policy', path);
  expect(others).toEqual({});
  const everything = { Effect: 'Deny', Principal: '*', Action: 'sqs:*' };
  expect(DenyPlainHttp).toMatchObject({ ...everything, Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
  expect(DenyOutsiders).toMatchObject(everything);
  expect(DenyOutsiders.Condition).toEqual({
    StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT },
    BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
  });
});

test('lets nobody in from outside the organization, and never locks out its own account', () => {
  const statements = queue({ organizationId: 'o-exampleorgid' }).statements('aws_sqs_queue_policy', 'Orders/Policy');
  expect(statements.DenyOutsiders.Condition.StringNotEquals).toEqual({
    'aws:PrincipalAccount': ACCOUNT,
    'aws:PrincipalOrgID': 'o-exampleorgid',
  });
});

describe('keeps messages', () => {
  const seconds = (written: Written, path: string): number =>
    (written.resource('aws_sqs_queue', path).message_retention_seconds as number) / 86_400;

  test.each<[string, EncryptedQueueProps, object, number, number]>([
    ['no longer than the posture does', {}, { retentionDays: 2 }, 2, 2],
    ['as long as is said', { retentionDays: 14, deadLetterRetentionDays: 1 }, { retentionDays: 400 }, 14, 1],
    ['that are not personal for as long as SQS does', { dataClass: DataClass.INTERNAL }, {}, 4, 14],
    ['that are personal for what is said', { retentionDays: 1, deadLetterRetentionDays: 3 }, {}, 1, 3],
  ])('%s', (_title, props, posture, days, deadLetterDays) => {
    const written = queue(props, posture);
    expect(seconds(written, 'Orders/Resource')).toBe(days);
    expect(seconds(written, 'Orders/DeadLetters')).toBe(deadLetterDays);
  });
});

test('keeps the order where it is told to, and so do its dead letters', () => {
  const written = queue({ fifo: true });
  expect(written.resource('aws_sqs_queue', 'Orders/Resource')).toMatchObject({
    name: 'test-orders.fifo',
    fifo_queue: true,
  });
  expect(written.resource('aws_sqs_queue', 'Orders/DeadLetters')).toMatchObject({
    name: 'test-orders-deadletters.fifo',
    fifo_queue: true,
  });
});

test('takes a key, a queue for dead letters, a name, a count, a timeout, a region and tags', () => {
  const stack = newStack();
  const region = 'eu-west-1';
  const deadLetterQueue = new EncryptedQueue(stack, 'Failed', { region });
  new EncryptedQueue(stack, 'Orders', {
    encryptionKey: new RotatedKey(stack, 'Key', { region }),
    deadLetterQueue,
    queueName: 'acme-orders',
    maxReceiveCount: 3,
    visibilityTimeoutSeconds: 120,
    region,
    tags: { team: 'billing', 'tom:data-class': 'public' },
  });
  const written = Written.of(stack);
  expect(written.resource('aws_sqs_queue', 'Orders')).toMatchObject({
    name: 'acme-orders',
    kms_master_key_id: '${aws_kms_key.Key_961B73FD.arn}',
    visibility_timeout_seconds: 120,
    redrive_policy: '{"deadLetterTargetArn":"${aws_sqs_queue.Failed_178E83A2.arn}","maxReceiveCount":3}',
    region,
    tags: { team: 'billing', 'tom:data-class': 'personal' },
  });
  for (const type of ['aws_sqs_queue', 'aws_sqs_queue_policy', 'aws_sqs_queue_redrive_allow_policy']) {
    for (const body of Object.values(written.resources(type))) expect(body.region).toBe(region);
  }
});

test('may be destroyed in an ephemeral environment alone', () => {
  const written = queue({}, { environment: Environment.EPHEMERAL, retentionDays: 1 });
  for (const body of Object.values(written.resources('aws_sqs_queue'))) expect(body).not.toHaveProperty('lifecycle');
});

describe('grants', () => {
  const role = (stack: TerraformStack): IamRole => new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });

  test.each([
    ['grantSend', 'kms:GenerateDataKey*', 'sqs:SendMessage', 'sqs:ReceiveMessage'],
    ['grantConsume', 'kms:Decrypt', 'sqs:ReceiveMessage', 'sqs:SendMessage'],
  ] as const)('%s covers the queue and the key', (grant, ofKey, ofQueue, notOfQueue) => {
    const stack = newStack();
    new EncryptedQueue(stack, 'Orders')[grant](role(stack));
    const granted = Written.of(stack).granted('Role/Grants');
    expect(granted['<PersonalDataKey>']).toContain(ofKey);
    expect(granted['<Orders>']).toContain(ofQueue);
    expect(granted['<Orders>']).not.toContain(notOfQueue);
  });

  test('cover a queue that is already there', () => {
    const stack = newStack();
    const queueArn = 'arn:aws:sqs:eu-central-1:111122223333:old-orders';
    EncryptedQueue.fromQueueArn(stack, 'Old', queueArn).grantSend(role(stack));
    const policy = JSON.parse(Written.of(stack).resource('aws_iam_role_policy').policy as string) as object;
    expect(policy).toMatchObject({
      Statement: [{ Action: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'], Resource: [queueArn] }],
    });
  });

  test('cover the key of a queue that is already there', () => {
    const stack = newStack();
    const encryptionKey = new RotatedKey(stack, 'Key');
    const queueArn = 'arn:aws:sqs:eu-central-1:111122223333:old-orders.fifo';
    const old = EncryptedQueue.fromQueueAttributes(stack, 'Old', { queueArn, encryptionKey });
    expect(old.fifo).toBe(true);
    old.grantConsume(role(stack));
    expect(Object.keys(Written.of(stack).granted())).toEqual(['<Key>', queueArn]);
  });
});

describe('allowService', () => {
  const RULE = 'arn:aws:events:eu-central-1:111122223333:rule/orders';

  test('lets a service send for one source, for more of them, or for any of the account', () => {
    const stack = newStack();
    const orders = new EncryptedQueue(stack, 'Orders');
    const rule = (name: string): string => `arn:aws:events:eu-central-1:111122223333:rule/${name}`;
    orders.allowService('events.amazonaws.com', rule('one'));
    orders.allowService('events.amazonaws.com', rule('two'));
    orders.allowService('events.amazonaws.com', rule('two'));
    orders.allowService('s3.amazonaws.com');
    orders.allowService('s3.amazonaws.com');
    const { AllowEvents, AllowS3OfAccount, ...others } = Written.of(stack).statements(
      'aws_sqs_queue_policy',
      'Orders/Policy'
    );
    expect(Object.keys(others)).toEqual(['DenyPlainHttp', 'DenyOutsiders']);
    expect(AllowEvents).toEqual({
      Sid: 'AllowEvents',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: '${aws_sqs_queue.Orders_A9B65338.arn}',
      Condition: { ArnEquals: { 'aws:SourceArn': [rule('one'), rule('two')] } },
    });
    expect(AllowS3OfAccount.Condition).toEqual({ StringEquals: { 'aws:SourceAccount': ACCOUNT } });
  });

  test('lets it use the key for queues of the account, once for all of them', () => {
    const stack = newStack();
    for (const id of ['One', 'Two']) new EncryptedQueue(stack, id).allowService('events.amazonaws.com', RULE);
    const key = Written.of(stack).resource('aws_kms_key').policy as string;
    expect(key.match(/"EventsToSqs"/g)).toHaveLength(1);
    const { Statement } = JSON.parse(key) as { Statement: { Sid: string }[] };
    expect(Statement.find(({ Sid }) => Sid === 'EventsToSqs')).toMatchObject({
      Principal: { Service: 'events.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:sqs:arn': expect.stringMatching(/^arn:.*:sqs:.*:\*$/) } },
    });
  });

  test('leaves a key that is already there as it is', () => {
    const stack = newStack();
    const keyArn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';
    const encryptionKey = RotatedKey.fromKeyArn(stack, 'Key', keyArn);
    new EncryptedQueue(stack, 'Orders', { encryptionKey }).allowService('events.amazonaws.com', RULE);
    expect(Written.of(stack).resources('aws_kms_key')).toEqual({});
  });

  test.each(['events.amazonaws.com', 'sns.amazonaws.com'])(
    'asks for the source of %s, which names no account',
    (service) => {
      const stack = newStack();
      const orders = new EncryptedQueue(stack, 'Orders');
      expect(messageOf(() => orders.allowService(service))).toBe(
        `[test/Orders] 'sourceArn' is required for ${service}, which names the ARN of its source to a queue, and not its account (TOM 3.1.1 Least privilege through roles); write the ARN of the rule or topic, or of all of the account: 'arn:aws:events:eu-central-1:111122223333:rule/*'`
      );
      expect(Written.of(stack).resource('aws_sqs_queue_policy', 'Orders/Policy').policy).not.toContain(service);
    }
  );

  test.each(['*', 'events', 'sqs.example.com'])('refuses %s', (service) => {
    const orders = new EncryptedQueue(newStack(), 'Orders');
    expect(messageOf(() => orders.allowService(service))).toBe(
      `[test/Orders] 'service' must be the principal of a service of AWS (TOM 3.1.1 Least privilege through roles), got "${service}"; write 'events.amazonaws.com'`
    );
  });
});

describe('addToResourcePolicy', () => {
  const statement = { sid: 'Partner', actions: ['sqs:SendMessage'], resources: ['*'] };

  test('adds a statement', () => {
    const stack = newStack();
    const principals = { AWS: ['arn:aws:iam::111122223333:role/partner'] };
    new EncryptedQueue(stack, 'Orders').addToResourcePolicy({ ...statement, principals });
    const { Partner } = Written.of(stack).statements('aws_sqs_queue_policy', 'Orders/Policy');
    expect(Partner).toMatchObject({ Effect: 'Allow', Principal: principals.AWS.map((AWS) => ({ AWS }))[0] });
  });

  test('refuses everybody', () => {
    const orders = new EncryptedQueue(newStack(), 'Orders');
    expect(messageOf(() => orders.addToResourcePolicy({ ...statement, principals: { '*': ['*'] } }))).toBe(
      "[test/Orders] 'principals' must not be everybody without a condition that names an account, an organization or a VPC endpoint " +
        '(TOM 3.1.1 Least privilege through roles), got "*"; write the ARNs of roles, or the condition ' +
        "StringEquals { 'aws:PrincipalOrgID': ['o-…'] }"
    );
  });
});

const RETENTION = '(TOM 2.2 Retention schedule)';

test.each<[string, object, object, string]>([
  [
    'personal data without a retention',
    {},
    {},
    `'retentionDays' is required for personal data: only the data controller can decide it ${RETENTION}; write { retentionDays: 4 } here, or Posture.set(app, { retentionDays: 3650 }) for everything`,
  ],
  [
    'personal dead letters without a retention',
    {},
    { retentionDays: 1 },
    `'deadLetterRetentionDays' is required for personal data: only the data controller can decide it ${RETENTION}; write { deadLetterRetentionDays: 14 } here, or Posture.set(app, { retentionDays: 3650 }) for everything`,
  ],
  [
    'more than SQS keeps',
    { retentionDays: 400 },
    { retentionDays: 15 },
    `'retentionDays' must be a whole number from 1 to 14 ${RETENTION}, got 15; write retentionDays: 4`,
  ],
  [
    'more than the posture keeps',
    { retentionDays: 3 },
    { retentionDays: 7 },
    `'retentionDays' must not be longer than the retention of the posture, 3 days ${RETENTION}, got 7; write retentionDays: 3, or set the posture of what may be kept longer`,
  ],
  [
    'dead letters for longer than the posture keeps',
    { retentionDays: 3 },
    { deadLetterRetentionDays: 14 },
    `'deadLetterRetentionDays' must not be longer than the retention of the posture, 3 days ${RETENTION}, got 14; write deadLetterRetentionDays: 3, or set the posture of what may be kept longer`,
  ],
  [
    'a count of 0',
    { retentionDays: 1 },
    { maxReceiveCount: 0 },
    "'maxReceiveCount' must be a whole number from 1 to 1000, got 0; write maxReceiveCount: 5",
  ],
  [
    'a timeout of more than twelve hours',
    { retentionDays: 1 },
    { visibilityTimeoutSeconds: 43_201 },
    "'visibilityTimeoutSeconds' must be a whole number from 0 to 43200, got 43201; write visibilityTimeoutSeconds: 30",
  ],
  [
    'a name with blanks',
    { retentionDays: 1 },
    { queueName: 'acme orders' },
    "'queueName' must be 1 to 80 letters, digits, '_' and '-', got \"acme orders\"; write queueName: 'acme-orders', or leave it out",
  ],
  [
    'a FIFO queue without its ending',
    { retentionDays: 1 },
    { queueName: 'acme-orders', fifo: true },
    "'queueName' must be 1 to 80 letters, digits, '_' and '-', and end with '.fifo', got \"acme-orders\"; write queueName: 'acme-orders.fifo', or leave it out",
  ],
  [
    'what is no organization',
    { retentionDays: 1 },
    { organizationId: '111122223333' },
    "'organizationId' must be the id of an organization (TOM 3.1.1 Least privilege through roles), got \"111122223333\"; write organizationId: 'o-exampleorgid'",
  ],
  [
    'encryption with a key of SQS',
    { retentionDays: 1 },
    { sqsManagedSseEnabled: true },
    "'sqsManagedSseEnabled' must not be set: messages are always encrypted with a key of your own (TOM 1.2.1 AES-256 for databases and object stores), got true; write encryptionKey, or leave it out for the key of the stack",
  ],
  [
    'plain HTTP',
    { retentionDays: 1 },
    { enforceSSL: false },
    "'enforceSSL' must not be set: plain HTTP is always denied (TOM 1.1.1 TLS on untrusted networks), got false; leave it out",
  ],
  [
    'a policy of its own',
    { retentionDays: 1 },
    { policy: '{}' },
    '\'policy\' must not be set: the queue has a policy of its own (TOM 3.1.1 Least privilege through roles), got "{}"; call addToResourcePolicy, allowService or the grants',
  ],
  [
    'a retention in seconds',
    { retentionDays: 1 },
    { messageRetentionSeconds: 60 },
    `'messageRetentionSeconds' is not a prop of this construct ${RETENTION}, got 60; write retentionDays`,
  ],
])('refuses %s', (_title, posture, props, message) => {
  expect(messageOf(() => new EncryptedQueue(newStack(posture), 'Orders', props))).toBe(`[test/Orders] ${message}`);
});

test('refuses a region outside the residency', () => {
  expect(messageOf(() => queue({ region: 'us-east-1' }))).toContain(
    "[test/Orders] 'region' must be within the residency of personal data"
  );
});

test('refuses a retention and a count that only Terraform knows', () => {
  const stack = newStack();
  const days = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
  expect(messageOf(() => new EncryptedQueue(stack, 'One', { retentionDays: days }))).toBe(
    `[test/One] 'retentionDays' must be a plain number, known when the program runs ${RETENTION}, got a token; write retentionDays: 4`
  );
  expect(messageOf(() => new EncryptedQueue(stack, 'Two', { maxReceiveCount: days }))).toContain('got a token');
});

test('refuses a name that another queue of the stack has', () => {
  const stack = newStack();
  new EncryptedQueue(stack, 'One', { queueName: 'acme-orders' });
  expect(messageOf(() => new EncryptedQueue(stack, 'Two', { queueName: 'acme-orders' }))).toBe(
    `[test/Two] 'queueName' must be unique: test/One has this name, got "acme-orders"; write another queueName, or leave it out`
  );
});

describe('a queue for dead letters', () => {
  test('must keep the order where its source does', () => {
    const stack = newStack();
    const deadLetterQueue = new EncryptedQueue(stack, 'Failed');
    expect(messageOf(() => new EncryptedQueue(stack, 'Orders', { deadLetterQueue, fifo: true }))).toBe(
      '[test/Orders] \'deadLetterQueue\' must be a FIFO queue, got "test/Failed"; name another queue, or leave it out for one that fits'
    );
  });

  test('must not keep the order where its source does not', () => {
    const stack = newStack();
    const queueArn = 'arn:aws:sqs:eu-central-1:111122223333:failed.fifo';
    const deadLetterQueue = EncryptedQueue.fromQueueArn(stack, 'Failed', queueArn);
    expect(messageOf(() => new EncryptedQueue(stack, 'Orders', { deadLetterQueue }))).toBe(
      '[test/Orders] \'deadLetterQueue\' must not be a FIFO queue, got "test/Failed"; name another queue, or leave it out for one that fits'
    );
  });

  test('must be for data of the class of its source', () => {
    const stack = newStack();
    const deadLetterQueue = new EncryptedQueue(stack, 'Failed', { dataClass: DataClass.CONFIDENTIAL });
    expect(messageOf(() => new EncryptedQueue(stack, 'Orders', { deadLetterQueue }))).toBe(
      "[test/Orders] 'deadLetterQueue' must be for personal data, which it would hold, and test/Failed is for confidential data (TOM 3.1.2 Data classification); " +
        'share one whose dataClass is personal or above, or leave deadLetterQueue out'
    );
  });

  test('has a retention of its own', () => {
    const stack = newStack();
    const deadLetterQueue = new EncryptedQueue(stack, 'Failed');
    expect(messageOf(() => new EncryptedQueue(stack, 'Orders', { deadLetterQueue, deadLetterRetentionDays: 3 }))).toBe(
      `[test/Orders] 'deadLetterRetentionDays' must not be set beside deadLetterQueue, which has a retention of its own ${RETENTION}, got 3; say it on that queue`
    );
  });
});

test('refuses what is no ARN of a queue', () => {
  expect(messageOf(() => EncryptedQueue.fromQueueArn(newStack(), 'Old', 'old-orders'))).toBe(
    "[test/Old] 'queueArn' must be the ARN of a queue, got \"old-orders\"; write 'arn:aws:sqs:<region>:<account>:<name>'"
  );
});
