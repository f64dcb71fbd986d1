// Writes the OSCAL files of the package, which are generated from measures, claims, rules and constructs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderPackaged } from './packaged';

const ROOT = join(__dirname, '../..');

for (const [path, text] of renderPackaged(new Date().toISOString().slice(0, 10))) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
}
