import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closedService } from '../../lib/aws/closed-services';
import { apartOf, holdsResourcePolicy } from '../../lib/aws/iam/resource-policies';
import { RESOURCE_TYPES, typesWith } from '../../lib/aws/types';
import { ReducedSchema } from '../../scripts/provider-schema/reduce';

/** The types that take a resource policy by which AWS-015 sees nobody read, by the reason. */
const EXCEPTIONS = read<{ readonly [reason: string]: readonly string[] }>('meta/reading.exceptions.json');
const EXCEPTED = Object.values(EXCEPTIONS).flat();

const { types: SCHEMA } = read<ReducedSchema>('support/provider-schema.json');

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(__dirname, '..', file), 'utf8')) as T;
}

/** The policies that AWS-015 reads: of a type itself, apart from it, or of the whole account. */
const READ = new Set(
  typesWith(({ reading }) => reading !== undefined).flatMap((type) => [
    type,
    apartOf(type)?.type ?? type,
    RESOURCE_TYPES[type].policy?.ofAccount ?? type,
  ])
);

/** The types of the schema that hold a resource policy, by the name of an argument. */
const HOLDERS = Object.keys(SCHEMA).filter((type) =>
  (SCHEMA[type].families?.policy ?? []).some((path) => holdsResourcePolicy(type, path.split('.').pop()!))
);

test('every resource policy of the provider is read, or there is a reason that nobody reads data by it', () => {
  expect(HOLDERS.length).toBeGreaterThan(50);
  expect(HOLDERS.filter((type) => !READ.has(type) && !EXCEPTED.includes(type))).toEqual([]);
});

test('every type that holds data and has a policy says who reads it, or there is a reason', () => {
  const stores = typesWith(({ holdsData, policy }) => holdsData === true && policy !== undefined);
  expect(stores.filter((type) => !READ.has(type) && !EXCEPTED.includes(type))).toEqual([]);
});

test('no reason is left over', () => {
  const needed = (type: string): boolean => HOLDERS.includes(type) || RESOURCE_TYPES[type]?.policy !== undefined;
  expect(EXCEPTED.filter((type) => READ.has(type) || !needed(type))).toEqual([]);
  expect(EXCEPTED.filter((type, at) => EXCEPTED.indexOf(type) !== at)).toEqual([]);
});

test('what names a store behind it names one that says who reads it, unless its own policy decides', () => {
  for (const type of typesWith(({ reading }) => reading?.store !== undefined)) {
    const { types, mustAllow } = RESOURCE_TYPES[type].reading!.store!;
    expect(types.some((store) => RESOURCE_TYPES[store].reading !== undefined)).toBe(true);
    expect(mustAllow === true || types.every((store) => RESOURCE_TYPES[store].reading !== undefined)).toBe(true);
  }
});

test('AWS-003 names what is closed', () => {
  const types = EXCEPTIONS['closed to new customers, as AWS-003 says'];
  expect(types.filter((type) => closedService(type) === undefined)).toEqual([]);
});
