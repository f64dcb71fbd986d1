import { cpus, totalmem } from 'node:os';

/** Whether a row keeps its limit. One that has none, or was left out on purpose, breaks nothing. */
export function holds({ ratio, atMost, atLeast, notMeasured, excused }) {
  if (notMeasured !== undefined) return excused === true;
  return (atMost === undefined || ratio <= atMost) && (atLeast === undefined || ratio >= atLeast);
}

function limit({ atMost, atLeast }) {
  if (atMost !== undefined) return `at most ${atMost}`;
  return atLeast === undefined ? 'none' : `at least ${atLeast}`;
}

function cells(row) {
  if (row.notMeasured !== undefined) return [row.what, limit(row), `not measured: ${row.notMeasured}`, '', '', '', ''];
  const { what, ratio, least, most, fastest, runs, above, below, show } = row;
  const digits = (value) => value.toFixed(value < 20 ? 2 : 0);
  return [
    what,
    limit(row),
    `${digits(ratio)}${holds(row) ? '' : ' (broken)'}`,
    `${digits(least)} to ${digits(most)}`,
    digits(fastest),
    String(runs),
    `${show(above)} : ${show(below)}`,
  ];
}

/** A row for the terminal. */
export function line(row) {
  const [what, allowed, ratio, spread, fastest, runs, absolute] = cells(row);
  const measured =
    row.notMeasured === undefined ? `${ratio} (${spread}; fastest ${fastest}; ${runs} runs; ${absolute})` : ratio;
  return `${holds(row) ? 'pass' : 'FAIL'}  ${what}\n      limit ${allowed}, measured ${measured}\n`;
}

/** `docs/performance.md`. */
export function markdown(rows, versions) {
  const head = ['What', 'Limit', 'Measured', 'Spread', 'Fastest', 'Runs', 'Medians'];
  const table = [head, head.map(() => '---'), ...rows.map(cells)].map((row) => `| ${row.join(' | ')} |`).join('\n');
  return `<!-- written by npm run bench -->

# Performance

Every figure is a ratio of two measurements in one run, so that it says the same on a slow machine as on a fast one.

${table}

Measured on ${cpus().length} cores of ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}, ${versions}.

## How to read it

- Both sides of a ratio run in turns, each first as often as the other. *Measured* is the median of the rounds' ratios, *Spread* the least and the
  greatest of them, *Fastest* the ratio of the fastest runs of each side, and *Medians* what each side took. Where *Measured* and *Fastest* are
  far apart, the machine had other work to do: run it again.
- Loading a package is measured in a fresh process that has loaded nothing else; memory is what the process holds after a garbage collection,
  less what it held before.
- The program on raw deep imports, and the buckets by hand, synthesize the same resources with the same arguments: the bench compares the
  output, and stops where they differ. Time is building and \`app.synth()\`, without the loading of modules.
- \`toms check\` in process is reading the file, checking it, and writing the report as text. Each process first runs both sides once; that first
  time is a row of its own, without a limit. Each side collects its own garbage while it runs. No collection is forced in between, which
  would throw away the code that V8 optimized for shapes of objects that die with it.
- The bundle is what \`bin/toms\` starts. The modules are \`dist\` as jsii writes it, one file each; both check the same file in a fresh process,
  so that the ratio is that of a cold start.
- checkov reads Terraform JSON by its framework \`terraform_json\`. It runs once, with only that framework and nothing downloaded.

## How to run it

\`\`\`
npm run build
npm run bench                        # everything; writes this page; fails where a limit is broken
npm run bench -- --quick             # few repeats, a smaller file for checkov; writes nothing
npm run bench -- --only check        # one of: require, types, buckets, networks, saas, scale, check, cold, checkov
npm run bench -- --without-checkov   # where checkov is not installed; else $CHECKOV, PATH or .venv/bin has it
\`\`\`
`;
}
