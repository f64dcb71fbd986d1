import { isFixed } from '../../../lib/aws/fixed-attributes';
import { examplesOf } from '../../../lib/cli/examples';
import { run } from '../../../lib/guardrails/engine';
import { Rule } from '../../../lib/guardrails/rule';
import { RULES } from '../../../lib/guardrails/rules';
import { share } from '../../support/share';
import { Model } from '../../../lib/terraform/model';
import { readStack } from '../../../lib/terraform/read-stack';
import { Json, JsonObject, isJsonObject } from '../../../lib/terraform/value';
import { resourcesOf } from '../../../lib/rules/plan';

// "Perhaps" never makes a rule met, and never hides a violation: held here for every rule, by rewriting its examples.

type Outcome = 'met' | 'violated' | 'undetermined';

/** What a rule says of a configuration, by address. What is not judged is missing. */
function outcomesOf(rule: Rule, terraform: JsonObject): ReadonlyMap<string, Outcome> {
  const { crashes, outcomes } = run(new Model([readStack('it', 'it.tf.json', terraform)]), [rule]);
  // `expect` makes an error each time, which is felt where it is asked a hundred thousand times.
  if (crashes.length > 0) throw new Error(crashes.join('\n'));
  const found = new Map<string, Outcome>();
  for (const outcome of ['met', 'undetermined', 'violated'] as const) {
    for (const address of outcomes.flatMap((of) => of[outcome])) found.set(address.replace('it:', ''), outcome);
  }
  return found;
}

/** What is no setting of a resource. */
const META = new Set(['//', 'count', 'for_each', 'provider', 'lifecycle', 'depends_on', 'dynamic', 'tags']);

/** A place in a configuration where a literal stands. */
interface Place {
  readonly address: string;
  readonly path: string;
  readonly literal: Json;
  /** The configuration with something else there. */
  readonly replaced: (by: Json) => JsonObject;
}

