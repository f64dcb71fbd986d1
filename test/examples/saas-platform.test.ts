import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../lib/guardrails/check';
import { loadStacks } from '../../lib/terraform/load';
import { temporaryDirectory } from '../support/synth';

const EXAMPLE = join(__dirname, '../../examples/saas-platform');

type Resources = { readonly [type: string]: { readonly [name: string]: { readonly [argument: string]: unknown } } };

/** What the example writes for an environment, by stack. */
function written(environment: NodeJS.ProcessEnv): { outdir: string; of: (stack: string) => Resources } {
  const outdir = join(temporaryDirectory(), 'cdktf.out');
  mkdirSync(outdir);
  const before = { ...process.env };
  Object.assign(process.env, environment, { CDKTF_OUTDIR: outdir });
  try {
    jest.isolateModules(() => jest.requireActual(join(EXAMPLE, 'main.ts')));
  } finally {
    process.env = before;
  }
  const of = (stack: string): Resources =>
    (JSON.parse(readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8')) as { resource: Resources })
      .resource;
  return { outdir, of };
}

const PRODUCTION = written({ ENVIRONMENT: 'production' });
const STAGING = written({ ENVIRONMENT: 'staging' });

describe.each([
  ['production', PRODUCTION],
  ['staging', STAGING],
])('%s', (_name, { outdir, of }) => {
  test('is four stacks without a finding, but for what only people can judge', () => {
    const stacks = loadStacks([outdir]);
    expect(stacks.map(({ name }) => name).sort()).toEqual(['application', 'data', 'edge', 'network']);
    const { findings } = check(stacks, new Date('2026-11-30T00:00:00Z')).report;
    expect(findings.map(({ rule, outcome, address }) => `${rule} ${outcome} ${address}`)).toEqual([
      'AWS-014 undetermined aws_s3_bucket.Site_E53D7754',
    ]);
  });

  test('protects its data from deletion', () => {
    for (const type of ['aws_rds_cluster', 'aws_cognito_user_pool'])
      for (const body of Object.values(of('data')[type]))
        expect(body.lifecycle).toMatchObject({ prevent_destroy: true });
  });
});

test('staging is smaller than production, in an account and under a domain of its own', () => {
  const [production, staging] = [PRODUCTION.of, STAGING.of];
  for (const [type, stack] of [
    ['aws_nat_gateway', 'network'],
    ['aws_subnet', 'network'],
  ]) {
    const [more, less] = [production, staging].map((of) => Object.keys(of(stack)[type]).length);
    expect(more).toBeGreaterThan(less);
  }
  const tags = (of: typeof production): unknown => of('data').aws_cognito_user_pool.Users_0A0EEA89.tags;
  expect(tags(production)).toMatchObject({ 'tom:environment': 'production', 'tom:data-class': 'personal' });
  expect(tags(staging)).toMatchObject({ 'tom:environment': 'staging', 'tom:data-class': 'personal' });
  expect(Object.keys(production('application'))).toEqual(Object.keys(staging('application')));
});

test('a copy of staging can be destroyed', () => {
  const of = written({ ENVIRONMENT: 'staging', EPHEMERAL: 'true' }).of;
  const kept = ['network', 'data', 'application', 'edge'].flatMap((stack) =>
    JSON.stringify(of(stack)).includes('"prevent_destroy":true') ? [stack] : []
  );
  expect(kept).toEqual([]);
});

test('refuses an environment that there is none of', () => {
  expect(() => written({ ENVIRONMENT: 'test' })).toThrow('ENVIRONMENT is one of production, staging, not "test"');
});

test('makes every resource by a construct of this library', () => {
  const imported = readdirSync(EXAMPLE)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(join(EXAMPLE, file), 'utf8').match(/@cdktf\/provider-aws[^']*/g) ?? []);
  expect(new Set(imported)).toEqual(new Set(['@cdktf/provider-aws/lib/provider']));
});
