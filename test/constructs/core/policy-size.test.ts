import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { accountOf } from '../../../lib/constructs/core/account';
import { estimatedSize } from '../../../lib/constructs/core/policy-size';
import { newStack } from '../../support/synth';

test('counts a text that is known', () => {
  expect(estimatedSize(newStack(), '{"Action":"s3:GetObject"}')).toBe(25);
});

test('counts a variable of IAM as IAM reads it', () => {
  expect(estimatedSize(newStack(), 'session/$${aws:userid}-*')).toBe('session/${aws:userid}-*'.length);
});

test('counts what Terraform fills in at the length that it will have', () => {
  const stack = newStack();
  const { partition, id, region, dnsSuffix } = accountOf(stack);
  expect(estimatedSize(stack, partition)).toBe('aws'.length);
  expect(estimatedSize(stack, id)).toBe('111122223333'.length);
  expect(estimatedSize(stack, region)).toBe('ap-southeast-2'.length);
  expect(estimatedSize(stack, dnsSuffix)).toBe('amazonaws.com'.length);
  expect(estimatedSize(stack, `arn:${partition}:sqs:${region}:${id}:*`)).toBe(
    'arn:aws:sqs:ap-southeast-2:111122223333:*'.length
  );
});

test('counts an ARN as that of a key or of a bucket with the longest name, and anything else as a UUID', () => {
  const stack = newStack();
  const bucket = new S3Bucket(stack, 'Bucket');
  expect(estimatedSize(stack, `${bucket.arn}/*`)).toBe(`arn:aws:s3:::${'x'.repeat(63)}/*`.length);
  expect(estimatedSize(stack, bucket.arn)).toBeGreaterThanOrEqual(
    'arn:aws:kms:ap-southeast-2:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab'.length - 4
  );
  expect(estimatedSize(stack, new IamRole(stack, 'Role', { assumeRolePolicy: '{}' }).uniqueId)).toBe(36);
});