function isLiteral(json: Json): boolean {
  return (typeof json === 'string' && !/[$%]\{/.test(json)) || typeof json === 'number' || typeof json === 'boolean';
}

/** Every literal of the resources and data sources of a configuration. */
function placesIn(configuration: JsonObject): Place[] {
  const places: Place[] = [];
  const copy = (): JsonObject => JSON.parse(JSON.stringify(configuration)) as JsonObject;
  const walk = (
    mode: 'managed' | 'data',
    nth: number,
    address: string,
    json: Json,
    path: (string | number)[]
  ): void => {
    if (isLiteral(json)) {
      const replaced = (by: Json): JsonObject => {
        const whole = copy();
        let at: Json = resourcesOf(whole, mode)[nth][2];
        for (const step of path.slice(0, -1)) at = (at as { [key: string | number]: Json })[step];
        (at as { [key: string | number]: Json })[path[path.length - 1]] = by;
        return whole;
      };
      places.push({ address, path: path.join('.'), literal: json, replaced });
    } else if (Array.isArray(json)) json.forEach((item, index) => walk(mode, nth, address, item, [...path, index]));
    else if (isJsonObject(json)) {
      for (const [key, item] of Object.entries(json)) {
        if (!META.has(key)) walk(mode, nth, address, item, [...path, key]);
      }
    }
  };
  for (const mode of ['managed', 'data'] as const) {
    resourcesOf(configuration, mode).forEach(([type, name, body], nth) =>
      walk(mode, nth, `${mode === 'data' ? 'data.' : ''}${type}.${name}`, body, [])
    );
  }
  return places;
}

/** Ways to write a value that only a plan can tell, whatever it will be. */
const UNKNOWN: readonly ((literal: Json) => string)[] = [
  () => '${var.perhaps}',
  () => '${filemd5(var.perhaps)}',
  () => '${terraform_data.perhaps.output}',
  () => '${var.perhaps.inner[0]}',
];

/** Ways to write a literal that say the same. */
const SAME: readonly ((literal: Json) => string)[] = [
  (literal) => `\${${JSON.stringify(literal)}}`,
  (literal) => `\${true ? ${JSON.stringify(literal)} : ${JSON.stringify(literal)}}`,
  (literal) => `\${var.perhaps == "x" ? ${JSON.stringify(literal)} : ${JSON.stringify(literal)}}`,
  (literal) => `\${try(${JSON.stringify(literal)}, null)}`,
  (literal) => `\${element([${JSON.stringify(literal)}], 0)}`,
  (literal) => `\${lookup({ a = ${JSON.stringify(literal)} }, "a", "z")}`,
  (literal) => `\${jsondecode(jsonencode(${JSON.stringify(literal)}))}`,
];

function configured(terraform: JsonObject): boolean {
  return !('format_version' in terraform);
}

const OPEN = { perhaps: {} };

function withOpen(terraform: JsonObject): JsonObject {
  return { ...terraform, variable: { ...(terraform.variable as JsonObject | undefined), ...OPEN } };
}

/** Ways to make a resource that perhaps is not there, or certainly not. */
const PERHAPS_MADE: readonly (readonly [name: string, json: Json])[] = [
  ['count', '${var.perhaps}'],
  ['count', '${var.perhaps ? 1 : 0}'],
  ['count', '${length(var.perhaps)}'],
  ['for_each', '${toset(var.perhaps)}'],
  ['for_each', '${{ for it in var.perhaps : it => it }}'],
];
const NOT_MADE: readonly (readonly [name: string, json: Json])[] = [
  ['count', 0],
  ['count', '0'],
  ['count', '${0}'],
  ['count', '${false ? 1 : 0}'],
  ['count', '${length([])}'],
  ['for_each', {}],
  ['for_each', []],
  ['for_each', '${{}}'],
  ['for_each', '${toset([])}'],
];

/** A configuration with some resource made in another way. */
function remade(terraform: JsonObject, nth: number, by: { readonly [name: string]: Json }): JsonObject {
  const copy = JSON.parse(JSON.stringify(terraform)) as JsonObject;
  Object.assign(resourcesOf(copy, 'managed')[nth][2], by);
  return copy;
}

/** A configuration without some resource. */
function lacking(terraform: JsonObject, nth: number): JsonObject {
  return remade(terraform, nth, { count: 0 });
}

/** Resources beside the ones that an example is about: those whose lack changes what is said of another. */
function companionsIn(rule: Rule, terraform: JsonObject, before: ReadonlyMap<string, Outcome>): number[] {
  return resourcesOf(terraform, 'managed').flatMap(([type, name, body], nth) => {
    // What something refers to is there, or nothing can be planned.
    if ('count' in body || 'for_each' in body || isReferredTo(terraform, `${type}.${name}`)) return [];
    const without = outcomesOf(rule, lacking(terraform, nth));
    return [...before].some(([at, is]) => at !== `${type}.${name}` && without.get(at) !== is) ? [nth] : [];
  });
}

function isReferredTo(terraform: JsonObject, address: string): boolean {
  return new RegExp(`(?<![\\w.])${address.replace('.', '\\.')}[.\\[]`).test(JSON.stringify(terraform));
}

/** Ways to write an expression that only perhaps is what it was. */
const LOOSE: readonly ((code: string) => string)[] = [
  (code) => `\${replace(${code}, "x", "y")}`,
  (code) => `\${${code}}-other`,
  (code) => `\${var.perhaps == "x" ? ${code} : "other"}`,
  (code) => `\${upper(${code})}`,
  () => '${var.perhaps}',
  () => '${filemd5(var.perhaps)}',
];

/** The literals that passing examples have at a path of a type. */
function goodAt(
  passing: readonly { readonly terraform: JsonObject }[],
  address: string,
  path: string
): readonly Json[] {
  const type = address.split('.')[0];
  const all = passing.flatMap(({ terraform }) => placesIn(terraform));
  const found = all.filter((place) => place.path === path && place.address.startsWith(`${type}.`));
  return found.map(({ literal }) => literal);
}

/** An exception, and why. */
const NAMED_OTHERWISE: { readonly [rule: string]: string } = {
  'AWS-013': 'any text may be a policy: what is not known is asked only where it is called one',
  'EC2-011': 'what is judged is a region, which is the value itself',
};

describe.each(share(RULES).map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { pass, fail } = examplesOf(rule);
  const passing = pass.filter(({ terraform }) => configured(terraform));
  const failing = fail.filter(({ terraform }) => configured(terraform));

  test('a bad value that is not known is neither met nor passed over', () => {
    const wrong: string[] = [];
    for (const { title, terraform } of failing) {
      const before = outcomesOf(rule, terraform);
      for (const { address, path, literal, replaced } of placesIn(terraform)) {
        for (const unknown of UNKNOWN) {
          const after = outcomesOf(rule, withOpen(replaced(unknown(literal))));
          for (const [at, outcome] of before) {
            const is = after.get(at);
            if (outcome !== 'violated' || is === 'violated' || is === 'undetermined' || id in NAMED_OTHERWISE) continue;
            wrong.push(`${title}: ${address} ${path} = ${unknown(literal)}: ${at} ${is ?? 'silent'}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a value that is written as an expression is judged as it is', () => {
    const wrong: string[] = [];
    for (const { title, terraform } of [...failing, ...passing]) {
      const before = outcomesOf(rule, terraform);
      for (const { address, path, literal, replaced } of placesIn(terraform)) {
        for (const same of SAME) {
          const after = outcomesOf(rule, withOpen(replaced(same(literal))));
          for (const [at, outcome] of before) {
            if (after.get(at) !== outcome)
              wrong.push(
                `${title}: ${address} ${path} = ${same(literal)}: ${at} ${after.get(at) ?? 'silent'}, not ${outcome}`
              );
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('what is not made, or perhaps not, protects nothing', () => {
    const wrong: string[] = [];
    for (const { title, terraform } of passing) {
      const before = outcomesOf(rule, terraform);
      for (const nth of companionsIn(rule, terraform, before)) {
        const [type, name] = resourcesOf(terraform, 'managed')[nth];
        const without = outcomesOf(rule, lacking(terraform, nth));
        for (const [how, json] of [...NOT_MADE, ...PERHAPS_MADE]) {
          const after = outcomesOf(rule, withOpen(remade(terraform, nth, { [how]: json })));
          for (const [at, outcome] of without) {
            if (at === `${type}.${name}` || outcome !== 'violated') continue;
            const is = after.get(at);
            const isRight = is === 'violated' || (is === 'undetermined' && PERHAPS_MADE.some((it) => it[1] === json));
            if (!isRight)
              wrong.push(`${title}: ${type}.${name} ${how} = ${JSON.stringify(json)}: ${at} ${is ?? 'silent'}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('what only perhaps names a resource does not protect it', () => {
    const wrong: string[] = [];
    for (const { title, terraform } of passing) {
      const before = outcomesOf(rule, terraform);
      for (const nth of companionsIn(rule, terraform, before)) {
        const [type, name, body] = resourcesOf(terraform, 'managed')[nth];
        const without = outcomesOf(rule, lacking(terraform, nth));
        for (const [attribute, json] of Object.entries(body)) {
          const code = typeof json === 'string' ? /^\$\{([\w.-]+)\}$/.exec(json)?.[1] : undefined;
          if (
            code === undefined ||
            !resourcesOf(terraform, 'managed').some((it) => code.startsWith(`${it[0]}.${it[1]}.`))
          )
            continue;
          for (const loose of LOOSE) {
            const after = outcomesOf(rule, withOpen(remade(terraform, nth, { [attribute]: loose(code) })));
            for (const [at, outcome] of without) {
              const is = after.get(at);
              if (!code.startsWith(`${at}.`) || outcome !== 'violated') continue;
              if (is === 'violated' || is === 'undetermined') continue;
              wrong.push(`${title}: ${type}.${name} ${attribute} = ${loose(code)}: ${at} ${is ?? 'silent'}`);
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('what Terraform is told to leave as somebody changed it is not met', () => {
    const wrong: string[] = [];
    for (const { title, terraform } of failing) {
      const before = outcomesOf(rule, terraform);
      for (const { address, path, literal, replaced } of placesIn(terraform)) {
        for (const good of goodAt(passing, address, path)) {
          const name = path.split('.')[0];
          const [type] = address.split('.');
          const nth = resourcesOf(terraform, 'managed').findIndex(([of, called]) => `${of}.${called}` === address);
          if (nth < 0 || good === literal || isFixed(`${type}.${path}`)) continue;
          const right = outcomesOf(rule, replaced(good));
          const kept = remade(replaced(good), nth, { lifecycle: { ignore_changes: [name] } });
          const after = outcomesOf(rule, kept);
          for (const [at, outcome] of before) {
            if (outcome !== 'violated' || right.get(at) !== 'met' || after.get(at) !== 'met') continue;
            wrong.push(`${title}: ${type} ignores ${path}: ${at} met`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
