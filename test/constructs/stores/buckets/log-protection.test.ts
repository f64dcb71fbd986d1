import { AuditLogArchive, AuditLogArchiveProps, Environment, ObjectLockMode } from '../../../../lib';
import { evaluate } from '../../../../lib/aws/iam/evaluation/evaluate';
import { JsonObject } from '../../../../lib/terraform/value';
import { held } from '../../../support/access';
import { Written, newStack } from '../../../support/synth';

const DEPLOYER = 'arn:aws:iam::111122223333:role/terraform';
const SSO = 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Deploy_*';
const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/k';

const BYPASS = 's3:BypassGovernanceRetention';

const CHANGES = [
  's3:DeleteBucketPolicy',
  's3:PutBucketObjectLockConfiguration',
  's3:PutBucketPolicy',
  's3:PutBucketVersioning',
  's3:PutEncryptionConfiguration',
  's3:PutLifecycleConfiguration',
];

const WRITTEN = new Map<string, Written>();

function archiveOf(props: AuditLogArchiveProps): Written {
  const name = JSON.stringify(props);
  const known = WRITTEN.get(name);
  if (known) return known;
  const stack = newStack();
  new AuditLogArchive(stack, 'Archive', props);
  const written = Written.of(stack);
  WRITTEN.set(name, written);
  return written;
}

/** Whether somebody of the account may do something to whom IAM allows everything. */
function may(props: AuditLogArchiveProps, tier: string, action: string, caller: string): boolean {
  const written = archiveOf(props);
  const isKey = tier === 'Key';
  const policy = written.resource(isKey ? 'aws_kms_key' : 'aws_s3_bucket_policy', `Archive/${tier}`).policy as string;
  const known = policy
    .replace(/\$\{aws_s3_bucket\.[^}]+\}/g, 'arn:aws:s3:::logs')
    .replace(/\$\{aws_kms_key\.[^}]+\}/g, KEY)
    .replace(/\$\{data\.aws_caller_identity\.[^}]+\}/g, '111122223333')
    .replace(/\$\{data\.aws_partition\.[^}]+partition\}/g, 'aws')
    .replace(/\$\{data\.aws_partition\.[^}]+\}/g, 'amazonaws.com');
  const isOfObjects = /Object(Version)?$|GovernanceRetention$/.test(action);
  const { decision } = evaluate(
    {
      caller: { kind: 'role', id: caller, account: '111122223333' },
      action,
      resource: isKey ? KEY : `arn:aws:s3:::logs${isOfObjects ? '/x' : ''}`,
      account: '111122223333',
      context: { 'aws:SecureTransport': ['true'], 's3:TlsVersion': ['1.3'] },
      isWhole: true,
    },
    {
      identity: held('AdministratorAccess', {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
      }),
      resource: held('archive', JSON.parse(known) as JsonObject),
    }
  );
  return decision !== 'deny';
}

const administrator = 'arn:aws:iam::111122223333:role/administrator';
const TIERS = ['Trails', 'Config', 'AccessLogs'];

describe.each(TIERS)('of %s', (tier) => {
  test('nobody deletes a log, a deployer included', () => {
    for (const action of ['s3:DeleteObject', 's3:DeleteObjectVersion']) {
      expect(may({}, tier, action, administrator)).toBe(false);
      expect(may({ deployerArns: [DEPLOYER] }, tier, action, DEPLOYER)).toBe(false);
    }
  });

  test.each(CHANGES)('%s is of the deployers alone, where some are named', (action) => {
    const props = { deployerArns: [DEPLOYER, SSO] };
    expect(may(props, tier, action, administrator)).toBe(false);
    expect(may(props, tier, action, DEPLOYER)).toBe(true);
    expect(may(props, tier, action, SSO.replace('*', '0123456789abcdef'))).toBe(true);
    expect(may(props, tier, action, `${DEPLOYER}-other`)).toBe(false);
    expect(may({}, tier, action, administrator)).toBe(true);
  });

  test('who is no deployer still reads what keeps the logs', () => {
    for (const action of ['s3:GetBucketPolicy', 's3:GetLifecycleConfiguration', 's3:GetBucketVersioning']) {
      expect(may({ deployerArns: [DEPLOYER] }, tier, action, administrator)).toBe(true);
    }
  });
});

test('nobody lifts a lock in GOVERNANCE mode, a deployer included, before the policy is changed', () => {
  expect(may({}, 'Trails', BYPASS, administrator)).toBe(false);
  expect(may({ deployerArns: [DEPLOYER] }, 'Trails', BYPASS, DEPLOYER)).toBe(false);
});

test('what was written before a lock in COMPLIANCE mode, a deployer alone lifts', () => {
  const props = { objectLock: ObjectLockMode.COMPLIANCE, deployerArns: [DEPLOYER] };
  expect(may(props, 'Trails', BYPASS, administrator)).toBe(false);
  expect(may(props, 'Trails', BYPASS, DEPLOYER)).toBe(true);
});

test.each<[string, AuditLogArchiveProps, string, string, boolean]>([
  ['nobody disables it', {}, 'kms:DisableKey', administrator, false],
  ['Terraform may delete it, after its window', {}, 'kms:ScheduleKeyDeletion', administrator, true],
  ['its policy can be changed', {}, 'kms:PutKeyPolicy', administrator, true],
  ['others do not disable it', { deployerArns: [DEPLOYER] }, 'kms:DisableKey', administrator, false],
  ['others do not delete it', { deployerArns: [DEPLOYER] }, 'kms:ScheduleKeyDeletion', administrator, false],
  ['a deployer disables it', { deployerArns: [DEPLOYER] }, 'kms:DisableKey', DEPLOYER, true],
  ['a deployer deletes it', { deployerArns: [DEPLOYER] }, 'kms:ScheduleKeyDeletion', DEPLOYER, true],
  ['nobody is locked out of its policy', { deployerArns: [DEPLOYER] }, 'kms:PutKeyPolicy', administrator, true],
])('of the key: %s', (_, props, action, caller, expected) => {
  expect(may(props, 'Key', action, caller)).toBe(expected);
});

test('the key of an ephemeral archive can be removed', () => {
  const stack = newStack({ environment: Environment.EPHEMERAL, owner: 'tests' });
  new AuditLogArchive(stack, 'Archive');
  const { DenyDisabling } = Written.of(stack).statements('aws_kms_key');
  expect(DenyDisabling).toEqual({
    Sid: 'DenyDisabling',
    Effect: 'Deny',
    Principal: '*',
    Action: 'kms:DisableKey',
    Resource: '*',
  });
});
