import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Compares a text with a file that a reviewer can read. As jest's own snapshots: `--updateSnapshot` writes it, a missing one is written too,
 * and with `--ci` a missing one fails.
 */
export function expectTextSnapshot(file: string, text: string): void {
  const { snapshotState } = expect.getState() as unknown as {
    snapshotState: { _updateSnapshot: 'all' | 'new' | 'none' };
  };
  const mode = snapshotState._updateSnapshot;
  if (mode === 'all' || (mode === 'new' && !existsSync(file))) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) throw new Error(`${file} is missing: run jest without --ci, and have the file reviewed`);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
