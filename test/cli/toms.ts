import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../lib/cli/main';

/** A day on which the tests run. */
export const TODAY = new Date('2026-06-01T00:00:00Z');

/** Runs the command, and says what it wrote and returned. */
export function toms(...argv: string[]): { status: number; out: string; err: string } {
  const written = { out: '', err: '' };
  const status = main(argv, {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    isTty: false,
    today: TODAY,
  });
  return { status, ...written };
}

/** A directory that goes away after the tests of a file. */
export function temporary(): { directory: string; write: (path: string, content: unknown) => string } {
  const directory = mkdtempSync(join(tmpdir(), 'toms-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const write = (path: string, content: unknown): string => {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    return file;
  };
  return { directory, write };
}

/** Keys that KMS-001 passes and refuses. */
export const ROTATED = { resource: { aws_kms_key: { main: { enable_key_rotation: true } } } };
export const UNROTATED = { resource: { aws_kms_key: { main: {} } } };
