import { readStack } from '../../lib/terraform/read-stack';
import { Stack } from '../../lib/terraform/stack';

function read(json: unknown): Stack {
  return readStack('stack', 'a.tf.json', json);
}

function addresses(json: unknown): string[] {
  return read(json).resources.map(({ address }) => address);
}

const KEY = { description: 'a' };
const RESOURCE = { aws_kms_key: { a: KEY } };

describe('what Terraform reads', () => {
  test.each<[string, unknown, string[]]>([
    ['a file as a list of objects', [{ resource: RESOURCE }, { resource: { aws_kms_key: { b: KEY } } }], ['a', 'b']],
    ['sections, types and labels as lists', { resource: [{ aws_kms_key: [{ a: KEY }, { b: KEY }] }] }, ['a', 'b']],
    ['a body within two lists', { resource: { aws_kms_key: { a: [[KEY]] } } }, ['a']],
    ['bodies beside each other', { resource: { aws_kms_key: { a: [KEY, [KEY]] } } }, ['a', 'a']],
    ['an empty body that is null', { resource: { aws_kms_key: { a: [null] } } }, ['a']],
    ['null for no block', { resource: { aws_kms_key: { a: KEY, b: null, '//': null } }, locals: null }, ['a']],
    ['comments in blocks', { '//': 1, resource: { aws_kms_key: { a: { '//': 'c' } } }, locals: { '//': 2 } }, ['a']],
  ])('%s', (_what, json, labels) => {
    expect(addresses(json)).toEqual(labels.map((label) => `aws_kms_key.${label}`));
  });

  test('one block in parts, on the level of resources and below', () => {
    const rule = [[{ from_port: 22, tags: { a: 1 } }, { to_port: 23 }], { from_port: 80 }, null];
    const [group] = read({
      resource: {
        aws_it: {
          a: [
            [
              { name: 'n', rule },
              { text: 't', rule: { from_port: 81 } },
            ],
          ],
        },
      },
    }).resources;
    expect([group.get('name'), group.get('text'), group.get('rule.to_port')]).toEqual(['n', 't', 23]);
    expect(group.blocks('rule').map((block) => block.get('from_port'))).toEqual([22, 80, undefined, 81]);
  });

  test('providers, outputs, locals, modules and backends in lists', () => {
    const stack = read({
      provider: [{ aws: [[{ region: 'eu-central-1' }, { alias: 'a' }]] }],
      output: [{ o: [[{ value: '${local.x}' }]] }],
      locals: [{ x: 1 }, { y: 2 }],
      module: [{ m: [[{ source: './m' }]], n: null }],
      terraform: [[{ required_version: '1' }, { backend: [{ s3: [[{ bucket: 'b' }, { key: 'k' }]] }] }]],
    });
    expect(stack.providers.get('aws.a')?.get('region')).toBe('eu-central-1');
    expect(stack.outputs.get('o')?.get('value')).toBe(1);
    expect(stack.unreadModules).toEqual(['module.m']);
    expect([stack.backend?.type, stack.backend?.block.get('bucket'), stack.backend?.block.get('key')]).toEqual([
      's3',
      'b',
      'k',
    ]);
  });

  test('a comment that is the key of a map', () => {
    const [resource] = read({ resource: { aws_it: { a: { '//': 'c', tags: { '//': 'value' } } } } }).resources;
    expect(resource.tag('//')).toBe('value');
  });
});

/** Each is refused by Terraform 1.11 as well. */
test.each<[unknown, string]>([
  [{ resources: {}, resource: RESOURCE }, 'has "resources" at its top, which is no block of Terraform'],
  [{ resource: 'x' }, 'resource is a string, not an object of blocks'],
  [{ resource: null }, 'resource is null, not an object of blocks'],
  [{ resource: ['x'] }, 'resource is a string, not an object of blocks'],
  [{ resource: [RESOURCE, null] }, 'resource is null'],
  [{ resource: [[RESOURCE]] }, 'resource is a list, not an object of blocks'],
  [{ resource: { aws_kms_key: 'x' } }, 'resource.aws_kms_key is a string, not an object of blocks'],
  [{ resource: { aws_kms_key: null } }, 'resource.aws_kms_key is null'],
  [{ resource: { aws_kms_key: ['a'] } }, 'resource.aws_kms_key is a string'],
  [{ resource: { aws_kms_key: [[{ a: KEY }]] } }, 'resource.aws_kms_key is a list'],
  [{ resource: { aws_kms_key: { a: 'x' } } }, 'resource.aws_kms_key.a is a string, not a block'],
  [{ resource: { aws_kms_key: { a: 1 } } }, 'resource.aws_kms_key.a is a number'],
  [{ resource: { aws_kms_key: { a: false } } }, 'resource.aws_kms_key.a is a boolean'],
  [{ resource: { aws_kms_key: { a: ['x'] } } }, 'resource.aws_kms_key.a is a list with a string in it'],
  [{ resource: { aws_kms_key: { a: [[null]] } } }, 'resource.aws_kms_key.a is a list with a list of null in it'],
  [{ resource: { aws_kms_key: { a: [[[KEY]]] } } }, 'resource.aws_kms_key.a is a list with a list of a list in it'],
  [{ resource: { aws_kms_key: { a: [[KEY, KEY]] } } }, 'resource.aws_kms_key.a sets "description" twice'],
  [{ resource: { aws_kms_key: { '//': KEY } } }, 'resource.aws_kms_key has the label //'],
  [{ resource: { '//': 'c' } }, 'resource has the label //'],
  [{ resource: { aws_kms_key: { a: { lifecycle: 'x' } } } }, 'resource.aws_kms_key.a.lifecycle is a string'],
  [{ data: { aws_it: { a: { dynamic: null } } } }, 'data.aws_it.a.dynamic is null'],
  [{ data: { aws_it: { a: { dynamic: { statement: 'x' } } } } }, 'data.aws_it.a.dynamic.statement is a string'],
  [{ data: { aws_it: 'x' } }, 'data.aws_it is a string'],
  [{ provider: { aws: 'x' } }, 'provider.aws is a string'],
  [{ output: { o: 'x' } }, 'output.o is a string'],
  [{ output: [[{ o: { value: 1 } }]] }, 'output is a list'],
  [{ variable: { v: 'x' } }, 'variable.v is a string'],
  [{ module: { m: 'x' } }, 'module.m is a string'],
  [{ locals: 'x' }, 'locals is a string'],
  [{ locals: [[{ a: 1 }, { a: {} }]] }, 'locals sets "a" twice'],
  [{ locals: [{ a: {} }, { a: {} }] }, 'locals sets "a" twice'],
  [{ terraform: 'x' }, 'terraform is a string'],
  [{ terraform: { backend: 'local' } }, 'terraform.backend is a string'],
  [{ terraform: { backend: null } }, 'terraform.backend is null'],
  [{ terraform: { backend: { s3: 'x' } } }, 'terraform.backend.s3 is a string'],
  [{ terraform: [{ backend: { local: {} } }, { backend: { s3: {} } }] }, 'has several backends: local, s3'],
  [{ terraform: { required_providers: 'x' } }, 'terraform.required_providers is a string'],
  [{ moved: 'x', resource: RESOURCE }, 'moved is a string'],
])('%j is refused', (json, problem) => {
  expect(() => read(json)).toThrow(problem);
});
