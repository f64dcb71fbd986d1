import { isIdentity, isOwnIdentity, isPlace, isReference } from '../../../lib/terraform/expression/identity';

test.each([
  'aws_kms_key.main',
  'aws_kms_key.main.arn',
  'data.aws_iam_policy_document.it.json',
  'aws_s3_bucket.logs.bucket',
  'aws_vpc.main.default_security_group_id',
  'data.terraform_remote_state.cross-stack-reference-input-a.outputs.cross-stack-output-b',
])('%s says which one is meant', (reference) => {
  expect(isIdentity(reference)).toBe(true);
});

test.each([
  'var.id',
  'local.arn',
  'each.key',
  'module.a.arn',
  'random_pet.a.id',
  'data.external.it.result.arn',
  'aws_vpc.main.tags.id',
  'aws_sqs_queue.a.policy',
  'data.terraform_remote_state.other.outputs.id',
])('%s may be anything, or a setting', (reference) => {
  expect(isIdentity(reference)).toBe(false);
});

test('a place is harmless, and no identity', () => {
  expect([isPlace('aws_vpc.main.cidr_block'), isIdentity('aws_vpc.main.cidr_block')]).toEqual([true, false]);
  expect(isPlace('var.cidr_block')).toBe(false);
  expect(isPlace('aws_sqs_queue.a.policy')).toBe(false);
});

test('what the language gives a name to is no resource', () => {
  expect(['aws_a.b.c', 'data.aws_a.b', 'var.a', 'each.value', 'random_id.a.hex'].map(isReference)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('the id of something else is not that of a resource itself', () => {
  expect(isOwnIdentity('aws_s3_bucket', 'aws_s3_bucket.a.id')).toBe(true);
  expect(isOwnIdentity('aws_s3_bucket', '@module.a.|aws_s3_bucket.a.bucket')).toBe(true);
  expect(isOwnIdentity('aws_s3_bucket', 'aws_s3_bucket.a.hosted_zone_id')).toBe(false);
  expect(isOwnIdentity('aws_s3_bucket', 'aws_s3_bucket.a.tags.id')).toBe(false);
});
