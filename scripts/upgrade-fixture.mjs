// Keeps what the examples write now, for the lane that plans later ones over it: npm run fixture:upgrade -- <name>, after npm run synth.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EXAMPLES, outputOf } from './examples.mjs';
import { ROOT } from './step.mjs';

const [name] = process.argv.slice(2);
if (!name || !/^[\w.-]+$/.test(name)) {
  process.stderr.write('usage: npm run fixture:upgrade -- <version or commit>\n');
  process.exit(2);
}
const read = (...path) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'));
const stacks = Object.fromEntries(
  EXAMPLES.map((example) => {
    const out = outputOf(example);
    const { stacks: all } = read(out, 'manifest.json');
    return [
      example,
      Object.fromEntries(
        Object.entries(all).map(([stack, { synthesizedStackPath }]) => {
          const config = read(out, synthesizedStackPath);
          // The path of a local state is that of this machine.
          if (config.terraform?.backend?.local) config.terraform.backend.local = {};
          return [stack, config];
        })
      ),
    ];
  })
);
const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
const gaps = {
  emulator: read('test/lanes/emulator-gaps.json'),
  provider: read('test/lanes/provider-gaps.json'),
};
const directory = join(ROOT, 'test', 'lanes', 'fixtures');
mkdirSync(directory, { recursive: true });
// gzip would otherwise tell when: the same output is the same file.
const compressed = gzipSync(JSON.stringify({ commit, gaps, stacks }), { level: 9 });
writeFileSync(join(directory, `upgrade-${name}.json.gz`), compressed);
process.stdout.write(`test/lanes/fixtures/upgrade-${name}.json.gz: ${compressed.length} bytes, of ${commit}\n`);
