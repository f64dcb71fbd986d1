import { examplesOf } from '../../../lib/cli/examples';
import { run } from '../../../lib/guardrails/engine';
import { Rule } from '../../../lib/guardrails/rule';
import { RULES } from '../../../lib/guardrails/rules';
import { share } from '../../support/share';
import { Model } from '../../../lib/terraform/model';
import { readStack } from '../../../lib/terraform/read-stack';
import { UnreadableInput } from '../../../lib/terraform/unreadable-input';
import { Json, JsonObject, isJsonObject } from '../../../lib/terraform/value';
import { planOf } from '../../../lib/rules/plan';

const CANARY = 'S3CR3T';

/** What stands in an address, or is no attribute. */
const META = new Set(['//', 'count', 'for_each', 'provider', 'lifecycle', 'depends_on', 'connection', 'provisioner']);

/** A configuration with the texts of its resources rewritten, in JSON within text too. Expressions stay as they are. */
function rewritten(
  configuration: JsonObject,
  rewrite: (text: string) => Json,
  rewriteJson?: (text: string) => Json
): JsonObject {
  const inner = (json: Json): Json => {
    if (typeof json === 'string') {
      const parsed = parsedJson(json);
      if (parsed !== undefined && rewriteJson) return rewriteJson(json);
      if (parsed !== undefined) return JSON.stringify(inner(parsed));
      return /[$%]\{/.test(json) ? json : rewrite(json);
    }
    if (Array.isArray(json)) return json.map(inner);
    if (!isJsonObject(json)) return json;
    return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, META.has(key) ? value : inner(value)]));
  };
  const sections = ['resource', 'data', 'locals'].filter((section) => section in configuration);
  return { ...configuration, ...Object.fromEntries(sections.map((name) => [name, inner(configuration[name])])) };
}

function parsedJson(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text) || /[$%]\{/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** How a text is rewritten with a canary in it: as a whole, at its ends, and word by word. */
const PLACES: readonly ((text: string, canary: string) => string)[] = [
  (_text, canary) => canary,
  (text, canary) => text + canary,
  (text, canary) => canary + text,
  ...[0, 1, 2, 3].map((word) => (text: string, canary: string): string => {
    let at = 0;
    return text.replace(/[\w-]+/g, (found) => (at++ === word ? canary : found));
  }),
];

/** What a rule says of Terraform, or why the Terraform is not read. */
function said(rule: Rule, terraform: JsonObject): string {
  try {
    const report = run(new Model([readStack('stack', 'stack.json', terraform)]), [rule]);
    return JSON.stringify([report.findings.map(({ message, fix, waive }) => [message, fix, waive]), report.crashes]);
  } catch (error) {
    if (error instanceof UnreadableInput) return error.message;
    throw error;
  }
}

/** What declares an address twice has no plan. */
const WITHOUT_PLAN = ['TF-001'];

const EXAMPLES = share(RULES)
  .filter(({ id }) => !WITHOUT_PLAN.includes(id))
  .flatMap((rule) => {
    const { pass, fail, undetermined = [] } = examplesOf(rule);
    const written = [...pass, ...fail, ...undetermined].filter(({ terraform }) => !('format_version' in terraform));
    return written.map(({ title, terraform }) => ({ rule, title, terraform }));
  });

/** Where the rules print what they must not. */
function leaks(variants: (terraform: JsonObject) => JsonObject[]): string[] {
  return EXAMPLES.flatMap(({ rule, title, terraform }) => {
    const found = variants(terraform)
      .map((variant) => said(rule, variant))
      .find((text) => text.toUpperCase().includes(CANARY));
    return found === undefined ? [] : [`${rule.id} ${title}: ${found}`];
  });
}

/** Everything that a plan says of its resources is marked. */
function marked(plan: JsonObject): JsonObject {
  const json = JSON.parse(JSON.stringify(plan)) as {
    planned_values: { root_module: { child_modules: { resources: JsonObject[] }[] } };
  };
  for (const { resources } of json.planned_values.root_module.child_modules) {
    for (const resource of resources) resource.sensitive_values = true;
  }
  return json;
}

test('the canary is printed where nothing hides it', () => {
  const found = leaks((terraform) => [planOf(rewritten(terraform, () => CANARY))]);
  expect(found.length).toBeGreaterThan(100);
});

test('what a plan marks as sensitive is printed by no rule', () => {
  const found = leaks((terraform) =>
    PLACES.map((place) => marked(planOf(rewritten(terraform, (text) => place(text, CANARY)))))
  );
  expect(found).toEqual([]);
});

test('literals within expressions are printed by no rule', () => {
  const variable = { variable: { open: {} } };
  const found = leaks((terraform) =>
    [
      `\${format("${CANARY}%s", var.open)}`,
      `a\${var.open == "${CANARY}" ? "" : "b"}`,
      `\${format(<<EOT\n${CANARY}\nEOT\n, var.open)}`,
      `\${var.open}%{ if var.open == "${CANARY}" }a%{ endif }`,
    ].map((expression) => ({ ...rewritten(terraform, () => expression), ...variable }))
  );
  expect(found).toEqual([]);
});

test('of a policy that is not read, nothing is printed', () => {
  const unread = `{"Statement": [{"Sid": "${CANARY}", %{ if var.open }"Effect": "${CANARY}"%{ endif }}]}`;
  const found = leaks((terraform) => [
    rewritten(
      terraform,
      (text) => text,
      () => unread
    ),
  ]);
  expect(found).toEqual([]);
});

test('credentials within addresses are printed by no rule', () => {
  const found = leaks((terraform) =>
    [`http://u:${CANARY}@h.example/x?${CANARY}#${CANARY}`, `https://${CANARY}:a/?b@h.example`]
      .map((address) => rewritten(terraform, () => address))
      // What stands where an address is expected may be none, and have blanks and quotes.
      .concat(
        [`http://u:a "b/${CANARY}@h.example`, `http://h.example?a "b ${CANARY}`].map((address) =>
          rewritten(terraform, (text) => (/^[a-z]+:\/\//.test(text) ? address : text))
        )
      )
  );
  expect(found).toEqual([]);
});

test('what a configuration marks as sensitive is printed by no rule', () => {
  const variable = { key: { sensitive: true, default: CANARY }, open: {} };
  const found = leaks((terraform) =>
    [`\${sensitive("${CANARY}")}`, `\${sensitive("${CANARY}\${var.open}")}`, CANARY].map((text) => ({
      ...rewritten(terraform, () => text),
      variable,
    }))
  );
  expect(found).toEqual([]);
});
