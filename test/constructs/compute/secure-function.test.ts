import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import {
  EncryptedBucket,
  EncryptedQueue,
  FunctionCode,
  ManagedSecret,
  Port,
  SecureFunction,
  SecureFunctionProps,
  SecurityGroup,
  VpcEncryption,
} from '../../../lib';
import { HANDLER } from '../../support/constructs';
import { privateNetwork, reachableNetwork } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const REQUIRED = { code: FunctionCode.fromAsset(HANDLER), handler: 'index.handler', runtime: 'nodejs22.x' };
const SECRET = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders-a1b2c3';

type Stack = ReturnType<typeof newStack>;

function made(props: (stack: Stack) => Partial<SecureFunctionProps> = () => ({})): {
  stack: Stack;
  fn: SecureFunction;
} {
  const stack = newStack();
  return { stack, fn: new SecureFunction(stack, 'Orders', { ...REQUIRED, ...props(stack) }) };
}

function statements(stack: Stack, name: string): { Effect: string; Action: string[]; Resource: string[] }[] {
  const { policy } = Written.of(stack).resource('aws_iam_role_policy', name);
  return (JSON.parse(String(policy)) as { Statement: { Effect: string; Action: string[]; Resource: string[] }[] })
    .Statement;
}

function refused(props: object): string {
  return messageOf(() => made(() => props));
}

test('is encrypted, bounded, traced, logged and backed by a queue without optional props', () => {
  const { stack } = made();
  const key = '${aws_kms_key.PersonalDataKey_AF90130A.arn}';
  expect(Written.of(stack).resource('aws_lambda_function')).toMatchObject({
    function_name: 'test-orders',
    kms_key_arn: key,
    memory_size: 256,
    timeout: 30,
    reserved_concurrent_executions: 10,
    tracing_config: { mode: 'Active' },
    logging_config: { log_format: 'JSON' },
    dead_letter_config: { target_arn: '${aws_sqs_queue.Orders_DeadLetters_6314E60F.arn}' },
    tags: { 'tom:data-class': 'personal' },
  });
  expect(Written.of(stack).resource('aws_lambda_function')).not.toHaveProperty('environment');
  expect(Written.of(stack).resource('aws_cloudwatch_log_group')).toMatchObject({
    kms_key_id: key,
    retention_in_days: 30,
  });
  expect(Written.of(stack).resource('aws_sqs_queue')).toMatchObject({ kms_master_key_id: key });
});

test('its role may write its log and its traces and send its dead letters, and nothing else', () => {
  const { stack } = made();
  expect(statements(stack, 'Orders/RolePolicy').flatMap(({ Action }) => Action)).toEqual([
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'sqs:SendMessage',
    'xray:PutTelemetryRecords',
    'xray:PutTraceSegments',
  ]);
});

test('in a network its role makes network interfaces, its code may not, and it reaches what connections name', () => {
  const { stack, fn } = made((scope) => ({ vpc: reachableNetwork(scope) }));
  const [allowed, denied] = statements(stack, 'Orders/RolePolicy').slice(-2);
  expect(allowed.Action).toContain('ec2:CreateNetworkInterface');
  expect(denied).toMatchObject({
    Effect: 'Deny',
    Condition: { ArnEquals: { 'lambda:SourceFunctionArn': expect.stringMatching(/:function:test-orders$/) as string } },
  });
  for (const action of allowed.Action) expect(denied.Action).toContain(action);
  expect(Written.of(stack).resource('aws_lambda_function').vpc_config).toMatchObject({
    subnet_ids: ['subnet-application-0', 'subnet-application-1'],
    security_group_ids: ['${aws_security_group.Orders_SecurityGroup_2E5456CF.id}'],
  });
  fn.connections.allowTo(SecurityGroup.fromSecurityGroupId(stack, 'Database', 'sg-0123456789abcdef1'), Port.POSTGRESQL);
  expect(Written.of(stack).resources('aws_vpc_security_group_egress_rule')).toMatchObject({
    'Orders/SecurityGroup/To-test-Database-tcp-5432': { from_port: 5432 },
  });
  expect(Object.values(Written.of(stack).resources('aws_vpc_security_group_ingress_rule'))).not.toContainEqual(
    expect.objectContaining({ security_group_id: '${aws_security_group.Orders_SecurityGroup_2E5456CF.id}' })
  );
});

test('outside of a network it connects to nothing', () => {
  expect(messageOf(() => made().fn.connections)).toBe(
    "[test/Orders] 'vpc' must be set for a function that connects to something in a network (TOM 3.3.4 Layered network defence); write vpc"
  );
});

test('secrets are handed over by their ARNs, with the right to read them', () => {
  const { stack } = made((scope) => ({
    environment: { STAGE: 'production' },
    secrets: { DATABASE: ManagedSecret.fromSecretArn(scope, 'Secret', SECRET) },
  }));
  expect(Written.of(stack).resource('aws_lambda_function').environment).toEqual({
    variables: { STAGE: 'production', DATABASE: SECRET },
  });
  expect(JSON.stringify(statements(stack, 'Orders/Role/Grants'))).toContain('secretsmanager:GetSecretValue');
});

