import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  DataClass,
  Environment,
  Grantee,
  HmacSpec,
  PseudonymizationKey,
  PseudonymizationKeyProps,
  RotatedKey,
} from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const ADMIN = 'arn:aws:iam::111122223333:role/keys';
const TOKENIZER = 'arn:aws:iam::111122223333:role/tokenizer';
const READER = 'arn:aws:iam::111122223333:role/analyst';
const ARN = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';
const TOM = '(TOM 1.4.1 Pseudonymized data for secondary uses)';

const role = (stack: TerraformStack, id: string): IamRole => new IamRole(stack, id, { assumeRolePolicy: '{}' });

test('is an HMAC key that refuses destruction, and that nobody derives tokens with, without any props', () => {
  const stack = newStack();
  new PseudonymizationKey(stack, 'Tokens');
  const written = Written.of(stack);
  expect(written.resource('aws_kms_key')).toMatchObject({
    key_usage: 'GENERATE_VERIFY_MAC',
    customer_master_key_spec: 'HMAC_256',
    deletion_window_in_days: 30,
    description: 'Pseudonyms of personal data (test/Tokens)',
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:data-class': 'personal', 'tom:owner': 'tests' },
  });
  expect(written.resource('aws_kms_key')).not.toHaveProperty('enable_key_rotation');
  expect(written.resource('aws_kms_alias').name).toBe('alias/test-tokens');
  const statements = written.statements('aws_kms_key');
  expect(Object.keys(statements)).toEqual(['Administer', 'DenyOthers']);
  expect(statements.DenyOthers).toEqual({
    Sid: 'DenyOthers',
    Effect: 'Deny',
    Principal: '*',
    Action: ['kms:GenerateMac', 'kms:VerifyMac'],
    Resource: '*',
  });
  expect((statements.Administer.Action as string[]).filter((action) => /\*|Mac|CreateGrant/.test(action))).toEqual([]);
});

test('takes a longer key, a class of data, an alias, a region and a window', () => {
  const stack = newStack();
  new PseudonymizationKey(stack, 'Tokens', {
    keySpec: HmacSpec.HMAC_512,
    dataClass: DataClass.SPECIAL_CATEGORY,
    alias: 'patients',
    description: 'patients for research',
    region: 'eu-west-1',
    deletionWindowDays: 14,
    tags: { team: 'research' },
  });
  const written = Written.of(stack);
  expect(written.resource('aws_kms_key')).toMatchObject({
    customer_master_key_spec: 'HMAC_512',
    deletion_window_in_days: 14,
    description: 'patients for research',
    region: 'eu-west-1',
    tags: { 'tom:data-class': 'special-category', team: 'research' },
  });
  expect(written.resource('aws_kms_alias')).toMatchObject({ name: 'alias/patients', region: 'eu-west-1' });
});

test('may be destroyed in an ephemeral environment', () => {
  const stack = newStack({ environment: Environment.EPHEMERAL });
  new PseudonymizationKey(stack, 'Tokens');
  expect(Written.of(stack).resource('aws_kms_key').lifecycle).toBeUndefined();
});

test('names administrators, tokenizers and readers, each for one thing', () => {
  const stack = newStack();
  new PseudonymizationKey(stack, 'Tokens', {
    administratorArns: [ADMIN],
    tokenizerArns: [TOKENIZER],
    readerArns: [READER],
  });
  const { Administer, DenyOthers, Tokenize, DenyReaders, ...others } = Written.of(stack).statements('aws_kms_key');
  expect(others).toEqual({});
  expect(Administer.Condition).toEqual({ ArnLike: { 'aws:PrincipalArn': ADMIN } });
  expect(DenyOthers.Condition).toEqual({ ArnNotEquals: { 'aws:PrincipalArn': TOKENIZER } });
  expect(Tokenize).toEqual({
    Sid: 'Tokenize',
    Effect: 'Allow',
    Principal: { AWS: TOKENIZER },
    Action: 'kms:GenerateMac',
    Resource: '*',
  });
  expect(DenyReaders).toEqual({
    Sid: 'DenyReaders',
    Effect: 'Deny',
    Principal: '*',
    Action: ['kms:CreateGrant', 'kms:GenerateMac', 'kms:PutKeyPolicy', 'kms:VerifyMac'],
    Resource: '*',
    Condition: { ArnLike: { 'aws:PrincipalArn': READER } },
  });
});

