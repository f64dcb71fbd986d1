import { Block } from './block';
import { configured } from './configured';
import { isIdentity } from './expression/identity';
import { replaceInterpolations } from './expression/scanner';
import { EncodedJson, isUnknown, Json, Unknown, Value } from './value';

/** JSON whose parts may be unknown, or what stands in the way of reading it. */
export type JsonReading = { readonly json: Value } | { readonly unknown: string } | { readonly broken: string };

/**
 * How the strings of JSON are read: as values, or as texts, where those that hold nothing but text and plain references
 * stay as they are written. Policies are full of them, and ask for nothing else.
 */
export type Strings = 'values' | 'texts';

/** A reference that is all of an interpolation. */
const PLAIN = /\$\{((?:data\.)?[a-z][a-z0-9_]*\.[\w-]+\.[\w.]+)\}/y;

/** Whether text holds no template but references that name resources. */
export function isPlainText(text: string): boolean {
  if (text.includes('%{') || text.includes('$${')) return false;
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', PLAIN.lastIndex)) {
    PLAIN.lastIndex = at;
    const reference = PLAIN.exec(text)?.[1];
    if (reference === undefined || !isIdentity(reference)) return false;
  }
  return true;
}

/**
 * Reads the JSON that an attribute holds, however it is written: as text with `${…}` in it, as a heredoc or as `jsonencode(…)`.
 * `undefined` where the attribute is not set, or only filled in by the provider.
 */
export function readJson(block: Block, attribute: string, strings: Strings = 'values'): JsonReading | undefined {
  if (block.ignores(attribute)) return readJsonValue(block.get(attribute), block, strings);
  const raw = block.body[attribute];
  // Text is read as it is written: what an interpolation gives is a value of its own, and may hold quotes.
  const written = isJsonText(raw) ? parseTemplate(raw, block, strings) : undefined;
  return written ?? readJsonValue(configured(block, attribute), block, strings);
}

/** Reads the JSON that a value is. `undefined` where there is none. */
export function readJsonValue(value: Value, from: Block, strings: Strings = 'values'): JsonReading | undefined {
  if (value === undefined || value === '') return undefined;
  if (value instanceof EncodedJson) return readingOf(value.value);
  if (isUnknown(value)) {
    const reading = parseTemplate(value.text, from, strings);
    if (reading) return reading;
    // The names of resources put no JSON right.
    return isJsonText(value.text) && isPlainText(value.text) ? BROKEN : { unknown: named(value) };
  }
  if (typeof value !== 'string') return { json: value };
  const parsed = parse(value);
  return parsed ? readingOf(settle(parsed.json, (text) => text)) : BROKEN;
}

const BROKEN = { broken: 'it is no JSON' };

/** What is not read, as messages name it: of text that may hold anything only what it refers to. */
function named({ text, references }: Unknown): string {
  if (/^\$\{[^]*\}$/.test(text)) return text;
  return references.length === 0 ? 'a template' : `a template of ${references.slice(0, 3).join(', ')}`;
}

/** Whether text is an object or a list of JSON, in whatever templates it has. */
export function isJsonText(text: unknown): text is string {
  return typeof text === 'string' && /^\s*[[{]/.test(text);
}

/** Reads JSON text with `${…}` in it. `undefined` where it is no JSON around them. */
function parseTemplate(template: string, from: Block, strings: Strings): JsonReading | undefined {
  if (!isJsonText(template)) return undefined;
  let text = template;
  let parsed = parse(text) ?? parseMasked(text);
  if (!parsed && text.includes('%{')) {
    const decided = from.withoutDirectives(text);
    if (isUnknown(decided)) return { unknown: named(decided) };
    text = decided;
    parsed = parse(text) ?? parseMasked(text);
  }
  if (!parsed) return undefined;
  if (strings === 'texts' && isPlainText(text)) return readingOf(parsed.json as Value);
  return readingOf(settle(parsed.json, (item) => (/[$%]\{/.test(item) ? from.evaluate(item) : item)));
}

/** Quotes within an interpolation are no quotes of the JSON around it: it is read without them, and has them put back. */
function parseMasked(text: string): { readonly json: Json } | undefined {
  // Text that holds the mark itself cannot be told from what stands in for an interpolation.
  if (text.includes('\\u0001')) return undefined;
  const parts: string[] = [];
  const masked = replaceInterpolations(text, (part) => `\\u0001${parts.push(part) - 1}\\u0001`);
  if (parts.length === 0) return undefined;
  return parse(masked, (_key, item) =>
    typeof item === 'string'
      ? item.replace(/\u0001(\d+)\u0001/g, (_match, index: string) => parts[Number(index)])
      : item
  );
}

function parse(text: string, reviver?: (key: string, item: unknown) => unknown): { readonly json: Json } | undefined {
  try {
    return { json: JSON.parse(text, reviver) as Json };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Turns parsed JSON that nobody else holds into a value, in place. */
function settle(json: Json, read: (text: string) => Value): Value {
  if (typeof json === 'string') return read(json);
  if (json === null || typeof json !== 'object') return json ?? undefined;
  const parts = json as { [key: string]: Value };
  for (const key of Object.keys(json)) {
    const part = parts[key] as Json;
    const settled = settle(part, read);
    if (settled !== part && key !== '__proto__') parts[key] = settled;
  }
  return json as Value;
}

function readingOf(json: Value): JsonReading {
  return isUnknown(json) ? { unknown: json.text } : { json };
}
