import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  AuditLogArchive,
  AuditLogArchiveProps,
  DataClass,
  EncryptedBucket,
  Environment,
  ObjectLockMode,
  RotatedKey,
} from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const ACCOUNT = '${data.aws_caller_identity.TomsAccount_CallerIdentity_3EF9662E.account_id}';
const PARTITION = '${data.aws_partition.TomsAccount_Partition_CF76C297.partition}';
const KEY_ARN = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';
const TIERS = ['Trails', 'Config', 'AccessLogs'];

function archive(props?: AuditLogArchiveProps, posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  new AuditLogArchive(stack, 'Archive', props);
  return Written.of(stack);
}

function policy(tier: string, props?: AuditLogArchiveProps): ReturnType<Written['statements']> {
  return archive(props).statements('aws_s3_bucket_policy', `Archive/${tier}`);
}

describe('the three tiers', () => {
  const written = archive();

  test('are a locked bucket, one for Config, and one for access logs', () => {
    expect(Object.keys(written.resources('aws_s3_bucket')).sort()).toEqual(
      TIERS.map((tier) => `Archive/${tier}/Resource`).sort()
    );
    expect(written.resource('aws_s3_bucket', 'Archive/Trails').object_lock_enabled).toBe(true);
    expect(written.resource('aws_s3_bucket', 'Archive/Config')).not.toHaveProperty('object_lock_enabled');
    expect(written.resource('aws_s3_bucket', 'Archive/AccessLogs')).not.toHaveProperty('object_lock_enabled');
  });

  test.each([
    [undefined, 'GOVERNANCE'],
    [ObjectLockMode.GOVERNANCE, 'GOVERNANCE'],
    [ObjectLockMode.COMPLIANCE, 'COMPLIANCE'],
  ])('lock trails for 365 days: asked for %s in mode %s', (objectLock, mode) => {
    expect(archive({ objectLock }).resource('aws_s3_bucket_object_lock_configuration')).toMatchObject({
      rule: { default_retention: { mode, days: 365 } },
    });
  });

  test.each([
    ['Trails', 'aws:kms', true],
    ['Config', 'aws:kms', true],
    ['AccessLogs', 'AES256', false],
  ])('encrypt %s with %s', (tier, algorithm, bucketKey) => {
    const [rule] = written.resource('aws_s3_bucket_server_side_encryption_configuration', `Archive/${tier}`).rule as {
      [key: string]: object;
    }[];
    expect(rule).toMatchObject({
      apply_server_side_encryption_by_default: { sse_algorithm: algorithm },
      bucket_key_enabled: bucketKey,
      blocked_encryption_types: ['SSE-C'],
    });
  });

  test.each(TIERS)('keep %s closed, versioned, owned by the bucket owner, and away from destruction', (tier) => {
    const below = `Archive/${tier}`;
    expect(written.resource('aws_s3_bucket_public_access_block', below)).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(written.resource('aws_s3_bucket_ownership_controls', below).rule).toEqual({
      object_ownership: 'BucketOwnerEnforced',
    });
    expect(written.resource('aws_s3_bucket_versioning', below).versioning_configuration).toEqual({ status: 'Enabled' });
    expect(written.resource('aws_s3_bucket', below)).toMatchObject({
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  test.each([
    ['Trails', 'security'],
    ['Config', 'security'],
    ['AccessLogs', 'access'],
  ])('tag %s as %s logs', (tier, kind) => {
    expect(written.resource('aws_s3_bucket', `Archive/${tier}`).tags).toEqual({
      'tom:data-class': 'personal',
      'tom:environment': 'production',
      'tom:log-kind': kind,
      'tom:owner': 'tests',
    });
  });

  test.each(['Trails', 'Config'])('log the accesses to %s to the third', (tier) => {
    expect(written.resource('aws_s3_bucket_logging', `Archive/${tier}`)).toMatchObject({
      target_bucket: expect.stringContaining('aws_s3_bucket.Archive_AccessLogs') as string,
      target_prefix: `test/Archive/${tier}/`,
    });
  });
});

test.each(TIERS)('nobody deletes from %s, or comes unencrypted', (tier) => {
  const { DenyDeletion, DenyPlainHttp, DenyOldTls } = policy(tier);
  expect(DenyDeletion).toMatchObject({
    Effect: 'Deny',
    Principal: '*',
    Action: [
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      ...(tier === 'Trails' ? ['s3:BypassGovernanceRetention'] : []),
    ],
    Resource: expect.stringMatching(/\/\*$/) as string,
  });
  expect(DenyDeletion).not.toHaveProperty('Condition');
  expect(DenyPlainHttp.Effect).toBe('Deny');
  expect(DenyOldTls.Effect).toBe('Deny');
});

test('nothing is said of lifting a lock that nobody lifts', () => {
  const { DenyDeletion } = policy('Trails', { objectLock: ObjectLockMode.COMPLIANCE });
  expect(DenyDeletion).toMatchObject({ Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'] });
});

describe('the writers', () => {
  const writers = (tier: string): { [sid: string]: object } =>
    Object.fromEntries(Object.entries(policy(tier)).filter(([, { Effect }]) => Effect === 'Allow'));
  const ownerControls = { 's3:x-amz-acl': 'bucket-owner-full-control' };
  const ownAccount = { 'aws:SourceAccount': ACCOUNT };
  const fromTrails = { 'aws:SourceArn': `arn:${PARTITION}:cloudtrail:*:${ACCOUNT}:trail/*` };
  const fromLogs = { 'aws:SourceArn': `arn:${PARTITION}:logs:*:${ACCOUNT}:*` };
  const cloudtrail = { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' } };
  const delivery = { Effect: 'Allow', Principal: { Service: 'delivery.logs.amazonaws.com' } };
  const config = { Effect: 'Allow', Principal: { Service: 'config.amazonaws.com' } };

  test('of trails are CloudTrail and log delivery, for trails and logs of this account', () => {
    const found = writers('Trails');
    expect(Object.keys(found)).toEqual([
      'CloudTrailAclCheck',
      'CloudTrailWrite',
      'LogDeliveryAclCheck',
      'LogDeliveryWrite',
    ]);
    expect(found).toMatchObject({
      CloudTrailAclCheck: { ...cloudtrail, Action: 's3:GetBucketAcl', Condition: { ArnLike: fromTrails } },
      CloudTrailWrite: {
        ...cloudtrail,
        Action: 's3:PutObject',
        Condition: { ArnLike: fromTrails, StringEquals: ownerControls },
      },
      LogDeliveryAclCheck: {
        ...delivery,
        Action: 's3:GetBucketAcl',
        Condition: { ArnLike: fromLogs, StringEquals: ownAccount },
      },
      LogDeliveryWrite: {
        ...delivery,
        Action: 's3:PutObject',
        Condition: { ArnLike: fromLogs, StringEquals: { ...ownAccount, ...ownerControls } },
      },
    });
  });

  test('of Config is Config, for this account', () => {
    const found = writers('Config');
    expect(Object.keys(found)).toEqual(['ConfigBucketCheck', 'ConfigWrite']);
    expect(found).toMatchObject({
      ConfigBucketCheck: {
        ...config,
        Action: ['s3:GetBucketAcl', 's3:ListBucket'],
        Condition: { StringEquals: ownAccount },
      },
      ConfigWrite: {
        ...config,
        Action: 's3:PutObject',
        Condition: { StringEquals: { ...ownAccount, ...ownerControls } },
      },
    });
  });

  test('of access logs are S3 and load balancers, for those of this account', () => {
    const found = writers('AccessLogs');
    expect(Object.keys(found)).toEqual(['S3AccessLogs', 'LoadBalancerLogs', 'LogDeliveryAclCheck', 'LogDeliveryWrite']);
    expect(found).toMatchObject({
      S3AccessLogs: {
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Action: 's3:PutObject',
        Condition: { StringEquals: ownAccount, ArnLike: { 'aws:SourceArn': `arn:${PARTITION}:s3:::*` } },
      },
      LoadBalancerLogs: {
        Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: expect.stringMatching(/\}\/\*AWSLogs\/\$\{data\.aws_caller_identity\.[^}]+\}\/\*$/) as string,
      },
      LogDeliveryAclCheck: { ...delivery, Condition: { ArnLike: fromLogs, StringEquals: ownAccount } },
      LogDeliveryWrite: {
        ...delivery,
        Condition: { ArnLike: fromLogs, StringEquals: { ...ownAccount, ...ownerControls } },
      },
    });
  });
});

describe('the key', () => {
  test('lets the three services use it, each for this account alone', () => {
    const { CloudTrail, LogDelivery, Config } = archive().statements('aws_kms_key');
    expect(CloudTrail).toEqual({
      Sid: 'CloudTrail',
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: ['kms:GenerateDataKey*', 'kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
      Condition: { ArnLike: { 'aws:SourceArn': `arn:${PARTITION}:cloudtrail:*:${ACCOUNT}:trail/*` } },
    });
    expect(LogDelivery).toMatchObject({
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Condition: {
        StringEquals: { 'aws:SourceAccount': ACCOUNT },
        ArnLike: { 'aws:SourceArn': `arn:${PARTITION}:logs:*:${ACCOUNT}:*` },
      },
    });
    expect(Config).toMatchObject({
      Principal: { Service: 'config.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
    });
  });

  test('may be one of your own', () => {
    const stack = newStack();
    const key = new RotatedKey(stack, 'Key');
    expect(new AuditLogArchive(stack, 'Archive', { encryptionKey: key }).encryptionKey).toBe(key);
    const written = Written.of(stack);
    expect(Object.keys(written.resources('aws_kms_key'))).toEqual(['Key/Resource']);
    expect(Object.keys(written.statements('aws_kms_key'))).not.toContain('CloudTrail');
  });
});

test('keeps logs for as long as it is told', () => {
  const written = archive({ retentionDays: 400 });
  expect(written.resource('aws_s3_bucket_object_lock_configuration').rule.default_retention.days).toBe(400);
  const lifecycles = TIERS.map((tier) => {
    const [rule] = written.resource('aws_s3_bucket_lifecycle_configuration', `Archive/${tier}`).rule as {
      [key: string]: object;
    }[];
    return [tier, rule.expiration, rule.noncurrent_version_expiration];
  });
  expect(lifecycles).toEqual([
    ['Trails', [{ days: 400 }], [{ noncurrent_days: 1 }]],
    ['Config', [{ days: 400 }], [{ noncurrent_days: 400 }]],
    ['AccessLogs', [{ days: 400 }], [{ noncurrent_days: 400 }]],
  ]);
});

test.each([365, 36_500])('takes %d days', (retentionDays) => {
  expect(new AuditLogArchive(newStack(), 'Archive', { retentionDays }).retentionDays).toBe(retentionDays);
});

test('takes logs from the accounts that it is told, and from no other', () => {
  const sourceAccountIds = ['111122223333', '444455556666'];
  const text = JSON.stringify([
    policy('Trails', { sourceAccountIds }),
    policy('Config', { sourceAccountIds }),
    policy('AccessLogs', { sourceAccountIds }),
  ]);
  // S3 delivers access logs only within the account, those of the other two buckets among them.
  expect(text.split(ACCOUNT)).toHaveLength(2);
  expect(policy('AccessLogs', { sourceAccountIds }).S3AccessLogs.Condition.StringEquals).toEqual({
    'aws:SourceAccount': ACCOUNT,
  });
  const { CloudTrailWrite } = policy('Trails', { sourceAccountIds });
  expect(CloudTrailWrite.Condition.ArnLike['aws:SourceArn']).toEqual(
    sourceAccountIds.map((id) => `arn:${PARTITION}:cloudtrail:*:${id}:trail/*`)
  );
  const { Config } = archive({ sourceAccountIds }).statements('aws_kms_key');
  expect(Config.Condition.StringEquals).toEqual({ 'aws:SourceAccount': sourceAccountIds });
});

test('lies in the region that it is told, every part of it', () => {
  const { json } = archive({ region: 'eu-west-1' });
  const bodies = Object.values(json.resource as { [type: string]: { [name: string]: { region?: string } } }).flatMap(
    Object.values
  ) as { region?: string }[];
  expect(bodies.length).toBeGreaterThan(20);
  expect(new Set(bodies.map(({ region }) => region))).toEqual(new Set(['eu-west-1']));
});

test('may be removed in an ephemeral environment: GOVERNANCE, whatever is asked for, and force_destroy', () => {
  const objectLock = ObjectLockMode.COMPLIANCE;
  const written = archive({ objectLock }, { environment: Environment.EPHEMERAL, retentionDays: 400 });
  expect(written.resource('aws_s3_bucket_object_lock_configuration').rule.default_retention).toEqual({
    mode: 'GOVERNANCE',
    days: 365,
  });
  for (const bucket of Object.values(written.resources('aws_s3_bucket'))) {
    expect(bucket.force_destroy).toBe(true);
    expect(bucket).not.toHaveProperty('lifecycle');
  }
});

test('has the class of data and the tags that it is told', () => {
  const written = archive({ dataClass: DataClass.INTERNAL, tags: { team: 'platform', 'tom:log-kind': 'none' } });
  for (const bucket of Object.values(written.resources('aws_s3_bucket'))) {
    expect(bucket.tags).toMatchObject({ team: 'platform', 'tom:data-class': 'internal' });
    expect(bucket.tags['tom:log-kind']).not.toBe('none');
  }
  expect(written.resource('aws_kms_key').tags).toMatchObject({ 'tom:data-class': 'internal' });
});

test('receives the access logs of a bucket', () => {
  const stack = newStack();
  const logs = new AuditLogArchive(stack, 'Archive');
  new EncryptedBucket(stack, 'Invoices', { accessLogBucket: logs.accessLogBucket });
  expect(Written.of(stack).resource('aws_s3_bucket_logging', 'Invoices').target_bucket).toContain('Archive_AccessLogs');
});

describe('grants', () => {
  const role = (stack: TerraformStack): IamRole => new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });

  test('let an auditor read the trails, and decrypt them', () => {
    const stack = newStack();
    new AuditLogArchive(stack, 'Archive').trailBucket.grantRead(role(stack));
    const granted = Written.of(stack).granted('Role/Grants');
    expect(granted['<Archive_Key>']).toContain('kms:Decrypt');
    expect(granted['<Archive_Trails>/*']).toContain('s3:GetObject');
  });

  test('reach an archive that is already there', () => {
    const stack = newStack();
    const there = AuditLogArchive.fromAttributes(stack, 'Archive', {
      trailBucketName: 'acme-trails',
      configBucketName: 'acme-config',
      accessLogBucketName: 'acme-access',
      encryptionKeyArn: KEY_ARN,
    });
    const auditor = role(stack);
    there.trailBucket.grantRead(auditor);
    there.configBucket.grantRead(auditor);
    there.accessLogBucket.grantRead(auditor);
    expect(there.encryptionKey.keyArn).toBe(KEY_ARN);
    const written = Written.of(stack);
    const text = written.resource('aws_iam_role_policy', 'Role/Grants').policy as string;
    for (const name of ['acme-trails', 'acme-config', 'acme-access']) expect(text).toContain(`:s3:::${name}/*`);
    expect(text).toContain(KEY_ARN);
    expect(written.resources('aws_s3_bucket')).toEqual({});
  });

  test('refuse an alias for the key of an archive that is already there', () => {
    const attributes = {
      trailBucketName: 'a',
      configBucketName: 'b',
      accessLogBucketName: 'c',
      encryptionKeyArn: 'arn:aws:kms:eu-central-1:111122223333:alias/logs',
    };
    expect(messageOf(() => AuditLogArchive.fromAttributes(newStack(), 'Archive', attributes))).toContain(
      "[test/Archive/Key] 'keyArn' must be a key's ARN, not an alias"
    );
  });
});

const RETENTION = "'retentionDays' must be a whole number from 365 to 36500 (TOM 8.4 ";

test.each<[string, AuditLogArchiveProps, string[]]>([
  ['364 days', { retentionDays: 364 }, [RETENTION, ', got 364; write retentionDays: 365']],
  ['no day', { retentionDays: 0 }, [RETENTION, ', got 0; ']],
  ['-1 days', { retentionDays: -1 }, [RETENTION, ', got -1; ']],
  ['NaN days', { retentionDays: NaN }, [RETENTION, ', got NaN; ']],
  ['logs that never end', { retentionDays: Infinity }, [RETENTION, ', got Infinity; ']],
  ['40,000 days', { retentionDays: 40_000 }, [RETENTION, ', got 40000; ']],
  [
    'an account of 11 digits',
    { sourceAccountIds: ['111122223333', '11112222333'] },
    [
      "'sourceAccountIds' must hold account ids of twelve digits (TOM 8.3 ",
      `, got "11112222333"; write sourceAccountIds: ['111122223333']`,
    ],
  ],
  [
    'what is no organization',
    { organizationId: 'ou-1234-12345678' },
    [
      "'organizationId' must be the id of an organization (TOM 3.1.1 ",
      `, got "ou-1234-12345678"; write organizationId: 'o-exampleorgid'`,
    ],
  ],
  [
    'no deployer',
    { deployerArns: [] },
    [
      "'deployerArns' must name the role that applies (TOM 8.3 ",
      ", got []; write deployerArns: ['arn:aws:iam::111122223333:role/terraform'], the role that applies among them",
    ],
  ],
  ...[
    '*',
    'terraform',
    'arn:aws:iam::*:role/terraform',
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::111122223333:role/*',
    'arn:aws:iam::111122223333:role/?*',
    'arn:aws:sts::111122223333:assumed-role/terraform/session',
  ].map((arn): [string, AuditLogArchiveProps, string[]] => [
    `the deployer ${arn}`,
    { deployerArns: ['arn:aws:iam::111122223333:role/terraform', arn] },
    [
      "'deployerArns' must hold ARNs of roles or users, with no wildcard for the account or all of the name (TOM 8.3 ",
      `, got "${arn}"; write deployerArns: [`,
    ],
  ]),
  ['every account', { sourceAccountIds: ['*'] }, ["'sourceAccountIds' must hold account ids", ', got "*"; ']],
  ['an unknown region', { region: 'eu-central-9' }, ["'region' must be an AWS region", ', got "eu-central-9"; ']],
  [
    'a region outside the residency',
    { region: 'us-east-1' },
    ["'region' must be within the residency of personal data", ', got "us-east-1"; write one of eu-central-1, '],
  ],
])('refuses %s', (_title, props, messages) => {
  const thrown = messageOf(() => new AuditLogArchive(newStack(), 'Archive', props));
  expect(thrown).toMatch(/^\[test\/Archive\] /);
  for (const message of messages) expect(thrown).toContain(message);
});

test('refuses a retention that only Terraform knows', () => {
  const stack = newStack();
  const retentionDays = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
  expect(messageOf(() => new AuditLogArchive(stack, 'Archive', { retentionDays }))).toMatch(
    /'retentionDays' must be a plain number, known when the program runs \(TOM 8\.4 .+\), got a token; write retentionDays: 365/
  );
});

const accounts = (count: number): string[] => Array.from({ length: count }, (_, at) => String(100_000_000_000 + at));

test('takes dozens of accounts, an organization of any size, and refuses more than fit its policies', () => {
  archive({ sourceAccountIds: accounts(80) });
  archive({ sourceAccountIds: accounts(80), organizationId: 'o-exampleorgid' });
  for (const count of [110, 130, 150, 1000]) {
    const thrown = messageOf(() => archive({ sourceAccountIds: accounts(count) }));
    expect(thrown).toMatch(
      /^\[test\/Archive(\/Trails|\/AccessLogs)?\] 'sourceAccountIds' must leave the policy of a bucket at most 20480 bytes, its quota: it has at least \d+; write organizationId: 'o-exampleorgid', which stands for every account of the organization, or make several archives$/
    );
  }
});