test('lets roles of the program derive tokens, and denies it to those that read', () => {
  const stack = newStack();
  const key = new PseudonymizationKey(stack, 'Tokens', { readerArns: [READER] });
  const tokenizer = role(stack, 'Tokenizer');
  const analyst = role(stack, 'Analyst');
  key.grantTokenize(tokenizer);
  key.grantTokenize(tokenizer);
  key.denyReader(analyst);
  key.denyReader(analyst);
  const written = Written.of(stack);
  const { DenyOthers, Tokenize, DenyReaders } = written.statements('aws_kms_key');
  expect(DenyOthers.Condition.ArnNotEquals).toEqual({ 'aws:PrincipalArn': '${aws_iam_role.Tokenizer.arn}' });
  expect(Tokenize.Principal).toEqual({ AWS: '${aws_iam_role.Tokenizer.arn}' });
  expect(DenyReaders.Condition.ArnLike).toEqual({ 'aws:PrincipalArn': [READER, '${aws_iam_role.Analyst.arn}'] });
  expect(written.resources('aws_iam_role_policy')).toEqual({});
});

describe('a role that is named by its ARN, and passed as an object', () => {
  const arnOf = (name: string): string => `arn:aws:iam::111122223333:role/${name}`;
  const named = (stack: TerraformStack, name: string): IamRole =>
    new IamRole(stack, 'Role', { name, assumeRolePolicy: '{}' });

  test('is one role, which derives once and is denied once', () => {
    const stack = newStack();
    const key = new PseudonymizationKey(stack, 'Tokens', { tokenizerArns: [TOKENIZER], readerArns: [READER] });
    key.grantTokenize(named(stack, 'tokenizer'));
    key.denyReader(Grantee.fromRoleArn(stack, READER));
    const { Tokenize, DenyReaders } = Written.of(stack).statements('aws_kms_key');
    expect(Tokenize.Principal).toEqual({ AWS: TOKENIZER });
    expect(DenyReaders.Condition.ArnLike).toEqual({ 'aws:PrincipalArn': READER });
  });

  test('is not granted what it is denied, and the other way round', () => {
    const both = (prop: string, who: string): string =>
      `[test/Tokens] '${prop}' must not name a role that both derives tokens and reads the pseudonymized data ${TOM}, got "${who}"; let one role derive the tokens and another read the data`;
    const stack = newStack();
    const key = new PseudonymizationKey(stack, 'Tokens', { tokenizerArns: [TOKENIZER], readerArns: [READER] });
    expect(messageOf(() => key.grantTokenize(named(stack, 'analyst')))).toBe(both('grantTokenize', 'test/Role'));
    expect(messageOf(() => key.denyReader(Grantee.fromRoleArn(stack, TOKENIZER)))).toBe(
      both('denyReader', 'tokenizer')
    );
  });

  test('is not granted the tokens where it manages the key', () => {
    const stack = newStack();
    const key = new PseudonymizationKey(stack, 'Tokens', { administratorArns: [ADMIN] });
    for (const act of [
      () => key.grantTokenize(Grantee.fromRoleArn(stack, ADMIN)),
      () => key.denyReader(Grantee.fromRoleArn(stack, ADMIN)),
    ]) {
      expect(messageOf(act)).toBe(
        `[test/Tokens] 'grantee' must not name an administrator of the key ${TOM}, got "keys"; let one role manage the key, another derive the tokens, and a third read the data`
      );
    }
  });

  test.each(['tokenizerArns', 'readerArns'])('is no pattern among %s', (prop) => {
    const arn = arnOf('an*');
    expect(messageOf(() => new PseudonymizationKey(newStack(), 'Tokens', { [prop]: [arn] }))).toBe(
      `[test/Tokens] '${prop}' must name roles, one by one ${TOM}, got "${arn}"; write ${prop}: ['arn:aws:iam::111122223333:role/…']`
    );
  });
});

