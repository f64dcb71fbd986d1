import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { oneLine } from '../reports/escape';
import { shownPath } from '../terraform/shown-path';
import { Io } from './io';
import { UsageError } from './usage';

/** Writes to a file and says so, or to standard output where no file is named. */
export function writeOut(text: string, file: string | undefined, io: Io): void {
  if (file === undefined) {
    io.out(text);
    return;
  }
  writeWhole(file, text);
  io.err(`toms: wrote ${oneLine(shownPath(file))}\n`);
}

/** Makes a directory, and those above it. */
export function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new UsageError(`${shownPath(directory)} cannot be made: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** Writes a file whole or not at all. What is no file, such as /dev/stdout, is written to as it is. */
function writeWhole(file: string, text: string): void {
  try {
    const there = statSync(file, { throwIfNoEntry: false });
    if (there && !there.isFile()) {
      writeFileSync(file, text);
      return;
    }
    const target = there ? realpathSync(file) : file;
    const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    try {
      writeFileSync(draft, text, { flag: 'wx' });
      renameSync(draft, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(draft, { force: true });
      throw error;
    }
  } catch (error) {
    throw new UsageError(`${shownPath(file)} cannot be written: ${(error as NodeJS.ErrnoException).code}`);
  }
}
