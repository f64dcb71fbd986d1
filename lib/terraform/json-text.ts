import { Block } from './block';
import { replaceInterpolations } from './expression/scanner';
import { EncodedJson, isUnknown, Json, Value } from './value';

/** JSON whose parts may be unknown, or what stands in the way of reading it. */
export type JsonReading = { readonly json: Value } | { readonly unknown: string } | { readonly broken: string };

/**
 * Reads the JSON that an attribute holds, however it is written: as text with `${…}` in it, as a heredoc or as `jsonencode(…)`.
 * `undefined` where the attribute is not set.
 */
export function readJson(block: Block, attribute: string): JsonReading | undefined {
  const raw = block.body[attribute];
  return isJsonText(raw) ? readJsonText(raw, block) : readJsonValue(block.get(attribute), block);
}

/** Reads the JSON that a value is. `undefined` where there is none. */
export function readJsonValue(value: Value, from: Block): JsonReading | undefined {
  if (value === undefined || value === '') return undefined;
  if (value instanceof EncodedJson) return { json: value.value };
  if (typeof value === 'string') return readJsonText(value, from);
  if (!isUnknown(value)) return { json: value };
  return isJsonText(value.text) ? readJsonText(value.text, from) : { unknown: value.text };
}

/** Whether text is an object of JSON, in whatever templates it has. */
export function isJsonText(text: unknown): text is string {
  return typeof text === 'string' && /^\s*\{/.test(text);
}

/** Reads JSON text. With `${…}` in it, it is still JSON around them. */
function readJsonText(text: string, from: Block): JsonReading {
  try {
    const json = JSON.parse(text) as Json;
    return { json: OPEN_TEMPLATE.test(text) ? settle(json, from) : (json as Value) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Quotes within an interpolation are no quotes of the JSON around it.
    const parts: string[] = [];
    const masked = replaceInterpolations(text, (part) => `\u0001${parts.push(part) - 1}\u0001`);
    if (parts.length === 0) return { broken: 'it is no JSON' };
    try {
      const restored = JSON.parse(masked.replace(/\u0001/g, '\\u0001'), (_key, item: unknown) =>
        typeof item === 'string'
          ? item.replace(/\u0001(\d+)\u0001/g, (_match, index: string) => parts[Number(index)])
          : item
      ) as Json;
      return { json: settle(restored, from) };
    } catch {
      return { unknown: text.slice(0, 80) };
    }
  }
}

/** A template that is more than references to resources: those stay as they are written, and need no reading. */
const OPEN_TEMPLATE =
  /%\{|\$\$\{|\$\{(?!(?!(?:local|var|each|count|path|self|terraform|module)\.)(?:data\.)?[a-z][a-z0-9_]*\.[\w-]+\.[\w.]+\})/;

/** Reads the templates in JSON that nobody else holds, in place. */
function settle(json: Json, from: Block): Value {
  if (typeof json === 'string') return json.includes('${') || json.includes('%{') ? from.evaluate(json) : json;
  if (json === null || typeof json !== 'object') return json ?? undefined;
  const parts = json as { [key: string]: Value };
  for (const key of Object.keys(json)) {
    const part = parts[key] as Json;
    const settled = settle(part, from);
    if (settled !== part && key !== '__proto__') parts[key] = settled;
  }
  return json as Value;
}
