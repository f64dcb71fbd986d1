import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './harness.mjs';
import { MEASUREMENTS } from './measurements.mjs';
import { holds, line, markdown } from './report.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    'without-checkov': { type: 'boolean', default: false },
  },
});
if (values.only !== undefined && !Object.hasOwn(MEASUREMENTS, values.only)) {
  stop(`--only takes one of ${Object.keys(MEASUREMENTS).join(', ')}, not ${JSON.stringify(values.only)}`);
}
requireFreshBuild();

const work = realpathSync(mkdtempSync(join(tmpdir(), 'toms-bench-')));
const rows = [];
try {
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    if (values.only !== undefined && values.only !== name) continue;
    process.stderr.write(`${name} `);
    const found = measure({ work, quick: values.quick, withoutCheckov: values['without-checkov'] });
    process.stderr.write('\n');
    rows.push(...found);
    for (const row of found) process.stdout.write(line(row));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
if (values.only === undefined) {
  mkdirSync(join(ROOT, 'docs'), { recursive: true });
  const version = (name) => JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
  const versions = `cdktf ${version('cdktf')}, @cdktf/provider-aws ${version('@cdktf/provider-aws')}, TypeScript ${version('typescript')}`;
  writeFileSync(join(ROOT, 'docs', 'performance.md'), markdown(rows, versions));
}
process.exitCode = rows.every(holds) ? 0 : 1;

/** What is measured is the built package: an old build would be measured in silence. */
function requireFreshBuild() {
  const built = join(ROOT, 'dist', 'tsconfig.tsbuildinfo');
  const changed = readdirSync(join(ROOT, 'lib'), { recursive: true }).map(
    (file) => statSync(join(ROOT, 'lib', file)).mtimeMs
  );
  if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...changed)) {
    stop('dist is missing or older than lib: run `npm run build` first');
  }
}

function stop(message) {
  process.stderr.write(`bench: ${message}\n`);
  process.exit(2);
}
