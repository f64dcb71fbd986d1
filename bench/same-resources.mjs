import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mergedStacks } from './merged-stacks.mjs';

const REFERENCE = /\b(?:data\.)?aws_\w+\.[\w-]+/g;

/**
 * Throws unless two stacks hold the same: as many resources and data sources of each type, with the same arguments and references, and the same
 * provider and backend. What the elements are called, and what stands in `//`, may differ.
 */
export function requireSameResources(file, other) {
  const [a, b] = [file, other].map((path) => contents(JSON.parse(readFileSync(path, 'utf8'))));
  requireSame(a, b, `${file} and ${other}`);
}

/** The same of several stacks that refer to each other, by their names. By which arguments a stack finds the state of another, each backend decides for itself. */
export function requireSameStacks(files, others) {
  const [a, b] = [files, others].map((byName) => {
    const { stacks, ...merged } = mergedStacks(byName);
    delete merged.data.terraform_remote_state;
    const own = stacks.map(({ name, terraform, provider }) => [name, terraform, provider]);
    return contents({ ...merged, terraform: own });
  });
  requireSame(a, b, Object.keys(files).join(', '));
}

function requireSame(a, b, names) {
  const difference = a.find((line, at) => line !== b[at]) ?? b[a.length];
  if (difference !== undefined) throw new Error(`${names} differ, first in\n${difference}`);
}

function contents({ resource = {}, data = {}, terraform, provider }) {
  const bodies = new Map([...elements('', resource), ...elements('data.', data)]);
  const typeOf = (address) => address.slice(0, address.lastIndexOf('.'));
  const named = (text, name) => text.replace(REFERENCE, (address) => (bodies.has(address) ? name(address) : address));

  // An element is called by what it holds, once without and once with what it refers to.
  const labels = new Map();
  for (const [address, body] of bodies) labels.set(address, `${typeOf(address)}.${digest(named(body, typeOf))}`);
  const lines = [...bodies].map(([address, body]) => `${typeOf(address)} ${named(body, (to) => labels.get(to))}`);
  return [...lines, `terraform ${JSON.stringify(terraform)}`, `provider ${JSON.stringify(provider)}`].sort();
}

function* elements(prefix, types) {
  for (const [type, byName] of Object.entries(types)) {
    for (const [name, body] of Object.entries(byName)) {
      yield [`${prefix}${type}.${name}`, JSON.stringify({ ...body, '//': undefined })];
    }
  }
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
