// Writes the files of a new rule, with the next free id of its service: `npm run new:rule -- s3 some-name`
// `--dry-run` prints what it would write.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, step } from './step.mjs';

const GUARDRAILS = join(ROOT, 'lib/guardrails');

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean' } } });
const [service, name] = positionals;
if (positionals.length !== 2 || !/^[a-z][a-z0-9]*$/.test(service) || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(name)) {
  fail('usage: npm run new:rule -- <service> <what-must-hold>, such as: npm run new:rule -- s3 bucket-versioned');
}

const sources = readdirSync(GUARDRAILS, { recursive: true })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.examples.ts'))
  .map((file) => readFileSync(join(GUARDRAILS, file), 'utf8'));
if (sources.some((source) => source.includes(`name: '${name}'`))) fail(`there is a rule named ${name} already`);

const files = { [`rules/${service}/${name}.ts`]: rule(nextId()), [`rules/${service}/${name}.examples.ts`]: examples() };
for (const [file, text] of Object.entries(files)) {
  const path = join('lib/guardrails', file);
  if (values['dry-run']) {
    process.stdout.write(`// ${path}\n${text}\n`);
    continue;
  }
  mkdirSync(dirname(join(GUARDRAILS, file)), { recursive: true });
  writeFileSync(join(GUARDRAILS, file), text);
  process.stdout.write(`wrote ${path}\n`);
}
if (!values['dry-run']) {
  step('Registering it (npm run generate)', process.execPath, ['scripts/generate.mjs']);
  process.stdout.write('Its examples fail until they are filled in: npx jest test/guardrails/rules\n');
}

/** One more than any id that the rules, the ledger of the families or the retired rules hold: ids are never used again. */
function nextId() {
  const prefix = service.toUpperCase();
  const ids = new RegExp(`['"]${prefix}-(\\d{3})['"]`, 'g');
  const used = sources.flatMap((source) => [...source.matchAll(ids)].map(([, number]) => Number(number)));
  return `${prefix}-${String(Math.max(0, ...used) + 1).padStart(3, '0')}`;
}

function rule(id) {
  return `import { ResourceRule, violated } from '../../rule';

export const RULE: ResourceRule = {
  id: '${id}',
  name: '${name}',
  title: '',
  severity: 'medium',
  claims: [],
  rationale: '',
  fix: '',
  sources: [],
  types: [],
  check: () => violated(''),
};
`;
}

function examples() {
  const pass = "{ title: '', terraform: {} }";
  const refused = "{ title: '', terraform: {}, addresses: [] }";
  return `import { Examples } from '../../rule';

// Shapes such as blocks as lists, \`count\` and a plan need no examples: tests make them of these.
export const EXAMPLES: Examples = {
  pass: [
    ${pass},
    ${pass},
  ],
  fail: [
    ${refused},
    ${refused},
  ],
};
`;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
