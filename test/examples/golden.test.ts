import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { evidence } from '../../lib/evidence/evidence';
import { check } from '../../lib/guardrails/check';
import { RECORD_FILE, recordFiles } from '../../lib/guardrails/records/record-file';
import { evidenceMarkdown } from '../../lib/reports/markdown';
import { loadStacks } from '../../lib/terraform/load';
import { LIBRARY } from '../../lib/toms/engine';
import { temporaryDirectory } from '../support/synth';
import { expectTextSnapshot } from '../support/text-snapshot';

const EXAMPLES = join(__dirname, '../../examples');
const GOLDEN = join(__dirname, 'golden');
const NAMES = foldersIn(EXAMPLES);

interface Stack {
  readonly resource: { readonly [type: string]: object };
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Runs an example in this process, and returns where it wrote. */
function synthesize(name: string): string {
  const outdir = join(temporaryDirectory(), 'cdktf.out');
  mkdirSync(outdir);
  const before = process.env.CDKTF_OUTDIR;
  process.env.CDKTF_OUTDIR = outdir;
  try {
    jest.isolateModules(() => jest.requireActual(join(EXAMPLES, name, 'main.ts')));
  } finally {
    if (before === undefined) delete process.env.CDKTF_OUTDIR;
    else process.env.CDKTF_OUTDIR = before;
  }
  return outdir;
}

/** A day on which the records of the examples are in force. */
const RECORDED = new Date('2026-11-29T00:00:00Z');

/** What an example leaves as evidence, or with its records what `toms evidence --records … --at 2026-11-29` writes. */
function evidenceOf(name: string, outdir: string): string {
  const records = join(EXAMPLES, name, RECORD_FILE);
  if (!existsSync(records)) return readFileSync(join(outdir, 'evidence.md'), 'utf8');
  const stacks = loadStacks([outdir]);
  const checked = check(stacks, RECORDED, undefined, [], recordFiles(stacks, records));
  return evidenceMarkdown(evidence(checked, { pathOf: (file) => relative(outdir, file) }));
}

/** Policies are text within the JSON: as JSON of their own they can be read. */
function readable(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (key === 'path' && value.endsWith('.tfstate')) return value.replace(/^.*[\\/]/, '<working directory>/');
  return key.endsWith('policy') && value.startsWith('{') ? (JSON.parse(value) as unknown) : value;
}

describe.each(NAMES)('%s', (name) => {
  const outdir = synthesize(name);
  const stacks = readdirSync(join(outdir, 'stacks'));

  test.each(stacks)('writes the stack %s as reviewed', (stack) => {
    const json = JSON.parse(readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8')) as unknown;
    expectTextSnapshot(join(GOLDEN, name, `${stack}.tf.json`), `${JSON.stringify(json, readable, 2)}\n`);
  });

  test('leaves the evidence as reviewed', () => {
    // The configuration of a local state names this directory, and so its hash does. A release changes the version only.
    const text = evidenceOf(name, outdir)
      .replace(/\b[0-9a-f]{64}\b/g, '<SHA-256>')
      .replace(new RegExp(`(made by ${LIBRARY}) [^,]+`), '$1 <version>');
    expectTextSnapshot(join(GOLDEN, name, 'evidence.md'), text);
  });

  test('has no golden file of a stack that is gone', () => {
    const golden = readdirSync(join(GOLDEN, name)).filter((file) => file.endsWith('.tf.json'));
    expect(golden.sort()).toEqual(stacks.map((stack) => `${stack}.tf.json`).sort());
  });
});

test.each(NAMES)('the page of %s counts its resources right', (name) => {
  const [, counted] = /\b(\d+) resources\b/.exec(readFileSync(join(EXAMPLES, name, 'README.md'), 'utf8')) ?? [];
  const stacks = readdirSync(join(GOLDEN, name)).filter((file) => file.endsWith('.tf.json'));
  const written = stacks.map((file) => JSON.parse(readFileSync(join(GOLDEN, name, file), 'utf8')) as Stack);
  const resources = written.flatMap(({ resource }) => Object.values(resource).flatMap(Object.keys));
  expect(Number(counted ?? resources.length)).toBe(resources.length);
});

test('every folder of golden files is of an example', () => {
  expect(foldersIn(GOLDEN)).toEqual(NAMES);
});
