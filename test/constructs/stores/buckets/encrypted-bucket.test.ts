import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  AuditLogArchive,
  DataClass,
  EncryptedBucket,
  EncryptedBucketProps,
  Environment,
  Posture,
  RotatedKey,
} from '../../../../lib';
import { Written, messageOf, newStack } from '../../../support/synth';

function bucket(props?: EncryptedBucketProps, posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  new EncryptedBucket(stack, 'Invoices', props);
  return Written.of(stack);
}

test('is closed, encrypted, versioned and logged without any props', () => {
  const written = bucket();
  expect(written.resource('aws_s3_bucket', 'Invoices')).toMatchObject({
    bucket_prefix: 'test-invoices-',
    force_destroy: false,
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:data-class': 'personal' },
  });
  expect(written.resource('aws_s3_bucket_public_access_block', 'Invoices')).toMatchObject({
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
  expect(written.resource('aws_s3_bucket_server_side_encryption_configuration', 'Invoices').rule).toEqual([
    {
      apply_server_side_encryption_by_default: {
        sse_algorithm: 'aws:kms',
        kms_master_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
      },
      bucket_key_enabled: true,
      blocked_encryption_types: ['SSE-C'],
    },
  ]);
  expect(written.resource('aws_s3_bucket_ownership_controls', 'Invoices').rule).toEqual({
    object_ownership: 'BucketOwnerEnforced',
  });
  expect(written.resource('aws_s3_bucket_versioning', 'Invoices').versioning_configuration).toEqual({
    status: 'Enabled',
  });
  expect(written.resource('aws_s3_bucket_logging', 'Invoices').target_prefix).toBe('test/Invoices/');
});

test('denies plain HTTP, TLS below 1.2, other encryption and foreign keys', () => {
  const { DenyPlainHttp, DenyOldTls, DenyOtherEncryption, DenyForeignKeys, ...others } = bucket().statements(
    'aws_s3_bucket_policy',
    'Invoices'
  );
  expect(Object.keys(others)).toEqual(['DenyCustomerKeys', 'DenyUnnamedKey']);
  expect(DenyPlainHttp).toMatchObject({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  });
  expect(DenyPlainHttp.Resource).toHaveLength(2);
  expect(DenyOldTls.Condition).toEqual({ NumericLessThan: { 's3:TlsVersion': '1.2' } });
  expect(DenyOtherEncryption.Condition.StringNotEquals).toEqual({ 's3:x-amz-server-side-encryption': 'aws:kms' });
  expect(DenyForeignKeys.Condition).toEqual({
    StringNotEquals: {
      's3:x-amz-server-side-encryption-aws-kms-key-id': '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
    },
    Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
  });
});

describe('the lifecycle', () => {
  const rule = (written: Written): object =>
    written.resource('aws_s3_bucket_lifecycle_configuration', 'Invoices').rule[0] as object;

  test.each<[string, EncryptedBucketProps, object, object | undefined]>([
    ['expires objects by the posture', {}, [{ noncurrent_days: 30 }], [{ days: 400 }]],
    ['expires objects by the prop', { retentionDays: 7 }, [{ noncurrent_days: 7 }], [{ days: 7 }]],
    [
      'expires versions when it is told to',
      { noncurrentRetentionDays: 10 },
      [{ noncurrent_days: 10 }],
      [{ days: 400 }],
    ],
    ['may keep what is current', { retainCurrentVersions: true }, [{ noncurrent_days: 400 }], undefined],
  ])('%s', (_title, props, noncurrent, expiration) => {
    const found = rule(bucket(props));
    expect(found).toMatchObject({
      status: 'Enabled',
      noncurrent_version_expiration: noncurrent,
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
    });
    expect((found as { expiration?: object }).expiration).toEqual(expiration);
  });

  test('keeps objects that are not personal where no retention is said', () => {
    const found = rule(bucket({ dataClass: DataClass.INTERNAL }, { owner: 'tests' }));
    expect(found).not.toHaveProperty('expiration');
    expect(found).toMatchObject({ noncurrent_version_expiration: [{ noncurrent_days: 90 }] });
  });
});

test('ten buckets share one key a class of data, and one bucket of access logs', () => {
  const stack = newStack();
  for (let i = 0; i < 10; i++) new EncryptedBucket(stack, `Bucket${i}`);
  new EncryptedBucket(stack, 'Health', { dataClass: DataClass.SPECIAL_CATEGORY });
  const written = Written.of(stack);
  expect(Object.keys(written.resources('aws_kms_key'))).toEqual([
    'PersonalDataKey/Resource',
    'SpecialCategoryDataKey/Resource',
  ]);
  expect(Object.keys(written.resources('aws_s3_bucket'))).toHaveLength(12);
});

test('takes a key, an archive, a name, a region and tags', () => {
  const stack = newStack();
  const region = 'eu-west-1';
  const key = new RotatedKey(stack, 'Key', { region });
  const archive = new AuditLogArchive(stack, 'Archive', { region });
  new EncryptedBucket(stack, 'Invoices', {
    encryptionKey: key,
    accessLogBucket: archive.accessLogBucket,
    accessLogPrefix: 'invoices/',
    bucketName: 'acme-invoices',
    region,
    tags: { team: 'billing', 'tom:data-class': 'public' },
  });
  const written = Written.of(stack);
  expect(written.resources('aws_s3_bucket')).not.toHaveProperty(['AccessLogs/Resource']);
  expect(written.resource('aws_s3_bucket', 'Invoices')).toMatchObject({
    bucket: 'acme-invoices',
    region,
    tags: { team: 'billing', 'tom:data-class': 'personal' },
  });
  for (const type of Object.keys(written.json.resource as object).filter((name) => name.startsWith('aws_s3_bucket_'))) {
    for (const body of Object.values(written.resources(type))) expect(body.region).toBe(region);
  }
  expect(written.resource('aws_s3_bucket_logging', 'Invoices').target_prefix).toBe('invoices/');
});

test('may be destroyed with its objects in an ephemeral environment alone', () => {
  const ephemeral = { environment: Environment.EPHEMERAL, retentionDays: 1 };
  expect(bucket({}, ephemeral).resource('aws_s3_bucket', 'Invoices')).toMatchObject({ force_destroy: true });
  expect(bucket({}, ephemeral).resource('aws_s3_bucket', 'Invoices')).not.toHaveProperty('lifecycle');
  expect(bucket({ forceDestroy: false }, ephemeral).resource('aws_s3_bucket', 'Invoices').force_destroy).toBe(false);
});

describe('grants', () => {
  const role = (stack: TerraformStack): IamRole => new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });

  test.each([
    ['grantRead', { reads: true, writes: false }],
    ['grantWrite', { reads: false, writes: true }],
    ['grantReadWrite', { reads: true, writes: true }],
  ] as const)('%s covers the objects and the key', (grant, { reads, writes }) => {
    const stack = newStack();
    new EncryptedBucket(stack, 'Invoices')[grant](role(stack));
    const granted = Written.of(stack).granted('Role/Grants');
    expect(granted['<PersonalDataKey>']).toContain('kms:Decrypt');
    expect(granted['<PersonalDataKey>'].includes('kms:GenerateDataKey*')).toBe(writes);
    expect(granted['<Invoices>/*'].includes('s3:GetObject')).toBe(reads);
    expect(granted['<Invoices>/*'].includes('s3:PutObject')).toBe(writes);
    expect('<Invoices>' in granted).toBe(reads);
  });

  test('cover a bucket that is already there', () => {
    const stack = newStack();
    EncryptedBucket.fromBucketName(stack, 'Old', 'old-invoices').grantRead(role(stack));
    const policy = Written.of(stack).resource('aws_iam_role_policy').policy as string;
    expect(policy).toContain(':s3:::old-invoices/*');
    expect(policy).not.toContain('s3:PutObject');
  });
});

