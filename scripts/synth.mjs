// Synthesizes examples, all of them or those named: examples/<name>/main.ts to cdktf.out/<name>.
import './built.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES, outputOf } from './examples.mjs';
import { ROOT } from './step.mjs';
import { tsx } from './tsx.mjs';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !EXAMPLES.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`synth: no example is called ${unknown.join(', ')}: there are ${EXAMPLES.join(', ')}\n`);
  process.exit(2);
}
const failed = (asked.length > 0 ? asked : EXAMPLES).filter((name) => !synthesized(name));
if (failed.length > 0) {
  process.stderr.write(`synth: failed: ${failed.join(', ')}\n`);
  process.exit(1);
}

/** Runs an example, which says itself what is wrong with it. What an earlier run left must not pass for its output. */
function synthesized(name) {
  const out = outputOf(name);
  rmSync(join(ROOT, out), { recursive: true, force: true });
  mkdirSync(join(ROOT, out), { recursive: true });
  const start = Date.now();
  const { status, error } = spawnSync(process.execPath, tsx(`examples/${name}/main.ts`, 'examples/tsconfig.json'), {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CDKTF_OUTDIR: out },
  });
  if (error) process.stderr.write(`synth: ${name}: ${error.message}\n`);
  if (status !== 0) return false;
  const manifest = join(ROOT, out, 'manifest.json');
  if (!existsSync(manifest)) {
    process.stderr.write(`synth: ${name} wrote no ${out}/manifest.json: its program must end with app.synth()\n`);
    return false;
  }
  const { stacks } = JSON.parse(readFileSync(manifest, 'utf8'));
  process.stdout.write(`Synthesized ${name} in ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
  for (const { name: stack, synthesizedStackPath } of Object.values(stacks)) {
    process.stdout.write(`  ${stack}  ${out}/${synthesizedStackPath}\n`);
  }
  return true;
}
