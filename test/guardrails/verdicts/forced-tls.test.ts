import { tlsVerdict } from '../../../lib/guardrails/verdicts/forced-tls';
import { Model } from '../../../lib/terraform/model';
import { at, modelOf, resources } from '../../support/models';

/** The outcome on an address, and why. */
function said(model: Model, address: string): string {
  const verdict = tlsVerdict(model, at(model, address));
  return verdict.outcome === 'met' ? 'met' : `${verdict.outcome}: ${verdict.message}`;
}

const STRICT = {
  engine: 'mysql',
  engine_version: '8.4',
  identifier: 'orders',
  parameter_group_name: '${aws_db_parameter_group.strict.name}',
};
const GROUPS = {
  strict: { family: 'mysql8.4', parameter: { name: 'require_secure_transport', value: 'on' } },
};

test.each([
  [
    { engine: 'mysql', engine_version: '8.4' },
    'violated: no parameter group of it sets require_secure_transport: the database also takes connections without TLS',
  ],
  [{ engine: 'oracle-ee' }, 'violated: engine is "oracle-ee", which no parameter makes refuse connections without TLS'],
  [{ engine: 'postgres' }, 'undetermined: engine_version is not set, and the default of rds.force_ssl depends on it'],
  [
    { engine: 'postgres', engine_version: '${var.open}' },
    'undetermined: engine_version is ${var.open}, and the default of rds.force_ssl depends on it',
  ],
  [{ engine: '${var.open}' }, 'undetermined: engine is ${var.open}, which only a plan can tell'],
  [{}, 'undetermined: engine is not set'],
  [{ snapshot_identifier: 'x' }, 'undetermined: engine is not set, and snapshot_identifier decides it'],
  [{ replicate_source_db: 'x' }, 'undetermined: engine is not set, and what it replicates decides it'],
  [
    { engine: 'mysql', parameter_group_name: 'x' },
    'undetermined: parameter_group_name is "x", which names no aws_db_parameter_group that is read here',
  ],
  [
    { engine: 'mysql', parameter_group_name: '${var.open}' },
    'undetermined: parameter_group_name is ${var.open}, which names no aws_db_parameter_group that is read here',
  ],
])('%j: %s', (body, expected) => {
  expect(said(resources({ aws_db_instance: { it: body } }), 'aws_db_instance.it')).toBe(expected);
});

test.each([
  [
    { name: 'require_secure_transport', value: 'OFF' },
    'violated: require_secure_transport is "OFF" in aws_db_parameter_group.it: the database also takes connections without TLS',
  ],
  [
    { name: 'require_secure_transport', value: '${var.open}' },
    'undetermined: require_secure_transport in aws_db_parameter_group.it is ${var.open}, which only a plan can tell',
  ],
  [
    '${var.open}',
    'undetermined: require_secure_transport in aws_db_parameter_group.it is ${var.open}, which only a plan can tell',
  ],
  [
    [
      { name: '${var.open}', value: '1' },
      { name: 'require_secure_transport', value: true },
    ],
    'violated: require_secure_transport is "true" in aws_db_parameter_group.it: the database also takes connections without TLS',
  ],
])('the parameters %j: %s', (parameter, expected) => {
  const model = resources({
    aws_db_instance: { it: { parameter_group_name: '${aws_db_parameter_group.it.name}' } },
    aws_db_parameter_group: { it: { family: 'mysql8.0', parameter } },
  });
  expect(said(model, 'aws_db_instance.it')).toBe(expected);
});

test('where the family is open, the engine of the database says which parameter it is', () => {
  const model = resources({
    aws_db_instance: { it: STRICT },
    aws_db_parameter_group: { strict: { ...GROUPS.strict, family: '${var.open}' } },
  });
  expect(said(model, 'aws_db_instance.it')).toBe('met');
});

test('the worst of the groups counts, where a reference may mean several', () => {
  const model = resources({
    aws_db_instance: { it: { engine: 'mysql', parameter_group_name: '${aws_db_parameter_group.each["a"].name}' } },
    aws_db_parameter_group: [{ each: GROUPS.strict }, { each: { family: 'mysql8.0' } }],
  });
  expect(said(model, 'aws_db_instance.it')).toContain('violated');
});

test('a replica takes the group of its source in the same region, and the default group elsewhere', () => {
  const model = resources({
    aws_db_instance: {
      far: { replicate_source_db: '${aws_db_instance.orders.arn}', provider: 'aws.dublin' },
      farther: { replicate_source_db: '${aws_db_instance.orders.arn}', region: 'eu-west-1' },
      near: { replicate_source_db: 'orders' },
      orders: STRICT,
    },
    aws_db_parameter_group: GROUPS,
  });
  expect(said(model, 'aws_db_instance.near')).toBe('met');
  expect(said(model, 'aws_db_instance.far')).toContain('violated');
  expect(said(model, 'aws_db_instance.farther')).toContain('violated');
});

test('a cluster that replicates an instance takes its own default group', () => {
  const model = resources({
    aws_db_instance: { orders: STRICT },
    aws_db_parameter_group: GROUPS,
    aws_rds_cluster: {
      copy: { engine: 'aurora-mysql', replication_source_identifier: '${aws_db_instance.orders.arn}' },
    },
  });
  expect(said(model, 'aws_rds_cluster.copy')).toContain('violated');
});

test('replicas of one another end', () => {
  const model = resources({
    aws_db_instance: {
      a: { replicate_source_db: '${aws_db_instance.b.identifier}' },
      b: { replicate_source_db: '${aws_db_instance.a.identifier}' },
    },
  });
  expect(said(model, 'aws_db_instance.a')).toBe('undetermined: engine is not set, and what it replicates decides it');
});

test('of two groups of one name the one of the same stack counts', () => {
  const stack = (value: string) => ({
    resource: {
      aws_db_instance: { it: { engine: 'mysql', parameter_group_name: 'shared' } },
      aws_db_parameter_group: {
        shared: { name: 'shared', family: 'mysql8.0', parameter: { name: 'require_secure_transport', value } },
      },
    },
  });
  const model = modelOf({ dev: stack('0'), prod: stack('1') });
  const outcomes = model.stacks.map(({ resources: [database] }) => tlsVerdict(model, database).outcome);
  expect(outcomes).toEqual(['violated', 'met']);
});

test('a group of another stack counts where its own has none of that name', () => {
  const model = modelOf({
    app: { resource: { aws_db_instance: { it: { engine: 'mysql', parameter_group_name: 'strict' } } } },
    groups: { resource: { aws_db_parameter_group: { strict: { ...GROUPS.strict, name: 'strict' } } } },
  });
  expect(said(model, 'aws_db_instance.it')).toBe('met');
});
