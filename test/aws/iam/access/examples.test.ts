import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DELIVERING, canDeliver } from '../../../../lib/aws/iam/access/can-deliver';
import { whoCan } from '../../../../lib/aws/iam/access/who-can';
import { UNDOABLE, whoCanUndo } from '../../../../lib/aws/iam/access/who-can-undo';
import { Model } from '../../../../lib/terraform/model';
import { targetsOf } from '../../../../lib/terraform/references';
import { JsonObject } from '../../../../lib/terraform/value';
import { modelOf } from '../../../support/models';

const GOLDEN = join(__dirname, '../../../examples/golden');
const EXAMPLES = readdirSync(GOLDEN).map((name): [string, Model] => {
  const files = readdirSync(join(GOLDEN, name)).filter((file) => file.endsWith('.tf.json'));
  const read = (file: string): JsonObject => JSON.parse(readFileSync(join(GOLDEN, name, file), 'utf8')) as JsonObject;
  return [name, modelOf(Object.fromEntries(files.map((file) => [file.replace('.tf.json', ''), read(file)])))];
});

/** The examples that make no bucket. */
const WITHOUT_BUCKETS = ['serverless'];

describe.each(EXAMPLES)('%s', (name, model) => {
  test('nobody outside reads a bucket, but services that its policy names', () => {
    const buckets = model.resources('aws_s3_bucket');
    expect(buckets.length > 0).toBe(!WITHOUT_BUCKETS.includes(name));
    const access = buckets.flatMap((resource) => whoCan(model, { action: 's3:GetObject', resource }));
    const outside = access.filter(({ isOutside, outsider }) => isOutside && outsider?.kind !== 'service');
    expect(outside).toEqual([]);
  });

  test('every source of logs may write to its bucket', () => {
    const found = DELIVERING.flatMap((type) => model.resources(type)).flatMap((source) =>
      ['s3_bucket_name', 'log_destination', 'destination_arn', 'target_bucket']
        .flatMap((place) => targetsOf(model, source, source.get(place), ['aws_s3_bucket'], ['id', 'arn', 'bucket']))
        .flatMap((bucket) => canDeliver(model, source, bucket))
    );
    expect(found.length > 0).toBe(!WITHOUT_BUCKETS.includes(name));
    expect(found.filter(({ decision }) => decision === 'deny')).toEqual([]);
  });

  test('nobody certainly lifts a control', () => {
    const undos = UNDOABLE.flatMap((type) => model.resources(type)).flatMap((control) => whoCanUndo(model, control));
    expect(undos).not.toEqual([]);
    expect(undos.flatMap(({ access }) => access).filter(({ decision }) => decision === 'allow')).toEqual([]);
  });
});

test('who reads the documents of the shop, and what that hangs on', () => {
  const [, model] = EXAMPLES.find(([name]) => name === 'web-platform')!;
  const resource = model.resources('aws_s3_bucket').find(({ address }) => address.includes('.Documents_'))!;
  const access = whoCan(model, { action: 's3:GetObject', resource });
  expect(access.map(({ who, on }) => [who, on])).toEqual([
    ['aws_iam_role.Shop_Role_01079BE4', ['aws:securetransport', 's3:tlsversion']],
  ]);
  const context = { 'aws:SecureTransport': ['true'], 's3:TlsVersion': ['1.3'] };
  expect(whoCan(model, { action: 's3:GetObject', resource, context }).map(({ decision }) => decision)).toEqual([
    'allow',
  ]);
  const plain = { 'aws:SecureTransport': ['false'] };
  expect(whoCan(model, { action: 's3:GetObject', resource, context: plain })).toEqual([]);
});
