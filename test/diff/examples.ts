import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { JsonObject } from '../../lib/terraform/value';

/** Terraform JSON by the names of stacks. */
export type Stacks = { readonly [name: string]: JsonObject };

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