describe('a key that is already there', () => {
  test('grants and denies under the role', () => {
    const stack = newStack();
    const key = PseudonymizationKey.fromKeyArn(stack, 'Tokens', ARN);
    key.grantTokenize(role(stack, 'Tokenizer'));
    key.denyReader(role(stack, 'Analyst'));
    const policies = Written.of(stack).resources('aws_iam_role_policy');
    expect(Object.keys(policies)).toEqual(['Analyst/Grants', 'Tokenizer/Grants']);
    const statement = (path: string): unknown =>
      (JSON.parse(policies[path].policy as string) as { Statement: unknown[] }).Statement[0];
    expect(statement('Tokenizer/Grants')).toEqual({
      Effect: 'Allow',
      Action: ['kms:GenerateMac'],
      Resource: [ARN],
    });
    expect(statement('Analyst/Grants')).toEqual({
      Effect: 'Deny',
      Action: ['kms:CreateGrant', 'kms:GenerateMac', 'kms:PutKeyPolicy', 'kms:VerifyMac'],
      Resource: [ARN],
    });
  });

  test('refuses an alias', () => {
    const alias = 'arn:aws:kms:eu-central-1:111122223333:alias/tokens';
    expect(messageOf(() => PseudonymizationKey.fromKeyArn(newStack(), 'Tokens', alias))).toBe(
      `[test/Tokens] 'keyArn' must be a key's ARN, not an alias (TOM 1.3.1 Central management of keys), got "${alias}"; write keyArn: 'arn:aws:kms:eu-central-1:111122223333:key/…'`
    );
  });

  test('refuses a role that is both', () => {
    const stack = newStack();
    const key = PseudonymizationKey.fromKeyArn(stack, 'Tokens', ARN);
    const both = role(stack, 'Both');
    key.grantTokenize(both);
    expect(messageOf(() => key.denyReader(both))).toContain("'denyReader' must not name a role that both");
  });
});

describe('refuses a role that is both', () => {
  const message = (prop: string): string =>
    `[test/Tokens] '${prop}' must not name a role that both derives tokens and reads the pseudonymized data ${TOM}, got "test/Both"; let one role derive the tokens and another read the data`;

  test('a reader that derives tokens', () => {
    const stack = newStack();
    const key = new PseudonymizationKey(stack, 'Tokens');
    const both = role(stack, 'Both');
    key.denyReader(both);
    expect(messageOf(() => key.grantTokenize(both))).toBe(message('grantTokenize'));
  });

  test('one who derives tokens and reads', () => {
    const stack = newStack();
    const key = new PseudonymizationKey(stack, 'Tokens');
    const both = role(stack, 'Both');
    key.grantTokenize(both);
    expect(messageOf(() => key.denyReader(both))).toBe(message('denyReader'));
  });
});

const HASH =
  'must not be set: a hash without a key is no pseudonym, since anyone who reads the data can compute it for every name and number there is, and GDPR Art. 4(5) wants what leads back to the person kept apart';
const HMAC = 'leave it out: KMS computes an HMAC with a key that nobody can read';
const NAMES = "write the ARNs of roles, for example 'arn:aws:iam::111122223333:role/orders'";

