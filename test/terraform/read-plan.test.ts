import { readStack } from '../../lib/terraform/read-stack';
import { Json, JsonObject, Unknown, Value, isUnknown } from '../../lib/terraform/value';

/** What an attribute of a planned load balancer holds, whose configuration refers to something. */
function planned(unknown: unknown, references: readonly string[]): Value {
  const [balancer] = readStack('plan', 'plan.json', {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [{ address: 'aws_lb.web', mode: 'managed', type: 'aws_lb', name: 'web', values: {} }],
      },
    },
    resource_changes: [{ address: 'aws_lb.web', change: { after_unknown: { it: unknown } } }],
    configuration: {
      root_module: {
        resources: [{ mode: 'managed', type: 'aws_lb', name: 'web', expressions: { it: { references } } }],
      },
    },
  }).resources;
  return balancer.get('it');
}

function referencesOf(value: Value): readonly string[] {
  return isUnknown(value) ? value.references : [];
}

test('the items of a list each have their own reference', () => {
  const references = ['aws_subnet.a.id', 'aws_subnet.a', 'aws_subnet.b[0].id', 'aws_subnet.b[0]', 'aws_subnet.b'];
  const value = planned([true, false, true], references);
  expect(Array.isArray(value) && value.map(referencesOf)).toEqual([['aws_subnet.a.id'], [], ['aws_subnet.b.id']]);
});

test('a value has all references, without what they are a part of', () => {
  const references = ['aws_subnet.a.id', 'aws_subnet.a', 'var.zone'];
  expect(referencesOf(planned(true, references))).toEqual(['aws_subnet.a.id', 'var.zone']);
  expect(referencesOf(planned(true, ['each.value']))).toEqual(['each.value']);
});

test('the keys of a map have the references of the map', () => {
  const value = planned({ KEY: true }, ['var.key']) as { readonly KEY: Value };
  expect(referencesOf(value.KEY)).toEqual(['var.key']);
});

/** What is read of a bucket, of which a plan knows so much after apply. */
function read(path: string, unknown: JsonObject, configuration?: JsonObject): Value {
  const bucket = { address: 'aws_s3_bucket.it', mode: 'managed', type: 'aws_s3_bucket', name: 'it' };
  const stack = readStack('plan', 'plan.json', {
    format_version: '1.2',
    planned_values: { root_module: { resources: [{ ...bucket, values: {} }] } },
    resource_changes: [{ address: bucket.address, change: { after_unknown: unknown } }],
    ...(configuration && {
      configuration: { root_module: { resources: [{ ...bucket, expressions: configuration }] } },
    }),
  });
  return stack.resources[0].get(path);
}

test('what is known after apply is what its expression refers to', () => {
  const references = ['aws_kms_key.main.arn', 'aws_kms_key.main'];
  expect(read('bucket', { bucket: true }, { bucket: { references } })).toEqual(
    new Unknown('${aws_kms_key.main.arn}', ['aws_kms_key.main.arn'], '')
  );
  expect(
    read(
      'logging.target_bucket',
      { logging: [{ target_bucket: true }] },
      { logging: [{ target_bucket: { references } }] }
    )
  ).toEqual(new Unknown('${aws_kms_key.main.arn}', ['aws_kms_key.main.arn'], ''));
});

test('what nobody wrote is not set, in whatever blocks', () => {
  expect(read('bucket', { bucket: true }, {})).toBeUndefined();
  expect(read('versioning.enabled', { versioning: [{ enabled: true }] }, {})).toBeUndefined();
  expect(read('versioning.enabled', { versioning: [{ enabled: true }] }, { versioning: [{}] })).toBeUndefined();
  const rule = { server_side_encryption_configuration: [{ rule: [{ bucket_key_enabled: true }] }] };
  expect(read('server_side_encryption_configuration.rule.bucket_key_enabled', rule, {})).toBeUndefined();
});

test('without a configuration nobody can tell whether it was written', () => {
  expect(read('bucket', { bucket: true })).toBeInstanceOf(Unknown);
});

test.each([true, 'x', []])('attributes that are unknown as a whole, %j, are not read', (unknown) => {
  const plan = (after: Json): JsonObject => ({
    format_version: '1.2',
    planned_values: {},
    resource_changes: [{ address: 'aws_lb.web', change: { after_unknown: after } }],
  });
  expect(() => readStack('plan', 'plan.json', plan(unknown))).toThrow('no attributes in after_unknown');
  expect(readStack('plan', 'plan.json', plan(false)).resources).toEqual([]);
});

test('blocks of a set have the expressions of the block with the same constants, whatever the order of the plan', () => {
  const distribution = { mode: 'managed', type: 'aws_cloudfront_distribution', name: 'site' };
  const written = (id: string, reference: string): Json => ({
    origin_id: { constant_value: id },
    domain_name: { references: [reference] },
  });
  const origin = [written('files', 'aws_s3_bucket.files.bucket_domain_name'), written('api', 'aws_lb.api.dns_name')];
  const [site] = readStack('plan', 'plan.json', {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [
          {
            ...distribution,
            address: 'aws_cloudfront_distribution.site',
            values: { origin: [{ origin_id: 'api' }, { origin_id: 'files' }] },
          },
        ],
      },
    },
    resource_changes: [
      {
        address: 'aws_cloudfront_distribution.site',
        change: { after_unknown: { origin: [{ domain_name: true }, { domain_name: true }] } },
      },
    ],
    configuration: { root_module: { resources: [{ ...distribution, expressions: { origin } }] } },
  }).resources;
  expect(site.blocks('origin').map((each) => [each.get('origin_id'), referencesOf(each.get('domain_name'))])).toEqual([
    ['api', ['aws_lb.api.dns_name']],
    ['files', ['aws_s3_bucket.files.bucket_domain_name']],
  ]);
});
