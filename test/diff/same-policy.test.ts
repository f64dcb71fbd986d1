import { letsTheSame } from './same-policy';

const ROOT = { AWS: 'arn:aws:iam::111122223333:root' };
const TRAIL = { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:111122223333:trail/*' } };
const ALGORITHM = 's3:x-amz-server-side-encryption';
const BROUGHT = 's3:x-amz-server-side-encryption-customer-algorithm';

const allowed = (Principal: unknown, Condition?: object): object => ({
  Effect: 'Allow',
  Principal,
  Action: 's3:PutObject',
  Resource: '*',
  Condition,
});
const denied = (Condition: object): object => ({ ...allowed('*', Condition), Effect: 'Deny' });

const KEEPERS = denied({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/reader' } });
const OUTSIDERS = denied({
  StringNotEquals: { 'aws:PrincipalAccount': '111122223333' },
  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
});

test.each<[title: string, same: boolean, before: object[], after: object[], absent?: string[]]>([
  ['plain HTTP is denied no more', false, [denied({ Bool: { 'aws:SecureTransport': 'false' } })], []],
  ['another algorithm is', false, [denied({ StringNotEquals: { [ALGORITHM]: 'aws:kms' } })], []],
  ['a named role is', false, [KEEPERS], []],
  ['outsiders are, whom nothing allows', true, [OUTSIDERS, allowed(ROOT)], [allowed(ROOT)]],
  [
    'outsiders are, whom something allows',
    false,
    [OUTSIDERS, allowed({ AWS: '444455556666' })],
    [allowed({ AWS: '444455556666' })],
  ],
  ['keys of writers are, which no request has', true, [denied({ Null: { [BROUGHT]: 'false' } })], [], [BROUGHT]],
  ['keys of writers are, which requests have', false, [denied({ Null: { [BROUGHT]: 'false' } })], []],
  ['everyone for a trail', true, [allowed({ Service: 'cloudtrail.amazonaws.com' }, TRAIL)], [allowed('*', TRAIL)]],
  [
    'everyone for an account',
    false,
    [allowed({ Service: 'config.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': '111122223333' } })],
    [allowed('*', { StringEquals: { 'aws:SourceAccount': '111122223333' } })],
  ],
  [
    'everyone of the account',
    false,
    [allowed(ROOT)],
    [allowed('*', { StringEquals: { 'aws:PrincipalAccount': '111122223333' } })],
  ],
])('%s: %s', (_title, same, before, after, absent = []) => {
  const [one, other] = [before, after].map((Statement) => JSON.stringify({ Version: '2012-10-17', Statement }));
  expect(letsTheSame(one, other, 0, absent)).toBe(same);
});
