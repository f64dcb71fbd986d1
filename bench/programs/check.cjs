/* eslint-disable @typescript-eslint/no-require-imports -- what is measured is CommonJS, as compiled programs are */
'use strict';

// node check.cjs <dist> <cdk.tf.json> <repeats>: checks a file again and again, in turns with a bare JSON.parse of its text, and
// prints the milliseconds of every run, the cold first ones apart.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const [dist, file, repeats] = process.argv.slice(2);
const { loadStacks } = require(join(dist, 'terraform', 'load.js'));
const { check } = require(join(dist, 'guardrails', 'check.js'));
const { textReport } = require(join(dist, 'reports', 'text.js'));
const text = readFileSync(file, 'utf8');

const WORK = {
  check: () => textReport(check(loadStacks([file], { digests: false })).report),
  parse: () => JSON.parse(text),
};

// Each side collects its own garbage while it runs. A collection that is forced in between would cost more than it tidies: with the objects of the last
// run die the shapes that V8 optimized for, and the code would start again every time, as in no process that checks twice.
function measured(name) {
  const start = process.hrtime.bigint();
  WORK[name]();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const cold = { check: measured('check'), parse: measured('parse') };
const runs = { check: [], parse: [] };
for (let at = 0; at < Number(repeats); at++) {
  for (const name of at % 2 === 0 ? ['check', 'parse'] : ['parse', 'check']) runs[name].push(measured(name));
}
process.stdout.write(JSON.stringify({ cold, runs, report: WORK.check() }));
