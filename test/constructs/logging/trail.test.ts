import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AccountTrail,
  AuditLogArchive,
  DataClass,
  EncryptedBucket,
  Environment,
  OrganizationTrail,
  TrailProps,
} from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const KEY_ARN = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';
const TRAIL_ARN = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/organization';
const MEASURE = { '8.1': '(TOM 8.1 Central logging and correlation)', '8.3': '(TOM 8.3 Protection of logs)' };
const EVERY_TRAIL = [
  ['AccountTrail', AccountTrail],
  ['OrganizationTrail', OrganizationTrail],
] as const;

type Props = Omit<TrailProps, 'archive'>;

function trail(props: Props = {}, posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  new AccountTrail(stack, 'Trail', { archive: new AuditLogArchive(stack, 'Archive'), ...props });
  return Written.of(stack);
}

/** A value as the stack writes it. */
function resolved(stack: TerraformStack, value: string): string {
  new TerraformOutput(stack, 'Value', { value, staticId: true });
  return (Written.of(stack).json.output as { Value: { value: string } }).Value.value;
}

function selectors(written: Written): unknown {
  return written.resource('aws_cloudtrail').advanced_event_selector;
}

describe.each(EVERY_TRAIL)('%s', (name, Trail) => {
  const stack = newStack();
  const archive = new AuditLogArchive(stack, 'Archive');
  const made = new Trail(stack, 'Trail', { archive });
  const written = Written.of(stack);

  test('records every region and management event, signed, to the archive and a log group', () => {
    expect(written.resource('aws_cloudtrail')).toMatchObject({
      name: 'test-trail',
      enable_log_file_validation: true,
      enable_logging: true,
      include_global_service_events: true,
      is_multi_region_trail: true,
      is_organization_trail: name === 'OrganizationTrail',
      s3_bucket_name: '${aws_s3_bucket.Archive_Trails_E5C583BF.bucket}',
      kms_key_id: '${aws_kms_key.Archive_Key_3EF5EDE5.arn}',
      cloud_watch_logs_group_arn: '${aws_cloudwatch_log_group.Trail_LogGroup_4CBE3AF5.arn}:*',
      cloud_watch_logs_role_arn: '${aws_iam_role.Trail_Role_30D4FDCD.arn}',
      insight_selector: [{ insight_type: 'ApiCallRateInsight' }, { insight_type: 'ApiErrorRateInsight' }],
      lifecycle: { prevent_destroy: true },
      tags: {
        'tom:data-class': 'personal',
        'tom:environment': 'production',
        'tom:owner': 'tests',
      },
    });
  });

  test('exposes the trail, its name, its ARN and its log group', () => {
    expect(made.resource).toBeInstanceOf(Cloudtrail);
    expect(made.node.defaultChild).toBe(made.resource);
    expect(resolved(stack, [made.trailName, made.trailArn, made.logGroup.logGroupArn].join())).toBe(
      '${aws_cloudtrail.Trail_022F0CF2.name},${aws_cloudtrail.Trail_022F0CF2.arn},${aws_cloudwatch_log_group.Trail_LogGroup_4CBE3AF5.arn}'
    );
  });

  test('refuses to do without an archive', () => {
    const fix = "write { archive: new AuditLogArchive(this, 'Archive') }";
    for (const props of [undefined, {}]) {
      expect(messageOf(() => new Trail(newStack(), 'Trail', props as unknown as TrailProps))).toBe(
        `[test/Trail] 'archive' is required: a trail needs a place where nobody changes its files ${MEASURE['8.3']}; ${fix}`
      );
    }
  });

  test('is found by its ARN', () => {
    const there = Trail.fromTrailArn(newStack(), 'Trail', TRAIL_ARN);
    expect([there.trailArn, there.trailName]).toEqual([TRAIL_ARN, 'organization']);
  });
});

