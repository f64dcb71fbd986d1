import { outsideAccess } from '../../../../lib/aws/iam/access/outside';
import { JsonObject } from '../../../../lib/terraform/value';
import { at, modelOf } from '../../../support/models';

const provider = { aws: [{ region: 'eu-central-1', allowed_account_ids: ['111122223333'] }] };

function readers(...statements: JsonObject[]): { readonly who: string[]; readonly unread: readonly string[] } {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const model = modelOf({
    stack: {
      provider,
      resource: {
        aws_s3_bucket: { it: {} },
        aws_s3_bucket_policy: { it: { bucket: '${aws_s3_bucket.it.id}', policy } },
        aws_iam_role: { app: { name: 'app' } },
      },
      data: { aws_organizations_organization: { all: { accounts: [{ id: '111122223333' }] } } },
    },
  });
  const { access, unread } = outsideAccess(model, at(model, 'aws_s3_bucket.it'), READING);
  const who = access.map((one) => `${one.who} ${one.decision} ${one.isCertainlyOutside ? 'outside' : 'open'}`);
  return { who, unread };
}

function lets(Principal: JsonObject | string, Condition: JsonObject = {}): JsonObject {
  return { Effect: 'Allow', Principal, Action: 's3:GetObject', Resource: '${aws_s3_bucket.it.arn}/*', Condition };
}

const READING = { reads: [{ action: 's3:GetObject' }], sources: [] };

const OTHER = { AWS: '444455556666' };

test.each<[string, JsonObject[], string[]]>([
  ['an account by its id', [lets(OTHER)], ['444455556666 allow outside']],
  [
    'a role of another account',
    [lets({ AWS: 'arn:aws:iam::444455556666:role/a' })],
    ['arn:aws:iam::444455556666:role/a allow outside'],
  ],
  ['any organization', [lets(OTHER, { StringLike: { 'aws:PrincipalOrgID': 'o-*' } })], ['444455556666 allow outside']],
  ['none', [lets(OTHER, { Null: { 'aws:PrincipalOrgID': 'true' } })], ['444455556666 allow outside']],
  ['its own', [lets(OTHER, { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })], []],
  ['a unit of its own', [lets(OTHER, { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a/*' } })], []],
  [
    'those who bring a tag',
    [lets(OTHER, { StringEquals: { 'aws:PrincipalTag/team': 'a' } })],
    ['444455556666 depends outside'],
  ],
  ['an account that a variable holds', [lets({ AWS: '${var.other}' })], ['${var.other} depends open']],
  ['its own account, and its roles', [lets({ AWS: ['111122223333', 'arn:aws:iam::111122223333:role/app'] })], []],
  ['a service, and everybody', [lets({ Service: 'cloudfront.amazonaws.com' }), lets('*')], []],
  [
    'an identity of CloudFront',
    [lets({ AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' })],
    [],
  ],
])('a bucket that lets %s read', (_, statements, expected) => {
  expect(readers(...statements).who).toEqual(expected);
});

test('what nobody read is named', () => {
  const model = modelOf({
    stack: {
      provider,
      resource: {
        aws_s3_bucket: { it: {} },
        aws_s3_bucket_policy: { it: { bucket: '${aws_s3_bucket.it.id}', policy: '${var.policy}' } },
      },
    },
  });
  const { access, unread } = outsideAccess(model, at(model, 'aws_s3_bucket.it'), READING);
  expect([access, unread]).toEqual([[], ['aws_s3_bucket_policy.it']]);
});
