import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Arguments, Types, VALUE } from './argument';

/** A function that writes a block, or the method that writes the resource. */
const HEAD = /^(?:function (\w+)ToHclTerraform\(|    (synthesizeHclAttributes)\(\))/gm;
const ENTRY = /^ +(\w+): \{\n +value: (.+),\n +isBlock: (true|false),\n +type: "(\w+)",$/gm;

/** What can be set on each resource type, by the provider package that the constructs import. */
export function typesOfPackage(folder: string): Types {
  const found: [string, Arguments][] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('data-aws-')) continue;
    const types = typeOfSource(readFileSync(join(folder, entry.name, 'index.js'), 'utf8'));
    if (types) found.push(types);
  }
  return Object.fromEntries(found);
}

/** The resource type of a compiled module of the package, and what can be set on it. */
export function typeOfSource(source: string): [type: string, settable: Arguments] | undefined {
  const type = /^\w+\.tfResourceType = "(aws_\w+)";$/m.exec(source)?.[1];
  if (type === undefined) return undefined;
  const writers = new Map<string, string>();
  const heads = [...source.matchAll(HEAD)];
  heads.forEach((head, at) => writers.set(head[1] ?? head[2], source.slice(head.index, heads[at + 1]?.index)));
  return [type, ofWriter('synthesizeHclAttributes', writers, [])];
}

function ofWriter(writer: string, writers: ReadonlyMap<string, string>, within: readonly string[]): Arguments {
  const entries = [...(writers.get(writer) ?? '').matchAll(ENTRY)];
  return Object.fromEntries(
    entries.map(([, name, value, isBlock, kind]): [string, Argument] => {
      const inner = /(\w+)ToHclTerraform[(,]/.exec(value)?.[1];
      if (isBlock === 'false' || inner === undefined) return [name, VALUE];
      const nested = within.includes(inner) ? {} : ofWriter(inner, writers, [...within, inner]);
      return [name, { kind: kindOf(kind, value), inner: nested }];
    })
  );
}

function kindOf(kind: string, value: string): Argument['kind'] {
  if (kind === 'struct') return 'object';
  if (kind === 'map') return 'value';
  return /^cdkt[fn]\.listMapperHcl\(\w+, false\)/.test(value) ? 'objects' : 'block';
}
