// Importing this makes sure that dist is what lib says: it installs what is missing, and builds where dist is older.
import './install.mjs';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { NPM, ROOT, step } from './step.mjs';

// The build writes this file last.
const built = modified(join(ROOT, 'dist', 'cli', 'toms.js'));
const sources = Math.max(newestIn(join(ROOT, 'lib')), modified(join(ROOT, 'package.json')));
if (sources > built || modified(join(ROOT, '.jsii')) === 0) {
  const env = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' };
  step('Building the library (jsii)', NPM.command, ['run', '--silent', 'build'], { ...NPM, env });
}

/** When a folder, or anything in it, was changed. A file that was removed changed its folder. */
function newestIn(folder) {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? newestIn(path) : modified(path);
  });
  return Math.max(modified(folder), ...times);
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