describe('the log group', () => {
  const written = trail();

  test('keeps security logs for a year, encrypted and protected', () => {
    expect(written.resource('aws_cloudwatch_log_group')).toMatchObject({
      name: '/test-trail-loggroup',
      retention_in_days: 365,
      deletion_protection_enabled: true,
      tags: { 'tom:log-kind': 'security' },
    });
  });

  test('is written to by a role that CloudTrail assumes, and that can do nothing else', () => {
    const { assume_role_policy, name_prefix, tags } = written.resource('aws_iam_role');
    expect(name_prefix).toBe('test-trail-');
    expect(tags).toMatchObject({ 'tom:data-class': 'personal' });
    // CloudTrail supports no condition here: with one, it cannot assume the role.
    expect((JSON.parse(assume_role_policy as string) as { Statement: object }).Statement).toEqual([
      { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]);
    const { policy, role } = written.resource('aws_iam_role_policy');
    expect(role).toBe('${aws_iam_role.Trail_Role_30D4FDCD.name}');
    expect((JSON.parse(policy as string) as { Statement: object }).Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: ['${aws_cloudwatch_log_group.Trail_LogGroup_4CBE3AF5.arn}:log-stream:*'],
      },
    ]);
  });
});

describe('the events', () => {
  const management = {
    name: 'Management events',
    field_selector: [{ field: 'eventCategory', equals: ['Management'] }],
  };
  const objects = (where: object): object => ({
    name: 'Data events of S3 objects',
    field_selector: [
      { field: 'eventCategory', equals: ['Data'] },
      { field: 'resources.type', equals: ['AWS::S3::Object'] },
      { field: 'resources.ARN', ...where },
    ],
  });

  test('are all management events, and the data events of every bucket but those of the archive', () => {
    expect(selectors(trail())).toEqual([
      management,
      objects({
        not_starts_with: [
          '${aws_s3_bucket.Archive_Trails_E5C583BF.arn}/',
          '${aws_s3_bucket.Archive_Config_2F52530C.arn}/',
          '${aws_s3_bucket.Archive_AccessLogs_31F4F9D7.arn}/',
        ],
      }),
    ]);
  });

  test('leave out the buckets of an archive that is already there', () => {
    const stack = newStack();
    const archive = AuditLogArchive.fromAttributes(stack, 'Archive', {
      trailBucketName: 'acme-trails',
      configBucketName: 'acme-config',
      accessLogBucketName: 'acme-access',
      encryptionKeyArn: KEY_ARN,
    });
    new OrganizationTrail(stack, 'Trail', { archive });
    const written = Written.of(stack);
    const arn = 'arn:${data.aws_partition.TomsAccount_Partition_CF76C297.partition}:s3:::acme-';
    expect(selectors(written)).toEqual([
      management,
      objects({ not_starts_with: [`${arn}trails/`, `${arn}config/`, `${arn}access/`] }),
    ]);
    expect(written.resource('aws_cloudtrail')).toMatchObject({ s3_bucket_name: 'acme-trails', kms_key_id: KEY_ARN });
  });

  test('are those of the buckets that are named', () => {
    const stack = newStack();
    const archive = new AuditLogArchive(stack, 'Archive');
    const dataEventBuckets = [
      new EncryptedBucket(stack, 'Invoices', { accessLogBucket: archive.accessLogBucket }),
      EncryptedBucket.fromBucketName(stack, 'Letters', 'acme-letters'),
    ];
    new AccountTrail(stack, 'Trail', { archive, dataEventBuckets });
    expect(selectors(Written.of(stack))).toEqual([
      management,
      objects({
        starts_with: [
          '${aws_s3_bucket.Invoices_F0222E8D.arn}/',
          'arn:${data.aws_partition.TomsAccount_Partition_CF76C297.partition}:s3:::acme-letters/',
        ],
      }),
    ]);
  });

  test('of data are none, where no bucket is named', () => {
    expect(selectors(trail({ dataEventBuckets: [] }))).toEqual([management]);
  });
});

