import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

test('the blocks that the package holds are those of the provider’s schema: `npm run generate` writes them', () => {
  const program =
    "import { BLOCKS, blocks } from './scripts/generate.mjs'; console.log(BLOCKS); process.stdout.write(blocks());";
  const [file, ...lines] = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 22,
  }).split('\n');
  expect(readFileSync(join(ROOT, file), 'utf8')).toBe(lines.join('\n'));
});
