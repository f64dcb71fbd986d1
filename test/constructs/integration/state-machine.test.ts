import { Fn, TerraformVariable } from 'cdktf';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { StateMachine, StateMachineProps } from '../../../lib';
import { trustPolicyText } from '../../../lib/constructs/core/policy';
import { Written, messageOf, newStack } from '../../support/synth';

const DEFINITION = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });
const KEY = '${aws_kms_key.PersonalDataKey_AF90130A.arn}';
const ARN = 'arn:<partition>:states:<region>:<caller_identity>:stateMachine:test-orders';

function made(props: Partial<StateMachineProps> = {}): {
  stack: ReturnType<typeof newStack>;
  machine: StateMachine;
} {
  const stack = newStack();
  return { stack, machine: new StateMachine(stack, 'Orders', { definition: DEFINITION, ...props }) };
}

const blank = (text: unknown): unknown =>
  JSON.parse(JSON.stringify(text).replace(/\$\{data\.aws_(partition|region|caller_identity)[^}]*\}/g, '<$1>'));

test('is encrypted, traced, and logs every execution without its data', () => {
  const { stack } = made();
  const written = Written.of(stack);
  expect(written.resource('aws_sfn_state_machine')).toMatchObject({
    name: 'test-orders',
    type: 'STANDARD',
    definition: DEFINITION,
    encryption_configuration: {
      type: 'CUSTOMER_MANAGED_KMS_KEY',
      kms_key_id: KEY,
      kms_data_key_reuse_period_seconds: 300,
    },
    logging_configuration: {
      level: 'ALL',
      include_execution_data: false,
      log_destination: '${aws_cloudwatch_log_group.Orders_Log_E0C9BE2B.arn}:*',
    },
    tracing_configuration: { enabled: true },
    tags: { 'tom:data-class': 'personal' },
  });
  expect(written.resource('aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/vendedlogs/states/test-orders',
    kms_key_id: KEY,
    retention_in_days: 30,
  });
  expect(written.statements('aws_kms_key')).toHaveProperty('LogDelivery');
});

test('its role is for this state machine, and may use the key for it, log and trace', () => {
  const { stack } = made();
  const written = Written.of(stack);
  expect(blank(JSON.parse(written.resource('aws_iam_role').assume_role_policy as string))).toMatchObject({
    Statement: [
      {
        Principal: { Service: 'states.amazonaws.com' },
        Condition: {
          ArnEquals: { 'aws:SourceArn': ARN },
          StringEquals: { 'aws:SourceAccount': '<caller_identity>' },
        },
      },
    ],
  });
  const { Statement } = blank(JSON.parse(written.resource('aws_iam_role_policy').policy as string)) as {
    Statement: { Action: string[]; Resource: string[]; Condition?: object }[];
  };
  expect(Statement.slice(0, 2)).toMatchObject([
    {
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: [KEY],
      Condition: { StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': ARN } },
    },
    {
      Action: ['kms:GenerateDataKey'],
      Resource: [KEY],
      Condition: {
        StringEquals: {
          'kms:EncryptionContext:SourceArn': 'arn:<partition>:logs:<region>:<caller_identity>:*',
        },
      },
    },
  ]);
  expect(Statement.slice(2).every(({ Action }) => Action.every((action) => /^(?:logs|xray):/.test(action)))).toBe(true);
});

test('who may start it reads nothing of it, and of an express one the answer', () => {
  const starter = (express: boolean): { [resource: string]: string[] } => {
    const { stack, machine } = made({ express });
    const assumeRolePolicy = trustPolicyText({ Service: ['ec2.amazonaws.com'] });
    machine.grantStartExecution(new IamRole(stack, 'Starter', { assumeRolePolicy }));
    return Written.of(stack).granted('Starter');
  };
  expect(starter(false)).toEqual({ '<Orders>': ['states:StartExecution'] });
  expect(starter(true)).toEqual({
    '<Orders>': ['states:StartExecution', 'states:StartSyncExecution'],
    '<PersonalDataKey>': ['kms:Decrypt', 'kms:DescribeKey', 'kms:ReEncryptFrom'],
  });
});

test('takes a definition with tokens, and one that only Terraform knows', () => {
  const stack = newStack();
  const variable = new TerraformVariable(stack, 'definition', {}).stringValue;
  new StateMachine(stack, 'Whole', { definition: variable });
  const States = { Call: { Type: 'Task', Resource: Fn.upper(variable), End: true } };
  new StateMachine(stack, 'Part', { definition: JSON.stringify({ StartAt: 'Call', States }) });
  const machines = Written.of(stack).resources('aws_sfn_state_machine');
  expect(machines['Whole/Resource'].definition).toBe('${var.definition}');
  expect(machines['Part/Resource'].definition).toContain('${upper(var.definition)}');
});

describe('refuses', () => {
  const malformed =
    "[test/Orders] 'definition' must be states in the Amazon States Language, as JSON text: an object with StartAt and States; write definition: JSON.stringify({ StartAt: 'Accept', States: { … } })";
  const secret = JSON.stringify({
    StartAt: 'Call',
    States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: 'AKIAIOSFODNN7EXAMPLE' } },
  });

  test.each<[string, () => unknown, string]>([
    ['no JSON', () => made({ definition: 'StartAt: Done' }), malformed],
    ['no states', () => made({ definition: '{"StartAt":"Done"}' }), malformed],
    ['no start', () => made({ definition: '{"States":{}}' }), malformed],
    [
      'a secret',
      () => made({ definition: secret }),
      "[test/Orders] 'definition' must not hold a secret: it holds an AWS access key, which everyone reads who may describe the state machine (TOM 3.1.1 Least privilege through roles); put it into a ManagedSecret, and let the task that needs it fetch its value",
    ],
    [
      'a malformed name',
      () => made({ stateMachineName: 'acme/orders' }),
      "[test/Orders] 'stateMachineName' must be 1 to 80 letters, digits, '_' and '-', got \"acme/orders\"; write stateMachineName: 'acme-orders', or leave it out",
    ],
    [
      'the name of another',
      () => {
        const { stack } = made({ stateMachineName: 'acme' });
        return new StateMachine(stack, 'Second', { definition: DEFINITION, stateMachineName: 'acme' });
      },
      '[test/Second] \'stateMachineName\' must be unique: test/Orders has this name, got "acme"; write another stateMachineName, or leave it out',
    ],
    [
      'an ARN of something else',
      () => StateMachine.fromStateMachineArn(newStack(), 'It', 'arn:aws:sqs:eu-central-1:111122223333:orders'),
      "[test/It] 'stateMachineArn' must be the ARN of a state machine, got \"arn:aws:sqs:eu-central-1:111122223333:orders\"; write 'arn:aws:states:<region>:<account>:stateMachine:<name>'",
    ],
  ])('%s', (_, act, message) => {
    expect(messageOf(act)).toBe(message);
  });

  test.each([
    ['encryptionConfiguration', 'what passes is always encrypted with a key of your own (TOM 1.2.1'],
    ['loggingConfiguration', 'every execution is logged to a log group of its own (TOM 8.1'],
    ['includeExecutionData', 'the log would hold the input and output of every state (TOM 2.1'],
    ['tracingEnabled', 'every execution is traced (TOM 8.1'],
    ['role', 'a state machine has a role of its own (TOM 3.1.1'],
  ])('%s', (prop, because) => {
    expect(messageOf(() => made({ [prop]: 'x' }))).toContain(`[test/Orders] '${prop}' must not be set: ${because}`);
  });
});
