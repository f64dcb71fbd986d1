import { differenceFrom } from '../../lib/terraform/made-from';
import { Json, JsonObject, isJsonObject } from '../../lib/terraform/value';

/** A configuration with what a plan writes in ways of its own. */
const CONFIGURATION: JsonObject = {
  '//': { toms: { version: 1 } },
  locals: { x: 'a' },
  module: { queue: { source: './m', n: 'q1', '//': { metadata: { path: 'app/queue' } } } },
  data: {
    aws_iam_policy_document: { doc: { statement: [{ actions: ['s3:GetObject'], principals: { type: 'AWS' } }] } },
    aws_caller_identity: { me: { count: 0 } },
  },
  check: { c: { data: { aws_iam_policy_document: { inner: {} } }, assert: [{ condition: '${true}' }] } },
  resource: [
    {
      aws_s3_bucket: {
        zero: { count: 0, bucket: 'zero' },
        many: { for_each: '${toset(["a"])}', bucket: 'x-${each.key}' },
        one: {
          '//': { metadata: { path: 'app/one' } },
          bucket: 'Cafe\u0301',
          force_destroy: 'true',
          acl: null,
          tags: { '//': 'kept', n: 1, text: 'plain', escaped: '$${x}', computed: '${local.x}', none: null },
          lifecycle: { ignore_changes: ['tags'] },
          depends_on: ['aws_kms_key.k'],
          timeouts: { create: '5m' },
        },
      },
    },
    {
      aws_kms_key: { k: [{ enable_key_rotation: true, policy: '${jsonencode({})}', deletion_window_in_days: 30.0 }] },
      aws_security_group: { g: { egress: [], ingress: [{ from_port: 1, self: null }] } },
      aws_s3_bucket_lifecycle_configuration: {
        l: {
          bucket: '${aws_s3_bucket.one.id}',
          rule: [
            { id: 'a', filter: [{}], expiration: [{ days: 30 }] },
            { id: 'b', filter: { prefix: 'x' }, expiration: { days: '31' } },
          ],
          dynamic: { rule: { for_each: ['c'], content: { id: '${rule.value}' } } },
        },
      },
    },
  ],
};

/** What `terraform show -json` of Terraform 1.11 says of it. */
const PLAN: JsonObject = {
  configuration: {
    root_module: {
      resources: [
        {
          ...{ mode: 'managed', type: 'aws_kms_key', name: 'k' },
          expressions: {
            enable_key_rotation: { constant_value: true },
            policy: { constant_value: '${jsonencode({})}' },
            deletion_window_in_days: { constant_value: 30 },
          },
        },
        {
          ...{ mode: 'managed', type: 'aws_s3_bucket', name: 'many' },
          expressions: { bucket: { constant_value: 'x-${each.key}', references: ['each.key'] } },
          for_each_expression: { constant_value: '${toset(["a"])}' },
        },
        {
          ...{ mode: 'managed', type: 'aws_s3_bucket', name: 'one' },
          expressions: {
            bucket: { constant_value: 'Caf\u00e9' },
            force_destroy: { constant_value: 'true' },
            acl: { constant_value: null },
            tags: {
              constant_value: {
                '//': 'kept',
                n: 1,
                text: 'plain',
                escaped: '$${x}',
                computed: '${local.x}',
                none: null,
              },
              references: ['local.x'],
            },
            timeouts: { create: { constant_value: '5m' } },
          },
        },
        {
          ...{ mode: 'managed', type: 'aws_s3_bucket', name: 'zero' },
          expressions: { bucket: { constant_value: 'zero' } },
          count_expression: { constant_value: 0 },
        },
        {
          ...{ mode: 'managed', type: 'aws_s3_bucket_lifecycle_configuration', name: 'l' },
          expressions: {
            bucket: { references: ['aws_s3_bucket.one.id', 'aws_s3_bucket.one'] },
            rule: [
              {
                id: { constant_value: 'a' },
                filter: [{}],
                expiration: [{ days: { constant_value: 30 } }],
              },
              {
                id: { constant_value: 'b' },
                filter: [{ prefix: { constant_value: 'x' } }],
                expiration: [{ days: { constant_value: '31' } }],
              },
            ],
          },
        },
        {
          ...{ mode: 'managed', type: 'aws_security_group', name: 'g' },
          expressions: {
            egress: { constant_value: [] },
            ingress: { constant_value: [{ from_port: 1, self: null }] },
          },
        },
        { mode: 'data', type: 'aws_caller_identity', name: 'me', count_expression: { constant_value: 0 } },
        {
          ...{ mode: 'data', type: 'aws_iam_policy_document', name: 'doc' },
          expressions: {
            statement: [
              {
                actions: { constant_value: ['s3:GetObject'] },
                principals: [{ type: { constant_value: 'AWS' } }],
              },
            ],
          },
        },
        { mode: 'data', type: 'aws_iam_policy_document', name: 'inner' },
      ],
      module_calls: { queue: { source: './m', expressions: { n: { constant_value: 'q1' } }, module: {} } },
    },
  },
};

