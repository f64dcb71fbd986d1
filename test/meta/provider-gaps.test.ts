import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Json, JsonObject, asBlocks, isJsonObject } from '../../lib/terraform/value';
import { Argument, Arguments } from '../../scripts/provider-schema/argument';
import { typeOfSource } from '../../scripts/provider-schema/package';
import { catalogueApp } from '../support/catalogue-app';
import { temporaryDirectory } from '../support/synth';

/**
 * What the provider of a lane may be too old for: the lane takes it out of its copies, and so validates nothing of it. The provider that the stacks pin has it,
 * by the package that is made from its schema.
 */
const GAPS = (read('lanes/provider-gaps.json') as { readonly argument: string }[]).map(({ argument }) => argument);

const PACKAGE = join(__dirname, '../../node_modules/@cdktf/provider-aws/lib');

/** What any resource takes. */
const META = ['//', 'count', 'depends_on', 'for_each', 'lifecycle', 'provider', 'provisioner'];

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '..', file), 'utf8'));
}

interface Pinned {
  readonly settable: Arguments;
  readonly required: readonly string[];
}

/** What the package says of a type: its arguments, and those that it requires. */
function pinned(type: string): Pinned {
  const folder = join(PACKAGE, type.replace(/^aws_/, '').replace(/_/g, '-'));
  const [, settable] = typeOfSource(readFileSync(join(folder, 'index.js'), 'utf8'))!;
  const [, config] = /interface \w+Config extends cdkt[fn]\.TerraformMetaArguments \{([\s\S]*?)\n\}/.exec(
    readFileSync(join(folder, 'index.d.ts'), 'utf8')
  )!;
  const required = [...config.matchAll(/^ {4}readonly (\w+): /gm)].map(([, name]) =>
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  );
  return { settable, required };
}

/** The paths of a block that no argument of the package is. */
function unknownIn(block: JsonObject, settable: Arguments, path = ''): string[] {
  return Object.entries(block).flatMap(([name, value]) => {
    const argument = settable[name] as Argument | undefined;
    if (!argument) return [`${path}${name}`];
    const inner = argument.inner ?? {};
    const blocks = Object.keys(inner).length === 0 ? [] : asBlocks(value).filter(isJsonObject);
    return blocks.flatMap((one) => unknownIn(one, inner, `${path}${name}.`));
  });
}

function has(json: Json | undefined, path: readonly string[]): boolean {
  if (path.length === 0) return json !== undefined;
  return asBlocks(json).some((block) => isJsonObject(block) && has(block[path[0]], path.slice(1)));
}

const RESOURCES = (() => {
  const outdir = temporaryDirectory();
  catalogueApp(outdir).synth();
  const [stack] = readdirSync(join(outdir, 'stacks'));
  const text = readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8');
  return (JSON.parse(text) as { resource: { [type: string]: { [name: string]: JsonObject } } }).resource;
})();

describe.each(GAPS)('%s', (gap) => {
  const [type, ...path] = gap.split('.');
  const { settable, required } = pinned(type);
  const written = Object.entries(RESOURCES[type] ?? {}).filter(([, body]) => has(body, path));

  test('is written by a construct', () => {
    expect(written).not.toEqual([]);
  });

  test('is what the pinned provider takes, with all that it requires and nothing that it does not know', () => {
    for (const [name, body] of written) {
      const own = Object.fromEntries(Object.entries(body).filter(([argument]) => !META.includes(argument)));
      expect([name, unknownIn(own, settable), required.filter((one) => !(one in own))]).toEqual([name, [], []]);
    }
  });
});

test('a misspelling is seen at any depth', () => {
  const { settable } = pinned('aws_db_proxy');
  expect(unknownIn({ default_auth_schema: 'IAM_AUTH', auth: [{ iam_auths: 'REQUIRED' }] }, settable)).toEqual([
    'default_auth_schema',
    'auth.iam_auths',
  ]);
  expect(pinned('aws_db_proxy').required).toEqual(['engine_family', 'name', 'role_arn', 'vpc_subnet_ids']);
});
