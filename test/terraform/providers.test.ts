import { readStack } from '../../lib/terraform/read-stack';
import { Resource } from '../../lib/terraform/stack';
import { Json, JsonObject } from '../../lib/terraform/value';
import { providerAddress } from '../../lib/aws/provider-address';

const AWS = 'registry.terraform.io/hashicorp/aws';

/** The tables of a configuration. */
function tables(json: JsonObject, aws_dynamodb_table: JsonObject): readonly Resource[] {
  return readStack('stack', 'cdk.tf.json', { ...json, resource: { aws_dynamodb_table } }).resources;
}

function regions(resources: readonly Resource[]): unknown[] {
  return resources.map((resource) => resource.provider?.get('region'));
}

function requiring(sources: { readonly [name: string]: string }): JsonObject {
  return {
    terraform: {
      required_providers: Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, { source }])),
    },
  };
}

test('a resource is made by the provider that it names, or else by the one that its type begins with', () => {
  const provider: JsonObject = { aws: [{ region: 'a' }, { alias: 'west', region: 'b' }] };
  const found = tables(
    { provider },
    { a: {}, b: { provider: 'aws.west' }, c: { provider: '${aws.west}' }, d: { provider: null } }
  );
  expect(regions(found)).toEqual(['a', 'b', 'b', 'a']);
  expect(found.map(providerAddress)).toEqual([
    'provider.aws',
    'provider.aws.west',
    'provider.aws.west',
    'provider.aws',
  ]);
});

test('it is never made by another provider instead', () => {
  const provider = { aws: [{ region: 'a' }], tls: { region: 'b' } };
  const strange: JsonObject = {
    a: { provider: 'aws.west' },
    b: { provider: 'tls' },
    c: { provider: 'aws.west[each.key]' },
    d: { provider: {} },
  };
  expect(regions(tables({ provider }, strange))).toEqual([undefined, undefined, undefined, undefined]);
  expect(regions(tables({ provider: { aws: { alias: 'west', region: 'b' } } }, { a: {} }))).toEqual([undefined]);
});

test.each(['hashicorp/aws', 'HashiCorp/AWS', 'aws', AWS, 'registry.opentofu.org/hashicorp/aws'])(
  'another local name of %s is AWS',
  (source) => {
    const json = { ...requiring({ amazon: source }), provider: { amazon: { region: 'a' } } };
    // Terraform has one configuration of a source without alias, by whichever local name.
    const found = tables(json, { a: { provider: 'amazon' }, b: {} });
    expect(regions(found)).toEqual(['a', 'a']);
    expect(found[0].sharesProvider(found[1])).toBe(true);
    expect(found.map(providerAddress)).toEqual(['provider.amazon', 'provider.aws']);
  }
);

test.each(['attacker/aws', 'example.com/hashicorp/aws', 'hashicorp/awscc'])('%s is not AWS', (source) => {
  const json = {
    ...requiring({ aws: source }),
    provider: { aws: { region: 'a', default_tags: { tags: { t: 'x' } } } },
  };
  const [table] = tables(json, { a: {} });
  expect([table.provider, table.tag('t')]).toEqual([undefined, undefined]);
  expect(table.stack.requiredProviders.get('aws')).toBe(source);
  expect(table.stack.providers.isAws(table.providerName)).toBe(false);
  expect(table.stack.providers.problemOf('aws')).toBe(`its source is ${source}, which is not AWS`);
});

test('of two configurations of one source and alias nobody can tell which one holds', () => {
  const json = {
    ...requiring({ amazon: 'hashicorp/aws' }),
    provider: { amazon: { region: 'a' }, aws: { region: 'b' } },
  };
  const found = tables(json, { a: { provider: 'amazon' }, b: {} });
  expect(regions(found)).toEqual([undefined, undefined]);
  expect(found[0].sharesProvider(found[1])).toBe(false);
  expect(found[0].stack.providers.problemOf('aws')).toContain('of which Terraform uses either');
  expect(found[0].stack.providers.problemOf('aws.gone')).toBeUndefined();
});

/** The tables of a plan: where each stands, and the key of its provider. */
function planned(
  providers: JsonObject,
  at: readonly (readonly [module: string, key: string | undefined])[]
): readonly Resource[] {
  const table = { mode: 'managed', type: 'aws_dynamodb_table', name: 't' };
  const calls: { [name: string]: Json } = {};
  const modules: Json[] = [];
  let root: Json[] = [];
  for (const [module, key] of at) {
    const written = [{ ...table, ...(key === undefined ? {} : { provider_config_key: key }) }];
    const prefix = module === '' ? '' : `module.${module}[0].`;
    const resources = [{ ...table, address: `${prefix}aws_dynamodb_table.t`, values: {} }];
    if (module === '') root = resources;
    else modules.push({ address: prefix.slice(0, -1), resources });
    calls[module] = { module: { resources: written } };
  }
  const { '': own = { module: {} }, ...inner } = calls;
  return readStack('plan', 'plan.json', {
    format_version: '1.2',
    planned_values: { root_module: { resources: root, child_modules: modules } },
    configuration: {
      provider_config: providers,
      root_module: { ...(own as { readonly module: JsonObject }).module, module_calls: inner },
    },
  }).resources;
}

function config(name: string, region: string | undefined, more: JsonObject = {}): JsonObject {
  const expressions: JsonObject = region === undefined ? {} : { expressions: { region: { constant_value: region } } };
  return { name, full_name: AWS, ...expressions, ...more };
}

test('a plan says which configuration makes a resource, in modules too', () => {
  const providers = {
    aws: config('aws', 'a'),
    'aws.us': config('aws', 'b', { alias: 'us' }),
    'module.own:aws': config('aws', 'c', { module_address: 'module.own' }),
    'module.own:aws.x': config('aws', 'd', { module_address: 'module.own', alias: 'x' }),
  };
  const found = planned(providers, [
    ['', 'aws'],
    ['inherits', 'aws'],
    ['handed', 'aws.us'],
    ['own', 'module.own:aws'],
    ['aliased', 'module.own:aws.x'],
    ['gone', 'module.gone:aws'],
    ['silent', undefined],
  ]);
  expect(regions(found)).toEqual(['a', 'a', 'b', 'c', 'd', undefined, undefined]);
  expect(found.map(providerAddress).slice(2, 5)).toEqual([
    'provider.aws.us',
    'module.own.provider.aws',
    'module.own.provider.aws.x',
  ]);
});

test('a plan tells providers by their source', () => {
  expect(regions(planned({ amazon: config('amazon', 'a'), aws: config('aws', undefined) }, [['', 'amazon']]))).toEqual([
    'a',
  ]);
  expect(regions(planned({ amazon: config('amazon', 'a'), aws: config('aws', 'b') }, [['', 'amazon']]))).toEqual([
    undefined,
  ]);
  const [foreign] = planned({ aws: config('aws', 'a', { full_name: 'registry.terraform.io/attacker/aws' }) }, [
    ['', 'aws'],
  ]);
  expect(foreign.provider).toBeUndefined();
  expect([...foreign.stack.requiredProviders]).toEqual([['aws', 'attacker/aws']]);
});
