import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TAKING_SECRETS, secretsOf } from '../../lib/aws/secret-attributes';
import { ReducedSchema } from '../../scripts/provider-schema/reduce';

/** What the provider marks as sensitive and is no secret, by the reason. */
const EXCEPTIONS = read<{ readonly [reason: string]: readonly string[] }>('meta/secret-attributes.exceptions.json');
const EXCEPTED = Object.values(EXCEPTIONS).flat();

const { types: SCHEMA } = read<ReducedSchema>('support/provider-schema.json');

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(__dirname, '..', file), 'utf8')) as T;
}

const SENSITIVE = Object.entries(SCHEMA).flatMap(([type, { sensitive = [] }]) =>
  sensitive.map((path) => `${type}.${path}`)
);
const KNOWN = TAKING_SECRETS.flatMap((type) => secretsOf(type).map(({ path }) => `${type}.${path}`));

test('AWS-005 knows every attribute that the provider marks as sensitive, or there is a reason that it holds no secret', () => {
  expect(SENSITIVE.length).toBeGreaterThan(100);
  expect(SENSITIVE.filter((path) => !KNOWN.includes(path) && !EXCEPTED.includes(path))).toEqual([]);
});

test('no reason is left over, and nothing is listed twice', () => {
  expect(EXCEPTED.filter((path) => KNOWN.includes(path) || !SENSITIVE.includes(path))).toEqual([]);
  expect([...EXCEPTED, ...KNOWN].filter((path, at, all) => all.indexOf(path) !== at)).toEqual([]);
});

test('every type that is known to take secrets is one of the provider', () => {
  expect(TAKING_SECRETS.filter((type) => !(type in SCHEMA))).toEqual([]);
});
