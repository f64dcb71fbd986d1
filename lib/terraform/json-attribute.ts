import { Block } from './block';
import { configured } from './configured';
import { replaceInterpolations } from './expression/scanner';
import { EncodedJson, Json, Value, isUnknown } from './value';

/** What stands in an attribute that holds JSON: what it says, or why it cannot be read. `undefined` where nothing stands there. */
export type JsonReading =
  { readonly json: Value } | { readonly unknown: string } | { readonly broken: true } | undefined;

/** Reads the JSON in an attribute, written as text with `${…}` in it, or as `jsonencode(…)`. */
export function readJsonText(block: Block, attribute: string): JsonReading {
  const value = configured(block, attribute);
  if (value === undefined || value === '') return undefined;
  if (value instanceof EncodedJson) return { json: value.value };
  if (isUnknown(value)) return parse(value.text, block) ?? { unknown: value.text };
  if (typeof value !== 'string') return { json: value };
  return parse(value, block) ?? { broken: true };
}

/** Quotes within an interpolation are no quotes of the JSON around it: it is read without them, and has them put back. */
function parse(text: string, block: Block): JsonReading {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const parts: string[] = [];
  const masked = replaceInterpolations(text, (part) => `\\u0001${parts.push(part) - 1}\\u0001`);
  try {
    const json: unknown = JSON.parse(masked, (_key, item: unknown) =>
      typeof item === 'string'
        ? item.replace(/\u0001(\d+)\u0001/g, (_match, index: string) => parts[Number(index)])
        : item
    );
    return { json: parts.length > 0 ? block.evaluate(json as Json) : (json as Value) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
