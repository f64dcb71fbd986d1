/* eslint-disable @typescript-eslint/no-require-imports -- what is measured is CommonJS, as compiled programs are */
'use strict';

// node --expose-gc require.cjs <module> [name…]: loads one module into a process that has loaded nothing else, and what these names of it stand
// for, and prints what that took.
const used = () => {
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
};

const [module_, ...names] = process.argv.slice(2);
process.hrtime.bigint();
const before = used();
const start = process.hrtime.bigint();
const loaded = require(module_);
const missing = names.find((name) => loaded[name] === undefined);
if (missing !== undefined) throw new Error(`${module_} has no ${missing}`);
const ms = Number(process.hrtime.bigint() - start) / 1e6;
const after = used();
process.stdout.write(JSON.stringify({ ms, heap: after.heap - before.heap, rss: after.rss - before.rss }));
