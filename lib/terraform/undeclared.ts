import { referencesIn } from './expression/scanner';
import { Stack } from './stack';
import { Json, isJsonObject } from './value';

/** What may name something of the AWS provider. What does not, is not read further. */
const CANDIDATE = /(?<![\w.-])(?:data\.)?aws_[a-z0-9_]+\.[A-Za-z_][\w-]*/g;

/** Nothing but one reference, as most are. */
const PLAIN = /^\$\{((?:data\.)?aws_[a-z0-9_]+\.[A-Za-z_][\w-]*)(?:\.\w+)*\}$/;

/** Where Terraform takes names without `${…}` around them. */
const BARE = ['depends_on', 'replace_triggered_by'];

/**
 * The resource or data source of the AWS provider that something in a configuration refers to, and that no block of it declares:
 * Terraform refuses that. `undefined` where there is none.
 */
export function undeclaredIn(stack: Stack, json: Json | undefined): string | undefined {
  if (typeof json === 'string') return json.includes('aws_') && /[$%]\{/.test(json) ? missing(stack, json) : undefined;
  if (Array.isArray(json)) {
    for (const item of json) {
      const found = undeclaredIn(stack, item);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isJsonObject(json)) return undefined;
  for (const key of Object.keys(json)) {
    if (key === '//') continue;
    const found = BARE.includes(key) ? bare(stack, json[key]) : undeclaredIn(stack, json[key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first thing that a template names and nobody declares: text between quotes names nothing. */
function missing(stack: Stack, text: string): string | undefined {
  const plain = PLAIN.exec(text);
  if (plain) return has(stack, plain[1]) ? undefined : plain[1];
  const candidates = new Set([...text.matchAll(CANDIDATE)].map(([name]) => name).filter((name) => !has(stack, name)));
  if (candidates.size === 0) return undefined;
  const named = new Set(referencesIn(text).flatMap((reference) => reference.match(CANDIDATE) ?? []));
  return [...candidates].find((name) => named.has(name));
}

function bare(stack: Stack, json: Json | undefined): string | undefined {
  const names = Array.isArray(json) ? json : [json];
  return names
    .flatMap((name) => (typeof name === 'string' ? (name.match(CANDIDATE) ?? []) : []))
    .find((name) => !has(stack, name));
}

function has(stack: Stack, name: string): boolean {
  return stack.declared.has(name);
}
