import { controlEvidence } from '../../lib/evidence/controls';
import { JsonObject } from '../../lib/terraform/value';
import { modelOf } from '../support/models';

function stackOf(Action: string[], more: JsonObject = {}): ReturnType<typeof controlEvidence> {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
  const model = modelOf({
    app: {
      provider: { aws: [{ region: 'eu-central-1', allowed_account_ids: ['111122223333'] }] },
      resource: {
        aws_iam_role: { ops: { name: 'ops' } },
        aws_iam_role_policy: { ops: { role: '${aws_iam_role.ops.id}', policy } },
        aws_kms_key: { data: {} },
        aws_s3_bucket: { logs: {} },
        aws_sqs_queue: { jobs: {} },
        ...more,
      },
    },
  });
  return controlEvidence(model);
}

test('actions that the same can take stand together', () => {
  expect(stackOf(['kms:DisableKey', 'kms:PutKeyPolicy'])).toEqual([
    {
      control: 'app:aws_kms_key.data',
      actions: ['kms:PutKeyPolicy', 'kms:DisableKey'],
      by: ['aws_iam_role.ops'],
      perhaps: [],
    },
    {
      control: 'app:aws_kms_key.data',
      actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKeyRotation'],
      by: [],
      perhaps: [],
    },
  ]);
});

test('who has a policy that nobody read may be able to', () => {
  const policy_arn = 'arn:aws:iam::aws:policy/PowerUserAccess';
  const attached = { aws_iam_role_policy_attachment: { ops: { role: '${aws_iam_role.ops.name}', policy_arn } } };
  expect(stackOf(['s3:GetObject'], attached)).toEqual([
    {
      control: 'app:aws_kms_key.data',
      actions: ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:DisableKeyRotation'],
      by: [],
      perhaps: ['aws_iam_role.ops'],
    },
  ]);
});

test('so may those whom a policy names that nobody read', () => {
  const [{ by, perhaps }] = stackOf(['s3:GetObject'], { aws_kms_key: { data: { policy: '${var.policy}' } } });
  expect([by, perhaps]).toEqual([[], ['aws_iam_role.ops', 'those whom aws_kms_key.data names']]);
});

test('trails and locks are controls, too', () => {
  const bucket = '${aws_s3_bucket.logs.id}';
  const rule = { default_retention: { mode: 'COMPLIANCE', days: 365 } };
  const found = stackOf(['s3:*', 'cloudtrail:StopLogging'], {
    aws_cloudtrail: { main: { name: 'main', s3_bucket_name: bucket } },
    aws_s3_bucket_object_lock_configuration: { logs: { bucket, rule } },
  });
  expect(found.filter(({ by }) => by.length > 0).map(({ control, actions }) => [control, actions])).toEqual([
    ['app:aws_cloudtrail.main', ['cloudtrail:StopLogging']],
    ['app:aws_s3_bucket_object_lock_configuration.logs', ['s3:PutBucketObjectLockConfiguration']],
  ]);
});
