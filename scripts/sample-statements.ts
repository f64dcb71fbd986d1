// Draws statements of the evidence of the examples with a fixed seed, each with the Terraform that it speaks of: `npm run sample`.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { evidence } from '../lib/evidence/evidence';
import { check } from '../lib/guardrails/check';
import { readStack } from '../lib/terraform/read-stack';
import { JsonObject } from '../lib/terraform/value';

const GOLDEN = join(__dirname, '..', 'test', 'examples', 'golden');
const [count = 50, seed = 12] = process.argv.slice(2).map(Number);
const TODAY = new Date('2026-06-01T00:00:00Z');

interface Statement {
  readonly text: string;
  /** What has to be read to judge it. */
  readonly terraform: readonly string[];
}

/** Numbers below one, the same for the same seed: mulberry32. */
function randomOf(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The body at an address, and what refers to it. */
function bodiesOf(json: JsonObject, address: string): string[] {
  const [type, name] = address.split('.');
  const found: string[] = [];
  for (const [kind, byName] of Object.entries((json.resource ?? {}) as { readonly [type: string]: JsonObject })) {
    for (const [each, body] of Object.entries(byName)) {
      const text = JSON.stringify(body, null, 2);
      const isSubject = kind === type && each === name;
      if (isSubject) found.unshift(`${kind}.${each} ${text}`);
      else if (text.includes(`\${${address}.`)) found.push(`${kind}.${each} ${text}`);
    }
  }
  return found;
}

function statementsOf(example: string): Statement[] {
  const folder = join(GOLDEN, example);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const jsons = new Map(
    files.map((file) => [
      file.replace(/\.tf\.json$/, ''),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as JsonObject,
    ])
  );
  const shown = evidence(
    check(
      [...jsons].map(([name, json]) => readStack(name, `${name}.json`, json)),
      TODAY
    )
  );
  const ofRules = shown.rules.flatMap(({ rule, title, claims, met, violated, undetermined }) =>
    Object.entries({ met, violated, undetermined }).flatMap(([outcome, addresses]) =>
      addresses.map((qualified): Statement => {
        const at = qualified.indexOf(':');
        const json = jsons.get(qualified.slice(0, at));
        return {
          text: `${example} ${rule} (${claims.join(', ')}) ${outcome}: ${title}\n  ${qualified}`,
          terraform: json ? bodiesOf(json, qualified.slice(at + 1)) : [],
        };
      })
    )
  );
  // What does not apply or is not shown states nothing.
  const states = (state: string): boolean => !['not applicable', 'not shown'].includes(state);
  const ofMeasures = shown.measures.flatMap(({ id, title, state, claims }) => [
    ...(states(state) ? [{ text: `${example} measure ${id} ${title}: ${state}`, terraform: [] }] : []),
    ...claims
      .filter(({ state: ofClaim }) => states(ofClaim))
      .map((claim) => ({
        text: `${example} claim ${claim.id} ${claim.state}, ${claim.count?.met ?? '-'} of ${claim.count?.of ?? '-'}: ${claim.says}\n  by ${claim.rules.join(', ') || claim.why}`,
        terraform: [],
      })),
  ]);
  return [...ofRules, ...ofMeasures];
}

const random = randomOf(seed);
const all = readdirSync(GOLDEN).sort().flatMap(statementsOf);
for (let drawn = 1; drawn <= count && all.length > 0; drawn++) {
  const [{ text, terraform }] = all.splice(Math.floor(random() * all.length), 1);
  process.stdout.write(`${drawn}. ${text}\n${terraform.map((body) => body.replace(/^/gm, '     ')).join('\n')}\n\n`);
}
