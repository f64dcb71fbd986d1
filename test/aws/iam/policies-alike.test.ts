import * as fc from 'fast-check';
import { Policy } from '../../../lib/aws/iam/policy';
import { ownPolicy } from '../../../lib/aws/iam/resource-policies';
import { JsonObject } from '../../../lib/terraform/value';
import { resources } from '../../support/models';

const ARNS = ['${own}', '${own}/*', '${aws_s3_bucket.other.arn}', 'arn:aws:s3:::fixed', '${aws_s3_bucket.a.id}', '*'];
const VALUES = ['aws:kms', '${own}', '${aws_kms_key.k.arn}', '$${own}', '%{ if true }x%{ endif }', '${var.v}', '${}'];

const STATEMENT = fc.record({
  Sid: fc.constantFrom('One', 'Two', '${own}'),
  Effect: fc.constantFrom('Allow', 'Deny'),
  Principal: fc.constantFrom<unknown>('*', { AWS: '${own}' }, { Service: 's3.amazonaws.com' }),
  Action: fc.constantFrom<unknown>('s3:*', ['s3:GetObject', 's3:PutObject']),
  Resource: fc.oneof(fc.constantFrom(...ARNS), fc.array(fc.constantFrom(...ARNS), { maxLength: 3 })),
  Condition: fc.constantFrom<unknown>(...[undefined, ...VALUES.map((value) => ({ StringEquals: { 's3:x': value } }))]),
});

/** Policies of some forms, each for some buckets whose names begin alike. */
const POLICIES = fc
  .array(fc.array(STATEMENT, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .chain((forms) =>
    fc.array(fc.record({ form: fc.constantFrom(...forms), label: fc.constantFrom('a', 'ab', 'a-b', 'other') }), {
      minLength: 2,
      maxLength: 6,
    })
  )
  .map((some) =>
    some.map(({ form, label }) =>
      JSON.stringify({ Statement: form }).replaceAll('${own}', `\${aws_s3_bucket.${label}.arn}`)
    )
  );

function read(policies: readonly string[]): unknown[] {
  const labelled = policies.map((policy, at) => [`p${at}`, { bucket: 'b', policy }]);
  const model = resources({ aws_s3_bucket_policy: Object.fromEntries(labelled) as JsonObject });
  return model.resources('aws_s3_bucket_policy').map((resource) => ownPolicy(model, resource));
}

test('policies that are alike are read as each would be by itself', () => {
  fc.assert(
    fc.property(POLICIES, (policies) => {
      expect(read(policies)).toEqual(policies.flatMap((policy) => read([policy])));
    }),
    { numRuns: 300, seed: 1 }
  );
});

test('of policies that are alike only one is read', () => {
  const of = (label: string): string =>
    JSON.stringify({ Statement: { Condition: { Bool: { x: 'true' } }, Resource: `\${aws_s3_bucket.${label}.arn}/*` } });
  const [one, other] = read([of('a'), of('b')]) as Policy[];
  expect(other.statements[0].resources).toEqual(['${aws_s3_bucket.b.arn}/*']);
  expect(other.statements[0].conditions).toBe(one.statements[0].conditions);
});