test.each<[string, PseudonymizationKeyProps | object, string]>([
  ['an unkeyed hash', { hashAlgorithm: 'SHA-256' }, `'hashAlgorithm' ${HASH} ${TOM}, got "SHA-256"; ${HMAC}`],
  ['an algorithm', { algorithm: 'MD5' }, `'algorithm' ${HASH} ${TOM}, got "MD5"; ${HMAC}`],
  ['a hash', { hash: true }, `'hash' ${HASH} ${TOM}, got true; ${HMAC}`],
  ['salt, and does not repeat it', { salt: 'geheim' }, `'salt' ${HASH} ${TOM}; ${HMAC}`],
  [
    'rotation',
    { enableKeyRotation: true },
    `'enableKeyRotation' must not be set: KMS cannot rotate HMAC keys ${TOM}, got true; leave it out, and make a second key where the first is to be replaced: every token changes then`,
  ],
  [
    'replicas',
    { multiRegion: true },
    `'multiRegion' must not be set: a replica is a second place in which tokens can be derived ${TOM}, got true; leave it out: the key stays in its region`,
  ],
  [
    'a policy',
    { policy: '{}' },
    `'policy' must not be set ${TOM}, got "{}"; name administratorArns, and call grantTokenize and denyReader`,
  ],
  [
    'a key that encrypts',
    { keySpec: 'SYMMETRIC_DEFAULT' },
    `'keySpec' must be one of HMAC_256, HMAC_384, HMAC_512: a key that encrypts makes another token of the same value each time ${TOM}, got "SYMMETRIC_DEFAULT"; write keySpec: HmacSpec.HMAC_256, or leave it out`,
  ],
  [
    'a short deletion window',
    { deletionWindowDays: 13 },
    `'deletionWindowDays' must be a whole number from 14 to 30 ${TOM}, got 13; write deletionWindowDays: 30`,
  ],
  [
    'everybody as a tokenizer',
    { tokenizerArns: ['*'] },
    `'tokenizerArns' must name principals ${TOM}, got "*"; ${NAMES}`,
  ],
  [
    'everybody as an administrator',
    { administratorArns: ['*'] },
    `'administratorArns' must name principals ${TOM}, got "*"; ${NAMES}`,
  ],
  ['everybody as a reader', { readerArns: ['*'] }, `'readerArns' must name principals ${TOM}, got "*"; ${NAMES}`],
  [
    'a whole account that derives tokens',
    { tokenizerArns: [TOKENIZER, 'arn:aws:iam::111122223333:root'] },
    `'tokenizerArns' must name roles, one by one ${TOM}, got "arn:aws:iam::111122223333:root"; write tokenizerArns: ['arn:aws:iam::111122223333:role/…']`,
  ],
  [
    'a wildcard among readers',
    { readerArns: ['analyst-*'] },
    `'readerArns' must name roles, one by one ${TOM}, got "analyst-*"; write readerArns: ['arn:aws:iam::111122223333:role/…']`,
  ],
  [
    'an administrator who derives tokens',
    { administratorArns: [ADMIN], tokenizerArns: [ADMIN] },
    `'tokenizerArns' must not name an administrator of the key ${TOM}, got "${ADMIN}"; let one role manage the key, another derive the tokens, and a third read the data`,
  ],
  [
    'an administrator who reads',
    { administratorArns: [ADMIN], readerArns: [ADMIN] },
    `'readerArns' must not name an administrator of the key ${TOM}, got "${ADMIN}"; let one role manage the key, another derive the tokens, and a third read the data`,
  ],
  [
    'a reader who derives tokens',
    { tokenizerArns: [TOKENIZER], readerArns: [TOKENIZER] },
    `'readerArns' must not name a role that both derives tokens and reads the pseudonymized data ${TOM}, got "${TOKENIZER}"; let one role derive the tokens and another read the data`,
  ],
  [
    'an alias of AWS',
    { alias: 'aws/tokens' },
    `'alias' must be 1 to 250 letters, digits, '/', '_' and '-', and not begin with 'aws/', got "aws/tokens"; write alias: 'orders'`,
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => new PseudonymizationKey(newStack(), 'Tokens', props))).toBe(`[test/Tokens] ${message}`);
});

test('refuses a region outside the residency', () => {
  expect(messageOf(() => new PseudonymizationKey(newStack(), 'Tokens', { region: 'us-east-1' }))).toContain(
    "[test/Tokens] 'region' must be within the residency of personal data (TOM 7.1 "
  );
});

test('refuses a number that only Terraform knows', () => {
  const stack = newStack();
  const days = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
  expect(messageOf(() => new PseudonymizationKey(stack, 'Tokens', { deletionWindowDays: days }))).toContain(
    'must be a plain number'
  );
});

test('refuses an alias that another key has', () => {
  const stack = newStack();
  new RotatedKey(stack, 'One', { alias: 'orders' });
  expect(messageOf(() => new PseudonymizationKey(stack, 'Two', { alias: 'orders' }))).toBe(
    `[test/Two] 'alias' must be unique: test/One has this name, got "orders"; write another alias, or leave it out`
  );
});
