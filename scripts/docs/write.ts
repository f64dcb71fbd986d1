// Writes the pages that are generated below a directory, and prints their paths.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderPages } from './pages';

const root = process.argv[2];
// A service whose last rule is gone must not keep its page.
rmSync(join(root, 'docs/rules'), { recursive: true, force: true });
for (const [path, text] of renderPages()) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  process.stdout.write(`${path}\n`);
}
