import { readStack } from '../../lib/terraform/read-stack';
import { diffOfStacks } from '../../lib/diff/sides';
import { Json, JsonObject } from '../../lib/terraform/value';
import { TODAY } from '../cli/toms';
import { random } from '../support/random';
import { compared } from './compared';
import { Stacks, examples } from './examples';

/** Lists whose order Terraform or AWS reads. */
const ORDERED = /^(?:command|entry_point|ordered_cache_behavior)$/;

/** The same written otherwise: keys, blocks and statements in another order, a block as a list of one, scalars as text. */
function rewritten(json: Json, next: (limit: number) => number, key = ''): Json {
  if (Array.isArray(json)) {
    const items = json.map((item) => rewritten(item, next, key));
    return ORDERED.test(key) ? items : shuffled(items, next);
  }
  if (json !== null && typeof json === 'object') {
    return Object.fromEntries(
      shuffled(Object.entries(json), next).map(([name, value]) => [
        name,
        name === '//' ? value : rewritten(value, next, name),
      ])
    );
  }
  if (typeof json === 'string' && json.startsWith('{')) {
    const inner = rewritten(JSON.parse(json) as Json, next, key);
    return JSON.stringify(inner, undefined, next(3));
  }
  if (typeof json === 'boolean' && next(2) === 0) return String(json);
  return json;
}

function shuffled<T>(list: readonly T[], next: (limit: number) => number): T[] {
  const left = [...list];
  return list.map(() => left.splice(next(left.length), 1)[0]);
}

test.each(Object.entries(examples()))('%s written in other orders and forms is no change', (_example, stacks) => {
  for (let seed = 1; seed <= 3; seed++) {
    const next = random(seed);
    const other = Object.fromEntries(
      shuffled(Object.entries(stacks), next).map(([name, json]) => [name, rewrittenStack(json, next)])
    );
    const diff = compared(stacks, other);
    expect([diff.changes, diff.flows, diff.reach, diff.measures, diff.claims]).toEqual([[], [], [], [], []]);
  }
});

function rewrittenStack(json: JsonObject, next: (limit: number) => number): JsonObject {
  return {
    ...(rewritten(json, next) as JsonObject),
    // What lists of stacks and providers mean hangs on their order.
    terraform: json.terraform,
    provider: json.provider,
  };
}

test('what has another address by a moved block is no change', () => {
  const { quickstart } = examples().quickstart;
  const [bucket] = Object.keys((quickstart.resource as JsonObject).aws_s3_bucket as JsonObject);
  const text = JSON.stringify(quickstart).split(bucket).join('Renamed');
  const moved = Object.entries(quickstart.resource as { [type: string]: JsonObject }).flatMap(([type, named]) =>
    Object.keys(named).flatMap((name) =>
      name.includes(bucket) ? [{ from: `${type}.${name}`, to: `${type}.${name.split(bucket).join('Renamed')}` }] : []
    )
  );
  expect(moved.length).toBeGreaterThan(0);
  const after: Stacks = { quickstart: { ...(JSON.parse(text) as JsonObject), moved } };
  const diff = compared({ quickstart }, after);
  expect(diff.changes).toEqual([]);
  expect(diff.moved).toBe(moved.length);
  // Without the blocks Terraform would destroy and create.
  const without = compared({ quickstart }, { quickstart: JSON.parse(text) as JsonObject });
  expect(without.changes.some(({ direction, subject }) => direction === 'widens' && subject === 'store')).toBe(true);
});

test('one stack is compared with one stack, whatever they are called', () => {
  const { quickstart } = examples().quickstart;
  const diff = compared({ quickstart }, { renamed: quickstart });
  expect(diff.changes).toEqual([]);
});

test('two systems that have nothing in common are refused', () => {
  const stacks = (address: string) => [
    readStack(address, `${address}.tf.json`, { resource: { aws_vpc: { [address]: {} } } }),
  ];
  expect(() => diffOfStacks(stacks('a'), stacks('b'), TODAY, () => ({ waivers: [], records: [] }))).toThrow(
    'b.tf.json: has no resource in common with a.tf.json: these are two systems, or their stacks have other names'
  );
});
