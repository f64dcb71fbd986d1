import {
  canonical,
  companionsOf,
  hasUndeterminedCompanion,
  instancesOf,
  resolve,
  targetOf,
  targetsOf,
} from '../../lib/terraform/references';
import { JsonObject } from '../../lib/terraform/value';
import { at, modelOf, resources } from '../support/models';

function addresses(found: readonly { readonly address: string }[]): string[] {
  return found.map(({ address }) => address);
}

/** A plan, in which instances are written out. What refers to something is known after apply. */
function planned(instances: { readonly [address: string]: JsonObject }) {
  const isKnown = (value: unknown) => typeof value !== 'string' || !value.includes('${');
  const plans = Object.entries(instances).map(([address, values]) => {
    const [type, name] = address.replace(/\[.*$/, '').split('.');
    const index = /\[(.*)\]$/.exec(address)?.[1];
    const open = Object.entries(values).filter(([, value]) => !isKnown(value));
    return {
      resource: {
        ...{
          address,
          mode: 'managed',
          type,
          name,
          ...(index === undefined ? {} : { index: JSON.parse(index) as string }),
        },
        values: Object.fromEntries(Object.entries(values).filter(([, value]) => isKnown(value))),
      },
      change: { address, change: { after_unknown: Object.fromEntries(open.map(([key]) => [key, true])) } },
      written: {
        ...{ mode: 'managed', type, name },
        expressions: Object.fromEntries(open.map(([key, value]) => [key, { constant_value: value, references: [] }])),
      },
    };
  });
  // The instances of a resource are written once.
  const written = plans.filter(({ written: { expressions } }) => Object.keys(expressions).length > 0);
  return modelOf({
    stack: {
      format_version: '1.2',
      planned_values: { root_module: { resources: plans.map(({ resource }) => resource) } },
      resource_changes: plans.map(({ change }) => change),
      configuration: { root_module: { resources: written.map((plan) => plan.written) } },
    },
  });
}

/** A network in one stack, and what lies in it in another. */
function twoStacks(attribute: JsonObject) {
  return modelOf({
    network: {
      resource: { aws_subnet: { data: { id: 'subnet-1' } } },
      output: { 'cross-stack-output-aws_subnetdataid': { value: '${aws_subnet.data.id}' } },
    },
    data: {
      data: { terraform_remote_state: { 'cross-stack-reference-input-network': { backend: 'local' } } },
      resource: { aws_db_subnet_group: { orders: attribute } },
    },
  });
}

const CROSS =
  '${data.terraform_remote_state.cross-stack-reference-input-network.outputs.cross-stack-output-aws_subnetdataid}';

describe('what a value names', () => {
  const TYPES = ['aws_db_instance', 'aws_rds_cluster'];
  const IDENTIFIER = ['identifier'];

  test('is found by reference and by text, of any of the types', () => {
    const model = resources({
      aws_db_instance: { a: { identifier: 'a', copy: '${aws_rds_cluster.b.arn}', text: 'b' } },
      aws_rds_cluster: { b: { identifier: 'b' } },
    });
    const from = at(model, 'aws_db_instance.a');
    for (const attribute of ['copy', 'text']) {
      expect(addresses(targetsOf(model, from, from.get(attribute), TYPES, IDENTIFIER))).toEqual(['aws_rds_cluster.b']);
    }
  });

  test('is found by the id and the ARN that a plan knows', () => {
    const model = resources({
      aws_vpc: { main: { id: 'vpc-1', arn: 'arn:vpc', name: 'main' } },
      aws_subnet: { a: {} },
    });
    const named = (text: string) => addresses(targetsOf(model, at(model, 'aws_subnet.a'), text, ['aws_vpc']));
    expect(['vpc-1', 'arn:vpc', 'main', 'vpc-2', ''].map(named)).toEqual([
      ['aws_vpc.main'],
      ['aws_vpc.main'],
      [],
      [],
      [],
    ]);
  });

  test('is all that a list holds, once each', () => {
    const model = resources({
      aws_security_group: { a: { id: 'sg-1' }, b: {} },
      aws_lb: { web: { security_groups: ['sg-1', ['${aws_security_group.a.id}'], '${aws_security_group.b.id}', ''] } },
    });
    const from = at(model, 'aws_lb.web');
    expect(addresses(targetsOf(model, from, from.get('security_groups'), ['aws_security_group']))).toEqual([
      'aws_security_group.a',
      'aws_security_group.b',
    ]);
  });

  test('is none yet, where an expression chooses', () => {
    const model = resources({
      aws_lb: { a: {}, b: {} },
      aws_lb_listener: { x: { load_balancer_arn: '${var.open ? aws_lb.a.arn : aws_lb.b.arn}' } },
    });
    const from = at(model, 'aws_lb_listener.x');
    expect(addresses(targetsOf(model, from, from.get('load_balancer_arn'), ['aws_lb']))).toEqual([]);
  });

  test('is not of another type, and neither open nor elsewhere', () => {
    const model = resources({
      aws_sqs_queue: { a: { identifier: 'z' } },
      aws_db_instance: { a: { x: ['${aws_sqs_queue.a.arn}', '${aws_rds_cluster.gone.arn}', '${var.open}', 'z', 1] } },
    });
    const from = at(model, 'aws_db_instance.a');
    expect(targetsOf(model, from, from.get('x'), TYPES, IDENTIFIER)).toEqual([]);
    expect(targetsOf(model, from, undefined, TYPES, IDENTIFIER)).toEqual([]);
  });

  test('is a data source only where data sources are asked for', () => {
    const model = modelOf({
      stack: {
        data: { aws_vpc: { old: { id: 'vpc-1' } } },
        resource: { aws_subnet: { a: { vpc_id: '${data.aws_vpc.old.id}' } } },
      },
    });
    const from = at(model, 'aws_subnet.a');
    for (const value of [from.get('vpc_id'), 'vpc-1']) {
      expect(targetsOf(model, from, value, ['aws_vpc'])).toEqual([]);
      expect(addresses(targetsOf(model, from, value, ['data.aws_vpc']))).toEqual(['data.aws_vpc.old']);
    }
  });

  test('is in its own stack, where text names one there, else in any', () => {
    const bucket = { aws_s3_bucket: { logs: { bucket: 'logs' } } };
    const model = modelOf({
      a: { resource: bucket },
      b: { resource: bucket },
      c: { resource: { aws_sqs_queue: { q: {} } } },
    });
    const named = (stack: number) =>
      targetsOf(model, model.stacks[stack].resources[0], 'logs', ['aws_s3_bucket'], ['bucket']).map(
        ({ stack: { name } }) => name
      );
    expect([0, 1, 2].map(named)).toEqual([['a'], ['b'], ['a', 'b']]);
  });

  test('is in another stack, where a reference leads there', () => {
    const model = twoStacks({ subnet_ids: [CROSS] });
    const from = at(model, 'aws_db_subnet_group.orders');
    expect(addresses(targetsOf(model, from, from.get('subnet_ids'), ['aws_subnet']))).toEqual(['aws_subnet.data']);
  });

  test('is one instance by the index of a reference, or by its text', () => {
    const model = planned({
      'aws_db_instance.a["x"]': { identifier: 'x', copy: '${aws_db_instance.a["y"].arn}' },
      'aws_db_instance.a["y"]': { identifier: 'y' },
    });
    const [x, y] = model.stacks[0].resources;
    expect(targetsOf(model, x, x.get('copy'), TYPES, IDENTIFIER)).toEqual([y]);
    expect(targetsOf(model, x, 'y', TYPES, IDENTIFIER)).toEqual([y]);
    expect(instancesOf(y)).toEqual([x, y]);
    expect([canonical(x), canonical(y)]).toEqual([x, x]);
  });
});

test('one reference leads to one resource of whatever type', () => {
  const model = resources({
    aws_sqs_queue: { a: { x: '${aws_kms_key.k.arn}' } },
    aws_kms_key: { k: {} },
  });
  const from = at(model, 'aws_sqs_queue.a');
  const key = at(model, 'aws_kms_key.k');
  expect(targetOf(model, from, from.get('x'))).toBe(key);
  expect(targetOf(model, from, 'aws_kms_key.k')).toBeUndefined();
  expect(resolve(model, from, 'aws_kms_key.k.arn')).toBe(key);
  expect(resolve(model, from, 'aws_kms_key.gone.arn')).toBeUndefined();
});

describe('what names a resource', () => {
  const model = resources({
    aws_security_group: { web: { count: 2 }, known: { id: 'sg-1' }, other: {} },
    aws_lb: {
      list: { security_groups: ['${aws_security_group.web[0].id}', '${aws_security_group.known.id}'] },
      splat: { security_groups: '${aws_security_group.web[*].id}' },
      literal: { security_groups: ['sg-1', 'sg-1'] },
    },
    aws_ecs_service: {
      app: { network_configuration: [{ security_groups: ['${aws_security_group.web[1].id}'] }] },
      bridge: {},
    },
  });
  const companions = (address: string, type: string, path: string) =>
    addresses(companionsOf(model, at(model, address), type, path));

  test('is found in lists, by reference and by id, once each', () => {
    expect(companions('aws_security_group.web', 'aws_lb', 'security_groups')).toEqual(['aws_lb.splat', 'aws_lb.list']);
    expect(companions('aws_security_group.known', 'aws_lb', 'security_groups')).toEqual([
      'aws_lb.list',
      'aws_lb.literal',
    ]);
    expect(companions('aws_security_group.other', 'aws_lb', 'security_groups')).toEqual([]);
  });

  test('is found within blocks', () => {
    const path = 'network_configuration.security_groups';
    expect(companions('aws_security_group.web', 'aws_ecs_service', path)).toEqual(['aws_ecs_service.app']);
  });

  test('is found by the attribute of the same name, and by one that is given instead', () => {
    const split = resources({
      aws_s3_bucket: { logs: { bucket: 'logs', name: 'other' } },
      aws_s3_bucket_versioning: {
        a: { bucket: 'logs' },
        b: { bucket: '${aws_s3_bucket.logs.id}' },
        c: { bucket: 'other' },
      },
    });
    const found = (by?: readonly string[]) =>
      addresses(companionsOf(split, at(split, 'aws_s3_bucket.logs'), 'aws_s3_bucket_versioning', 'bucket', by));
    expect(found()).toEqual(['aws_s3_bucket_versioning.b', 'aws_s3_bucket_versioning.a']);
    expect(found(['name'])).toEqual(['aws_s3_bucket_versioning.b', 'aws_s3_bucket_versioning.c']);
    expect(found([])).toEqual(['aws_s3_bucket_versioning.b']);
  });

  test('is found in another stack', () => {
    const both = twoStacks({ subnet_ids: [CROSS] });
    expect(addresses(companionsOf(both, at(both, 'aws_subnet.data'), 'aws_db_subnet_group', 'subnet_ids'))).toEqual([
      'aws_db_subnet_group.orders',
    ]);
    expect(hasUndeterminedCompanion(both, 'aws_db_subnet_group', 'subnet_ids')).toBe(false);
  });

  test('names the instance of its index', () => {
    const plan = planned({
      'aws_s3_bucket.a[0]': {},
      'aws_s3_bucket.a[1]': { id: 'second' },
      'aws_s3_bucket_versioning.a[0]': { bucket: '${aws_s3_bucket.a[0].id}' },
      'aws_s3_bucket_versioning.a[1]': { bucket: 'second' },
    });
    const found = (address: string) =>
      addresses(companionsOf(plan, at(plan, address), 'aws_s3_bucket_versioning', 'bucket'));
    expect(found('aws_s3_bucket.a[0]')).toEqual(['aws_s3_bucket_versioning.a[0]']);
    expect(found('aws_s3_bucket.a[1]')).toEqual(['aws_s3_bucket_versioning.a[1]']);
  });

  test('is in the same module', () => {
    const resource = (address: string, values: JsonObject) => {
      const [, , type, name] = address.split('.');
      return { address, mode: 'managed', type, name, values };
    };
    const module = (name: string) => ({
      address: `module.${name}`,
      resources: [
        resource(`module.${name}.aws_s3_bucket.logs`, {}),
        resource(`module.${name}.aws_s3_bucket_versioning.logs`, {}),
      ],
    });
    const written = {
      ...{ mode: 'managed', type: 'aws_s3_bucket_versioning', name: 'logs' },
      expressions: { bucket: { references: ['aws_s3_bucket.logs.id', 'aws_s3_bucket.logs'] } },
    };
    const call = { module: { resources: [written] } };
    const plan = modelOf({
      stack: {
        format_version: '1.2',
        planned_values: { root_module: { child_modules: [module('a'), module('b')] } },
        resource_changes: ['a', 'b'].map((name) => ({
          address: `module.${name}.aws_s3_bucket_versioning.logs`,
          change: { after_unknown: { bucket: true } },
        })),
        configuration: { root_module: { module_calls: { a: call, b: call } } },
      },
    });
    const bucket = at(plan, 'module.b.aws_s3_bucket.logs');
    expect(addresses(companionsOf(plan, bucket, 'aws_s3_bucket_versioning', 'bucket'))).toEqual([
      'module.b.aws_s3_bucket_versioning.logs',
    ]);
  });
});

test('only what cannot be resolved is undetermined: neither text, nor what is not set', () => {
  const model = resources({
    aws_vpc: { main: {} },
    aws_flow_log: {
      vpc: { vpc_id: '${aws_vpc.main.id}' },
      subnet: { subnet_id: '${var.open}' },
      gone: { eni_id: '${aws_network_interface.gone.id}' },
      id: { vpc_id: 'vpc-1' },
    },
    aws_lb: { web: { security_groups: ['sg-1', '${var.open}'] } },
  });
  const undetermined = (type: string, path: string) => hasUndeterminedCompanion(model, type, path);
  expect(undetermined('aws_flow_log', 'vpc_id')).toBe(false);
  expect(undetermined('aws_flow_log', 'subnet_id')).toBe(true);
  expect(undetermined('aws_flow_log', 'eni_id')).toBe(true);
  expect(undetermined('aws_lb', 'security_groups')).toBe(true);
  expect(undetermined('aws_alb', 'security_groups')).toBe(false);
});

test('what names a data source names what that looks up, by reference and by name', () => {
  const model = modelOf({
    stack: {
      data: { aws_s3_bucket: { byName: { bucket: 'logs' }, byReference: { bucket: '${aws_s3_bucket.other.id}' } } },
      resource: {
        aws_s3_bucket: { logs: { bucket: 'logs' }, other: {}, third: {} },
        aws_s3_bucket_versioning: {
          a: { bucket: '${data.aws_s3_bucket.byName.id}' },
          b: { bucket: '${data.aws_s3_bucket.byReference.id}' },
        },
      },
    },
  });
  const of = (address: string) =>
    addresses(companionsOf(model, at(model, address), 'aws_s3_bucket_versioning', 'bucket'));
  expect(of('aws_s3_bucket.logs')).toEqual(['aws_s3_bucket_versioning.a']);
  expect(of('aws_s3_bucket.other')).toEqual(['aws_s3_bucket_versioning.b']);
  expect(of('aws_s3_bucket.third')).toEqual([]);
});
