import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { temporary, toms } from '../cli/toms';
import { RuleDefinition, ruleTests } from '../../lib/rules/jest';
import { samplesOf } from './markdown';

const { directory, write } = temporary();

/** Every sample of the page that begins with the name of its file, written to that file. */
const files = samplesOf('docs/company-rules.md').flatMap(({ code }) => {
  const [, name] = /^\/\/ (rules\/[\w.]+)\n/.exec(code) ?? [];
  return name === undefined ? [] : [{ name, code }];
});
for (const { name, code } of files) {
  mkdirSync(dirname(join(directory, name)), { recursive: true });
  writeFileSync(join(directory, name), code);
}
const [config] = samplesOf('docs/company-rules.md').filter(
  ({ language, code }) => language === 'json' && code.includes('version')
);

test('the page has a rule, its tests and a configuration', () => {
  expect(files.map(({ name }) => name)).toEqual(['rules/acme.js', 'rules/acme.test.js']);
  expect(config.code).toContain('./rules/acme.js');
});

test('its rule passes its tests', () => {
  const { rules } = createRequire(join(directory, 'x.js'))('./rules/acme.js') as { rules: RuleDefinition[] };
  const all = rules.flatMap(ruleTests);
  expect(all.map(({ title, problems }) => [title, problems()])).toEqual([
    ['passes: a bucket with a cost center', []],
    ['refuses: a bucket without one', []],
    ['says of something that it is met', []],
  ]);
});

describe('its tests', () => {
  createRequire(join(directory, 'x.js'))('./rules/acme.test.js');
});

test('its configuration makes toms run it', () => {
  const path = write('toms.config.json', config.code);
  const input = write('app.tf.json', { resource: { aws_s3_bucket: { a: { tags: { 'acme:cost-center': '47' } } } } });
  const { out, status } = toms('check', input, '--config', path, '--only', 'ACME-S3-001');
  expect([status, out]).toEqual([1, expect.stringContaining('acme:cost-center is 47, and not four digits')]);
});

test('every configuration of the docs is one', () => {
  const all = samplesOf('docs/configuration.md').filter(({ language }) => language === 'json');
  expect(all).toHaveLength(1);
  write('rules/acme.js', files[0].code);
  write('toms.baseline.json', { version: 1, findings: [] });
  const path = write('of-docs.json', all[0].code);
  const input = write('keys.tf.json', { resource: { aws_kms_key: { a: {} } } });
  expect(toms('check', input, '--config', path).err).toBe('');
});
