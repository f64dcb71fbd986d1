import { mkdirSync } from 'node:fs';
import { oneLine } from '../reports/escape';
import { writeWhole } from '../reports/write-whole';
import { shownPath } from '../terraform/shown-path';
import { Io } from './io';
import { UsageError } from './usage';

/** Writes to a file and says so, or to standard output where no file is named. */
export function writeOut(text: string, file: string | undefined, io: Io): void {
  if (file === undefined) {
    io.out(text);
    return;
  }
  try {
    writeWhole(file, text);
  } catch (error) {
    throw new UsageError(`${shownPath(file)} cannot be written: ${(error as NodeJS.ErrnoException).code}`);
  }
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
