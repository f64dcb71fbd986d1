// Makes the compiled index load a module when something of it is used first: a program that makes a bucket does not pay for load balancers.
// jsii compiles `export { A } from './a'` to a module that loads everything at once.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './step.mjs';

const LOAD = /^var (\w+) = require\(("\.[^"]+")\);\n/gm;
const GETTER =
  /^Object\.defineProperty\(exports, ("\w+"), \{ enumerable: true, get: function \(\) \{ return (\w+)\.\w+; \} \}\);$/gm;
const LATER = /^later\("\w+", \(\) => require\("\.[^"]+"\)\);$/gm;
// Node reads from the text which names an ES module may import, and follows no getter that loads. The first lines, which jsii
// writes, name them all, as long as no such getter stands in plain sight.
const HELPER =
  'const later = (name, load) => Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });\n';

const file = join(ROOT, 'dist', 'index.js');
const source = readFileSync(file, 'utf8');
if (!source.includes(HELPER)) {
  const modules = new Map([...source.matchAll(LOAD)].map(([, variable, path]) => [variable, path]));
  const exported = source.match(GETTER)?.length ?? 0;
  const written = source
    .replace(LOAD, '')
    .replace(GETTER, (_all, name, variable) => `later(${name}, () => require(${modules.get(variable)}));`)
    .replace(/^later\(/m, `${HELPER}later(`);
  const delayed = written.match(LATER)?.length ?? 0;
  if (exported === 0 || delayed !== exported || /^var .*require\(/m.test(written)) {
    process.stderr.write(`dist/index.js is not written as expected: ${delayed} of ${exported} exports can wait\n`);
    process.exit(1);
  }
  writeFileSync(file, written);
}
