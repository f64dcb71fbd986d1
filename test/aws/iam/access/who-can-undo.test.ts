import { whoCanUndo } from '../../../../lib/aws/iam/access/who-can-undo';
import { EncryptedBucket } from '../../../../lib';
import { JsonObject } from '../../../../lib/terraform/value';
import { at, modelOf } from '../../../support/models';
import { Written, newStack } from '../../../support/synth';

const TRUST = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '1' } }] });

function undoing(actions: string[], control: string, lock: JsonObject = {}, Condition: JsonObject = {}): string[] {
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*', Condition }],
  });
  const model = modelOf({
    stack: {
      provider: { aws: [{ region: 'eu-central-1' }] },
      resource: {
        aws_iam_role: { ops: { assume_role_policy: TRUST } },
        aws_iam_role_policy: { ops: { role: '${aws_iam_role.ops.id}', policy } },
        aws_s3_bucket: { logs: {} },
        aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.id}', policy: '{"Statement":[]}' } },
        aws_s3_bucket_object_lock_configuration: { logs: { bucket: '${aws_s3_bucket.logs.id}', ...lock } },
        aws_kms_key: { main: {} },
        aws_cloudtrail: { main: { name: 'main' } },
        aws_sqs_queue: { other: {} },
      },
    },
  });
  return whoCanUndo(model, at(model, control)).flatMap(({ action, access }) =>
    access.map(({ who, decision }) => `${action}: ${who} ${decision}`)
  );
}

test.each<[string[], string, string[]]>([
  [['s3:Put*'], 'aws_s3_bucket_policy.logs', ['s3:PutBucketPolicy: aws_iam_role.ops allow']],
  [['s3:GetObject'], 'aws_s3_bucket_policy.logs', []],
  [
    ['s3:BypassGovernanceRetention'],
    'aws_s3_bucket_object_lock_configuration.logs',
    ['s3:BypassGovernanceRetention: aws_iam_role.ops allow'],
  ],
  [['kms:Schedule*'], 'aws_kms_key.main', ['kms:ScheduleKeyDeletion: aws_iam_role.ops allow']],
  [['cloudtrail:StopLogging'], 'aws_cloudtrail.main', ['cloudtrail:StopLogging: aws_iam_role.ops allow']],
  [['*'], 'aws_sqs_queue.other', []],
])('who may %j can undo %s: %j', (actions, control, expected) => {
  expect(undoing(actions, control)).toEqual(expected);
});

test.each([
  ['COMPLIANCE', []],
  ['GOVERNANCE', ['s3:BypassGovernanceRetention: aws_iam_role.ops allow']],
  ['${var.mode}', ['s3:BypassGovernanceRetention: aws_iam_role.ops allow']],
])('a lock in mode %s is lifted by %j', (mode, expected) => {
  const lock = { rule: { default_retention: { mode, days: 1 } } };
  const control = 'aws_s3_bucket_object_lock_configuration.logs';
  expect(undoing(['s3:Bypass*'], control, lock)).toEqual(expected);
});

test('a condition that he can meet keeps nobody from it', () => {
  const tls = { Bool: { 'aws:SecureTransport': 'true' } };
  expect(undoing(['kms:DisableKey'], 'aws_kms_key.main', {}, tls)).toEqual(['kms:DisableKey: aws_iam_role.ops allow']);
  const tagged = { StringEquals: { 'aws:PrincipalTag/team': 'ops' } };
  expect(undoing(['kms:DisableKey'], 'aws_kms_key.main', {}, tagged)).toEqual([
    'kms:DisableKey: aws_iam_role.ops depends',
  ]);
});

test('nobody of the stack can undo what a construct sets up', () => {
  const stack = newStack();
  new EncryptedBucket(stack, 'Data');
  const model = modelOf({ test: Written.of(stack).json });
  const [control] = model.resources('aws_s3_bucket_policy');
  expect(whoCanUndo(model, control).map(({ action, access }) => [action, access])).toEqual([
    ['s3:PutBucketPolicy', []],
    ['s3:DeleteBucketPolicy', []],
  ]);
});
