import { recipientsOf } from '../../lib/evidence/recipients';
import { JsonObject } from '../../lib/terraform/value';
import { modelOf } from '../support/models';

const OWN = { aws: { region: 'eu-central-1', allowed_account_ids: ['111122223333'] } };

function policy(...statements: JsonObject[]): string {
  return JSON.stringify({ Statement: statements });
}

function recipients(resource: JsonObject, provider: JsonObject = OWN): [string, boolean][] {
  return recipientsOf(modelOf({ app: { provider, resource } })).map(({ who, isCertain }) => [who, isCertain]);
}

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const OTHER = { AWS: 'arn:aws:iam::444455556666:root' };

test('who is in another account is a recipient, and what names it is said', () => {
  const resource = { aws_s3_bucket_policy: { a: { bucket: 'a', policy: policy({ ...READ, Principal: OTHER }) } } };
  expect(recipientsOf(modelOf({ app: { provider: OWN, resource } }))).toEqual([
    { who: OTHER.AWS, isCertain: true, through: 'app:aws_s3_bucket_policy.a' },
  ]);
});

test.each<[string, JsonObject, [string, boolean][]]>([
  ['the own account', { ...READ, Principal: { AWS: '111122223333' } }, []],
  ['a service', { ...READ, Principal: { Service: 'logs.amazonaws.com' } }, []],
  ['whom a statement denies', { ...READ, Effect: 'Deny', Principal: OTHER }, []],
  ['everybody', { ...READ, Principal: '*' }, [['everybody', true]]],
])('%s', (_title, statement, expected) => {
  expect(recipients({ aws_s3_bucket_policy: { a: { bucket: 'a', policy: policy(statement) } } })).toEqual(expected);
});

test('where nobody says which account is the own, another is perhaps one', () => {
  const resource = { aws_iam_role: { a: { assume_role_policy: policy({ ...READ, Principal: OTHER }) } } };
  expect(recipients(resource, { aws: { region: 'eu-central-1' } })).toEqual([[OTHER.AWS, false]]);
});

test('shares name accounts, and policies of endpoints open nothing', () => {
  expect(
    recipients({
      aws_db_snapshot: { a: { shared_accounts: ['444455556666'] } },
      aws_ram_principal_association: { a: { principal: 'arn:aws:organizations::1:organization/o-1' } },
      aws_vpc_endpoint: { a: { policy: policy({ ...READ, Principal: '*' }) } },
    })
  ).toEqual([
    ['444455556666', true],
    ['arn:aws:organizations::1:organization/o-1', true],
  ]);
});
