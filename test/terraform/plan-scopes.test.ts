import { evaluate } from '../../lib/terraform/expression/parser';
import { PlanScopes, expressionOf, namedIn } from '../../lib/terraform/plan-scopes';
import { Json, JsonObject, Unknown, Value, isUnknown } from '../../lib/terraform/value';

const refs = (...references: string[]): JsonObject => ({ references });

/** A plan whose module `store`, for each of a map, has a module `inner`. */
const PLAN: JsonObject = {
  variables: { name: { value: 'orders' }, template: { value: '${not.a.template}' }, nothing: { value: null } },
  relevant_attributes: [
    { resource: 'aws_kms_key.main', attribute: ['arn'] },
    { resource: 'module.store["a"].aws_s3_bucket.one', attribute: ['id'] },
    { resource: 'module.store["a"].aws_s3_bucket.two', attribute: ['id'] },
  ],
  configuration: {
    root_module: {
      variables: { name: {}, template: {}, nothing: {}, unset: { default: 'preset' } },
      module_calls: {
        store: {
          expressions: {
            key: refs('aws_kms_key.main.arn', 'aws_kms_key.main'),
            label: { constant_value: 'x' },
            up: refs('var.name'),
          },
          module: {
            variables: { key: {}, label: {}, up: {}, kept: { default: true } },
            outputs: {
              bucket: { expression: refs('aws_s3_bucket.this.id', 'aws_s3_bucket.this') },
              up: { expression: refs('var.up') },
            },
            module_calls: {
              inner: {
                expressions: { deep: refs('var.key'), name: refs('var.up') },
                module: { outputs: { it: { expression: refs('var.deep') } } },
              },
            },
          },
        },
      },
    },
  },
};

const scopes = new PlanScopes(PLAN, undefined, () => undefined);
const read = (expression: string, path = ''): Value => evaluate(expression, scopes.of(path));

test('variables of the root module are what the plan says', () => {
  expect(read('${var.name}')).toBe('orders');
  expect(read('${var.template}')).toBe('${not.a.template}');
  expect(read('${var.nothing}')).toBeUndefined();
  expect(read('${var.unset}')).toBe('preset');
});

test('inputs of modules are what the call gives them, from where that is', () => {
  const store = 'module.store["a"].';
  expect(read('${var.label}', store)).toBe('x');
  expect(read('${var.up}', store)).toBe('orders');
  expect(read('${var.kept}', store)).toBe(true);
  expect(read('${var.key}', store)).toMatchObject({ references: ['@|aws_kms_key.main.arn'] });
  expect(read('${var.name}', `${store}module.inner.`)).toBe('orders');
  expect((read('${var.deep}', `${store}module.inner.`) as Unknown).reference).toBe('@|aws_kms_key.main.arn');
});

test('outputs of modules are what the instance hands on', () => {
  expect((read('${module.store["a"].bucket}') as Unknown).reference).toBe('@module.store["a"].|aws_s3_bucket.this.id');
  expect(read('${module.store["a"].up}')).toBe('orders');
  expect((read('${module.inner.it}', 'module.store["a"].') as Unknown).reference).toBe('@|aws_kms_key.main.arn');
  expect(isUnknown(read('${module.store["a"].missing}'))).toBe(true);
  expect(isUnknown(read('${module.other.it}'))).toBe(true);
});

test('a local is the one thing that the plan says is not known yet, and not known where that is several', () => {
  expect((read('${local.any}') as Unknown).reference).toBe('aws_kms_key.main.arn');
  expect((read('${local.any}', 'module.store["a"].') as Unknown).references).toEqual(['local.any']);
});

test('locals of the configuration beside the plan come first', () => {
  const beside = new PlanScopes(
    PLAN,
    ([root, name]) => (root === 'local' && name === 'known' ? 'x' : undefined),
    () => undefined
  );
  expect(evaluate('${local.known}', beside.of(''))).toBe('x');
  expect((evaluate('${local.other}', beside.of('')) as Unknown).reference).toBe('aws_kms_key.main.arn');
});

describe('of an instance', () => {
  const of = (expression: string, index: Json | undefined, each?: Json): Value =>
    evaluate(expression, scopes.ofInstance('', index, each));

  test('index, key and value are its own', () => {
    expect(of('${count.index}', 1)).toBe(1);
    expect(of('${each.key}', 'a')).toBe('a');
    expect(of('${each.value.size}', 'b', { constant_value: { a: { size: 1 }, b: { size: 2 } } })).toBe(2);
    expect(of('${each.value}', 'a', { constant_value: '${toset(["b", "a"])}' })).toBe('a');
    expect(of('${var.name}', 'a')).toBe('orders');
  });

  test('the value of another resource is its instance', () => {
    const value = of('${each.value.id}', 'a', refs('aws_s3_bucket.this')) as Unknown;
    expect([value.reference, value.index]).toEqual(['aws_s3_bucket.this.id', 'each.key']);
  });

  test('what the plan does not tell is not known', () => {
    expect(isUnknown(of('${each.value}', 'a'))).toBe(true);
    expect(isUnknown(of('${each.value}', 'z', { constant_value: { a: 1 } }))).toBe(true);
    expect(isUnknown(of('${each.key}', undefined))).toBe(true);
  });
});

test.each<[Json, Json]>([
  [{ constant_value: '${a.b.c}-x' }, '${a.b.c}-x'],
  [{ constant_value: false }, false],
  [refs('aws_a.b.id', 'aws_a.b'), '${aws_a.b.id}'],
  [refs('aws_a.b.id', 'aws_a.b', 'var.c'), '${known_after_apply(aws_a.b.id, var.c)}'],
  [{}, null],
  ['x', 'x'],
])('%j is the expression %j', (written, expected) => {
  expect(expressionOf(written)).toBe(expected);
});

test('what a reference is a part of is no reference of its own', () => {
  expect(namedIn(['aws_a.b[0].id', 'aws_a.b[0]', 'aws_a.b', 'aws_a.bc', 'aws_a.b'])).toEqual([
    'aws_a.b[0].id',
    'aws_a.bc',
    'aws_a.b',
  ]);
});
