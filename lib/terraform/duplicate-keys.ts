import { UnreadableInput } from './unreadable-input';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const CODE = 0x75;
const COLON = 0x3a;
const BLANK = 0x20;

/**
 * Refuses JSON that has a key twice in one object: Terraform reads both where they are blocks, and `JSON.parse` keeps the last.
 * It is looked for only where the text has more keys than what was read from it.
 *
 * @param bytes the text in UTF-8
 * @param json what `JSON.parse` reads from it
 * @returns whether characters are written by their code, as in `\u0041`
 */
export function requireUniqueKeys(file: string, text: string, bytes: Uint8Array, json: unknown): boolean {
  const { keys, hasCodes } = written(bytes);
  if (keys === keysRead(json)) return hasCodes;
  const found = duplicateKey(text);
  if (!found) return hasCodes;
  const key = JSON.stringify(found.key.slice(0, 100));
  throw new UnreadableInput(file, `has the key ${key} twice in one object, again in line ${found.line}`);
}

/**
 * How many strings of JSON text are keys: a colon follows them. And whether any has a character by its code. Four bytes are looked at in one step, which
 * halves the time.
 */
function written(bytes: Uint8Array): { readonly keys: number; readonly hasCodes: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes.length - 4;
  let keys = 0;
  let hasCodes = false;
  for (let at = 0; ;) {
    let found = 0;
    while (at <= last && (found = zeros(view.getInt32(at, true) ^ QUOTES)) === 0) at += 4;
    if (found !== 0) at += firstOf(found);
    else while (at < bytes.length && bytes[at] !== QUOTE) at++;
    if (at >= bytes.length) return { keys, hasCodes };
    at++;
    for (;;) {
      found = 0;
      while (at <= last) {
        const four = view.getInt32(at, true);
        found = zeros(four ^ QUOTES) | zeros(four ^ BACKSLASHES);
        if (found !== 0) break;
        at += 4;
      }
      if (found !== 0) at += firstOf(found);
      else while (at < bytes.length && bytes[at] !== QUOTE && bytes[at] !== BACKSLASH) at++;
      if (bytes[at++] !== BACKSLASH) break;
      if (bytes[at++] === CODE) hasCodes = true;
    }
    while (bytes[at] <= BLANK) at++;
    if (bytes[at] === COLON) keys++;
  }
}

const QUOTES = 0x22222222;
const BACKSLASHES = 0x5c5c5c5c;

/** A bit for each of four bytes that is zero. Above the lowest bit there may be wrong ones. */
function zeros(four: number): number {
  return (four - 0x01010101) & ~four & 0x80808080;
}

/** Which of four bytes the lowest bit stands for. */
function firstOf(bits: number): number {
  return (31 - Math.clz32(bits & -bits)) >> 3;
}

/** How many keys the objects of JSON have. No recursion: JSON may be nested more deeply than calls may. */
function keysRead(json: unknown): number {
  let keys = 0;
  const open: unknown[] = [json];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (Array.isArray(at)) {
      for (const item of at) if (typeof item === 'object' && item !== null) open.push(item);
    } else {
      const object = at as { readonly [key: string]: unknown };
      for (const key in object) {
        keys++;
        const value = object[key];
        if (typeof value === 'object' && value !== null) open.push(value);
      }
    }
  }
  return keys;
}

/** The first key that its object has already. */
function duplicateKey(text: string): { readonly key: string; readonly line: number } | undefined {
  const objects: Set<string>[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') objects.push(new Set());
    else if (text[at] === '}') objects.pop();
    if (text[at] !== '"') continue;
    const start = at;
    at = endOfString(text, start);
    let next = at + 1;
    while (text.charCodeAt(next) <= BLANK) next++;
    if (text[next] !== ':') continue;
    const key = JSON.parse(text.slice(start, at + 1)) as string;
    const keys = objects[objects.length - 1];
    if (keys.has(key)) return { key, line: text.slice(0, start).split('\n').length };
    keys.add(key);
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return end;
  }
}
