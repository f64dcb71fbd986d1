import { deliveryVerdict } from '../../../lib/guardrails/verdicts/delivery';
import { Verdict } from '../../../lib/guardrails/rule';
import { Json, JsonObject } from '../../../lib/terraform/value';
import { at, modelOf } from '../../support/models';

const provider = { aws: [{ region: 'eu-central-1', allowed_account_ids: ['111122223333'] }] };

function verdictOn(
  source: string,
  resource: { readonly [type: string]: Json },
  more: JsonObject = {}
): Verdict | undefined {
  const model = modelOf({ stack: { provider, resource, ...more } });
  return deliveryVerdict(model, at(model, source));
}

const Principal = { Service: 'cloudtrail.amazonaws.com' };

function bucket(...statements: JsonObject[]): { readonly [type: string]: Json } {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return {
    aws_s3_bucket: { logs: {} },
    aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.id}', policy } },
  };
}

function trail(own: JsonObject = {}): { readonly [type: string]: Json } {
  return { aws_cloudtrail: { main: { name: 'main', s3_bucket_name: '${aws_s3_bucket.logs.id}', ...own } } };
}

const ALLOWED = { Effect: 'Allow', Principal, Action: 's3:*', Resource: '*' };

describe('a violation says', () => {
  test('once what no policy allows', () => {
    expect(verdictOn('aws_cloudtrail.main', { ...bucket(), ...trail() })).toEqual({
      outcome: 'violated',
      message: 'no policy allows cloudtrail.amazonaws.com s3:GetBucketAcl and s3:PutObject on aws_s3_bucket.logs',
    });
  });

  test('which statement denies, and what else nothing allows', () => {
    const denial = { Sid: 'Closed', Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: '*' };
    const key = { aws_kms_key: { logs: {} } };
    const resources = { ...bucket(ALLOWED, denial), ...trail({ kms_key_id: '${aws_kms_key.logs.arn}' }), ...key };
    expect(verdictOn('aws_cloudtrail.main', resources)).toEqual({
      outcome: 'violated',
      message:
        'the statement Closed of aws_s3_bucket_policy.logs denies cloudtrail.amazonaws.com s3:PutObject on aws_s3_bucket.logs, and no policy allows cloudtrail.amazonaws.com kms:GenerateDataKey on aws_kms_key.logs',
    });
  });

  test('why nothing arrives, where no policy decides', () => {
    const logging = { a: { bucket: 'a', target_bucket: '${aws_s3_bucket.logs.id}', target_prefix: 'a/' } };
    const writer = { Service: 'logging.s3.amazonaws.com' };
    const locked = { aws_s3_bucket: { logs: { object_lock_enabled: true } } };
    const resources = { ...bucket({ ...ALLOWED, Principal: writer }), ...locked, aws_s3_bucket_logging: logging };
    expect(verdictOn('aws_s3_bucket_logging.a', resources)).toEqual({
      outcome: 'violated',
      message:
        'nothing arrives in aws_s3_bucket.logs: it has Object Lock, and these logs do not arrive in such a bucket',
    });
  });

  test('the name of a service whose Region nobody knows', () => {
    const resource = {
      aws_kms_key: { logs: {} },
      aws_cloudwatch_log_group: { app: { name: 'app', kms_key_id: '${aws_kms_key.logs.arn}' } },
    };
    const model = modelOf({ stack: { resource } });
    expect(deliveryVerdict(model, at(model, 'aws_cloudwatch_log_group.app'))).toEqual({
      outcome: 'violated',
      message: 'no policy allows logs.<region>.amazonaws.com kms:GenerateDataKey and kms:Decrypt on aws_kms_key.logs',
    });
  });
});

describe('what is not in the model', () => {
  test.each<[string, JsonObject, Verdict | undefined]>([
    ['is not judged, where others have it', { s3_bucket_name: 'acme-logs' }, undefined],
    [
      'is named, where nobody knows what it is',
      { s3_bucket_name: '${var.bucket}' },
      { outcome: 'undetermined', message: 's3_bucket_name is ${var.bucket}, which only a plan can tell' },
    ],
    [
      'is named, where it is the key',
      { kms_key_id: 'arn:aws:kms:eu-central-1:111122223333:key/1' },
      {
        outcome: 'undetermined',
        message:
          'whether anything arrives in aws_s3_bucket.logs (its objects are encrypted with a key that is not in what was read) hangs on the policy of the key "arn:aws:kms:eu-central-1:111122223333:key/1"',
      },
    ],
    [
      'keeps the rest from being met: the role',
      {
        cloud_watch_logs_group_arn: 'arn:aws:logs:eu-central-1:111122223333:log-group:trail:*',
        cloud_watch_logs_role_arn: 'arn:aws:iam::111122223333:role/trail',
      },
      undefined,
    ],
    ['is nothing, where everything is there', {}, { outcome: 'met' }],
  ])('%s', (_, own, expected) => {
    const resources = { ...bucket(ALLOWED), ...trail(own) };
    expect(verdictOn('aws_cloudtrail.main', resources, { variable: { bucket: {} } })).toEqual(expected);
  });

  // The bus of another Region takes no policy of a topic or queue.
  test.each([
    ['is not missed, where it is known to be something else', 'events', undefined],
    [
      'is named, where it may be a topic',
      'sns',
      {
        outcome: 'undetermined',
        message: 'arn is arn:${data.aws_partition.this.partition}:sns:${var.rest}, which only a plan can tell',
      },
    ],
  ])('%s', (_, service, expected) => {
    const arn = `arn:\${data.aws_partition.this.partition}:${service}:\${var.rest}`;
    const resources = { aws_cloudwatch_event_target: { it: { rule: 'all', arn } } };
    expect(verdictOn('aws_cloudwatch_event_target.it', resources, { variable: { rest: {} } })).toEqual(expected);
  });

  test('is not missed in logs that are switched off', () => {
    const writer = { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' };
    const logs = { bucket: '${aws_s3_bucket.logs.id}', enabled: true };
    const balancer = (connection_logs: JsonObject): { readonly [type: string]: Json } => ({
      ...bucket({ ...ALLOWED, Principal: writer }),
      aws_lb: { web: { access_logs: logs, connection_logs } },
    });
    expect(verdictOn('aws_lb.web', balancer({ bucket: 'elsewhere', enabled: false }))).toEqual({ outcome: 'met' });
    expect(verdictOn('aws_lb.web', balancer({ bucket: 'elsewhere', enabled: true }))).toBeUndefined();
  });
});
