import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RESOURCE_TYPES, SERVICES } from '../../lib/aws/types';
import { ResourceType } from '../../lib/aws/types/resource-type';
import { isResourceRule } from '../../lib/guardrails/engine';
import { NAMED_TYPES } from '../../lib/guardrails/read-types.generated';
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
 * The types that the table has no facts for, by family of arguments and by reason: the rules of their own that judge them, or in words why the
 * demand has no meaning for them.
 */
const EXCEPTIONS = read<{ readonly [family: string]: { readonly [reason: string]: readonly string[] } }>(
  'meta/resource-types.exceptions.json'
);

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

/** The ids of rules: `RDS-007`, or several. */
const IDS = /^[A-Z0-9]+-\d{3}(?:, [A-Z0-9]+-\d{3})*$/;

test.each(REASONS.filter(([, reason]) => IDS.test(reason)))(
  '%s: the rules %s judge what they are said to judge',
  (_family, reason, types) => {
    for (const id of reason.split(', ')) {
      const rule = RULES_BY_ID.get(id);
      if (rule === undefined || !isResourceRule(rule)) throw new Error(`there is no rule ${id} about resources`);
      expect(types.filter((type) => !rule.types.includes(type) && !rule.types.includes('*'))).toEqual([]);
    }
  }
);

test('every other reason is one that a reader can weigh: some words, and types that it is about', () => {
  const words = REASONS.filter(([, reason]) => !IDS.test(reason));
  expect(words.filter(([, reason, types]) => reason.split(' ').length < 5 || types.length === 0)).toEqual([]);
});

/** What is beside the resources that it is about, as the table of types or a rule reads it. */
const BESIDE = new Set(Object.values(RESOURCE_TYPES).flatMap(({ logs }) => logs?.companion?.type ?? []));

test('the log of another resource is one that a rule asks for', () => {
  const reason = 'it is the log of another resource, which rules ask for where they judge that resource';
  const types = EXCEPTIONS.log[reason];
  expect(types).not.toHaveLength(0);
  expect(types.filter((type) => !BESIDE.has(type) && !NAMED_TYPES.has(type))).toEqual([]);
});

/** The reasons that leave a type to the facts of another family, which must be there. */
const JUDGED_BY_FACTS = /which the facts on (\w+) judge$/;

test.each(REASONS.filter(([, reason]) => JUDGED_BY_FACTS.test(reason)))('%s: %s', (_family, reason, types) => {
  const [, other] = JUDGED_BY_FACTS.exec(reason) ?? [];
  expect(types.filter((type) => !hasFacts(other, type))).toEqual([]);
});