describe('the order', () => {
  const POLICY = 'aws_s3_bucket_policy.Archive_Trails_Policy_F5018668';

  test('is: policy, encryption and lock of the bucket, the policy of the role, then the trail', () => {
    expect(trail().resource('aws_cloudtrail').depends_on).toEqual([
      POLICY,
      expect.stringMatching(/^aws_s3_bucket_server_side_encryption_configuration\.Archive_Trails_/) as string,
      expect.stringMatching(/^aws_s3_bucket_object_lock_configuration\.Archive_Trails_/) as string,
      expect.stringMatching(/^aws_iam_role_policy\.Trail_RolePolicy_/) as string,
    ]);
  });

  test('names nothing of another stack, where the archive stands', () => {
    const stack = newStack();
    const archive = new AuditLogArchive(stack, 'Archive');
    const other = new TerraformStack(stack.node.root, 'other');
    new AwsProvider(other, 'aws', { region: 'eu-central-1' });
    new AccountTrail(other, 'Trail', { archive });
    const found = Written.of(other).resource('aws_cloudtrail');
    expect(found.depends_on).toEqual([expect.stringMatching(/^aws_iam_role_policy\.Trail_RolePolicy_/)]);
    expect(found.s3_bucket_name).toMatch(/^\$\{data\.terraform_remote_state\./);
    expect(other.dependencies).toEqual([stack]);
  });
});

test('may be destroyed in an ephemeral environment', () => {
  const posture = { environment: Environment.EPHEMERAL, owner: 'tests' };
  expect(trail({}, posture).resource('aws_cloudtrail')).not.toHaveProperty('lifecycle');
});

test('has the name, the class of data and the tags that it is told', () => {
  const written = trail({ trailName: 'acme.all_events-1', dataClass: DataClass.INTERNAL, tags: { team: 'platform' } });
  expect(written.resource('aws_cloudtrail').name).toBe('acme.all_events-1');
  for (const type of ['aws_cloudtrail', 'aws_cloudwatch_log_group', 'aws_iam_role']) {
    expect(written.resource(type).tags).toMatchObject({ team: 'platform', 'tom:data-class': 'internal' });
  }
});

test('has a name that begins with the prefix, and ends where AWS ends it', () => {
  const stack = newStack({ namePrefix: 'acme' });
  const archive = new AuditLogArchive(stack, 'Archive');
  new AccountTrail(stack, `${'A'.repeat(117)}-${'B'.repeat(20)}`, { archive });
  const { name } = Written.of(stack).resource('aws_cloudtrail');
  expect(name).toBe(`acme-test-${'a'.repeat(117)}`);
});

describe('a trail that is already there', () => {
  test('is found by its name, in this account and region', () => {
    const stack = newStack();
    const there = AccountTrail.fromTrailName(stack, 'Trail', 'account');
    expect(there.trailName).toBe('account');
    expect(resolved(stack, there.trailArn)).toMatch(
      /^arn:\$\{data\.aws_partition\..+:cloudtrail:\$\{data\.aws_region\..+:\$\{data\.aws_caller_identity\..+:trail\/account$/
    );
  });

  test('may have an ARN that only Terraform knows', () => {
    const stack = newStack();
    const arn = new TerraformVariable(stack, 'arn', { type: 'string' }).stringValue;
    expect(resolved(stack, AccountTrail.fromTrailArn(stack, 'Trail', arn).trailName)).toBe(
      '${element(split("/", var.arn), 1)}'
    );
  });

  test.each(['organization', `${TRAIL_ARN}--`, 'arn:aws:cloudtrail:eu-central-1:111122223333:eventdatastore/1234'])(
    'has no ARN like %s',
    (arn) => {
      const fix = "write trailArn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/account'";
      expect(messageOf(() => AccountTrail.fromTrailArn(newStack(), 'Trail', arn))).toBe(
        `[test/Trail] 'trailArn' must be the ARN of a trail, got "${arn}"; ${fix}`
      );
    }
  );
});

describe('refuses', () => {
  const refused = (props: object): string => {
    const stack = newStack();
    const archive = new AuditLogArchive(stack, 'Archive');
    return messageOf(() => new AccountTrail(stack, 'Trail', { archive, ...props }));
  };

  test.each(['ab', 'a'.repeat(129), 'my trail', 'my--trail', 'my-_trail', '-trail', 'trail.', '192.168.5.4', ''])(
    'the name %j',
    (trailName) => {
      expect(refused({ trailName })).toBe(
        "[test/Trail] 'trailName' must be 3 to 128 letters and digits, with single '.', '_' and '-' between them, and no IP address, " +
          `got ${JSON.stringify(trailName)}; write trailName: 'account'`
      );
    }
  );

  test('a name that another trail of the stack has', () => {
    const stack = newStack();
    const props = { archive: new AuditLogArchive(stack, 'Archive'), trailName: 'account' };
    new AccountTrail(stack, 'One', props);
    expect(messageOf(() => new OrganizationTrail(stack, 'Two', props))).toBe(
      `[test/Two] 'trailName' must be unique: test/One has this name, got "account"; write another trailName, or leave it out`
    );
  });

  test.each(['Trails', 'Config', 'AccessLogs'])('to record what is written to the tier %s of the archive', (tier) => {
    const stack = newStack();
    const archive = new AuditLogArchive(stack, 'Archive');
    const dataEventBuckets = [archive.node.findChild(tier) as EncryptedBucket];
    expect(messageOf(() => new AccountTrail(stack, 'Trail', { archive, dataEventBuckets }))).toBe(
      `[test/Trail] 'dataEventBuckets' must not hold a bucket of the archive, test/Archive/${tier}: the logs would log themselves ` +
        `${MEASURE['8.1']}; leave it out: the archive has access logs of its own`
    );
  });

  test('more buckets than a trail takes', () => {
    const stack = newStack();
    const archive = new AuditLogArchive(stack, 'Archive');
    const buckets = [...Array(498).keys()].map((n) => EncryptedBucket.fromBucketName(stack, `B${n}`, `acme-${n}`));
    const make = (id: string, count: number): AccountTrail =>
      new AccountTrail(stack, id, { archive, dataEventBuckets: buckets.slice(0, count) });
    expect(() => make('Fits', 497)).not.toThrow();
    expect(messageOf(() => make('Trail', 498))).toBe(
      "[test/Trail] 'dataEventBuckets' must hold at most 497 buckets, which is what a trail takes, got 498 " +
        `${MEASURE['8.1']}; leave it out, and every bucket is recorded`
    );
  });

  const everywhere = `must not be set: the trail always records every region and the global services ${MEASURE['8.1']}`;
  const validated = `must not be set: the trail always signs what it delivers ${MEASURE['8.3']}`;
  const management = `must not be set: the trail records every management event ${MEASURE['8.1']}`;
  const name = 'leave it out, and name the buckets of data events in dataEventBuckets';
  const insights = `must not be set: the trail always looks for unusual rates of calls and of errors ${MEASURE['8.1']}`;
  const archived = `must not be set: the archive says where the files lie and which key encrypts them ${MEASURE['8.3']}`;
  const grouped = `must not be set: the trail makes a log group of its own, kept for 365 days ${MEASURE['8.1']}`;
  const find = 'leave it out, and find it as logGroup';
  const organization = 'make an OrganizationTrail for all accounts of the organization, and an AccountTrail for one';
  const archive = 'name the archive in archive';

  test.each<[string, unknown, string, string, string]>([
    ['isMultiRegionTrail', false, 'false', everywhere, 'leave it out'],
    ['includeGlobalServiceEvents', false, 'false', everywhere, 'leave it out'],
    ['enableLogFileValidation', false, 'false', validated, 'leave it out'],
    ['enableFileValidation', false, 'false', validated, 'leave it out'],
    ['enableLogging', false, 'false', `must not be set: the trail always records ${MEASURE['8.1']}`, 'leave it out'],
    ['includeManagementEvents', false, 'false', management, name],
    ['managementEvents', 'None', '"None"', management, name],
    ['excludeManagementEventSources', ['kms.amazonaws.com'], '["kms.amazonaws.com"]', management, name],
    ['eventSelector', [{}], '[an object]', management, name],
    ['advancedEventSelector', [{}], '[an object]', management, name],
    ['insightSelector', [], '[]', insights, 'leave it out'],
    ['insightTypes', [], '[]', insights, 'leave it out'],
    ['kmsKeyId', KEY_ARN, `"${KEY_ARN}"`, archived, archive],
    ['encryptionKey', {}, 'an object', archived, archive],
    ['s3BucketName', 'acme', '"acme"', archived, archive],
    ['bucket', {}, 'an object', archived, archive],
    ['s3KeyPrefix', 'acme', '"acme"', archived, archive],
    ['sendToCloudWatchLogs', false, 'false', grouped, find],
    ['cloudWatchLogGroup', {}, 'an object', grouped, find],
    ['cloudWatchLogsGroupArn', 'arn', '"arn"', grouped, find],
    ['cloudWatchLogsRoleArn', 'arn', '"arn"', grouped, find],
    ['cloudWatchLogsRetention', 30, '30', grouped, find],
    ['isOrganizationTrail', true, 'true', `must not be set ${MEASURE['8.1']}`, organization],
    ['orgId', 'o-1', '"o-1"', `must not be set ${MEASURE['8.1']}`, organization],
    ['name', 'account', '"account"', 'is not a prop of this construct', 'write trailName'],
  ])('%s', (prop, value, got, must, fix) => {
    expect(refused({ [prop]: value })).toBe(`[test/Trail] '${prop}' ${must}, got ${got}; ${fix}`);
  });
});
