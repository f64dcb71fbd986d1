import { run } from '../../../lib/guardrails/engine';
import { RULES_BY_ID } from '../../../lib/guardrails/rules';
import { Json, JsonObject } from '../../../lib/terraform/value';
import { modelOf } from '../../support/models';

const DENIAL = {
  Effect: 'Deny',
  Principal: '*',
  Action: 'sqs:*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

const policy = (...statements: JsonObject[]): string => JSON.stringify({ Statement: statements });

/** The outcome for each address that a rule does not pass. */
function findings(id: string, resource: Json, more: JsonObject = {}): string[] {
  const model = modelOf({ stack: { resource, variable: { open: {} }, ...more } });
  return run(model, [RULES_BY_ID.get(id)!]).findings.map(({ outcome, address }) => `${outcome} ${address}`);
}

const queue = (body: JsonObject, statement: JsonObject): Json => ({
  aws_sqs_queue: { orders: body },
  aws_sqs_queue_policy: { orders: { queue_url: '${aws_sqs_queue.orders.id}', policy: policy(statement) } },
});

describe('a denial covers the queue', () => {
  test.each<[string, JsonObject, string]>([
    ['by a reference', {}, '${aws_sqs_queue.orders.arn}'],
    ['by an ARN of its name', { name: 'orders' }, 'arn:aws:sqs:eu-central-1:111122223333:orders'],
    ['by a pattern', { name: 'orders' }, 'arn:aws:sqs:eu-central-1:111122223333:ord*'],
    [
      'by an ARN whose account is filled in',
      { name: 'orders' },
      'arn:aws:sqs:eu-central-1:${data.aws_caller_identity.me.account_id}:orders',
    ],
    ['by everything', {}, '*'],
  ])('%s', (_title, body, resource) => {
    expect(findings('SQS-001', queue(body, { ...DENIAL, Resource: resource }))).toEqual([]);
  });
});

test('a denial of another queue, or of none, does not count', () => {
  const other = { ...DENIAL, Resource: 'arn:aws:sqs:eu-central-1:111122223333:returns' };
  expect(findings('SQS-001', queue({ name: 'orders' }, other))).toEqual(['violated aws_sqs_queue.orders']);
  expect(findings('SQS-001', queue({ name: 'orders' }, DENIAL))).toEqual(['violated aws_sqs_queue.orders']);
});

test('a queue is named by its URL, and its policy within it counts', () => {
  const within = { aws_sqs_queue: { orders: { policy: policy({ ...DENIAL, Resource: '*' }) } } };
  expect(findings('SQS-001', within)).toEqual([]);
  const byUrl = {
    aws_sqs_queue: { orders: { url: 'https://sqs/orders' } },
    aws_sqs_queue_policy: { orders: { queue_url: 'https://sqs/orders', policy: policy({ ...DENIAL, Resource: '*' }) } },
  };
  expect(findings('SQS-001', byUrl)).toEqual([]);
});

test('the policy may be a document of statements', () => {
  const statement = {
    effect: 'Deny',
    actions: ['sns:Publish'],
    resources: ['${aws_sns_topic.news.arn}'],
    principals: [{ type: '*', identifiers: ['*'] }],
    condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
  };
  const topics = {
    aws_sns_topic: { news: {} },
    aws_sns_topic_policy: {
      news: { arn: '${aws_sns_topic.news.arn}', policy: '${data.aws_iam_policy_document.tls.json}' },
    },
  };
  expect(findings('SNS-001', topics, { data: { aws_iam_policy_document: { tls: { statement } } } })).toEqual([]);
});

test('it is open where a plan decides which queue a policy is for, or what a denial is about', () => {
  const unnamed = {
    aws_sqs_queue: { orders: {} },
    aws_sqs_queue_policy: { orders: { queue_url: '${var.open}', policy: policy({ ...DENIAL, Resource: '*' }) } },
  };
  expect(findings('SQS-001', unnamed)).toEqual(['undetermined aws_sqs_queue.orders']);
  const undecided = { ...DENIAL, Resource: '*', Principal: { AWS: '${var.open}' } };
  expect(findings('SQS-001', queue({}, undecided))).toEqual(['undetermined aws_sqs_queue.orders']);
});

test('only a policy of a file system may leave out what it is attached to', () => {
  const denial = { ...DENIAL, Action: 'elasticfilesystem:Client*' };
  const system = {
    aws_efs_file_system: { files: {} },
    aws_efs_file_system_policy: {
      files: { file_system_id: '${aws_efs_file_system.files.id}', policy: policy(denial) },
    },
  };
  expect(findings('EFS-002', system)).toEqual([]);
});

test('a denial for a bucket must cover its objects', () => {
  const bucket = (...resources: string[]): Json => ({
    aws_s3_bucket: { files: {} },
    aws_s3_bucket_policy: {
      files: {
        bucket: '${aws_s3_bucket.files.id}',
        policy: policy({ ...DENIAL, Action: 's3:*', Resource: resources }),
      },
    },
  });
  const arn = '${aws_s3_bucket.files.arn}';
  expect(findings('S3-001', bucket(arn, `${arn}/*`))).toEqual([]);
  expect(findings('S3-001', bucket(arn))).toEqual(['violated aws_s3_bucket.files']);
  expect(findings('S3-001', bucket(`${arn}/*`))).toEqual(['violated aws_s3_bucket.files']);
});

describe('a table', () => {
  const ARN = '${aws_dynamodb_table.orders.arn}';
  const table = (named: string, ...statements: JsonObject[]): Json => ({
    aws_dynamodb_table: { orders: { name: 'orders' } },
    aws_dynamodb_resource_policy: { orders: { resource_arn: named, policy: policy(...statements) } },
  });
  const reads = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:role/shop' },
    Action: 'dynamodb:GetItem',
    Resource: ARN,
  };
  const denial = { ...DENIAL, Action: 'dynamodb:*', Resource: [ARN, `${ARN}/index/*`] };

  test('is judged by the policy that it has', () => {
    expect(findings('DYNAMODB-007', table(ARN, reads))).toEqual(['violated aws_dynamodb_table.orders']);
    expect(findings('DYNAMODB-007', table(ARN, reads, denial))).toEqual([]);
    const within = { aws_dynamodb_table: { orders: { name: 'orders', policy: policy(reads) } } };
    expect(findings('DYNAMODB-007', within)).toEqual(['violated aws_dynamodb_table.orders']);
  });

  test('is not judged without one, and open where a policy may be its own', () => {
    expect(findings('DYNAMODB-007', { aws_dynamodb_table: { orders: { name: 'orders' } } })).toEqual([]);
    const other = 'arn:aws:dynamodb:eu-central-1:111122223333:table/returns';
    expect(findings('DYNAMODB-007', table(other, reads))).toEqual([]);
    expect(findings('DYNAMODB-007', table('${var.open}', reads))).toEqual(['undetermined aws_dynamodb_table.orders']);
  });
});
