import { readFileSync } from 'node:fs';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { Construct } from 'constructs';
import { AuditLogArchive, EncryptedBucket, RetainedLogGroup, RotatedKey } from '../../../lib';
import { rememberSources, sourceOf } from '../../../lib/constructs/core/source';
import { Written, newStack } from '../../support/synth';

const LINES = readFileSync(__filename, 'utf8').split('\n');
const lineOf = (marker: string): number => LINES.findIndex((line) => line.endsWith(`// ${marker}`)) + 1;

class Wrapper extends Construct {
  public readonly bucket: EncryptedBucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new EncryptedBucket(this, 'Bucket'); // within a construct of the user
  }
}

test.each<[string, (stack: ReturnType<typeof newStack>) => Construct]>([
  ['a key', (stack) => new RotatedKey(stack, 'X')], // a key
  ['a bucket', (stack) => new EncryptedBucket(stack, 'X')], // a bucket
  ['an archive', (stack) => new AuditLogArchive(stack, 'X')], // an archive
  ['a log group', (stack) => new RetainedLogGroup(stack, 'X')], // a log group
])('of %s is the line of its new', (marker, make) => {
  expect(sourceOf(make(newStack()))).toEqual({ file: __filename, line: lineOf(marker) });
});

test('of a resource within is the line of the construct around it', () => {
  const stack = newStack();
  const bucket = new EncryptedBucket(stack, 'Bucket'); // around a resource
  const expected = { file: __filename, line: lineOf('around a resource') };
  expect(sourceOf(bucket.resource)).toEqual(expected);
  // The key and the access logs that buckets share were made for the first of them.
  expect(sourceOf(stack.node.findChild('PersonalDataKey').node.findChild('Resource'))).toEqual(expected);
  expect(sourceOf(stack.node.findChild('AccessLogs'))).toEqual(expected);
});

test("of a construct within the user's own is the line where that makes it", () => {
  const wrapper = new Wrapper(newStack(), 'Wrapper');
  expect(sourceOf(wrapper.bucket.resource)).toEqual({
    file: __filename,
    line: lineOf('within a construct of the user'),
  });
});

test('is not known of a resource that none of our constructs is around, before the guardrails are enforced', () => {
  expect(sourceOf(new S3Bucket(newStack(), 'Raw'))).toBeUndefined();
});

describe('once the guardrails are enforced', () => {
  beforeAll(rememberSources);

  test('is the line of any resource of the program', () => {
    const raw = new S3Bucket(newStack(), 'Raw'); // a raw resource
    expect(sourceOf(raw)).toEqual({ file: __filename, line: lineOf('a raw resource') });
  });

  test('is the line of a resource in a class of the program, made by itself or derived', () => {
    class Derived extends S3Bucket {}
    class Around extends Construct {
      public readonly bucket = new Derived(this, 'Bucket'); // within a class
    }
    expect(sourceOf(new Around(newStack(), 'Around').bucket)).toEqual({
      file: __filename,
      line: lineOf('within a class'),
    });
  });

  test('is the line of our construct for what that makes, and of an element added to its scope', () => {
    const bucket = new EncryptedBucket(newStack(), 'Bucket'); // our construct
    const beside = new S3Bucket(bucket, 'Beside');
    expect(sourceOf(bucket.resource)).toEqual({ file: __filename, line: lineOf('our construct') });
    expect(sourceOf(beside)).toEqual({ file: __filename, line: lineOf('our construct') });
  });
});

test('changes no byte of what is written', () => {
  const written = (depth: number): string => {
    if (depth > 0) return written(depth - 1);
    const stack = newStack();
    new Wrapper(stack, 'Wrapper');
    return JSON.stringify(Written.of(stack).json);
  };
  expect(written(0)).toBe(written(5));
  expect(written(0)).not.toContain('source.test');
});

test('is not known in another language, whose traces end in jsii', () => {
  const bucket = new EncryptedBucket(newStack(), 'X');
  process.env.JSII_AGENT = 'Python/3.11.7';
  try {
    expect(sourceOf(bucket)).toBeUndefined();
  } finally {
    delete process.env.JSII_AGENT;
  }
  expect(sourceOf(bucket)).toBeDefined();
});
