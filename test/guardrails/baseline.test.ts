import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { againstBaseline, baselineText, readBaseline } from '../../lib/guardrails/baseline';
import { check } from '../../lib/guardrails/check';
import { Report, isClean } from '../../lib/guardrails/finding';
import { readStack } from '../../lib/terraform/read-stack';
import { temporaryDirectory } from '../support/synth';

type Bodies = { readonly [name: string]: object };

function keys(
  rotations: { readonly [name: string]: boolean | undefined },
  stack = 'app',
  type = 'aws_kms_key'
): Report {
  const bodies: Bodies = Object.fromEntries(
    Object.entries(rotations).map(([name, on]) => [
      name,
      { enable_key_rotation: on, tags: { 'tom:data-class': 'internal' } },
    ])
  );
  return check([readStack(stack, `${stack}.tf.json`, { resource: { [type]: bodies } })]).report;
}

function baseline(text: string): string {
  const file = join(temporaryDirectory(), 'toms.baseline.json');
  writeFileSync(file, text);
  return file;
}

const known = (report: Report): string => baseline(baselineText(report, {}));
const newIn = ({ findings }: Report): string[] =>
  findings
    .filter(({ outcome, known: isKnown }) => outcome === 'violated' && !isKnown)
    .map(({ rule, address }) => `${rule} ${address}`);

test('what is known fails nothing, and the file follows its schema', () => {
  const before = keys({ a: false, b: false });
  const file = known(before);
  const after = againstBaseline(before, readBaseline(file));
  expect(isClean(before)).toBe(false);
  expect(newIn(after)).toEqual(newIn(after).filter((it) => it.startsWith('TF-') || it.startsWith('WAIVER-')));
  const schema = JSON.parse(readFileSync(join(__dirname, '../../schema/toms-baseline.schema.json'), 'utf8')) as object;
  const validate = new Ajv().compile(schema);
  validate(JSON.parse(readFileSync(file, 'utf8')));
  expect(validate.errors).toBeNull();
});

test('a new finding fails, at a new place as at a known one whose words change', () => {
  const file = known(keys({ a: false }));
  expect(newIn(againstBaseline(keys({ a: false, b: false }), readBaseline(file)))).toContain('KMS-001 aws_kms_key.b');
  const worse = againstBaseline(keys({ a: undefined }), readBaseline(file));
  expect(newIn(worse)).toContain('KMS-001 aws_kms_key.a');
  expect(worse.baseline?.gone.map(({ rule }) => rule)).toContain('KMS-001');
});

test('what is gone fails until it is taken out', () => {
  const file = known(keys({ a: false, b: false }));
  const fixed = keys({ a: false, b: true });
  const after = againstBaseline(fixed, readBaseline(file));
  expect(after.baseline?.gone.map(({ rule, address }) => `${rule} ${address}`)).toEqual(['KMS-001 aws_kms_key.b']);
  expect(isClean(after)).toBe(false);
  expect(againstBaseline(fixed, readBaseline(known(fixed))).baseline?.gone).toEqual([]);
});

test('the order of resources changes nothing', () => {
  expect(baselineText(keys({ b: false, a: false }), {})).toBe(baselineText(keys({ a: false, b: false }), {}));
});

test('a stack that is called otherwise is named', () => {
  const after = againstBaseline(keys({ a: false }, 'new'), readBaseline(known(keys({ a: false }, 'old'))));
  expect(after.baseline?.renamed).toEqual([['old', 'new']]);
  expect(isClean(after)).toBe(false);
  const other = againstBaseline(keys({ b: false }, 'new'), readBaseline(known(keys({ a: false }, 'old'))));
  expect(other.baseline?.renamed).toEqual([]);
});

test('what may not be waived may not be known', () => {
  const report = keys({ a: false });
  const unwaivable = report.findings.filter(({ waive }) => waive === undefined).map(({ rule }) => rule);
  const { findings } = JSON.parse(baselineText(report, {})) as { findings: { rule: string }[] };
  expect(findings.filter(({ rule }) => unwaivable.includes(rule))).toEqual([]);
});

test.each([
  ['{}', 'is no baseline: write one with toms check --baseline <file> --update-baseline'],
  ['[]', 'is no baseline'],
  ['{"version":2,"findings":[]}', 'is a baseline of version 2, and this version of toms reads version 1'],
  [
    '{"version":1,"findings":[{"rule":"KMS-001"}]}',
    'has an entry 1 that is none: each has rule, outcome, stack, address, message',
  ],
  ['{"version":1,"findings":["KMS-001"]}', 'has an entry 1 that is none'],
  ['{"version":1', 'ends early'],
])('refuses %j', (text, problem) => {
  expect(() => readBaseline(baseline(text))).toThrow(problem);
});