test('a plan is like the configuration that it was made from', () => {
  expect(differenceFrom(CONFIGURATION, PLAN, true)).toBeUndefined();
});

/** Every copy of some JSON with one thing changed in it, and where. What `change` returns `undefined` for stays. */
function changed(
  json: Json,
  change: (value: Json, at: string[]) => Json | undefined,
  at: string[] = []
): [string, Json][] {
  const found: [string, Json][] = [];
  const here = change(json, at);
  if (here !== undefined) found.push([at.join('.'), here]);
  const entries = Array.isArray(json) ? [...json.entries()] : isJsonObject(json) ? Object.entries(json) : [];
  for (const [key, value] of entries) {
    for (const [where, other] of changed(value, change, [...at, String(key)])) {
      const copy = (Array.isArray(json) ? [...json] : { ...(json as JsonObject) }) as { [key: string]: Json };
      copy[key] = other;
      found.push([where, copy]);
    }
  }
  return found;
}

const NOT_COMPARED = /\/\/\.(?:toms|metadata)|locals|lifecycle|depends_on|dynamic|assert|\.source$/;

test('every literal that is another one tells them apart', () => {
  const literal = (value: Json, at: string[]): Json | undefined => {
    if (NOT_COMPARED.test(at.join('.')) || value === null || typeof value === 'object') return undefined;
    if (typeof value === 'string') return value.includes('${') ? undefined : `${value}!`;
    return typeof value === 'number' ? value + 1 : !value;
  };
  const others = changed(CONFIGURATION, literal);
  expect(others.length).toBeGreaterThan(10);
  for (const [at, other] of others) {
    expect([at, differenceFrom(other as JsonObject, PLAN, true)]).toEqual([at, expect.stringMatching(/ differs$/)]);
  }
});

test('every resource, data source, call of a module and argument that only one of them has tells them apart', () => {
  const names = new Set([
    'zero',
    'many',
    'one',
    'k',
    'g',
    'l',
    'doc',
    'me',
    'inner',
    'queue',
    'bucket',
    'rule',
    'count',
  ]);
  const others = changed(CONFIGURATION, (value, at) => {
    if (!isJsonObject(value) || NOT_COMPARED.test(at.join('.'))) return undefined;
    const name = Object.keys(value).find((key) => names.has(key));
    return name === undefined ? undefined : Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  });
  expect(others.length).toBeGreaterThan(10);
  for (const [at, other] of others)
    expect([at, differenceFrom(other as JsonObject, PLAN, true)]).not.toEqual([at, undefined]);
});

test('a literal is not what a plan computes', () => {
  const resource = {
    mode: 'managed',
    type: 'aws_s3_bucket',
    name: 'a',
    expressions: { bucket: { references: ['var.a'] } },
  };
  const plan = { configuration: { root_module: { resources: [resource] } } };
  const difference = (bucket: Json): string | undefined =>
    differenceFrom({ resource: { aws_s3_bucket: { a: { bucket } } } }, plan, true);
  expect(difference('${var.a}')).toBeUndefined();
  expect(difference('a')).toBe('aws_s3_bucket.a.bucket differs');
});

test('where other files may add to it, only what is missing from the plan tells them apart', () => {
  const resource: JsonObject = { aws_s3_bucket: { one: { bucket: 'another' } } };
  expect(differenceFrom({ resource }, PLAN, false)).toBeUndefined();
  expect(differenceFrom({ resource: { ...resource, aws_kms_key: { gone: {} } } }, PLAN, false)).toBe(
    'aws_kms_key.gone is not in the plan'
  );
});
