import { askPrincipal, ownAccess } from '../../../../lib/aws/iam/access/who-can';
import { principalsOf } from '../../../../lib/aws/iam/access/holders';
import { Json, JsonObject } from '../../../../lib/terraform/value';
import { Random } from '../../../lanes/support/random';
import { modelOf } from '../../../support/models';

const RUNS = 150;

const ACTIONS = ['s3:GetObject', 's3:*', '*', 's3:Put*', 'S3:getobject', '${var.action}', 'kms:Decrypt', 'kms:*'];
const RESOURCES = [
  '*',
  '${aws_s3_bucket.a.arn}/*',
  '${aws_s3_bucket.b.arn}/*',
  '${aws_s3_bucket.b.arn}x/*',
  'arn:aws:s3:::fixed/*',
  'arn:aws:s3:::fix*',
  'arn:aws:s3:::${aws_s3_bucket.a.bucket}/*',
  'arn:aws:s3:::${aws_s3_bucket.a.bucket}-copy/*',
  'arn:${data.aws_partition.it.partition}:s3:::${aws_s3_bucket.c.bucket}/*',
  '${var.resource}',
  '${aws_kms_key.k.arn}',
  'arn:aws:kms:*:*:key/*',
];
const PRINCIPALS: readonly Json[] = [
  '*',
  { AWS: '${aws_iam_role.r0.arn}' },
  { AWS: 'arn:aws:iam::111122223333:role/r1' },
  { AWS: '111122223333' },
  { AWS: 'arn:aws:iam::${data.aws_caller_identity.it.account_id}:root' },
  { AWS: '${var.who}' },
  { Service: 's3.amazonaws.com' },
];

function statement(random: Random, more: JsonObject = {}): JsonObject {
  const Condition: JsonObject = random.chance(0.2) ? { StringEquals: { 'aws:PrincipalTag/a': 'b' } } : {};
  const action = random.chance(0.1) ? 'NotAction' : 'Action';
  const resource = random.chance(0.1) ? 'NotResource' : 'Resource';
  return {
    Effect: random.chance(0.8) ? 'Allow' : 'Deny',
    [action]: [random.one(ACTIONS), random.one(ACTIONS)],
    [resource]: [random.one(RESOURCES), random.one(RESOURCES)],
    Condition,
    ...more,
  };
}

function policy(random: Random, more?: () => JsonObject): string {
  const Statement = Array.from({ length: 1 + random.below(3) }, () => statement(random, more?.()));
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

test('who has a right is among those who are asked: the index leaves nobody out', () => {
  let found = 0;
  let spared = 0;
  for (let seed = 1; seed <= RUNS; seed++) {
    const random = new Random(Math.imul(seed, 0x9e3779b1));
    // Of a name that is known, and one that is not, texts cannot tell that they differ.
    const areNamed = random.chance(0.5);
    const roles = Array.from({ length: 4 }, (_, at) => `r${at}`);
    const model = modelOf({
      stack: {
        provider: {
          aws: [{ region: 'eu-central-1', ...(random.chance(0.5) ? { allowed_account_ids: ['111122223333'] } : {}) }],
        },
        data: { aws_caller_identity: { it: {} }, aws_partition: { it: {} } },
        variable: { action: {}, resource: {}, who: {} },
        resource: {
          aws_s3_bucket: areNamed
            ? { a: { bucket: 'alpha' }, b: { bucket: 'fixed' }, c: { bucket: 'fix-c' } }
            : { a: {}, b: {}, c: { bucket_prefix: 'fix' } },
          aws_s3_bucket_policy: {
            a: {
              bucket: '${aws_s3_bucket.a.id}',
              policy: policy(random, () => ({ Principal: random.one(PRINCIPALS) })),
            },
          },
          aws_kms_key: { k: { policy: policy(random, () => ({ Principal: random.one(PRINCIPALS), Resource: '*' })) } },
          aws_iam_role: Object.fromEntries(roles.map((name): [string, JsonObject] => [name, areNamed ? { name } : {}])),
          aws_iam_role_policy: Object.fromEntries(
            roles.map((name) => [name, { role: `\${aws_iam_role.${name}.id}`, policy: policy(random) }])
          ),
        },
      },
    });
    const asked = [
      ...model.resources('aws_s3_bucket').map((resource) => ({ action: 's3:GetObject', resource })),
      ...model.resources('aws_kms_key').map((resource) => ({ action: 'kms:Decrypt', resource })),
    ];
    for (const question of asked) {
      const all = principalsOf(model).flatMap((principal) => {
        const { decision } = askPrincipal(model, question, principal);
        return decision === 'deny' ? [] : [`${principal.who} ${decision}`];
      });
      const indexed = ownAccess(model, question).map(({ who, decision }) => `${who} ${decision}`);
      if (indexed.join() !== all.join()) {
        throw new Error(`seed ${seed}, ${question.resource.address}: ${indexed.join()} instead of ${all.join()}`);
      }
      found += all.length;
      spared += principalsOf(model).length - all.length;
    }
  }
  expect(found).toBeGreaterThan(RUNS);
  expect(spared).toBeGreaterThan(RUNS);
});
