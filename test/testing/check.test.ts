import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { IAspect, Aspects, TerraformResource, Testing } from 'cdktf';
import { Guardrails, Waivers } from '../../lib';
import { endProcess } from '../../lib/enforcement/owed-checks';
import { checkApp, checkStack, GuardrailsError } from '../../lib/testing';
import { temporaryDirectory } from '../support/synth';
import { addBadStack, addGoodStack, addStack, newApp } from '../support/guarded-app';

const { TMPDIR } = process.env;
afterEach(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
});

const rulesOf = ({ findings }: { readonly findings: readonly { readonly rule: string }[] }): string[] => [
  ...new Set(findings.map(({ rule }) => rule)),
];

test('an app that meets its measures has no violation', () => {
  const app = newApp();
  addGoodStack(app);
  const { findings, outcomes, resources } = checkApp(app);
  expect(findings.filter(({ outcome }) => outcome === 'violated')).toEqual([]);
  expect(outcomes.find(({ rule }) => rule === 'S3-003')?.met).toHaveLength(2);
  expect(resources).toBeGreaterThan(10);
});

test('what breaks a measure is data, with the construct that it is about', () => {
  const app = newApp();
  const bucket = addBadStack(app);
  const found = checkApp(app).findings.filter(({ outcome }) => outcome === 'violated');
  expect(found).toMatchObject([
    { rule: 'S3-003', stack: 'bad', constructPath: `${bucket.node.path}/PublicAccessBlock` },
  ]);
});

test('nothing is written where the app writes, nothing is left, and synth can follow', () => {
  const app = newApp();
  addGoodStack(app);
  process.env.TMPDIR = temporaryDirectory();
  checkApp(app);
  expect(readdirSync(join(app.outdir, 'stacks'))).toEqual([]);
  expect(readdirSync(process.env.TMPDIR)).toEqual([]);
  app.synth();
  expect(existsSync(`${app.outdir}/manifest.json`)).toBe(true);
});

test('what is checked is what synth writes', () => {
  const app = newApp();
  const bucket = addGoodStack(app);
  const opens: IAspect = {
    visit: (node) => {
      if (node === bucket.node.findChild('PublicAccessBlock'))
        (node as TerraformResource).addOverride('block_public_acls', false);
    },
  };
  Aspects.of(app).add(opens);
  Aspects.of(bucket).add(opens);
  expect(rulesOf(checkApp(app))).toContain('S3-003');
});

test('an app that enforces is checked without being refused, and owes no synth at the end of the process', () => {
  const app = newApp();
  addBadStack(app);
  Guardrails.enforce(app);
  expect(rulesOf(checkApp(app))).toContain('S3-003');
  const status = process.exitCode;
  endProcess(0);
  expect(process.exitCode).toBe(status);
});

test('the error of a refused synth carries the report', () => {
  const app = newApp();
  addBadStack(app);
  Guardrails.enforce(app);
  let thrown: unknown;
  try {
    app.synth();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(GuardrailsError);
  expect(rulesOf((thrown as GuardrailsError).report!)).toContain('S3-003');
});

test('waivers count, and an app without a stack is refused', () => {
  const app = newApp();
  const bucket = addBadStack(app);
  Waivers.of(bucket).add({ rule: 'S3-003', reason: 'a test', approver: 'tests', expires: inDays(10) });
  expect(checkApp(app).findings.map(({ outcome }) => outcome)).toEqual(['waived']);
  expect(() => checkApp(newApp())).toThrow('the app has no stacks: there is nothing to check');
});

test('a stack is judged by itself, and read with the stacks that it refers to', () => {
  const app = newApp();
  const good = addGoodStack(app);
  addBadStack(app);
  const other = addStack(app, 'other');
  new SqsQueue(other, 'Queue', { kmsMasterKeyId: good.encryptionKey!.keyArn });
  expect(rulesOf(checkStack(good.node.scope as never))).toEqual([]);
  const { findings, outcomes } = checkStack(other);
  expect(findings.every(({ stack }) => stack === 'other')).toBe(true);
  expect(findings.some(({ rule, outcome }) => rule === 'SQS-002' && outcome !== 'waived')).toBe(false);
  expect(outcomes.flatMap(({ met }) => met).every((address) => address.startsWith('other:'))).toBe(true);
});

test('the text of Testing.synth is checked, which calls no guardrails itself', () => {
  const app = newApp();
  const bucket = addBadStack(app);
  Guardrails.enforce(app);
  const text = Testing.synth(bucket.node.scope as never);
  expect(rulesOf(checkStack(text))).toContain('S3-003');
  expect(() => checkStack('resource "aws_sqs_queue" {}')).toThrow(
    'what is checked must be an app, a stack, or the JSON that Testing.synth returns'
  );
  endProcess(1);
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
