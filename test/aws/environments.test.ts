import { isDatabaseOfProduction, isFromProduction, isProductionEndpoint } from '../../lib/aws/environments';
import { Json } from '../../lib/terraform/value';
import { at, modelOf } from '../support/models';

const POSTURE = { toms: { posture: { path: 'app', environment: 'staging', dataClass: 'personal' } } };

function model(resource: Json, data: Json = {}): ReturnType<typeof modelOf> {
  return modelOf({ stack: { '//': POSTURE, resource, data, variable: { open: {} } } });
}

function source(identifier: string, resource: { [type: string]: Json } = {}, data: Json = {}): boolean | 'open' {
  const read = model({ ...resource, aws_rds_cluster: { it: { snapshot_identifier: identifier } } }, data);
  const it = at(read, 'aws_rds_cluster.it');
  return isFromProduction(read, it, it.get('snapshot_identifier'));
}

test.each([
  ['orders-prod', true],
  ['Production_orders', true],
  ['prod-${var.open}', true],
  ['orders-masked', false],
  ['staging-orders', false],
  ['orders', 'open'],
  ['products', 'open'],
  ['reproduction', 'open'],
  ['${var.open}', 'open'],
])('by its name %s: %s', (identifier, answer) => {
  expect(source(identifier)).toBe(answer);
});

test('by the tag of what it names, before the name of the stack', () => {
  const tags = { 'tom:environment': 'production' };
  expect(source('${aws_db_instance.live.id}', { aws_db_instance: { live: { tags } } })).toBe(true);
  expect(source('${aws_db_instance.own.id}', { aws_db_instance: { own: {} } })).toBe(false);
});

describe('a database that a plan names by its text', () => {
  const replicate = (tags: Json, named: string, more: Json = {}): boolean | 'open' => {
    const first = { identifier: 'orders', arn: 'arn:aws:rds:eu-central-1:111122223333:db:orders', tags };
    const copy = { identifier: 'copy', replicate_source_db: named };
    const read = model({ aws_db_instance: { first: { ...first, ...(more as object) }, copy } });
    const it = at(read, 'aws_db_instance.copy');
    return isDatabaseOfProduction(read, it, it.get('replicate_source_db'));
  };

  test.each(['orders', 'arn:aws:rds:eu-central-1:111122223333:db:orders'])('is the one of the stack: %s', (named) => {
    expect(replicate({ 'tom:environment': 'staging' }, named)).toBe(false);
    expect(replicate({ 'tom:environment': 'production' }, named)).toBe(true);
    expect(replicate({}, named)).toBe(false);
  });

  test('is open where the stack has none of this name, or it is the copy itself', () => {
    expect(replicate({ 'tom:environment': 'staging' }, 'customers')).toBe('open');
    expect(replicate({ 'tom:environment': 'staging' }, 'copy')).toBe('open');
  });

  test('is of production where its name says so, whatever the stack has', () => {
    expect(replicate({ 'tom:environment': 'staging' }, 'orders-prod', { identifier: 'orders-prod' })).toBe(true);
  });

  test('is not what a snapshot of the same name was taken of', () => {
    const tags = { 'tom:environment': 'staging' };
    expect(source('orders', { aws_db_instance: { first: { identifier: 'orders', tags } } })).toBe('open');
  });
});

test('a snapshot belongs to the database that it was taken of', () => {
  const snapshot = { aws_db_snapshot: { last: { db_instance_identifier: 'orders-prod' } } };
  expect(source('${aws_db_snapshot.last.id}', snapshot)).toBe(true);
  expect(source('${data.aws_db_snapshot.last.id}', {}, snapshot)).toBe(true);
  expect(source('${data.aws_db_snapshot.last.id}', {}, { aws_db_snapshot: { last: { most_recent: true } } })).toBe(
    'open'
  );
});

test('snapshots that are copies of each other end somewhere', () => {
  const copies = {
    aws_db_snapshot_copy: {
      a: { source_db_snapshot_identifier: '${aws_db_snapshot_copy.b.id}' },
      b: { source_db_snapshot_identifier: '${aws_db_snapshot_copy.a.id}' },
    },
  };
  expect(source('${aws_db_snapshot_copy.a.id}', copies)).toBe('open');
});

test.each([
  [{ server_name: 'db.prod.internal' }, true],
  [{ endpoint_id: 'orders-test', server_name: 'db.internal' }, false],
  [{ endpoint_id: 'orders', server_name: 'db.internal' }, 'open'],
  [{ server_name: 'db.prod.internal', tags: { 'tom:environment': 'staging' } }, false],
])('an endpoint %j: %s', (endpoint, answer) => {
  const read = model({ aws_dms_endpoint: { it: endpoint } });
  expect(isProductionEndpoint(read, at(read, 'aws_dms_endpoint.it'))).toBe(answer);
});
