import { Block } from './block';
import { Lookup } from './expression/steps';
import { inputsOf } from './inputs';
import { instanceLookup, multiplicityOf } from './multiplicity';
import { Resource, Stack } from './stack';
import { sensitiveInConfiguration } from './sensitive';
import { asBlocks, isJsonObject, Json, JsonObject, labelsOf } from './value';

/**
 * The JSON of a `.tf.json` file.
 *
 * @param mayHold whether a word may be anywhere in it, where it comes from one file
 */
export function readConfiguration(
  name: string,
  file: string,
  json: JsonObject,
  mayHold?: (word: string) => boolean
): Stack {
  let isRead = false;
  const lookup = inputsOf(json, () => (isRead ? (key) => stack.byKey.get(key) : undefined));
  const stack = new Stack(name, file, 'configuration', lookup);
  if (isJsonObject(json['//'])) stack.comment = json['//'];
  for (const terraform of asBlocks(json.terraform)) {
    for (const backend of asBlocks(terraform.backend)) setBackend(stack, backend, lookup);
    if (terraform.cloud !== undefined) setBackend(stack, { cloud: terraform.cloud }, lookup);
  }
  readProviders(stack, json, lookup);
  for (const [label, body] of labelled(json.output)) stack.outputs.set(label, new Block(body, lookup));
  stack.hasDefaults = labelled(json.variable).some(([, body]) => 'default' in body);
  for (const [label, body] of labelled(json.module)) {
    stack.unreadModules.push(`module.${label}`);
    const path = pathIn(body);
    if (path !== undefined) stack.modulePaths.set(`module.${label}`, path);
  }
  sensitiveInConfiguration(json, lookup, stack.sensitive, mayHold);
  for (const mode of ['managed', 'data'] as const) {
    for (const types of asBlocks(mode === 'data' ? json.data : json.resource)) {
      for (const type of labelsOf(types)) {
        for (const labels of asBlocks(types[type])) addLabelled(stack, mode, type, labels);
      }
    }
  }
  isRead = true;
  return stack;
}

function readProviders(stack: Stack, json: JsonObject, lookup: Lookup): void {
  for (const terraform of asBlocks(json.terraform)) {
    for (const [name, required] of asBlocks(terraform.required_providers).flatMap(Object.entries)) {
      const source = isJsonObject(required) ? required.source : undefined;
      if (typeof source === 'string') stack.providers.require(name, source);
    }
  }
  for (const [name, body] of labelled(json.provider)) {
    const alias = typeof body.alias === 'string' ? `.${body.alias}` : '';
    stack.providers.add(`${name}${alias}`, new Block(body, lookup));
  }
}

function addLabelled(stack: Stack, mode: 'managed' | 'data', type: string, labels: JsonObject): void {
  for (const label of Object.keys(labels)) {
    const body = labels[label];
    if (label === '//') continue;
    if (isJsonObject(body)) addConfigured(stack, mode, type, label, body);
    else for (const block of asBlocks(body)) addConfigured(stack, mode, type, label, block);
  }
}

function addConfigured(stack: Stack, mode: 'managed' | 'data', type: string, label: string, body: JsonObject): void {
  const address = mode === 'data' ? `data.${type}.${label}` : `${type}.${label}`;
  stack.declared.add(address);
  const made = multiplicityOf(body, stack.lookup);
  if (made.kind === 'entries' && made.entries.length === 0) {
    if (stack.byKey.has(address)) stack.repeated.add(address);
    return;
  }
  const lookup = instanceLookup(stack.lookup, address, made);
  if (!stack.add(new Resource(stack, mode, type, label, body, lookup, address, '', pathIn(body)))) {
    stack.repeated.add(address);
  }
}

/** The path of the construct that cdktf wrote a block for. */
function pathIn(body: JsonObject): string | undefined {
  const comment = body['//'];
  const metadata = isJsonObject(comment) ? comment.metadata : undefined;
  return isJsonObject(metadata) && typeof metadata.path === 'string' ? metadata.path : undefined;
}

/** Terraform JSON writes labelled blocks as objects, or as lists of objects, on every level. */
export function labelled(json: Json | undefined): [label: string, body: JsonObject][] {
  const found: [string, JsonObject][] = [];
  for (const labels of asBlocks(json)) {
    for (const label of labelsOf(labels)) for (const body of asBlocks(labels[label])) found.push([label, body]);
  }
  return found;
}

function setBackend(stack: Stack, backend: JsonObject, lookup: Lookup): void {
  for (const type of labelsOf(backend))
    stack.backend = { type, block: new Block(asBlocks(backend[type])[0] ?? {}, lookup) };
}
