import { Construct } from 'constructs';
import { PseudonymizationKey, PseudonymizationKeyProps, RotatedKey, RotatedKeyProps } from '../../../lib';
import { Caller } from '../../../lib/aws/iam/evaluation/caller';
import { evaluate } from '../../../lib/aws/iam/evaluation/evaluate';
import { JsonObject } from '../../../lib/terraform/value';
import { held } from '../../support/access';
import { Written, newStack } from '../../support/synth';

const ACCOUNT = '111122223333';
const KEY = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1234abcd-12ab-44cd-a6ef-1234567890ab`;
const roleArn = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const [ADMIN, DEPLOYER, USER, OTHER, TOKENIZER, READER] = [
  'key-admin',
  'deploy',
  'orders',
  'other',
  'tokenizer',
  'analyst',
].map(roleArn);

const EVERYTHING = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

/** The policy of the stack's key, as AWS gets it. */
function policyOf(make: (scope: Construct) => void): string {
  const stack = newStack();
  make(stack);
  return (Written.of(stack).resource('aws_kms_key').policy as string)
    .replace(/\$\{[^}]*account_id\}/g, ACCOUNT)
    .replace(/\$\{[^}]*dns_suffix\}/g, 'amazonaws.com')
    .replace(/\$\{[^}]*\.partition\}/g, 'aws');
}

const rotated = (props: RotatedKeyProps): string => policyOf((scope) => new RotatedKey(scope, 'Key', props));
const pseudonyms = (props: PseudonymizationKeyProps): string =>
  policyOf((scope) => new PseudonymizationKey(scope, 'Key', props));

/** What KMS keeps of a policy when a role is deleted: for a principal its inner id, which a role of the same name does not have. */
function afterDeleting(arn: string, policy: string): string {
  const json = JSON.parse(policy) as { Statement: { Principal: '*' | { [type: string]: string | string[] } }[] };
  for (const statement of json.Statement) {
    if (statement.Principal === '*') continue;
    for (const [type, ids] of Object.entries(statement.Principal)) {
      statement.Principal[type] = [ids].flat().map((id) => (id === arn ? 'AROAEXAMPLEEXAMPLE123' : id));
    }
  }
  return JSON.stringify(json);
}

interface Asked {
  readonly identity?: JsonObject;
  readonly via?: string;
  readonly isGrantForService?: boolean;
}

/** Whether a session of a role may do something with the key. */
function decide(policy: string, role: string, action: string, asked: Asked = {}): string {
  const { identity = EVERYTHING, via, isGrantForService } = asked;
  const caller: Caller = { kind: 'role', id: role, session: 'now' };
  const context = {
    ...(via === undefined ? {} : { 'kms:ViaService': [`${via}.eu-central-1.amazonaws.com`] }),
    ...(isGrantForService === undefined ? {} : { 'kms:GrantIsForAWSResource': [String(isGrantForService)] }),
  };
  const policies = {
    identity: held('the role', identity),
    resource: held('the key', JSON.parse(policy) as JsonObject),
  };
  return evaluate({ caller, action, resource: KEY, account: ACCOUNT, context, isWhole: true }, policies).decision;
}

const NOTHING = { Version: '2012-10-17', Statement: [] };
const MANAGING = ['kms:PutKeyPolicy', 'kms:GetKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:DisableKey'];
const USING = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

describe('administrators', () => {
  const policy = rotated({ administratorArns: [ADMIN], deployerArns: [DEPLOYER] });

  test.each(MANAGING)('and deployers may call %s where their own policies let them, and nobody else', (action) => {
    expect(decide(policy, ADMIN, action)).toBe('allow');
    expect(decide(policy, DEPLOYER, action)).toBe('allow');
    expect(decide(policy, ADMIN, action, { identity: NOTHING })).toBe('deny');
    expect(decide(policy, OTHER, action)).toBe('deny');
  });

  test('who were deleted and made again still manage the key: what KMS keeps names nobody by an inner id', () => {
    for (const arn of [ADMIN, DEPLOYER]) {
      const kept = afterDeleting(arn, policy);
      expect(kept).not.toContain('AROA');
      expect(decide(kept, arn, 'kms:PutKeyPolicy')).toBe('allow');
      expect(decide(kept, OTHER, 'kms:PutKeyPolicy')).toBe('deny');
    }
    // As principals they would not.
    const named = policy.replace(`"AWS":"arn:aws:iam::${ACCOUNT}:root"`, `"AWS":"${ADMIN}"`);
    expect(decide(named, ADMIN, 'kms:PutKeyPolicy')).toBe('allow');
    expect(afterDeleting(ADMIN, named)).toContain('AROA');
    expect(decide(afterDeleting(ADMIN, named), ADMIN, 'kms:PutKeyPolicy')).toBe('deny');
  });

  test('pass the lockout check of KMS: who writes the policy may write the next', () => {
    expect(decide(policy, DEPLOYER, 'kms:PutKeyPolicy')).toBe('allow');
    expect(decide(rotated({ administratorArns: [ADMIN] }), ADMIN, 'kms:PutKeyPolicy')).toBe('allow');
    expect(decide(rotated({}), OTHER, 'kms:PutKeyPolicy')).toBe('allow');
  });

  test.each(USING)('may not call %s, neither directly nor through a service', (action) => {
    for (const via of [undefined, 's3', 'secretsmanager', 'rds']) {
      expect(decide(policy, ADMIN, action, { via })).toBe('deny');
    }
  });

  test('may not let anybody use it by a grant, neither themselves nor a service', () => {
    for (const isGrantForService of [true, false]) {
      for (const via of [undefined, 'rds']) {
        expect(decide(policy, ADMIN, 'kms:CreateGrant', { via, isGrantForService })).toBe('deny');
      }
    }
  });

  test('are the roles of a permission set, and not those of another', () => {
    const of = (name: string): string =>
      roleArn(`aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_${name}_0123456789abcdef`);
    const pattern = roleArn('aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_KeyAdmins_*');
    const found = rotated({ administratorArns: [pattern], deployerArns: [DEPLOYER] });
    expect(decide(found, of('KeyAdmins'), 'kms:PutKeyPolicy')).toBe('allow');
    expect(decide(found, of('KeyAdmins'), 'kms:Decrypt', { via: 's3' })).toBe('deny');
    expect(decide(found, of('Auditors'), 'kms:PutKeyPolicy')).toBe('deny');
    expect(decide(found, of('Auditors'), 'kms:Decrypt', { via: 's3' })).toBe('allow');
  });
});

describe('deployers', () => {
  const policy = rotated({ administratorArns: [ADMIN], deployerArns: [DEPLOYER] });

  test('may do through services what creating a store takes, as everybody whom IAM lets', () => {
    for (const role of [DEPLOYER, OTHER]) {
      for (const action of USING) expect(decide(policy, role, action, { via: 'dynamodb' })).toBe('allow');
      expect(decide(policy, role, 'kms:CreateGrant', { via: 'rds', isGrantForService: true })).toBe('allow');
    }
  });

  test('may do nothing of it directly, nor with a key that names its users', () => {
    const named = rotated({ deployerArns: [DEPLOYER], userArns: [USER] });
    for (const action of [...USING, 'kms:CreateGrant']) {
      expect(decide(policy, DEPLOYER, action)).toBe('deny');
      expect(decide(named, DEPLOYER, action, { via: 's3' })).toBe('deny');
    }
    expect(decide(named, USER, 'kms:Decrypt', { identity: NOTHING })).toBe('allow');
  });
});

test('without anybody named, IAM policies decide who manages the key, and who uses it through services', () => {
  const policy = rotated({});
  expect(decide(policy, OTHER, 'kms:PutKeyPolicy')).toBe('allow');
  expect(decide(policy, OTHER, 'kms:Decrypt', { via: 's3' })).toBe('allow');
  expect(decide(policy, OTHER, 'kms:Decrypt')).toBe('deny');
  expect(decide(policy, OTHER, 'kms:PutKeyPolicy', { identity: NOTHING })).toBe('deny');
});

describe('a key for pseudonyms', () => {
  const policy = pseudonyms({ administratorArns: [ADMIN], tokenizerArns: [TOKENIZER], readerArns: [READER] });

  test('lets a tokenizer derive, an administrator manage, and nobody else do either', () => {
    expect(decide(policy, TOKENIZER, 'kms:GenerateMac', { identity: NOTHING })).toBe('allow');
    expect(decide(policy, ADMIN, 'kms:PutKeyPolicy')).toBe('allow');
    for (const role of [ADMIN, READER, OTHER]) {
      for (const action of ['kms:GenerateMac', 'kms:VerifyMac']) expect(decide(policy, role, action)).toBe('deny');
    }
    for (const role of [TOKENIZER, READER, OTHER]) expect(decide(policy, role, 'kms:PutKeyPolicy')).toBe('deny');
  });

  test.each(['kms:GenerateMac', 'kms:VerifyMac', 'kms:CreateGrant', 'kms:PutKeyPolicy'])(
    'denies %s to a reader who was deleted and made again, whatever else lets it',
    (action) => {
      const kept = afterDeleting(READER, policy);
      const opened = JSON.parse(kept) as { Statement: JsonObject[] };
      opened.Statement.push({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'kms:*', Resource: '*' });
      expect(decide(JSON.stringify(opened), READER, action)).toBe('deny');
      expect(decide(JSON.stringify(opened), OTHER, 'kms:PutKeyPolicy')).toBe('allow');
    }
  );

  test('is managed by an administrator who was deleted and made again', () => {
    expect(decide(afterDeleting(ADMIN, policy), ADMIN, 'kms:PutKeyPolicy')).toBe('allow');
  });

  test('does not let a tokenizer derive who was deleted and made again, until the next apply', () => {
    expect(decide(afterDeleting(TOKENIZER, policy), TOKENIZER, 'kms:GenerateMac')).toBe('deny');
  });
});
