import { ENGINE, LIBRARY } from '../toms/engine';

/** A string as TypeScript writes it. */
function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}

/** An import stands wherever the code is pasted at the top level of a program. */
function imported(name: string, from: string): string {
  return `import { ${name} } from ${quoted(from)};`;
}

/** Code that finds a construct from the app: it works wherever `app` is in sight, before `app.synth()`. */
function find(constructPath: string): string {
  return constructPath.split('/').reduce((code, id) => `${code}.node.findChild(${quoted(id)})`, 'app');
}

/** Code that sets attributes of a resource, for a finding that setting them fixes. */
export function fixSnippet(
  constructPath: string | undefined,
  address: string,
  set: { readonly [attribute: string]: string | number | boolean }
): string {
  const attributes = Object.entries(set);
  if (constructPath === undefined) {
    const named = quoted(address).slice(1, -1);
    return attributes.map(([name, value]) => `${named}: ${name} = ${JSON.stringify(value)}`).join('\n');
  }
  const lines = attributes.map(
    ([name, value]) =>
      `resource.addOverride(${quoted(name)}, ${typeof value === 'string' ? quoted(value) : String(value)});`
  );
  const cast = imported('TerraformResource', ENGINE);
  if (lines.length === 1) {
    return `${cast}\n(${find(constructPath)} as TerraformResource).${lines[0].slice('resource.'.length)}`;
  }
  return [
    cast,
    '{',
    `  const resource = ${find(constructPath)} as TerraformResource;`,
    ...lines.map((line) => `  ${line}`),
    '}',
  ].join('\n');
}

const REASON = 'why the risk is acceptable until then';
const APPROVER = 'who accepts it';

/** What a waiver is proposed for. */
interface Proposal {
  readonly rule: string;
  /** The statements to name, where a waiver can. */
  readonly statements: readonly string[] | undefined;
  readonly expires: string;
}

/** An entry of a waiver file, for a finding that no construct stands for. */
export function waiveEntry({
  rule,
  address,
  stack,
  statements,
  expires,
}: Proposal & { readonly address: string; readonly stack: string | undefined }): string {
  const entry = { rule, address, stack, statements, reason: REASON, approver: APPROVER, expires };
  return JSON.stringify(entry, undefined, 2);
}

/** Code that waives a finding: rule, scope and a date are filled in, the reason and the approver are for people to say. */
export function waiveSnippet(constructPath: string, { rule, statements, expires }: Proposal): string {
  return [
    imported('Waivers', LIBRARY),
    `Waivers.of(${find(constructPath)}).add({`,
    `  rule: ${quoted(rule)},`,
    ...(statements ? [`  statements: [${statements.map(quoted).join(', ')}],`] : []),
    `  reason: ${quoted(REASON)},`,
    `  approver: ${quoted(APPROVER)},`,
    `  expires: ${quoted(expires)},`,
    `});`,
  ].join('\n');
}
