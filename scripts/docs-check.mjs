// Fails where generated documentation differs from what would be generated, or where something public is undocumented.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeApi } from './docs/api.mjs';
import { generate } from './docs/generate.mjs';
import { ROOT, step } from './step.mjs';

const fresh = mkdtempSync(join(tmpdir(), 'toms-docs-'));
process.on('exit', () => rmSync(fresh, { recursive: true, force: true }));
const generated = generate(fresh);
writeApi(fresh);

const complaints = [...outdated(), ...undocumentedRules(), ...undocumentedApi(), ...undocumentedSchemas()];
for (const complaint of complaints) process.stderr.write(`docs:check: ${complaint}\n`);
if (complaints.length > 0) process.exit(1);
process.stdout.write(`${generated.length} generated pages are up to date, and what is public is documented\n`);

function outdated() {
  const differing = generated.filter((name) => !existsSync(join(ROOT, name)) || text(ROOT, name) !== text(fresh, name));
  return differing.map((name) => `${name} is out of date: run \`npm run docs\``);
}

/** What the command knows of rules is read through the command, as its users do. */
function undocumentedRules() {
  const { rules } = JSON.parse(step('Listing the rules', process.execPath, ['bin/toms', 'rules', '--format', 'json']));
  const pages = generated.filter((name) => name.startsWith('docs/rules/')).map((name) => text(fresh, name));
  const headings = pages.join('\n').split('\n');
  return rules
    .filter(({ id }) => !headings.some((line) => line.startsWith(`## ${id} `)))
    .map(({ id }) => `docs/rules has no section on ${id}`);
}

/** What jsii knows of the public API, which is what API.md is made from. */
function undocumentedApi() {
  const { types } = JSON.parse(text(ROOT, '.jsii'));
  const members = ({ name, properties = [], methods = [], members: values = [] }) =>
    [...properties, ...methods, ...values]
      .filter(({ overrides }) => overrides === undefined)
      .map((member) => ({ name: `${name}.${member.name}`, docs: member.docs }));
  return Object.values(types)
    .flatMap((type) => [type, ...members(type)])
    .filter(({ docs }) => !docs?.summary)
    .map(({ name }) => `${name} has no docstring`);
}

function undocumentedSchemas() {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true }).map((name) => join('docs', name));
  const pages = ['README.md', ...docs].filter((name) => name.endsWith('.md') && existsSync(join(ROOT, name)));
  const prose = pages.map((name) => text(ROOT, name)).join('\n');
  return readdirSync(join(ROOT, 'schema'))
    .filter((schema) => !prose.includes(`schema/${schema}`))
    .map((schema) => `schema/${schema} is named neither by README.md nor by a page in docs`);
}

function text(root, name) {
  return readFileSync(join(root, name), 'utf8');
}
