// From a fresh checkout to checked examples: installs and builds what is missing, synthesizes, checks, shows the measures.
import './built.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES, outputOf } from './examples.mjs';
import { measuresTable } from './measures-table.mjs';
import { ROOT } from './step.mjs';

run('Synthesizing the examples', ['scripts/synth.mjs']);
run('Checking what was written', ['bin/toms', 'check', ...EXAMPLES.map(outputOf)]);

heading('Measures met, of all that a chapter has');
const apps = EXAMPLES.map((name) => ({ name, file: join(ROOT, outputOf(name), 'evidence.json') }));
const silent = apps.filter(({ file }) => !existsSync(file)).map(({ name }) => name);
if (silent.length > 0) {
  process.stderr.write(
    `No evidence of ${silent.join(', ')}: an example calls Guardrails.enforce(app), which writes it.\n`
  );
  process.exit(1);
}
process.stdout.write(measuresTable(apps));

heading('Where it lies');
const places = [
  ['the programs', 'examples/<example>/main.ts'],
  ['the Terraform that they write', 'cdktf.out/<example>/stacks/<stack>/cdk.tf.json'],
  ['the evidence, for people and programs', 'cdktf.out/<example>/evidence.md, evidence.json'],
  ['what the rules demand, and why', 'docs/rules/README.md'],
  ['the measures', 'docs/measures.md'],
  ['the constructs and their properties', 'docs/constructs/README.md'],
  ['how to begin', 'README.md'],
];
for (const [what, where] of places) process.stdout.write(`  ${what.padEnd(38)} ${where}\n`);
process.stdout.write(`\nDone in ${process.uptime().toFixed(1)} s.\n`);

/** Runs a program of this checkout, and ends where it fails. */
function run(title, args) {
  heading(title);
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status || 1);
}

function heading(title) {
  process.stdout.write(`\n${title}\n`);
}
