import { constants, isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { requireUniqueKeys } from './duplicate-keys';
import { UnreadableInput } from './unreadable-input';
import { shownPath } from './shown-path';

/** The SHA-256 of what was read, by its file. */
export type Digests = Map<string, string>;

/** Reads a JSON file. What is wrong with it is said without quoting it: it may hold secrets. */
export function readJson(file: string, digests?: Digests): unknown {
  return readJsonText(file, digests).json;
}

/** The same, and whether a text is anywhere in it as it is read. */
export function readJsonText(
  file: string,
  digests?: Digests
): { readonly json: unknown; readonly mayHold: (word: string) => boolean } {
  const { text, bytes } = readText(file, digests);
  const shown = shownPath(file);
  if (text.trim() === '') throw new UnreadableInput(shown, 'is empty');
  const json = parse(shown, text);
  const hasCodes = requireUniqueKeys(shown, text, bytes, json);
  return { json, mayHold: (word) => hasCodes || text.includes(word) };
}

function parse(shown: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableInput(shown, problem(text, error as Error));
  }
}

interface Text {
  readonly text: string;
  /** The text in UTF-8. */
  readonly bytes: Uint8Array;
}

function readText(file: string, digests: Digests | undefined): Text {
  const shown = shownPath(file);
  try {
    const stats = statSync(file);
    // A pipe or a device may never end, and never answer.
    if (!stats.isFile()) throw new UnreadableInput(shown, 'is no regular file');
    if (stats.size > constants.MAX_STRING_LENGTH) {
      throw new UnreadableInput(shown, 'is larger than 512 MB, the most that can be read: check stacks one by one');
    }
    // PowerShell redirects into UTF-16.
    const start = firstBytes(file);
    if (start.startsWith('\xff\xfe')) {
      const written = readFileSync(file);
      digests?.set(file, digestOf(written));
      const text = written.toString('utf16le').slice(1);
      return { text, bytes: Buffer.from(text) };
    }
    if (start.startsWith('PK')) {
      throw new UnreadableInput(shown, 'is a binary plan: pass the output of `terraform show -json <plan file>`');
    }
    const bytes = readFileSync(file);
    digests?.set(file, digestOf(bytes));
    // Plain ASCII, which most output is, needs no decoding: that is several times faster.
    if (isAscii(bytes)) return { text: bytes.toString('latin1'), bytes };
    return { text: bytes.toString('utf8', start === '\xef\xbb\xbf' ? 3 : 0), bytes };
  } catch (error) {
    if (error instanceof UnreadableInput) throw error;
    throw new UnreadableInput(shown, `cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function firstBytes(file: string): string {
  const bytes = Buffer.alloc(3);
  const handle = openSync(file, 'r');
  try {
    return bytes.toString('latin1', 0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

function problem(text: string, error: Error): string {
  if (error instanceof RangeError) return 'is nested too deeply';
  const position = Number(/at position (\d+)/.exec(error.message)?.[1] ?? NaN);
  if (/end of JSON|Unterminated/.test(error.message) || position >= text.trimEnd().length) {
    return `ends early, after ${text.length} characters: it is truncated, write it again`;
  }
  if (Number.isNaN(position)) return 'is no JSON';
  const before = text.slice(0, position).split('\n');
  return `is no JSON: line ${before.length}, column ${before[before.length - 1].length + 1}`;
}
