import { UnreadableInput } from './unreadable-input';
import { Json, JsonObject, asBlocks, isJsonObject, joinedParts } from './value';

/** The blocks that stand at the top of a file, with how many labels each has. */
const SECTIONS: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['action', 2],
  ['provider', 1],
  ['module', 1],
  ['output', 1],
  ['variable', 1],
  ['check', 1],
  ['terraform', 0],
  ['locals', 0],
  ['moved', 0],
  ['import', 0],
  ['removed', 0],
]);

/** Whether JSON holds anything that Terraform reads at the top of a file. */
export function holdsSections(json: JsonObject): boolean {
  return Object.keys(json).some((key) => SECTIONS.has(key));
}

/** The object that a file of Terraform JSON is: a list of objects is one, in parts. */
export function rootOf(json: unknown): unknown {
  return Array.isArray(json) && json.length > 0 && json.every(isJsonObject) ? joinedParts(json) : json;
}

/** Refuses what Terraform refuses of the shape of a file. What has another shape than a block must never be left out in silence. */
export function requireSyntax(file: string, json: JsonObject): void {
  for (const section of Object.keys(json)) {
    const labels = SECTIONS.get(section);
    if (labels !== undefined) requireBlocks(file, section, json[section], labels);
    else if (section !== '//') {
      throw new UnreadableInput(file, `has ${JSON.stringify(section)} at its top, which is no block of Terraform`);
    }
  }
  const backends: string[] = [];
  for (const { backend, cloud, required_providers: required } of asBlocks(json.terraform)) {
    if (backend !== undefined) requireBlocks(file, 'terraform.backend', backend, 1);
    requireBodies(file, 'terraform.cloud', cloud);
    requireBodies(file, 'terraform.required_providers', required);
    for (const [type, body] of asBlocks(backend).flatMap(Object.entries))
      backends.push(...asBlocks(body).map(() => type));
    backends.push(...asBlocks(cloud).map(() => 'cloud'));
  }
  if (backends.length > 1) throw new UnreadableInput(file, `has several backends: ${backends.join(', ')}`);
  requireOneOfEach(file, 'locals', asBlocks(json.locals));
}

function requireBlocks(file: string, place: string, json: Json | undefined, labels: number): void {
  if (labels === 0) return requireBodies(file, place, json);
  for (const part of Array.isArray(json) ? json : [json]) {
    if (!isJsonObject(part)) throw new UnreadableInput(file, `${place} is ${kindOf(part)}, not an object of blocks`);
    for (const label of Object.keys(part)) {
      const inner = part[label];
      if (label === '//' && inner !== null) {
        throw new UnreadableInput(file, `${place} has the label //, which is a comment only within a block`);
      }
      if (labels > 1) requireBlocks(file, `${place}.${label}`, inner, labels - 1);
      // Most blocks are one object: nothing is wrong with them, and their place needs no name.
      else if (!isJsonObject(inner)) requireBodies(file, `${place}.${label}`, inner);
      else if (inner.lifecycle !== undefined || inner.dynamic !== undefined) {
        requireMeta(file, `${place}.${label}`, inner);
      }
    }
  }
}

/** What every resource may hold. A module may have variables of these names. */
function requireMeta(file: string, place: string, { lifecycle, dynamic }: JsonObject): void {
  if (!/^(?:resource|data)\./.test(place)) return;
  requireBodies(file, `${place}.lifecycle`, lifecycle);
  if (dynamic !== undefined) requireBlocks(file, `${place}.dynamic`, dynamic, 1);
}

/** `null` is no body, an object is one, and a list has one in each item: an object, its parts, or `null` for an empty one. */
function requireBodies(file: string, place: string, json: Json | undefined): void {
  if (json === undefined || json === null || isJsonObject(json)) return;
  if (!Array.isArray(json)) throw new UnreadableInput(file, `${place} is ${kindOf(json)}, not a block`);
  for (const item of json) {
    if (Array.isArray(item)) requireParts(file, place, item);
    else if (item !== null && !isJsonObject(item)) {
      throw new UnreadableInput(file, `${place} is a list with ${kindOf(item)} in it, not of blocks`);
    }
  }
}

/** An item of a list that is a list itself: one block in parts. */
function requireParts(file: string, place: string, parts: readonly Json[]): void {
  const wrong = parts.find((part) => !isJsonObject(part));
  if (wrong !== undefined) {
    throw new UnreadableInput(file, `${place} is a list with a list of ${kindOf(wrong)} in it, not of blocks`);
  }
  requireOneOfEach(file, place, parts as JsonObject[]);
}

/** No part sets what another one sets, except blocks, which stand beside each other. */
function requireOneOfEach(file: string, place: string, parts: readonly JsonObject[]): void {
  const seen = new Map<string, Json>();
  for (const part of parts) {
    for (const [name, value] of Object.entries(part)) {
      const before = seen.get(name);
      if (before !== undefined && name !== '//' && !(place !== 'locals' && mayBeBlocks(before) && mayBeBlocks(value))) {
        throw new UnreadableInput(file, `${place} sets ${JSON.stringify(name)} twice`);
      }
      seen.set(name, value);
    }
  }
}

function mayBeBlocks(json: Json): boolean {
  return typeof json === 'object';
}

function kindOf(json: Json | undefined): string {
  if (json === null || json === undefined) return 'null';
  if (Array.isArray(json)) return 'a list';
  return isJsonObject(json) ? 'an object' : `a ${typeof json}`;
}
