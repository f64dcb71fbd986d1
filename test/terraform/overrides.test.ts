import { override } from '../../lib/terraform/overrides';
import { JsonObject } from '../../lib/terraform/value';

/** What a module is after an override; or what is wrong with it. */
function overridden(module: JsonObject, by: JsonObject): unknown {
  try {
    override(module, 'a_override.tf.json', by);
    return JSON.parse(JSON.stringify(module));
  } catch (error) {
    return (error as Error).message;
  }
}

function bucket(body: JsonObject): JsonObject {
  return { resource: { aws_s3_bucket: { b: body } } };
}

/** Each was compared with what Terraform 1.11 plans of the two files. */
describe('an override', () => {
  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['of arguments', { bucket: 'a', acl: 'private' }, { bucket: 'b', acl: null }, { bucket: 'b', acl: null }],
    ['of a map as a whole', { tags: { a: 1 } }, { tags: { b: 2 } }, { tags: { b: 2 } }],
    ['of blocks as a whole', { rule: [{ id: 1 }, { id: 2 }] }, { rule: { id: 3 } }, { rule: { id: 3 } }],
    [
      'of a dynamic block by blocks',
      { dynamic: { rule: { content: {} }, cors: { content: {} } } },
      { rule: { id: 3 } },
      { rule: { id: 3 }, dynamic: [{ cors: { content: {} } }] },
    ],
    [
      'of blocks, static and dynamic, by a dynamic one',
      { rule: [{ id: 1 }], dynamic: [{ rule: { for_each: [1], content: {} } }] },
      { dynamic: { rule: { for_each: [2], content: {} } } },
      { dynamic: [{ rule: { for_each: [2], content: {} } }] },
    ],
    ['in parts', { bucket: 'a' }, { lifecycle: [[{}]], bucket: 'b' }, { bucket: 'b', lifecycle: {} }],
    [
      'of a lifecycle argument by argument',
      { lifecycle: { prevent_destroy: true, ignore_changes: ['tags'] } },
      { lifecycle: { create_before_destroy: true, ignore_changes: [] } },
      { lifecycle: { prevent_destroy: true, create_before_destroy: true, ignore_changes: ['tags'] } },
    ],
    [
      'of a lifecycle that ignores everything',
      { lifecycle: { ignore_changes: 'all' } },
      { lifecycle: { ignore_changes: ['tags'] } },
      { lifecycle: { ignore_changes: 'all' } },
    ],
    [
      'that keeps the comment',
      { '//': { metadata: {} } },
      { '//': 'x', bucket: 'b' },
      { '//': { metadata: {} }, bucket: 'b' },
    ],
  ])('%s', (_what, base, by, merged) => {
    expect(overridden(bucket(base), bucket(by))).toEqual(bucket(merged));
  });

  test('of data sources, modules, outputs, variables and locals by their name', () => {
    const module: JsonObject = {
      data: [{ aws_it: { a: { x: 1 } } }],
      module: { m: { source: './m', x: 1 } },
      output: [{ o: [{ value: 1 }] }, { p: { value: 1 } }],
      variable: { v: { type: 'string', default: 1 } },
      locals: [{ a: 1, b: 1 }],
    };
    const by: JsonObject = {
      data: { aws_it: [{ a: [[{ x: 2 }]] }] },
      module: { m: { x: 2 } },
      output: { o: { value: 2 } },
      variable: { v: { default: 2 } },
      locals: { '//': 'c', a: 2 },
    };
    expect(overridden(module, by)).toEqual({
      data: [{ aws_it: { a: { x: 2 } } }],
      module: { m: { source: './m', x: 2 } },
      output: [{ o: { value: 2 } }, { p: { value: 1 } }],
      variable: { v: { type: 'string', default: 2 } },
      locals: [{ a: 2, b: 1 }],
    });
  });

  test('of providers by their alias, the default one of which may be new', () => {
    const module: JsonObject = { provider: [{ aws: [{ region: 'a' }, { alias: 'u', region: 'b' }] }] };
    const by: JsonObject = { provider: { aws: [{ alias: 'u', region: 'c' }], tls: { x: 1 } } };
    expect(overridden(module, by)).toEqual({
      provider: [{ aws: [{ region: 'a' }, { alias: 'u', region: 'c' }] }, { tls: { x: 1 } }],
    });
  });

  test('of a backend, and of required providers one by one', () => {
    const module: JsonObject = {
      terraform: [{ cloud: {}, required_providers: [[{ aws: { source: 'x/aws' } }, { tls: {} }]] }],
    };
    const by: JsonObject = { terraform: { backend: { s3: {} }, required_providers: { aws: { version: '1' } } } };
    expect(overridden(module, by)).toEqual({ terraform: [{ required_providers: [{ tls: {} }] }, by.terraform] });
  });

  test.each<[JsonObject, string]>([
    [{ resource: { aws_s3_bucket: { c: {} } } }, 'overrides resource.aws_s3_bucket.c, which no other file has'],
    [{ data: { aws_s3_bucket: { b: {} } } }, 'overrides data.aws_s3_bucket.b, which no other file has'],
    [{ output: { o: {} } }, 'overrides output.o, which no other file has'],
    [{ locals: { a: 1 } }, 'overrides local.a, which no other file has'],
    [{ provider: { aws: { alias: 'u' } } }, 'overrides provider.aws with an alias that no other file has'],
    [bucket({ depends_on: ['x'] }), 'overrides depends_on of resource.aws_s3_bucket.b, which Terraform refuses'],
    [bucket({ for_each: {} }), 'sets for_each of resource.aws_s3_bucket.b, which has count or for_each already'],
    [bucket({ rule: [] }), 'sets resource.aws_s3_bucket.b.rule to nothing'],
    [bucket({ cors: null }), 'sets resource.aws_s3_bucket.b.cors to nothing'],
    [{ moved: { from: 'a', to: 'b' } }, 'holds moved, which no override file may hold'],
    [{ check: { c: {} } }, 'holds check, which no override file may hold'],
  ])('%j is refused', (by, problem) => {
    const base = { count: 1, rule: { id: 1 }, dynamic: { cors: { content: {} } } };
    expect(overridden(bucket(base), by)).toContain(`a_override.tf.json: ${problem}`);
  });

  test('of what stands there twice is refused', () => {
    const module: JsonObject = { resource: { aws_s3_bucket: { b: [{}, {}] } } };
    expect(overridden(module, bucket({}))).toContain('which stands there 2 times');
  });
});
