import { Json, JsonObject, isJsonObject } from '../../../lib/terraform/value';
import { Random } from './random';

/** A place in JSON: what holds it, and under which key. */
interface Place {
  readonly holder: JsonObject | Json[];
  readonly key: string | number;
}

/** What ends the name of a key that the text repeats: see `textOf`. */
const REPEATED = '\u0001again';

const ODD: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  '',
  'x',
  '*',
  '0',
  '1',
  'true',
  [],
  {},
  [[]],
  [{}],
  { '': {} },
];

const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  '//',
  'resource',
  'dynamic',
  'count',
  'for_each',
  'policy',
  'length',
];

const HOSTILE = [
  '::error::a',
  '##[error]',
  '\u001b[2J',
  '\u202e',
  '\u3164',
  '\ud800',
  '\u0000',
  '<script>',
  '`|',
  ']]>',
  '\n',
];

const UNITS = [
  '*a',
  'a',
  '*',
  '${',
  '$${',
  '%{',
  '${"',
  '[',
  '{',
  'a.b[',
  '(',
  '\\',
  '"',
  '1.',
  ':role/',
  '<<A\n',
  '://',
  '?',
  '${a.b.c}',
];

/** What stands before, between and behind the operands of a long text: one after the other, or all in one expression. */
const SERIES: readonly (readonly [before: string, between: string, after: string])[] = [
  ['${', '}${', '}'],
  ['${"', '" == "', '"}'],
  ['${', ' + ', '}'],
  ['${', ' && ', '}'],
  ['${', ' ? 1 : ', '}'],
  ['${f(', ', ', ')}'],
  ['${[', ', ', ']}'],
  ['${lower(', ')}${lower(', ')}'],
  ['${a[', '][', ']}'],
  ['%{if ', '}x%{endif}%{if ', '}x%{endif}'],
  ['arn:aws:s3:::${', '}*${', '}/*'],
];

const set = ({ holder, key }: Place, value: Json): void => void ((holder as { [key: string]: Json })[key] = value);

const get = ({ holder, key }: Place): Json => (holder as { [key: string]: Json })[key];

