import { examplesOf } from '../../lib/cli/examples';
import { run } from '../../lib/guardrails/engine';
import { Rule } from '../../lib/guardrails/rule';
import { RULES } from '../../lib/guardrails/rules';
import { Model } from '../../lib/terraform/model';
import { override } from '../../lib/terraform/overrides';
import { readStack } from '../../lib/terraform/read-stack';
import { Json, JsonObject, asBlocks, isJsonObject } from '../../lib/terraform/value';
import { BlockSchema, blockSchema } from '../../lib/rules/block-schema';
import { random } from '../support/random';

type Next = (limit: number) => number;

/** What a rule says of a configuration, and of each address. */
function outcomes(rule: Rule, terraform: Json): Json {
  const stack = readStack('example', 'example.tf.json', terraform);
  const found = run(new Model([stack]), [rule]);
  expect(found.crashes).toEqual([]);
  return found.outcomes.map(({ met, undetermined, violated }) => ({
    met: [...met].sort(),
    undetermined: [...undetermined].sort(),
    violated: [...violated].sort(),
  }));
}

/** The parts of an object, at random. */
function parts(json: JsonObject, next: Next): JsonObject[] {
  const all: JsonObject[] = Array.from({ length: 1 + next(3) }, () => ({}));
  for (const [key, value] of Object.entries(json)) all[next(all.length)][key] = value;
  return all;
}

/** A body as one of the ways to write it as an item of a list. */
function item(body: JsonObject, next: Next): Json {
  const commented = '//' in body || next(3) > 0 ? body : { '//': { a: ['comment'] }, ...body };
  return next(2) === 0 ? commented : parts(commented, next);
}

function bodies(json: Json, schema: BlockSchema, next: Next): Json {
  if (json === null) return next(2) === 0 ? null : [];
  const all = asBlocks(json).map((body) => item(blocksIn(body, schema, next), next));
  return all.length === 1 && isJsonObject(all[0]) && next(2) === 0 ? all[0] : all;
}

/** Blocks in another syntax. Only where the schema has a block: what has attributes that look like one, Terraform reads as a value. */
function blocksIn(body: JsonObject, schema: BlockSchema, next: Next): JsonObject {
  return Object.fromEntries(
    Object.entries(body).map(([name, json]): [string, Json] => {
      if (name === 'lifecycle') return [name, bodies(json, NO_BLOCKS, next)];
      if (name === 'dynamic') return [name, labelled(json, next, (dynamic) => bodies(dynamic, CONTENT, next))];
      const inner = schema.inner.get(name);
      const isBlock = inner?.kind === 'block' && typeof json === 'object' && asBlocks(json).length > 0;
      return [name, isBlock ? bodies(json, inner, next) : json];
    })
  );
}

const NO_BLOCKS: BlockSchema = { inner: new Map() };
const CONTENT: BlockSchema = { inner: new Map([['content', { kind: 'block', inner: new Map() }]]) };
const STATEMENTS = ['condition', 'not_principals', 'principals'].map(
  (name) => [name, CONTENT.inner.get('content')!] as const
);
const DOCUMENT: BlockSchema = { inner: new Map([['statement', { kind: 'block', inner: new Map(STATEMENTS) }]]) };

function labelled(json: Json, next: Next, inner: (json: Json, label: string) => Json): Json {
  const all = asBlocks(json).flatMap((labels) =>
    parts(Object.fromEntries(Object.entries(labels).map(([label, it]) => [label, inner(it, label)])), next)
  );
  return all.filter((part) => Object.keys(part).length > 0);
}

/** A configuration that says the same in another syntax. */
function rewritten(terraform: JsonObject, next: Next): Json {
  const sections = Object.entries(terraform).map(([section, json]): [string, Json] => {
    if (section === 'resource') {
      return [
        section,
        labelled(json, next, (names, type) => labelled(names, next, (it) => bodies(it, blockSchema(type), next))),
      ];
    }
    if (section === 'data') {
      const schema = (type: string): BlockSchema => (type === 'aws_iam_policy_document' ? DOCUMENT : NO_BLOCKS);
      return [
        section,
        labelled(json, next, (names, type) => labelled(names, next, (it) => bodies(it, schema(type), next))),
      ];
    }
    if (['provider', 'output', 'variable', 'module'].includes(section)) {
      return [section, labelled(json, next, (it) => bodies(it, NO_BLOCKS, next))];
    }
    if (section === 'locals' || section === 'terraform') return [section, bodies(json, NO_BLOCKS, next)];
    return [section, json];
  });
  return parts(Object.fromEntries(sections), next);
}

/** Takes arguments out of resources, at random, into an override file. */
function overriding(terraform: JsonObject, next: Next): [base: JsonObject, by: JsonObject] {
  const base = JSON.parse(JSON.stringify(terraform)) as JsonObject;
  const by: { [type: string]: { [name: string]: JsonObject } } = {};
  for (const types of asBlocks(base.resource)) {
    for (const [type, names] of Object.entries(types)) {
      for (const [name, body] of asBlocks(names).flatMap(Object.entries)) {
        if (!isJsonObject(body)) continue;
        for (const key of Object.keys(body)) {
          if (META.has(key) || next(2) > 0 || body[key] === null || asList(body[key]).length === 0) continue;
          ((by[type] ??= {})[name] ??= {})[key] = body[key];
          if (next(2) === 0) delete body[key];
          else body[key] = 'overridden';
        }
      }
    }
  }
  return [base, { resource: by }];
}

const META = new Set(['//', 'count', 'for_each', 'depends_on', 'dynamic', 'lifecycle']);

function asList(json: Json): Json[] {
  return Array.isArray(json) ? json : [json];
}

const EXAMPLES = RULES.flatMap((rule) => {
  const { pass, fail, undetermined = [] } = examplesOf(rule);
  return [...pass, ...fail, ...undetermined]
    .filter(({ terraform }) => !('format_version' in terraform))
    .map(({ terraform }) => ({ rule, terraform: JSON.parse(JSON.stringify(terraform)) as JsonObject }));
});

test('rules say the same of every syntax in which their examples may be written', () => {
  const next = random(20_241);
  const wrong: Json[] = [];
  let differing = 0;
  for (const { rule, terraform } of EXAMPLES) {
    const other = rewritten(terraform, next);
    if (JSON.stringify(other) !== JSON.stringify([terraform])) differing++;
    const [one, same] = [outcomes(rule, terraform), outcomes(rule, other)];
    if (JSON.stringify(one) !== JSON.stringify(same)) wrong.push({ rule: rule.id, one, same, other });
  }
  expect(wrong).toEqual([]);
  expect(differing).toBeGreaterThan(EXAMPLES.length * 0.9);
});

test('rules say the same where an override file holds a part of their examples', () => {
  const next = random(20_242);
  const wrong: Json[] = [];
  let differing = 0;
  for (const { rule, terraform } of EXAMPLES) {
    const [base, by] = overriding(terraform, next);
    if (Object.keys(by.resource as JsonObject).length > 0) differing++;
    override(base, 'a_override.tf.json', by);
    const [one, same] = [outcomes(rule, terraform), outcomes(rule, base)];
    if (JSON.stringify(one) !== JSON.stringify(same)) wrong.push({ rule: rule.id, one, same, by });
  }
  expect(wrong).toEqual([]);
  expect(differing).toBeGreaterThan(EXAMPLES.length * 0.5);
});
