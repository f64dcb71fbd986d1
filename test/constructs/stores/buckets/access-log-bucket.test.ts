import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { DataClass, EncryptedBucket, Environment, Posture } from '../../../../lib';
import { evaluate } from '../../../../lib/aws/iam/evaluation/evaluate';
import { JsonObject } from '../../../../lib/terraform/value';
import { held } from '../../../support/access';
import { Written, messageOf, newStack } from '../../../support/synth';

function logsOf(posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  new EncryptedBucket(stack, 'Invoices');
  return Written.of(stack);
}

test('is what S3 and load balancers can write to: AES-256 with keys of S3, and no Object Lock', () => {
  const written = logsOf();
  expect(written.resource('aws_s3_bucket_server_side_encryption_configuration', 'AccessLogs').rule).toEqual([
    {
      apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' },
      bucket_key_enabled: false,
      blocked_encryption_types: ['SSE-C'],
    },
  ]);
  expect(written.resource('aws_s3_bucket', 'AccessLogs')).not.toHaveProperty('object_lock_enabled');
  expect(written.resources('aws_s3_bucket_object_lock_configuration')).toEqual({});
});

test('keeps access logs for 365 days, whatever the posture says of data', () => {
  const written = logsOf({ retentionDays: 30 });
  expect(written.resource('aws_s3_bucket_lifecycle_configuration', 'AccessLogs').rule).toMatchObject([
    { expiration: [{ days: 365 }], noncurrent_version_expiration: [{ noncurrent_days: 365 }] },
  ]);
  expect(written.resource('aws_s3_bucket', 'AccessLogs')).toMatchObject({
    bucket_prefix: 'test-accesslogs-',
    force_destroy: false,
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:data-class': 'personal', 'tom:log-kind': 'access' },
  });
});

test('lets nobody delete, and nobody write but S3 and load balancers', () => {
  const {
    DenyPlainHttp,
    DenyOldTls,
    DenyOtherEncryption,
    DenyCustomerKeys,
    DenyDeletion,
    S3AccessLogs,
    LoadBalancerLogs,
    LogDeliveryAclCheck,
    LogDeliveryWrite,
    ...others
  } = logsOf().statements('aws_s3_bucket_policy', 'AccessLogs');
  expect(others).toEqual({});
  expect(LogDeliveryAclCheck.Action).toBe('s3:GetBucketAcl');
  for (const deny of [DenyPlainHttp, DenyOldTls, DenyOtherEncryption, DenyCustomerKeys, DenyDeletion])
    expect(deny).toMatchObject({ Effect: 'Deny', Principal: '*' });
  expect(DenyDeletion.Action).toEqual(['s3:DeleteObject', 's3:DeleteObjectVersion']);
  expect(DenyOtherEncryption.Condition.StringNotEquals).toEqual({ 's3:x-amz-server-side-encryption': 'AES256' });
  for (const allow of [S3AccessLogs, LoadBalancerLogs, LogDeliveryWrite]) {
    expect(allow).toMatchObject({ Effect: 'Allow', Action: 's3:PutObject' });
  }
  for (const allow of [S3AccessLogs, LogDeliveryAclCheck, LogDeliveryWrite]) {
    expect(JSON.stringify(allow.Condition)).toContain('TomsAccount_CallerIdentity');
  }
  expect(LoadBalancerLogs).not.toHaveProperty('Condition');
  expect(LoadBalancerLogs.Resource).toMatch(
    /^\$\{aws_s3_bucket\..+\.arn\}\/\*AWSLogs\/\$\{data\.aws_caller_identity\..+\.account_id\}\/\*$/
  );
});

test('logs no accesses to itself: that would never end', () => {
  expect(Object.keys(logsOf().resources('aws_s3_bucket_logging'))).toEqual(['Invoices/Logging']);
});

test('is shared by the buckets of a stack and a region, and has the class of the stack', () => {
  const stack = newStack({ retentionDays: 1, dataClass: DataClass.INTERNAL, owner: 'tests' });
  new EncryptedBucket(stack, 'One');
  new EncryptedBucket(stack, 'Two', { dataClass: DataClass.SPECIAL_CATEGORY });
  new EncryptedBucket(stack, 'Three', { region: 'eu-west-1' });
  const written = Written.of(stack);
  const paths = Object.keys(written.resources('aws_s3_bucket')).filter((path) => path.startsWith('AccessLogs'));
  expect(paths.sort()).toEqual(['AccessLogs-eu-west-1/Resource', 'AccessLogs/Resource']);
  expect(written.resource('aws_s3_bucket', 'AccessLogs/').tags['tom:data-class']).toBe('internal');
  expect(written.resource('aws_s3_bucket', 'AccessLogs-eu-west-1/').region).toBe('eu-west-1');
  expect(written.resource('aws_s3_bucket_logging', 'Three').target_bucket).toContain('AccessLogs-eu-west-1');
});

