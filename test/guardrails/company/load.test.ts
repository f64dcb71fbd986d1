import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { settingsOf } from '../../../lib/guardrails/settings/compose';
import { companyFile } from '../../support/company';
import { temporaryDirectory } from '../../support/synth';

function project(files: { readonly [path: string]: string }): string {
  const directory = temporaryDirectory();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

const load = (files: { readonly [path: string]: string }, ...rules: string[]): string[] =>
  settingsOf({ rules, directory: project(files) }).companyRules.map((rule) => `${rule.id} of ${rule.package}`);

test('rules are loaded from files beside the configuration, and from packages', () => {
  const other = companyFile()
    .replace(/ACME-S3-001/, 'ACME-S3-002')
    .replace('acme-buckets-named', 'acme-named');
  const files = {
    'rules/a.js': companyFile(),
    'node_modules/@acme/rules/package.json': '{ "name": "@acme/rules", "main": "main.js" }',
    'node_modules/@acme/rules/main.js': other,
  };
  expect(load(files, './rules/a.js', '@acme/rules')).toEqual([
    'ACME-S3-001 of ./rules/a.js',
    'ACME-S3-002 of @acme/rules',
  ]);
});

test.each<[string, string, string]>([
  ['throws as it is loaded', "throw new Error('boom\\nand more');", 'cannot be loaded: boom'],
  ['throws what is no error', "throw 'boom';", 'cannot be loaded: boom'],
  ['is no JavaScript', 'const =', 'cannot be loaded: Unexpected token'],
  ['needs what is not there', "require('nothing-like-it');", "cannot be loaded: Cannot find module 'nothing-like-it'"],
  ['exports nothing', '', 'are not there: export a list of them as `rules`'],
  ['exports no list', 'exports.rules = {};', 'are not there'],
  ['exports an empty list', 'exports.rules = [];', 'are not there'],
  ['exports null', 'module.exports = null;', 'are not there'],
  ['has a rule that is none', 'exports.rules = [1];', 'have one that is none: undefined is no object'],
  [
    'has a rule without a company',
    companyFile().replace('ACME-S3-001', 'S3-001'),
    'have one that is none: "S3-001" has an id without',
  ],
  [
    'names an unknown claim',
    companyFile().replace('1.3.1.b', '1.3.1.zz'),
    'have one that is none: "ACME-S3-001" names the claim "1.3.1.zz", which no rule can speak of',
  ],
  [
    'names a claim of people',
    companyFile().replace('1.3.1.b', '10.1.a'),
    'have one that is none: "ACME-S3-001" names the claim "10.1.a", which no rule can speak of',
  ],
])('a package that %s is refused by its name', (_what, text, message) => {
  const files = { 'rules.js': text };
  expect(() => load(files, './rules.js')).toThrow(`the rules of "./rules.js" ${message}`);
});

test('one that is not there is said', () => {
  expect(() => load({}, './rules.js')).toThrow(
    `the rules of "./rules.js" cannot be loaded: Cannot find module './rules.js'`
  );
});

test('an id or a name that is known before is refused, with both places', () => {
  const files = { 'a.js': companyFile(), 'b.js': companyFile() };
  expect(() => load(files, './a.js', './b.js')).toThrow(
    'the rule ACME-S3-001 of "./b.js" is called ACME-S3-001, as one of "./a.js" is: name it otherwise'
  );
  const name = { 'a.js': companyFile(), 'b.js': companyFile().replace('ACME-S3-001', 'ACME-S3-002') };
  expect(() => load(name, './a.js', './b.js')).toThrow('the rule ACME-S3-002 of "./b.js" is called acme-buckets-named');
});
