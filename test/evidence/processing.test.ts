import { ProcessedStore, processingOf } from '../../lib/evidence/processing';
import { check } from '../../lib/guardrails/check';
import { JsonObject } from '../../lib/terraform/value';
import { modelOf } from '../support/models';

const TODAY = new Date('2026-06-01T00:00:00Z');
const KEY = { main: { enable_key_rotation: true } };

function processing(terraform: JsonObject): ReturnType<typeof processingOf> {
  const { model, report } = check([...modelOf({ app: terraform }).stacks], TODAY);
  return processingOf(model, report);
}

function store(terraform: JsonObject, address: string): ProcessedStore {
  const found = processing(terraform).stores.find((one) => one.address === `app:${address}`);
  if (!found) throw new Error(`no ${address}`);
  return found;
}

test('a store has what its tags and its provider say, and nothing that they do not', () => {
  const tags = { 'tom:data-class': 'personal', 'tom:data-category': 'visits' };
  const terraform = { provider: { aws: { region: 'eu-central-1' } }, resource: { aws_sqs_queue: { a: { tags } } } };
  expect(store(terraform, 'aws_sqs_queue.a')).toMatchObject({
    dataClass: 'personal',
    dataCategory: 'visits',
    isPersonal: true,
    region: 'eu-central-1',
    copies: [],
  });
  const bare = store({ resource: { aws_sqs_queue: { a: {} } } }, 'aws_sqs_queue.a');
  expect([bare.dataClass, bare.dataCategory, bare.region, bare.isPersonal]).toEqual([
    undefined,
    undefined,
    undefined,
    true,
  ]);
});

test.each([
  ['a key of the customer', '${aws_kms_key.main.arn}', 'yes'],
  ['a key of AWS', 'alias/aws/sqs', 'no'],
  ['a key that a variable names', '${var.key}', 'not known'],
])('%s', (_title, key, ownKey) => {
  const resource = { aws_kms_key: KEY, aws_sqs_queue: { a: { kms_master_key_id: key } } };
  expect(store({ resource, variable: { key: {} } }, 'aws_sqs_queue.a').ownKey).toBe(ownKey);
});

test('copies are those of the store that they are made of, and their Regions count', () => {
  const found = processing({
    provider: { aws: { region: 'eu-central-1' } },
    variable: { region: {} },
    resource: {
      aws_dynamodb_table: { a: { replica: [{ region_name: 'eu-west-2' }, { region_name: '${var.region}' }] } },
      aws_s3_bucket: { a: {}, b: { region: 'eu-west-1', tags: { 'tom:data-class': 'internal' } } },
      aws_s3_bucket_replication_configuration: {
        a: { bucket: '${aws_s3_bucket.a.id}', rule: { destination: { bucket: '${aws_s3_bucket.b.arn}' } } },
      },
    },
  });
  const copies = Object.fromEntries(found.stores.map((one) => [one.address, one.copies]));
  expect(copies).toEqual({
    'app:aws_dynamodb_table.a': ['eu-west-2', undefined],
    'app:aws_s3_bucket.a': ['eu-west-1'],
    'app:aws_s3_bucket.b': [],
  });
  expect(found.regions).toEqual(['eu-central-1', 'eu-west-1', 'eu-west-2']);
  expect(found.hasOpenRegions).toBe(true);
});

test('the Region of what is not personal is none of the processing', () => {
  const bucket = { region: 'us-east-1', tags: { 'tom:data-class': 'internal' } };
  expect(processing({ resource: { aws_s3_bucket: { a: bucket } } })).toMatchObject({
    regions: [],
    hasOpenRegions: false,
  });
});