test('is one a stack', () => {
  const stack = newStack();
  const other = new TerraformStack(stack.node.root, 'other');
  new EncryptedBucket(stack, 'Invoices');
  new EncryptedBucket(other, 'Invoices');
  expect(stack.node.findChild('AccessLogs')).not.toBe(other.node.findChild('AccessLogs'));
});

test('may be removed in an ephemeral environment', () => {
  const written = logsOf({ environment: Environment.EPHEMERAL, retentionDays: 1 });
  expect(written.resource('aws_s3_bucket', 'AccessLogs').force_destroy).toBe(true);
  expect(written.resource('aws_s3_bucket', 'AccessLogs')).not.toHaveProperty('lifecycle');
});

test('has the owner of its stack, not of the scope whose bucket it was made for', () => {
  const stack = newStack({ retentionDays: 1, owner: 'platform' });
  const inner = new Construct(stack, 'Inner');
  Posture.set(inner, { owner: 'billing' });
  new EncryptedBucket(inner, 'Invoices');
  const written = Written.of(stack);
  expect(written.resource('aws_s3_bucket', 'AccessLogs').tags['tom:owner']).toBe('platform');
  expect(written.resource('aws_s3_bucket', 'Inner').tags['tom:owner']).toBe('billing');
});

test('its id is refused to another construct of the stack', () => {
  const stack = newStack();
  expect(messageOf(() => new EncryptedBucket(stack, 'AccessLogs'))).toContain("'id' must be another one");
});

describe('load balancers', () => {
  const policy = JSON.parse(
    (logsOf().resource('aws_s3_bucket_policy', 'AccessLogs').policy as string)
      .replace(/\$\{aws_s3_bucket\.[^}]+\}/g, 'arn:aws:s3:::logs')
      .replace(/\$\{data\.aws_caller_identity\.[^}]+\}/g, '111122223333')
      .replace(/\$\{data\.aws_partition\.[^}]+\}/g, 'aws')
  ) as JsonObject;
  const write = (service: string, key: string, context: { readonly [key: string]: readonly string[] }): string =>
    evaluate(
      {
        caller: { kind: 'service', id: service },
        action: 's3:PutObject',
        resource: `arn:aws:s3:::logs/${key}`,
        account: '111122223333',
        context: { 'aws:SecureTransport': ['true'], 's3:TlsVersion': ['1.3'], ...context },
        isWhole: true,
      },
      { resource: held('logs', policy) }
    ).decision;

  // Its first act is to write these, and ModifyLoadBalancerAttributes fails where it may not.
  const FILES = [
    'ELBAccessLogTestFile',
    'ELBConnectionLogTestFile',
    'ELBHealthCheckLogTestFile',
    'elasticloadbalancing/eu-central-1/2026/11/29/111122223333_elasticloadbalancing_eu-central-1_app.front.x.log.gz',
  ];

  test.each(FILES)('of the account write %s, whatever they tell of their source', (file) => {
    const elb = (account: string, prefix: string): string =>
      write('logdelivery.elasticloadbalancing.amazonaws.com', `${prefix}AWSLogs/${account}/${file}`, {});
    expect(elb('111122223333', 'test/Front/access/')).toBe('allow');
    expect(elb('444455556666', 'test/Front/access/')).toBe('deny');
    expect(elb('111122223333', '')).toBe('allow');
    expect(elb('444455556666', '')).toBe('deny');
    expect(elb('444455556666', '111122223333/')).toBe('deny');
  });

  test('of the network have CloudWatch Logs deliver, for the account', () => {
    const nlb = (account: string): string =>
      write('delivery.logs.amazonaws.com', `test/Edge/AWSLogs/${account}/ELBAccessLogTestFile`, {
        's3:x-amz-acl': ['bucket-owner-full-control'],
        'aws:SourceAccount': [account],
        'aws:SourceArn': [`arn:aws:logs:eu-central-1:${account}:*`],
      });
    expect(nlb('111122223333')).toBe('allow');
    expect(nlb('444455556666')).toBe('deny');
  });
});