test.each<[string, object, object, string]>([
  [
    'personal data without a retention',
    {},
    {},
    "'retentionDays' is required for personal data: only the data controller can decide it (TOM 2.2 ",
  ],
  ['personal data without a retention, and shows the line', {}, {}, 'Posture.set(app, { retentionDays: 3650 })'],
  ['a retention of 0', {}, { retentionDays: 0 }, "'retentionDays' must be a whole number of days, at least 1"],
  ['a retention of -1', {}, { retentionDays: -1 }, ', got -1; write retentionDays: 365'],
  ['a retention of NaN', {}, { retentionDays: NaN }, ', got NaN; '],
  ['half a day', {}, { retentionDays: 0.5 }, ', got 0.5; '],
  [
    'versions that outlive the retention',
    {},
    { retentionDays: 10, noncurrentRetentionDays: 11 },
    "'noncurrentRetentionDays' must be a whole number from 1 to 10",
  ],
  ['an ACL', { retentionDays: 1 }, { acl: 'private' }, "'acl' must not be set: ACLs are switched off (TOM 3.1.1 "],
  [
    'public access',
    { retentionDays: 1 },
    { publicReadAccess: true },
    "'publicReadAccess' must not be set: the bucket is closed to the public (TOM 3.1.1 Least privilege through roles), got true; serve public files through CloudFront: allowService('cloudfront.amazonaws.com', { sourceArn: distribution.arn })",
  ],
  [
    'a lighter public access block',
    { retentionDays: 1 },
    { blockPublicAccess: false },
    "'blockPublicAccess' must not be set",
  ],
  [
    'forceDestroy in production',
    { retentionDays: 1 },
    { forceDestroy: true },
    "'forceDestroy' must be false where the environment is production",
  ],
  [
    'forceDestroy in development',
    { retentionDays: 1, environment: Environment.DEVELOPMENT },
    { forceDestroy: true },
    'where the environment is development',
  ],
  [
    'a name with dots',
    { retentionDays: 1 },
    { bucketName: 'acme.invoices' },
    "'bucketName' must be 3 to 63 lower case letters, digits and hyphens, with no dots",
  ],
  ['an unknown region', { retentionDays: 1 }, { region: 'mars-north-1' }, "'region' must be an AWS region"],
  [
    'a region outside the residency',
    { retentionDays: 1 },
    { region: 'eu-west-2' },
    "'region' must be within the residency of personal data",
  ],
])('refuses %s', (_title, posture, props, message) => {
  const stack = newStack(posture);
  const thrown = messageOf(() => new EncryptedBucket(stack, 'Invoices', props));
  expect(thrown).toContain('[test/Invoices] ');
  expect(thrown).toContain(message);
});

