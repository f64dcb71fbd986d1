import { ownAccess } from '../../../../lib/aws/iam/access/who-can';
import { JsonObject } from '../../../../lib/terraform/value';
import { at, modelOf } from '../../../support/models';

const GET = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

function best(...statements: JsonObject[]): string[] {
  const model = modelOf({
    stack: {
      provider: { aws: [{ region: 'eu-central-1', allowed_account_ids: ['111122223333'] }] },
      data: { aws_partition: { it: {} } },
      resource: {
        aws_s3_bucket: { data: {} },
        aws_iam_role: { app: { name: 'app', assume_role_policy: '{"Statement":[]}' } },
        aws_iam_role_policy: {
          app: { role: 'app', policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }) },
        },
      },
    },
  });
  const question = { action: 's3:GetObject', resource: at(model, 'aws_s3_bucket.data') } as const;
  const asked = [question, { ...question, isBest: true as const }];
  return asked.map((one) => ownAccess(model, one)[0]?.decision ?? 'deny');
}

function on(Condition: JsonObject, own: JsonObject = GET): JsonObject {
  return { ...own, Condition };
}

const DENY = { ...GET, Effect: 'Deny' };

// What a request of any kind gives, and what the best one does.
test.each<[string, JsonObject[], string[]]>([
  ['no condition', [GET], ['allow', 'allow']],
  ['TLS', [GET, on({ Bool: { 'aws:SecureTransport': 'false' } }, DENY)], ['depends', 'allow']],
  ['a version of TLS', [GET, on({ NumericLessThan: { 's3:TlsVersion': '1.2' } }, DENY)], ['depends', 'allow']],
  ['a pattern', [on({ StringLike: { 's3:prefix': 'home/*' } })], ['depends', 'allow']],
  [
    'a pattern with what the stack knows',
    [on({ StringLike: { 'kms:ViaService': '*.${data.aws_partition.it.dns_suffix}' } })],
    ['depends', 'allow'],
  ],
  ['an address', [on({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })], ['depends', 'allow']],
  ['what must not be there', [on({ Null: { 's3:x-amz-acl': 'true' } })], ['depends', 'allow']],
  ['another value than one', [on({ StringNotEquals: { 's3:x-amz-acl': 'public-read' } })], ['depends', 'allow']],
  [
    'two that exclude each other',
    [on({ StringEquals: { 's3:prefix': 'a' } }), on({ StringEquals: { 's3:prefix': 'a' } }, DENY)],
    ['depends', 'depends'],
  ],
  ['a tag of the principal', [on({ StringEquals: { 'aws:PrincipalTag/team': 'a' } })], ['depends', 'depends']],
  ['the organization', [on({ StringEquals: { 'aws:PrincipalOrgID': 'o-a' } })], ['depends', 'depends']],
  ['a value that only a plan can tell', [on({ StringEquals: { 's3:prefix': '${var.p}' } })], ['depends', 'depends']],
  ['a part of the policy that only a plan can tell', [{ ...GET, Effect: '${var.e}' }], ['depends', 'depends']],
])('%s', (_, statements, expected) => {
  expect(best(...statements)).toEqual(expected);
});
