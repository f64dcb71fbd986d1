import { readStack } from '../../lib/terraform/read-stack';
import { JsonObject } from '../../lib/terraform/value';

function ofPlan(plan: JsonObject): string[] {
  return [...readStack('plan', 'plan.json', { format_version: '1.2', planned_values: {}, ...plan }).sensitive].sort();
}

function ofConfiguration(json: JsonObject): string[] {
  return [...readStack('stack', 'cdk.tf.json', json).sensitive].sort();
}

test('what a plan marks in its resources, whole or in parts, in modules too', () => {
  const values = { password: 'secret-1', tags: { a: 'secret-2', b: 'public' }, list: ['public', { c: 'secret-3' }] };
  const marks = { password: true, tags: { a: true }, list: [false, { c: true }], absent: true };
  const policy = {
    values: { policy: '{"Sid": "secret-4", "N": [12345, 7, true]}' },
    sensitive_values: { policy: true },
  };
  const named = { mode: 'managed', type: 'aws_x', name: 'a' };
  const found = ofPlan({
    planned_values: {
      root_module: {
        resources: [{ address: 'aws_x.a', ...named, values, sensitive_values: marks }],
        child_modules: [
          { address: 'm', child_modules: [{ address: 'm.n', resources: [{ address: 'm.n.a', ...named, ...policy }] }] },
        ],
      },
    },
  });
  expect(found).toEqual(['12345', 'secret-1', 'secret-2', 'secret-3', 'secret-4', policy.values.policy]);
});

test('what a plan marks in changes, outputs, variables and the state before', () => {
  const found = ofPlan({
    resource_changes: [
      {
        address: 'aws_x.a',
        change: {
          before: { a: 'secret-1' },
          before_sensitive: { a: true },
          after: { a: 'secret-2' },
          after_sensitive: true,
        },
      },
    ],
    output_changes: { out: { before: 'secret-3', before_sensitive: true, after: 'public', after_sensitive: false } },
    planned_values: {
      outputs: { a: { sensitive: true, value: ['secret-4'] }, b: { sensitive: false, value: 'public' } },
    },
    prior_state: {
      values: { root_module: { resources: [{ values: { a: 'secret-5' }, sensitive_values: { a: true } }] } },
    },
    variables: { key: { value: 'secret-6' }, open: { value: 'public' } },
    configuration: {
      root_module: {
        variables: { key: { sensitive: true, default: 'secret-7' }, open: {} },
        module_calls: {
          m: {
            expressions: { pin: { constant_value: 'secret-8' } },
            module: { variables: { pin: { sensitive: true } } },
          },
        },
      },
    },
  });
  expect(found).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `secret-${number}`));
});

test('what a configuration marks: variables, outputs, and what is called sensitive', () => {
  const found = ofConfiguration({
    variable: {
      a: { sensitive: true, default: { deep: 'secret-1' } },
      b: { sensitive: 'true', default: 'secret-2' },
      c: { default: 'public' },
    },
    output: { a: { sensitive: true, value: 'secret-3' }, b: { value: 'public' } },
    locals: { key: '${sensitive("secret-4")}', text: 'it is sensitive("public")' },
    resource: {
      aws_x: {
        a: { b: ['${sensitive(format("secret-5", var.c))}', 'p ${sensitive("secret-6")}', '${nonsensitive(var.c)}'] },
      },
    },
  });
  expect(found).toEqual(
    [1, 2, 3, 4, 5, 6]
      .map((number) => `secret-${number}`)
      .concat('p secret-6')
      .sort()
  );
});

test('short text is hidden only where it is quoted', () => {
  expect(ofConfiguration({ variable: { a: { sensitive: true, default: ['ab', '', true, 12] } } })).toEqual(['"ab"']);
});
