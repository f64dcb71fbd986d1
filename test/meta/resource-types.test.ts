import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RESOURCE_TYPES, SERVICES } from '../../lib/aws/types';
import { ResourceType } from '../../lib/aws/types/resource-type';
import { isResourceRule } from '../../lib/guardrails/engine';
import { RULES_BY_ID } from '../../lib/guardrails/rules';
import { ReducedSchema } from '../../scripts/provider-schema/reduce';

/** The arguments by which the provider's schema shows that a demand has a meaning for a type, and the facts that answer it. */
const FACTS: { readonly [family: string]: (type: ResourceType) => boolean } = {
  backup: ({ backups, retention, lastCopy }) => [backups, retention, lastCopy].some(isKnown),
  deletion: ({ deletionProtection, lastCopy }) => [deletionProtection, lastCopy].some(isKnown),
  key: ({ atRest }) => isKnown(atRest),
  log: ({ logs }) => isKnown(logs),
  policy: ({ policy }) => isKnown(policy),
  public: ({ publicAddress }) => isKnown(publicAddress),
  transport: ({ inTransit, minTls }) => [inTransit, minTls].some(isKnown),
};

/**
 * The types that the table has no facts for, by family of arguments and by reason: that no rule asks yet, or the rules of their own that judge them.
 * `NO_RULE` is to become empty.
 */
const EXCEPTIONS = read<{ readonly [family: string]: { readonly [reason: string]: readonly string[] } }>(
  'meta/resource-types.exceptions.json'
);
const NO_RULE = 'no rule asks for it yet';

const { types: SCHEMA } = read<ReducedSchema>('support/provider-schema.json');

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(__dirname, '..', file), 'utf8')) as T;
}

function isKnown(fact: unknown): boolean {
  return fact !== undefined;
}

/** The types of the schema with arguments of a family. */
function withArguments(family: string): string[] {
  return Object.keys(SCHEMA).filter((type) => SCHEMA[type].families?.[family] !== undefined);
}

function hasFacts(family: string, type: string): boolean {
  const known = RESOURCE_TYPES[type];
  return known !== undefined && FACTS[family](known);
}

test('the schema is that of the whole provider, in every family', () => {
  expect(Object.keys(SCHEMA).length).toBeGreaterThan(1500);
  expect(Object.keys(EXCEPTIONS).sort()).toEqual(Object.keys(FACTS).sort());
  const families = new Set(Object.values(SCHEMA).flatMap((type) => Object.keys(type.families ?? {})));
  expect([...families].sort()).toEqual(Object.keys(FACTS).sort());
});

test('every service of the table is registered: `npm run generate` does it', () => {
  const files = readdirSync(join(__dirname, '../../lib/aws/types')).map((file) => file.replace(/\.ts$/, ''));
  const services = files.filter((file) => !['index', 'registry.generated', 'resource-type'].includes(file));
  expect(Object.keys(SERVICES)).toEqual(services.sort());
});

test('no type is in the files of two services', () => {
  const types = Object.values(SERVICES).flatMap((service) => Object.keys(service.types));
  expect(types.filter((type, at) => types.indexOf(type) !== at)).toEqual([]);
});

test('every type of the table is one of the provider', () => {
  expect(Object.keys(RESOURCE_TYPES).filter((type) => !(type in SCHEMA))).toEqual([]);
});

describe.each(Object.keys(FACTS))('the arguments of the family %s', (family) => {
  const excepted = Object.values(EXCEPTIONS[family] ?? {}).flat();

  test('are known to the table for every type that has them, or the type is an exception', () => {
    const unknown = withArguments(family).filter((type) => !hasFacts(family, type) && !excepted.includes(type));
    expect(unknown).toEqual([]);
  });

  test('have no exception that is not needed', () => {
    const needed = withArguments(family).filter((type) => !hasFacts(family, type));
    expect(excepted.filter((type) => !needed.includes(type))).toEqual([]);
    expect(excepted.filter((type, at) => excepted.indexOf(type) !== at)).toEqual([]);
  });
});

const REASONS = Object.entries(EXCEPTIONS).flatMap(([family, reasons]) =>
  Object.entries(reasons).map(([reason, types]) => [family, reason, types] as const)
);

test.each(REASONS.filter(([, reason]) => reason !== NO_RULE))(
  '%s: the rules %s judge what they are said to judge',
  (_family, reason, types) => {
    for (const id of reason.split(', ')) {
      const rule = RULES_BY_ID.get(id);
      if (rule === undefined || !isResourceRule(rule)) throw new Error(`there is no rule ${id} about resources`);
      expect(types.filter((type) => !rule.types.includes(type) && !rule.types.includes('*'))).toEqual([]);
    }
  }
);
