import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import * as ts from 'typescript';
import { RETIRED } from '../../lib/guardrails/retired';
import { Examples } from '../../lib/guardrails/rule';
import { RULES } from '../../lib/guardrails/rules';
import { readStack } from '../../lib/terraform/read-stack';

const ROOT = join(__dirname, '../..');

function newRule(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const options = { cwd: ROOT, encoding: 'utf8' } as const;
  return spawnSync(process.execPath, ['scripts/new-rule.mjs', '--dry-run', ...args], options);
}

/** The sources that it would write, by path. */
function written(...args: string[]): { readonly [path: string]: string } {
  const [, ...parts] = newRule(...args).stdout.split(/^\/\/ (?=lib\/)/m);
  return Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))]));
}

test.each(['s3', 'kms'])(
  'a rule of %s takes the number after all that were ever taken, in a file of its name',
  (service) => {
    const ids = [...RULES.map(({ id }) => id), ...RETIRED.keys()].filter((id) =>
      id.startsWith(`${service.toUpperCase()}-`)
    );
    const last = Math.max(...ids.map((id) => Number(id.split('-')[1])));
    const sources = written(service, 'what-must-hold');
    expect(Object.keys(sources)).toEqual([
      `lib/guardrails/rules/${service}/what-must-hold.ts`,
      `lib/guardrails/rules/${service}/what-must-hold.examples.ts`,
    ]);
    const [rule] = Object.values(sources);
    expect(rule).toContain(`id: '${service.toUpperCase()}-${String(last + 1).padStart(3, '0')}'`);
    expect(rule).toContain("name: 'what-must-hold'");
  }
);

test('a service without rules begins with 001', () => {
  expect(Object.values(written('newservice', 'what-must-hold'))[0]).toContain("id: 'NEWSERVICE-001'");
});

test('its examples fail until they are filled in', () => {
  const [, source] = Object.values(written('s3', 'what-must-hold'));
  const module = { exports: {} as { EXAMPLES: Examples } };
  runInNewContext(ts.transpile(source), { module, exports: module.exports });
  const { pass, fail } = module.exports.EXAMPLES;
  expect([pass.length, fail.length]).toEqual([2, 2]);
  for (const { terraform } of [...pass, ...fail]) expect(() => readStack('example', 'file', terraform)).toThrow();
});

test.each([
  [['s3'], 'usage'],
  [['S3', 'what-must-hold'], 'usage'],
  [['s3', 'What_Must_Hold'], 'usage'],
  [['s3', 'all-public-access-blocks'], 'there is a rule named all-public-access-blocks already'],
])('%j is refused', (args, message) => {
  const { status, stderr } = newRule(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});