test('archives a folder', () => {
  const { stack } = made(() => ({ code: FunctionCode.fromAsset('examples/serverless/handlers/accept') }));
  const { filename, source_code_hash: hash } = Written.of(stack).resource('aws_lambda_function');
  expect(filename).toMatch(/^assets\/.+\/archive\.zip$/);
  expect(hash).toMatch(/^[0-9A-F]{32}$/);
});

test('takes code from a bucket, in one version', () => {
  const { stack } = made((scope) => ({
    code: FunctionCode.fromBucket(EncryptedBucket.fromBucketName(scope, 'Builds', 'acme-builds'), 'orders.zip', 'v1'),
  }));
  expect(Written.of(stack).resource('aws_lambda_function')).toMatchObject({
    s3_bucket: 'acme-builds',
    s3_key: 'orders.zip',
    s3_object_version: 'v1',
  });
});

test('is invoked by roles, by services for one source, and by queues', () => {
  const { stack, fn } = made();
  fn.grantInvoke(new IamRole(stack, 'Caller', { assumeRolePolicy: '{}' }));
  fn.allowService('events.amazonaws.com', 'arn:aws:events:eu-central-1:111122223333:rule/nightly');
  fn.allowService('s3.amazonaws.com', 'arn:aws:s3:::acme-uploads');
  fn.addQueueSource(new EncryptedQueue(stack, 'Queue'), { batchSize: 5, maxConcurrency: 2 });
  expect(statements(stack, 'Caller/Grants')[0].Action).toEqual(['lambda:InvokeFunction']);
  const permissions = Object.values(Written.of(stack).resources('aws_lambda_permission'));
  expect(permissions).toMatchObject([
    { principal: 'events.amazonaws.com', source_arn: 'arn:aws:events:eu-central-1:111122223333:rule/nightly' },
    {
      principal: 's3.amazonaws.com',
      source_account: '${data.aws_caller_identity.TomsAccount_CallerIdentity_3EF9662E.account_id}',
    },
  ]);
  expect(permissions[0]).not.toHaveProperty('source_account');
  expect(Written.of(stack).resource('aws_lambda_event_source_mapping')).toMatchObject({
    batch_size: 5,
    function_response_types: ['ReportBatchItemFailures'],
    scaling_config: { maximum_concurrency: 2 },
  });
  expect(JSON.stringify(statements(stack, 'Orders/Role/Grants'))).toContain('sqs:ReceiveMessage');
});

test('takes a function that is there by its ARN', () => {
  const arn = 'arn:aws:lambda:eu-central-1:111122223333:function:orders';
  expect(SecureFunction.fromFunctionArn(newStack(), 'Known', arn).functionArn).toBe(arn);
  expect(messageOf(() => SecureFunction.fromFunctionArn(newStack(), 'Known', 'orders'))).toContain(
    '\'functionArn\' must be the ARN of a function, got "orders"'
  );
});

test('refuses a network that enforces encryption without the exclusion for functions', () => {
  const message = messageOf(() =>
    made((scope) => ({ vpc: privateNetwork(scope, { vpcEncryption: VpcEncryption.ENFORCE }) }))
  );
  expect(message).toContain("'vpc' must exclude functions, since it enforces encryption");
});

test.each([
  [
    { runtime: 'nodejs16.x' },
    `'runtime' must not be deprecated, as it is since 2024-06-12 (TOM 9.1 Secure baselines), got "nodejs16.x"; write runtime: 'nodejs22.x', or a newer version of the language`,
  ],
  [
    { environment: { DB_PASSWORD: 'hunter2hunter2' } },
    "'environment.DB_PASSWORD' must not hold a secret, as its name says (TOM 3.1.1 Least privilege through roles); put it into a ManagedSecret, write secrets: { NAME: secret }, and let the function fetch its value",
  ],
  [
    { environment: { CONFIG: 'postgres://orders:hunter2@db.internal/orders' } },
    "'environment.CONFIG' must not hold a secret: it holds a URL with a password (TOM 3.1.1 Least privilege through roles); put it into a ManagedSecret, write secrets: { NAME: secret }, and let the function fetch its value",
  ],
  [
    { environment: { AWS_REGION: 'eu-central-1' } },
    `'environment' must have names of letters, digits and underscores that begin with a letter and that Lambda does not set itself, got "AWS_REGION"; write environment: { ORDERS_TABLE: table.tableName }`,
  ],
  [
    { reservedConcurrentExecutions: 0 },
    "'reservedConcurrentExecutions' must be a whole number, at least 1: with 0 the function never runs (TOM 3.3.2 Capacity management), got 0; write reservedConcurrentExecutions: 10",
  ],
  [
    { tracing: 'Disabled' },
    `'tracing' must not be set: every function is traced (TOM 8.1 Central logging and correlation), got "Disabled"; leave it out`,
  ],
  [
    { code: FunctionCode.fromAsset('no/such/folder') },
    `'code' must be a folder or a ZIP archive that is there, got "no/such/folder"; write FunctionCode.fromAsset('dist/orders')`,
  ],
  [
    { handler: 'index handler' },
    `'handler' must be 1 to 128 characters without spaces, got "index handler"; write handler: 'index.handler'`,
  ],
  [
    { functionName: 'a.b' },
    `'functionName' must be 1 to 64 letters, digits, '_' and '-', got "a.b"; write functionName: 'acme-orders', or leave it out`,
  ],
])('refuses %j', (props, message) => {
  expect(refused(props)).toBe(`[test/Orders] ${message}`);
});
