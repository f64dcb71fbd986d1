import { TerraformStack } from 'cdktf';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { EncryptedBucket, EncryptedQueue, EncryptedTable, EncryptedTopic, RotatedKey } from '../../../lib';
import { PolicyStatement, policyText } from '../../../lib/constructs/core/policy';
import { PolicyOf } from '../../../lib/constructs/core/policy-quota';
import { Written, messageOf, newStack } from '../../support/synth';

const QUOTAS: readonly [PolicyOf, number][] = [
  ['bucket', 20_480],
  ['endpoint', 20_480],
  ['fileSystem', 20_000],
  ['key', 32_768],
  ['logs', 51_200],
  ['queue', 8_192],
  ['searchDomain', 102_400],
  ['secret', 20_480],
  ['table', 20_480],
  ['topic', 30_720],
];

/** A policy of exactly so many bytes. */
function policyOf(bytes: number): PolicyStatement[] {
  const statement = (name: string): PolicyStatement => ({
    principals: { AWS: [`arn:aws:iam::111122223333:role/${name}`] },
    actions: ['s3:GetObject'],
    resources: ['*'],
  });
  const empty = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:role/' },
        Action: 's3:GetObject',
        Resource: '*',
      },
    ],
  });
  return [statement('x'.repeat(bytes - empty.length))];
}

test.each(QUOTAS)('the policy of a %s has at most %d bytes', (of, bytes) => {
  const text = policyText(undefined, of, policyOf(bytes));
  expect(Buffer.byteLength(text)).toBe(bytes);
  expect(messageOf(() => policyText(undefined, of, policyOf(bytes + 1)))).toMatch(
    new RegExp(
      `^'policy' must leave the policy of .+ at most ${bytes} bytes, its quota: it has at least ${bytes + 1}; `
    )
  );
});

test('characters count by their bytes', () => {
  const [statement] = policyOf(20_480);
  const longer = { ...statement, principals: { AWS: [`${statement.principals.AWS[0].slice(1)}é`] } };
  expect(messageOf(() => policyText(undefined, 'bucket', [longer]))).toContain('it has at least 20481; ');
});

test.each<[PolicyOf, number]>([
  ['queue', 20],
  ['topic', 100],
])('the policy of a %s has at most %d statements', (of, count) => {
  const statements = (length: number): PolicyStatement[] =>
    Array.from({ length }, () => ({ principals: { AWS: ['a'] }, actions: ['b'], resources: ['c'] }));
  expect(() => policyText(undefined, of, statements(count))).not.toThrow();
  expect(messageOf(() => policyText(undefined, of, statements(count + 1)))).toBe(
    `'policy' must leave the policy of a ${of} at most ${count} statements, its quota: it has ${count + 1}; name fewer accounts, sources and principals: ` +
      'an organization stands for all of its accounts, as aws:SourceOrgID of a service and as aws:PrincipalOrgID of a principal'
  );
});

test('what only Terraform knows counts as the shortest that it may be', () => {
  const stack = newStack();
  const { partition } = new DataAwsPartition(stack, 'Partition');
  const [statement] = policyOf(20_480);
  const replaced = { ...statement, principals: { AWS: [statement.principals.AWS[0].replace('aws', partition)] } };
  expect(() => policyText(stack, 'bucket', [replaced])).not.toThrow();
  const text = JSON.stringify(replaced).replace('x"', 'xx"');
  expect(messageOf(() => policyText(stack, 'bucket', [JSON.parse(text) as PolicyStatement]))).toContain(
    'at least 20481; '
  );
});

const ROLE = `arn:aws:iam::111122223333:role/${'r'.repeat(40)}`;

/** Adds statements until it is refused. */
function fill(add: (statement: PolicyStatement) => void, actions: string[], resources: string[]): string {
  return messageOf(() => {
    for (let n = 0; n < 1000; n++) add({ sid: `S${n}`, principals: { AWS: [`${ROLE}${n}`] }, actions, resources });
  });
}

type Case = readonly [string, string, number, (stack: TerraformStack) => (statement: PolicyStatement) => void, string];

const CASES: readonly Case[] = [
  [
    'EncryptedBucket',
    'aws_s3_bucket_policy',
    20_480,
    (stack) => {
      const bucket = new EncryptedBucket(stack, 'It');
      return (statement) => bucket.addToResourcePolicy(statement);
    },
    's3:GetObject',
  ],
  [
    'EncryptedTopic',
    'aws_sns_topic_policy',
    30_720,
    (stack) => {
      const topic = new EncryptedTopic(stack, 'It');
      return (statement) => topic.addToResourcePolicy(statement);
    },
    'sns:Publish',
  ],
  [
    'EncryptedQueue',
    'aws_sqs_queue_policy',
    8_192,
    (stack) => {
      const queue = new EncryptedQueue(stack, 'It');
      return (statement) => queue.addToResourcePolicy(statement);
    },
    'sqs:SendMessage',
  ],
  [
    'EncryptedTable',
    'aws_dynamodb_resource_policy',
    20_480,
    (stack) => {
      const table = new EncryptedTable(stack, 'It', {
        partitionKey: { name: 'id' },
        timeToLiveAttribute: 'expires',
      });
      return (statement) => table.addToResourcePolicy(statement);
    },
    'dynamodb:GetItem',
  ],
  [
    'RotatedKey',
    'aws_kms_key',
    32_768,
    (stack) => {
      const key = new RotatedKey(stack, 'It');
      return (statement) => key.addToResourcePolicy(statement);
    },
    'kms:Decrypt',
  ],
];

test.each(CASES)(
  '%s refuses the statement that is too much, and writes those before it',
  (_, type, bytes, make, action) => {
    const stack = newStack();
    const thrown = fill(make(stack), [action], ['*']);
    expect(thrown).toMatch(/^\[test\/It(\/.+)?\] 'policy' must leave the policy of /);
    expect(thrown).toMatch(new RegExp(`at most (${bytes} bytes|\\d+ statements), its quota: `));
    const written = Object.entries(Written.of(stack).resources(type))
      .filter(([path]) => path.startsWith('It/'))
      .map(([, { policy }]) => (policy as string).replace(/\$\{[^}]+\}/g, 'aws'));
    const longest = Math.max(...written.map((policy) => Buffer.byteLength(policy)));
    expect(longest).toBeLessThanOrEqual(bytes);
    expect(longest).toBeGreaterThan(2_000);
  }
);