/** Every way in which a tree of JSON is changed, in one place. */
const MUTATIONS: { readonly [name: string]: (at: Place, random: Random, root: JsonObject) => void } = {
  wrap: (at, random) => set(at, random.chance(0.5) ? [get(at)] : [[get(at)]]),
  unwrap: (at) => {
    const value = get(at);
    if (typeof value === 'object' && value !== null) set(at, Object.values(value)[0] ?? null);
  },
  replace: (at, random) => set(at, structuredClone(random.one(ODD))),
  remove: ({ holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  swap: (at, random, root) => {
    const other = placeIn(root, random);
    const [one, two] = [get(at), get(other)].map((value) => structuredClone(value));
    set(at, two);
    set(other, one);
  },
  copy: (at, random, root) => set(at, structuredClone(get(placeIn(root, random)))),
  repeat: ({ holder, key }, random) => {
    if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
    else holder[`${key}${REPEATED}`] = structuredClone(random.chance(0.5) ? holder[key] : random.one(ODD));
  },
  rename: ({ holder, key }, random) => {
    if (Array.isArray(holder)) return;
    const value = holder[key];
    delete holder[key];
    const name = random.one([...KEYS, random.one(HOSTILE), `${key}${random.one(HOSTILE)}`]);
    Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
  },
  express: (at, random) => set(at, expression(random)),
  count: (at, random) => {
    const value = get(at);
    if (!isJsonObject(value)) return;
    if (random.chance(0.5)) value.count = random.one<Json>([0, 1, 3, '0', '', null, 'x', expression(random)]);
    else value.for_each = random.one<Json>([{}, [], ['a', 'b'], { a: 'b' }, 'x', null, expression(random)]);
  },
  dynamic: ({ holder, key }, random) => {
    if (Array.isArray(holder)) return;
    const content = holder[key];
    delete holder[key];
    const block: Json = { for_each: random.one<Json>([['a'], [], {}, expression(random)]), content };
    holder.dynamic = random.chance(0.5) ? { [key]: block } : [{ [key]: [block] }];
  },
  lengthen: (at, random) => {
    const text = random.one(UNITS).repeat(10 ** (1 + random.below(4)));
    const value = get(at);
    set(at, typeof value === 'string' && random.chance(0.5) ? value + text : text);
  },
  prolong: (at, random) => {
    const length = 10 ** (1 + random.below(4));
    const operands = Array.from({ length }, (_, index) => random.one(['a.b.c', 'var.a', `a.b.c${index}`]));
    const [before, between, after] = random.one(SERIES);
    set(at, before + operands.join(between) + after);
  },
  deepen: (at, random) => {
    let value = get(at);
    for (let depth = 10 ** (1 + random.below(3)) + random.below(100); depth > 0; depth--) {
      value = random.chance(0.5) ? [value] : { a: value };
    }
    set(at, value);
  },
  spoil: (at, random) => {
    const value = get(at);
    const text = typeof value === 'string' ? value : 'a';
    const split = random.below(text.length + 1);
    set(at, text.slice(0, split) + random.one(HOSTILE) + text.slice(split));
  },
};

/** Every way in which text is changed that need be no JSON afterwards. */
const TEXT_MUTATIONS: { readonly [name: string]: (text: string, random: Random) => string } = {
  flip: (text, random) => {
    const bytes = Buffer.from(text);
    for (let times = 1 + random.below(3); times > 0; times--) bytes[random.below(bytes.length)] ^= 1 << random.below(8);
    return bytes.toString('latin1');
  },
  truncate: (text, random) => text.slice(0, random.below(text.length)),
  cut: (text, random) => {
    const start = random.below(text.length);
    return text.slice(0, start) + text.slice(start + random.below(40));
  },
  double: (text, random) => {
    const start = random.below(text.length);
    const end = start + random.below(200);
    return text.slice(0, end) + text.slice(start);
  },
  insert: (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + random.one([...HOSTILE, ...UNITS, '{', '}', ',', ':', 'null']) + text.slice(at);
  },
};

/** A tree of JSON changed in up to three places, as text, and what was done to it. */
export function mutated(
  source: JsonObject,
  random: Random
): { readonly text: string; readonly how: readonly string[] } {
  const root = structuredClone(source);
  const how: string[] = [];
  for (let times = 1 + random.below(3); times > 0; times--) {
    const name = random.one(Object.keys(MUTATIONS));
    how.push(name);
    inJsonText(placeIn(root, random), random, (at, within) => MUTATIONS[name](at, random, within ?? root));
  }
  let text = textOf(root);
  if (random.chance(0.15)) {
    const name = random.one(Object.keys(TEXT_MUTATIONS));
    how.push(name);
    text = TEXT_MUTATIONS[name](text, random);
  }
  return { text, how };
}

/** Policies stand in text: half of the changes to a text of JSON are changes within it. */
function inJsonText(at: Place, random: Random, change: (at: Place, within?: JsonObject) => void): void {
  const value = get(at);
  if (typeof value === 'string' && value.startsWith('{') && random.chance(0.5)) {
    try {
      const within = JSON.parse(value) as JsonObject;
      change(placeIn(within, random), within);
      return set(at, textOf(within));
    } catch {
      // It is no JSON, or not any more.
    }
  }
  change(at);
}

/** Some place in a tree, each as likely as the others; mostly within the bodies of resources, for what is broken above them is not read at all. */
function placeIn(root: JsonObject, random: Random): Place {
  let chosen: Place = { holder: root, key: Object.keys(root)[0] ?? 'resource' };
  let seen = 0;
  const least = random.chance(0.85) ? 4 : 1;
  const walk = (holder: JsonObject | Json[], depth: number): void => {
    for (const [key, value] of Object.entries(holder)) {
      if (depth >= least && random.below(++seen) === 0)
        chosen = { holder, key: Array.isArray(holder) ? Number(key) : key };
      if (typeof value === 'object' && value !== null && seen < 5000) walk(value, depth + 1);
    }
  };
  walk(root, 1);
  return chosen;
}

/** JSON as text, in which a key may stand twice. */
function textOf(json: Json): string {
  return JSON.stringify(json, undefined, 1).replaceAll(JSON.stringify(REPEATED).slice(1), '"');
}

/** A template of HCL, mostly one that can be read. */
function expression(random: Random): string {
  const inner = (depth: number): string => {
    if (depth > 4)
      return random.one(['1', '"a"', 'true', 'null', 'var.a', 'local.b', 'each.key', 'aws_s3_bucket.a.id']);
    const next = (): string => inner(depth + 1 + random.below(2));
    return random.one([
      () => next(),
      () => `${next()} ${random.one(['+', '-', '*', '/', '%', '==', '!=', '<', '&&', '||', '?'])} ${next()}`,
      () => `${next()} ? ${next()} : ${next()}`,
      () => `${random.one(['!', '-'])}${next()}`,
      () => `(${next()})`,
      () => `[${next()}, ${next()}]`,
      () => `{a = ${next()}, "b" = ${next()}}`,
      () => `[for x in ${next()} : ${next()} if ${next()}]`,
      () => `{for k, v in ${next()} : k => v...}`,
      () => `"a\${${next()}}b"`,
      () => `"%{ if ${next()} }a%{ else }b%{ endif }"`,
      () => `<<-EOT\n  ${random.one(['a', '${var.a}', '{"a": 1}'])}\n  EOT\n`,
      () =>
        `${random.one(['jsonencode', 'merge', 'concat', 'lookup', 'try', 'format', 'join', 'toset', 'nothing'])}(${next()}, ${next()})`,
      () => `${random.one(['var', 'local', 'module', 'data.aws_x', 'aws_kms_key'])}.a[${next()}].b`,
      () => 'aws_s3_bucket.a[*].id',
    ])();
  };
  const text = `${random.one(['', 'a', '{"a": '])}\${${inner(0)}}${random.one(['', '', 'b'])}`;
  return random.chance(0.1) ? text.slice(0, random.below(text.length)) : text;
}
