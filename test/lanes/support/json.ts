import { readFileSync, writeFileSync } from 'node:fs';

export interface Json {
  [key: string]: unknown;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object, or an empty one where there is none. */
export function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** The objects of a list; a block may stand alone or in a list. */
export function asObjects(value: unknown): Json[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

export function readObject(file: string): Json {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(json)) throw new Error(`${file} holds no JSON object`);
  return json;
}

export function writeJson(file: string, json: unknown): void {
  writeFileSync(file, `${JSON.stringify(json, undefined, 2)}\n`);
}