test('refuses a retention that only Terraform knows', () => {
  const stack = newStack();
  const retentionDays = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
  expect(messageOf(() => new EncryptedBucket(stack, 'Invoices', { retentionDays }))).toContain(
    "'retentionDays' must be a plain number, known when the program runs (TOM 2.2"
  );
});

test('refuses a name that another bucket of the app has', () => {
  const stack = newStack();
  new EncryptedBucket(stack, 'One', { bucketName: 'acme-invoices' });
  const other = new TerraformStack(stack.node.root, 'other');
  expect(messageOf(() => new EncryptedBucket(other, 'Two', { bucketName: 'acme-invoices' }))).toBe(
    `[other/Two] 'bucketName' must be unique: test/One has this name, got "acme-invoices"; write another bucketName, or leave it out`
  );
});

test('takes data outside the residency where it is not personal', () => {
  const written = bucket({ region: 'us-east-1', dataClass: DataClass.PUBLIC });
  expect(written.resource('aws_s3_bucket', 'Invoices').region).toBe('us-east-1');
});

describe('addToResourcePolicy', () => {
  const statement = { actions: ['s3:GetObject'], resources: ['*'] };

  test('adds a statement', () => {
    const stack = newStack();
    const invoices = new EncryptedBucket(stack, 'Invoices');
    invoices.addToResourcePolicy({
      ...statement,
      sid: 'Partner',
      principals: { AWS: ['arn:aws:iam::111122223333:role/partner'] },
    });
    const conditions = { StringEquals: { 'aws:PrincipalOrgID': ['o-1234567890'] } };
    invoices.addToResourcePolicy({ ...statement, sid: 'Organization', principals: { '*': ['*'] }, conditions });
    expect(Object.keys(Written.of(stack).statements('aws_s3_bucket_policy', 'Invoices'))).toEqual(
      expect.arrayContaining(['Partner', 'Organization'])
    );
  });

  test('refuses everybody', () => {
    const invoices = new EncryptedBucket(newStack(), 'Invoices');
    expect(messageOf(() => invoices.addToResourcePolicy({ ...statement, principals: { AWS: ['*'] } }))).toContain(
      "'principals' must not be everybody without a condition"
    );
  });
});

test('refines the posture from within', () => {
  const stack = newStack();
  const invoices = new EncryptedBucket(stack, 'Invoices');
  expect(Posture.of(invoices).retentionDays).toBe(400);
});
