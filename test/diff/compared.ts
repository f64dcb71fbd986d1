import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Change, Diff } from '../../lib/diff/change';
import { diffOfStacks } from '../../lib/diff/sides';
import { readStack } from '../../lib/terraform/read-stack';
import { JsonObject } from '../../lib/terraform/value';
import { TODAY } from '../cli/toms';

export type Stacks = { readonly [name: string]: JsonObject };

/** The diff of stacks by name. */
export function compared(before: Stacks, after: Stacks): Diff {
  const [was, is] = [before, after].map((stacks) =>
    Object.entries(stacks).map(([name, json]) => readStack(name, `${name}/cdk.tf.json`, json))
  );
  return diffOfStacks(was, is, TODAY, () => ({ waivers: [], records: [] }));
}

/** The diff of the resources of one stack. What is named in both keeps the two sides related. */
export function comparedResources(before: JsonObject, after: JsonObject): Diff {
  const side = (resource: JsonObject): Stacks => ({
    app: { resource: { aws_vpc: { kept: { cidr_block: '10.0.0.0/16' } }, ...resource } },
  });
  return compared(side(before), side(after));
}

/** A change in one line, without what follows the first words of a rule's message. */
export function lineOf({ direction, subject, address, message }: Change): string {
  return `${direction} ${subject} ${address}: ${message}`;
}

const GOLDEN = join(__dirname, '../examples/golden');

/** What the examples synthesize, by example and stack. */
export function examples(): { readonly [example: string]: Stacks } {
  return Object.fromEntries(
    readdirSync(GOLDEN).map((example) => {
      const files = readdirSync(join(GOLDEN, example)).filter((file) => file.endsWith('.tf.json'));
      const stacks = files.map((file): [string, JsonObject] => {
        const text = readFileSync(join(GOLDEN, example, file), 'utf8');
        return [file.replace('.tf.json', ''), JSON.parse(text, policyText) as JsonObject];
      });
      return [example, Object.fromEntries(stacks)];
    })
  );
}

/** Policies stand in the golden files as JSON, and in the output as text. */
function policyText(key: string, value: unknown): unknown {
  return key.endsWith('policy') && typeof value === 'object' && value !== null && 'Statement' in value
    ? JSON.stringify(value)
    : value;
}
