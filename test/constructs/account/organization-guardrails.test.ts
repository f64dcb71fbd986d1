import { OrganizationGuardrails, OrganizationGuardrailsProps } from '../../../lib';
import { Caller } from '../../../lib/aws/iam/evaluation/caller';
import { Policies, Request, evaluate } from '../../../lib/aws/iam/evaluation/evaluate';
import { HeldPolicy } from '../../../lib/aws/iam/evaluation/statements';
import { EU_REGIONS, REGIONS } from '../../../lib/toms/regions';
import { JsonObject } from '../../../lib/terraform/value';
import { held } from '../../support/access';
import { Written, messageOf, newStack } from '../../support/synth';

const UNIT = 'ou-ab12-11111111';
const ORGANIZATION = 'o-exampleorgid';
const OWN = '111122223333';
const PARTNER = '555566667777';
const ARCHIVE = 'arn:aws:s3:::acme-logs';
const KEY = `arn:aws:kms:eu-central-1:${OWN}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

const WHOLE: OrganizationGuardrailsProps = {
  organizationId: ORGANIZATION,
  exemptRoleArns: [
    'arn:aws:iam::*:role/deploy',
    'arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Emergency_*',
  ],
  partnerAccountIds: [PARTNER],
  archiveBucketArns: [ARCHIVE],
  archiveKeyArns: [KEY],
};

function made(
  props: OrganizationGuardrailsProps,
  posture: Parameters<typeof newStack>[0] = { owner: 'tests' }
): Written {
  const stack = newStack(posture);
  new OrganizationGuardrails(stack, 'Guardrails', props).attachTo('Workloads', UNIT);
  return Written.of(stack);
}

function contents(written: Written, type: string): JsonObject[] {
  return Object.values(written.resources('aws_organizations_policy'))
    .filter((policy) => policy.type === type)
    .map(({ content }) => JSON.parse(content as string) as JsonObject);
}

const ALL = held('all', { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });
const ALL_TO_ALL = held('all', {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
});

const role = (name: string): Caller => ({ kind: 'role', id: `arn:aws:iam::${OWN}:role/${name}`, session: 'now' });
const ADMINISTRATOR = role('administrator');
const DEPLOY = role('deploy');
const EMERGENCY = role('aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Emergency_0123456789abcdef');
const USER: Caller = { kind: 'user', id: `arn:aws:iam::${OWN}:user/ada` };
const ROOT: Caller = { kind: 'root', id: `arn:aws:iam::${OWN}:root` };

const KNOWN = { 'aws:PrincipalOrgID': [ORGANIZATION], 'aws:SecureTransport': ['true'], 's3:TlsVersion': ['1.3'] };

/** What administrators of an account, who may do all, can do within the policies of an organization. */
class Guarded {
  public static by(props: OrganizationGuardrailsProps, posture?: Parameters<typeof newStack>[0]): Guarded {
    const written = made(props, posture);
    return new Guarded(
      held('scp', ...contents(written, 'SERVICE_CONTROL_POLICY')),
      held('rcp', ...contents(written, 'RESOURCE_CONTROL_POLICY'))
    );
  }

  private constructor(
    private readonly service: readonly HeldPolicy[],
    private readonly resource: readonly HeldPolicy[]
  ) {}

  public decide(action: string, request: Partial<Request> = {}): string {
    const caller = request.caller ?? ADMINISTRATOR;
    const context = { 'aws:RequestedRegion': ['eu-central-1'], ...KNOWN, ...request.context };
    const policies: Policies = {
      identity: ALL,
      // Keys and roles hand decisions on to their account by policies of their own.
      resource: /^(?:kms|sts):/.test(action) ? ALL_TO_ALL : undefined,
      serviceControl: [[...ALL, ...this.service]],
      resourceControl: [...ALL_TO_ALL, ...this.resource],
    };
    const whole = { action, resource: '*', account: OWN, isWhole: true, ...request, caller, context };
    return evaluate(whole, policies).decision;
  }

  /** What a principal of another account, or a service, can do to a resource that allows all to everyone. */
  public decideFor(caller: Caller, action: string, resource: string, context: Request['context']): string {
    const policies = { identity: ALL, resource: ALL_TO_ALL, resourceControl: [...ALL_TO_ALL, ...this.resource] };
    return evaluate({ caller, action, resource, account: OWN, isWhole: true, context }, policies).decision;
  }
}

const guarded = Guarded.by(WHOLE);

test('makes policies of three types, keeps them, and attaches each', () => {
  const written = made(WHOLE);
  const policies = written.resources('aws_organizations_policy');
  expect(Object.entries(policies).map(([path, { name, type }]): unknown[] => [path, name, type])).toEqual([
    ['Guardrails/Resource', 'test-guardrails-regions', 'SERVICE_CONTROL_POLICY'],
    ['Guardrails/Data', 'test-guardrails-data', 'SERVICE_CONTROL_POLICY'],
    ['Guardrails/Ec2', 'test-guardrails-ec2', 'DECLARATIVE_POLICY_EC2'],
    ['Guardrails/Identity', 'test-guardrails-identity', 'SERVICE_CONTROL_POLICY'],
    ['Guardrails/Perimeter', 'test-guardrails-perimeter', 'RESOURCE_CONTROL_POLICY'],
  ]);
  for (const policy of Object.values(policies)) expect(policy.lifecycle).toEqual({ prevent_destroy: true });
  const attachments = written.resources('aws_organizations_policy_attachment');
  expect(Object.keys(attachments).sort()).toEqual(
    ['Data', 'Ec2', 'Identity', 'Perimeter', 'Regions'].map((own) => `Guardrails/Workloads/${own}`)
  );
  for (const attachment of Object.values(attachments)) expect(attachment.target_id).toBe(UNIT);
  expect(contents(written, 'DECLARATIVE_POLICY_EC2')).toMatchInlineSnapshot(`
   [
     {
       "ec2_attributes": {
         "exception_message": {
           "@@assign": "The organization keeps this setting for all of its accounts.",
         },
         "image_block_public_access": {
           "state": {
             "@@assign": "block_new_sharing",
           },
         },
         "instance_metadata_defaults": {
           "http_endpoint": {
             "@@assign": "no_preference",
           },
           "http_put_response_hop_limit": {
             "@@assign": "2",
           },
           "http_tokens": {
             "@@assign": "required",
           },
           "instance_metadata_tags": {
             "@@assign": "no_preference",
           },
         },
         "serial_console_access": {
           "status": {
             "@@assign": "disabled",
           },
         },
         "snapshot_block_public_access": {
           "state": {
             "@@assign": "block_all_sharing",
           },
         },
       },
     },
   ]
  `);
});

describe('regions', () => {
  const DATA = [
    's3:CreateBucket',
    'ec2:RunInstances',
    'rds:CreateDBInstance',
    'dynamodb:PutItem',
    'logs:CreateLogGroup',
  ];
  const inRegion = (region: string): Partial<Request> => ({ context: { 'aws:RequestedRegion': [region] } });

  test.each([...REGIONS])('%s holds data where the residency has it, and not otherwise', (region) => {
    const expected = EU_REGIONS.includes(region) ? 'allow' : 'deny';
    for (const action of DATA) expect([action, guarded.decide(action, inRegion(region))]).toEqual([action, expected]);
    const context = { 'account:TargetRegion': [region] };
    expect(guarded.decide('account:EnableRegion', { context })).toBe(expected);
  });

  test.each(['iam:CreateRole', 'sts:AssumeRole', 'route53:ChangeResourceRecordSets', 'cloudfront:CreateInvalidation'])(
    'a global service is used: %s',
    (action) => {
      expect(guarded.decide(action, inRegion('us-east-1'))).toBe('allow');
    }
  );

  test('are those of the posture, and logs of global services lie in one further', () => {
    const narrow = Guarded.by(WHOLE, { owner: 'tests', residency: ['eu-north-1'], globalServiceLogs: 'no addresses' });
    const decide = (action: string, region: string): string => narrow.decide(action, inRegion(region));
    expect(decide('s3:CreateBucket', 'eu-north-1')).toBe('allow');
    expect(decide('s3:CreateBucket', 'eu-central-1')).toBe('deny');
    expect(decide('logs:CreateLogGroup', 'us-east-1')).toBe('allow');
    expect(decide('logs:CreateLogGroup', 'us-west-2')).toBe('deny');
    expect(guarded.decide('logs:CreateLogGroup', inRegion('us-east-1'))).toBe('deny');
  });
});

/** What nobody but exempt roles may do, and on what. */
const PROTECTED: readonly (readonly [action: string, resource: string])[] = [
  ['cloudtrail:StopLogging', '*'],
  ['cloudtrail:DeleteTrail', '*'],
  ['config:StopConfigurationRecorder', '*'],
  ['config:DeleteDeliveryChannel', '*'],
  ['guardduty:DeleteDetector', '*'],
  ['guardduty:DisassociateFromAdministratorAccount', '*'],
  ['securityhub:DisableSecurityHub', '*'],
  ['access-analyzer:DeleteAnalyzer', '*'],
  ['iam:CreateUser', '*'],
  ['iam:CreateAccessKey', '*'],
  ['s3:PutAccountPublicAccessBlock', '*'],
  ['ec2:DisableEbsEncryptionByDefault', '*'],
  ['ec2:DisableSnapshotBlockPublicAccess', '*'],
  ['s3:PutBucketPolicy', ARCHIVE],
  ['s3:DeleteBucketPolicy', ARCHIVE],
  ['s3:PutLifecycleConfiguration', ARCHIVE],
  ['s3:PutBucketObjectLockConfiguration', ARCHIVE],
  ['s3:PutBucketVersioning', ARCHIVE],
  ['s3:DeleteBucket', ARCHIVE],
  ['s3:DeleteObject', `${ARCHIVE}/2026/log`],
  ['s3:DeleteObjectVersion', `${ARCHIVE}/2026/log`],
  ['s3:BypassGovernanceRetention', `${ARCHIVE}/2026/log`],
  ['kms:ScheduleKeyDeletion', KEY],
  ['kms:DisableKey', KEY],
  ['kms:PutKeyPolicy', KEY],
  // Otherwise anyone who may make roles is exempt.
  ['iam:CreateRole', DEPLOY.id],
  ['iam:UpdateAssumeRolePolicy', DEPLOY.id],
  ['iam:PutRolePolicy', EMERGENCY.id],
];

const withKey = (resource: string): Partial<Request> => ({
  resource,
  context: { 'kms:ScheduleKeyDeletionPendingWindowInDays': ['30'] },
});

test.each(PROTECTED)('%s on %s is for exempt roles only', (action, resource) => {
  const request = withKey(resource);
  expect(guarded.decide(action, request)).toBe('deny');
  expect(guarded.decide(action, { ...request, caller: DEPLOY })).toBe('allow');
  expect(guarded.decide(action, { ...request, caller: EMERGENCY })).toBe('allow');
});

test('exempts nobody by default', () => {
  const closed = Guarded.by({ organizationId: ORGANIZATION });
  for (const caller of [ADMINISTRATOR, DEPLOY])
    expect(closed.decide('cloudtrail:StopLogging', { caller })).toBe('deny');
});

test('denies to exempt roles, too, what nobody needs', () => {
  const encrypted = (key: string, is: string): Partial<Request> => ({ caller: DEPLOY, context: { [key]: [is] } });
  const volume = { resource: `arn:aws:ec2:eu-central-1:${OWN}:volume/*` };
  for (const action of ['ec2:RunInstances', 'ec2:CreateVolume']) {
    expect(guarded.decide(action, { ...encrypted('ec2:Encrypted', 'false'), ...volume })).toBe('deny');
    expect(guarded.decide(action, { ...encrypted('ec2:Encrypted', 'true'), ...volume })).toBe('allow');
  }
  const files = 'elasticfilesystem:CreateFileSystem';
  expect(guarded.decide(files, encrypted('elasticfilesystem:Encrypted', 'false'))).toBe('deny');
  expect(guarded.decide(files, encrypted('elasticfilesystem:Encrypted', 'true'))).toBe('allow');
  expect(guarded.decide('organizations:LeaveOrganization', { caller: DEPLOY })).toBe('deny');
  const deletion = 'kms:ScheduleKeyDeletion';
  expect(
    guarded.decide(deletion, { caller: DEPLOY, context: { 'kms:ScheduleKeyDeletionPendingWindowInDays': ['7'] } })
  ).toBe('deny');
});

test.each([
  ['s3:PutObject', 'arn:aws:s3:::acme-orders/a'],
  ['s3:DeleteObject', 'arn:aws:s3:::acme-orders/a'],
  ['s3:PutBucketPolicy', 'arn:aws:s3:::acme-orders'],
  ['s3:PutObject', `${ARCHIVE}/2026/log`],
  ['s3:GetObject', `${ARCHIVE}/2026/log`],
  ['ec2:RunInstances', `arn:aws:ec2:eu-central-1:${OWN}:instance/*`],
  ['ec2:TerminateInstances', '*'],
  ['iam:CreateRole', `arn:aws:iam::${OWN}:role/orders`],
  ['iam:PassRole', DEPLOY.id],
  ['lambda:UpdateFunctionCode', '*'],
  ['cloudtrail:LookupEvents', '*'],
  ['config:PutConfigRule', '*'],
  ['guardduty:ListFindings', '*'],
  ['securityhub:BatchUpdateFindings', '*'],
  ['sqs:SendMessage', '*'],
  ['secretsmanager:GetSecretValue', '*'],
  ['logs:PutRetentionPolicy', '*'],
])('day-to-day work goes on: %s on %s', (action, resource) => {
  expect(guarded.decide(action, { resource })).toBe('allow');
});

describe('root and users', () => {
  test('the root user does nothing, but by a session of the management account', () => {
    for (const action of ['s3:GetObject', 'iam:CreateUser', 'organizations:LeaveOrganization', 'support:CreateCase'])
      expect([action, guarded.decide(action, { caller: ROOT })]).toEqual([action, 'deny']);
    const context = { 'aws:AssumedRoot': ['true'] };
    expect(guarded.decide('s3:DeleteBucketPolicy', { caller: ROOT, resource: 'arn:aws:s3:::locked', context })).toBe(
      'allow'
    );
  });

  test('a user does nothing without a second factor, but sets one up', () => {
    const by = (factor: string[] | 'absent', action: string): string =>
      guarded.decide(action, { caller: USER, context: { 'aws:MultiFactorAuthPresent': factor } });
    for (const action of ['s3:GetObject', 'ec2:TerminateInstances', 'sts:AssumeRole']) {
      expect([by('absent', action), by(['false'], action)]).toEqual(['deny', 'deny']);
      expect(by(['true'], action)).toBe('allow');
    }
    expect(by('absent', 'iam:EnableMFADevice')).toBe('allow');
  });
});

describe('the perimeter', () => {
  const OBJECT = 'arn:aws:s3:::acme-orders/a';
  const stranger = (account: string): Caller => ({
    kind: 'role',
    id: `arn:aws:iam::${account}:role/app`,
    session: 'now',
  });
  const SECURE = { 'aws:SecureTransport': ['true'], 's3:TlsVersion': ['1.3'] };

  test.each<[string, Caller, Request['context'], string]>([
    ['one of the organization', stranger('222233334444'), { 'aws:PrincipalOrgID': [ORGANIZATION] }, 'allow'],
    ['one of another', stranger('222233334444'), { 'aws:PrincipalOrgID': ['o-otherorgid11'] }, 'deny'],
    ['one of none', stranger('222233334444'), { 'aws:PrincipalOrgID': 'absent' }, 'deny'],
    ['a partner', stranger(PARTNER), { 'aws:PrincipalOrgID': ['o-otherorgid11'] }, 'allow'],
    ['nobody in particular', { kind: 'anonymous', id: '*' }, {}, 'deny'],
    [
      'a service for the organization',
      { kind: 'service', id: 'cloudtrail.amazonaws.com' },
      { 'aws:SourceOrgID': [ORGANIZATION], 'aws:SourceAccount': ['222233334444'] },
      'allow',
    ],
    [
      'a service for another',
      { kind: 'service', id: 'cloudtrail.amazonaws.com' },
      { 'aws:SourceOrgID': ['o-otherorgid11'], 'aws:SourceAccount': ['999999999999'] },
      'deny',
    ],
    [
      'a service for an account in no organization',
      { kind: 'service', id: 'cloudtrail.amazonaws.com' },
      { 'aws:SourceAccount': ['999999999999'] },
      'deny',
    ],
    [
      'a service for a partner',
      { kind: 'service', id: 'cloudtrail.amazonaws.com' },
      { 'aws:SourceAccount': [PARTNER] },
      'allow',
    ],
    ['a service that names no source', { kind: 'service', id: 'delivery.logs.amazonaws.com' }, {}, 'allow'],
  ])('%s', (_title, caller, context, expected) => {
    expect(guarded.decideFor(caller, 's3:GetObject', OBJECT, { ...SECURE, ...context })).toBe(expected);
  });

  test.each<[string, string, Request['context'], string]>([
    ['TLS 1.2', 's3:PutObject', { 's3:TlsVersion': ['1.2'] }, 'allow'],
    ['TLS 1.1', 's3:PutObject', { 's3:TlsVersion': ['1.1'] }, 'deny'],
    ['plain HTTP', 's3:PutObject', { 'aws:SecureTransport': ['false'] }, 'deny'],
    ['plain HTTP', 'sqs:SendMessage', { 'aws:SecureTransport': ['false'] }, 'deny'],
    [
      'a key of the client',
      's3:PutObject',
      { 's3:x-amz-server-side-encryption-customer-algorithm': ['AES256'] },
      'deny',
    ],
  ])('%s, %s', (_title, action, context, expected) => {
    expect(guarded.decide(action, { resource: OBJECT, context })).toBe(expected);
  });
});

const TOM = '(TOM 3.1.1 Least privilege through roles)';

test.each<[string, Partial<OrganizationGuardrailsProps> & object, string]>([
  [
    'no organization',
    { organizationId: undefined },
    `'organizationId' is required: it tells principals of the organization from others ${TOM}; write organizationId: 'o-exampleorgid'`,
  ],
  [
    'what is no organization',
    { organizationId: 'acme' },
    `'organizationId' must be the id of an organization ${TOM}, got "acme"; write organizationId: 'o-exampleorgid'`,
  ],
  ...[
    '*',
    'arn:aws:iam::*:role/*',
    'arn:aws:iam::*:*',
    'arn:aws:iam::*:role/*deploy',
    'arn:aws:iam::*:role/aws-reserved/*',
    'arn:aws:iam::*:user/ada',
    'arn:aws:sts::111122223333:assumed-role/deploy/now',
  ].map((arn): [string, Partial<OrganizationGuardrailsProps>, string] => [
    `a pattern that names no role, ${arn},`,
    { exemptRoleArns: [arn] },
    `'exemptRoleArns' must each be the ARN of a role, with a wildcard only for the account, in the path and at the end of its name ${TOM}, got "${arn}"; write a role by its whole name, such as 'arn:aws:iam::*:role/deploy'`,
  ]),
  ...['d*', 'AWSReservedSSO_*', 'AWSReservedSSO_A*', 'AWSRes*'].map(
    (name): [string, Partial<OrganizationGuardrailsProps>, string] => [
      `a pattern of many roles, ${name},`,
      { exemptRoleArns: [`arn:aws:iam::*:role/${name}`] },
      `'exemptRoleArns' must not exempt everyone: many roles have names that begin so ${TOM}, got "arn:aws:iam::*:role/${name}"; write a role by its whole name, such as 'arn:aws:iam::*:role/deploy'`,
    ]
  ),
  [
    'a partner that is no account',
    { partnerAccountIds: ['*'] },
    `'partnerAccountIds' must each be the twelve digits of an account ${TOM}, got "*"; write partnerAccountIds: ['111122223333']`,
  ],
  [
    'an archive that is no bucket',
    { archiveBucketArns: ['acme-logs'] },
    `'archiveBucketArns' must each be the ARN of a bucket (TOM 8.3 Protection of logs), got "acme-logs"; write archiveBucketArns: ['arn:aws:s3:::acme-logs']`,
  ],
  [
    'a key by its alias',
    { archiveKeyArns: ['alias/logs'] },
    `'archiveKeyArns' must each be the ARN of a key (TOM 8.3 Protection of logs), got "alias/logs"; write archiveKeyArns: ['arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab']`,
  ],
  [
    'regions of its own',
    { allowedRegions: ['us-east-1'] } as object,
    `'allowedRegions' must not be set: the regions are those of the posture (TOM 7.1 Protected perimeter), got ["us-east-1"]; name them in Posture.set(…, { residency })`,
  ],
])('refuses %s', (_title, props, message) => {
  const whole = { organizationId: ORGANIZATION, ...props };
  expect(messageOf(() => new OrganizationGuardrails(newStack(), 'Guardrails', whole))).toBe(
    `[test/Guardrails] ${message}`
  );
});

test('refuses a policy that is longer than AWS takes', () => {
  const archiveBucketArns = Array.from({ length: 60 }, (_, at) => `arn:aws:s3:::acme-logs-of-the-workload-${at}`);
  expect(messageOf(() => made({ organizationId: ORGANIZATION, archiveBucketArns }))).toMatch(
    /^\[test\/Guardrails\] 'archiveBucketArns, .*' must leave the policy that protects data and the log archive at most 5120 characters, what AWS takes: it has \d+; name fewer of them/
  );
});

test('refuses to be attached to nothing, to what is none, and twice', () => {
  const stack = newStack();
  const guardrails = new OrganizationGuardrails(stack, 'Guardrails', { organizationId: ORGANIZATION });
  expect(messageOf(() => Written.of(stack))).toContain('the policies are attached to nothing; call attachTo');
  expect(messageOf(() => guardrails.attachTo('Workloads', 'workloads'))).toBe(
    `[test/Guardrails] 'targetId' must be the id of a root, an organizational unit or an account (TOM 9.3 Least functionality), got "workloads"; write 'ou-ab12-11111111', or the id attribute of an OrganizationsOrganizationalUnit`
  );
  guardrails.attachTo('Workloads', UNIT);
  const other = new OrganizationGuardrails(stack, 'Other', { organizationId: ORGANIZATION });
  expect(messageOf(() => other.attachTo('Workloads', UNIT))).toBe(
    `[test/Other] 'targetId' must be attached to once: test/Guardrails is, and a target takes few policies of a type (TOM 9.3 Least functionality), got "${UNIT}"; leave one of them out`
  );
});
