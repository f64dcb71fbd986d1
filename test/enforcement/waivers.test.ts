import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Environment, Guardrails, Posture, WaiverProps, Waivers } from '../../lib';
import { dateIn } from '../../lib/guardrails/days';
import { messageOf, newStack } from '../support/synth';

const inDays = (days: number): string => dateIn(days, new Date());
const WAIVER: WaiverProps = { rule: 'KMS-001', reason: 'imported key material', approver: 'CISO', expires: inDays(90) };

let stderr: jest.SpyInstance;
beforeEach(() => (stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true)));
afterEach(() => stderr.mockRestore());

function unrotated(scope: Construct): KmsKey {
  const tags = { 'tom:environment': 'ephemeral', 'tom:owner': 'tests', 'tom:data-class': 'internal' };
  return new KmsKey(scope, 'Key', { tags });
}

/** A stack with two scopes and a key in each that does not rotate, which KMS-001 finds. */
function keys(): { app: App; stack: TerraformStack; one: Construct; two: Construct; key: KmsKey } {
  const stack = newStack({ environment: Environment.EPHEMERAL, owner: 'tests', retentionDays: 400 });
  const app = App.of(stack);
  Guardrails.enforce(app);
  const [one, two] = ['One', 'Two'].map((id) => new Construct(stack, id));
  const key = unrotated(one);
  unrotated(two);
  return { app, stack, one, two, key };
}

/** The construct paths that a rule finds in a synthesis that fails. */
function found(app: App, rule: string): string[] {
  const blocks = messageOf(() => app.synth()).split('\n\n');
  const ofRule = blocks.filter((block) => block.startsWith('violated') && block.split('\n')[0].includes(`  ${rule}  `));
  return ofRule.map((block) => /^ {2}construct {2}(.*)$/m.exec(block)?.[1] ?? '');
}

interface Evidence {
  readonly waivers: readonly object[];
}

function synthesized(app: App): { evidence: Evidence; stack: { '//': { toms: { waivers: object[] } } } } {
  app.synth();
  return {
    evidence: JSON.parse(readFileSync(join(app.outdir, 'evidence.json'), 'utf8')) as Evidence,
    stack: JSON.parse(readFileSync(join(app.outdir, 'stacks/test/cdk.tf.json'), 'utf8')) as never,
  };
}

describe('a waiver covers', () => {
  test('the construct that it is set on and what lies below, and nothing beside', () => {
    const { app, one } = keys();
    Waivers.of(one).add(WAIVER);
    expect(found(app, 'KMS-001')).toEqual(['test/Two/Key']);
  });

  test('the very resource', () => {
    const { app, key } = keys();
    Waivers.of(key).add(WAIVER);
    expect(found(app, 'KMS-001')).toEqual(['test/Two/Key']);
  });

  test('no construct whose path only begins alike', () => {
    const { app, stack, one } = keys();
    unrotated(new Construct(stack, 'One2'));
    Waivers.of(one).add(WAIVER);
    expect(found(app, 'KMS-001').sort()).toEqual(['test/One2/Key', 'test/Two/Key']);
  });

  test('a whole stack, and no other', () => {
    const { app, stack } = keys();
    Waivers.of(stack).add(WAIVER);
    const { evidence } = synthesized(app);
    expect(evidence.waivers).toHaveLength(1);

    const other = new TerraformStack(app, 'other');
    new AwsProvider(other, 'aws', { region: 'eu-central-1' });
    unrotated(other);
    expect(found(app, 'KMS-001')).toEqual(['other/Key']);
  });

  test('its rule alone', () => {
    const { app, stack } = keys();
    Waivers.of(stack).add({ ...WAIVER, rule: 'KMS-002' });
    expect(found(app, 'KMS-001')).toEqual(['test/One/Key', 'test/Two/Key']);
  });
});

test('stands in the stack and in the evidence, with its ticket', () => {
  const { app, stack } = keys();
  Waivers.of(stack).add({ ...WAIVER, ticket: 'SEC-7' });
  const { evidence, stack: json } = synthesized(app);
  const expected = { ...WAIVER, ticket: 'SEC-7', path: 'test' };
  expect(json['//'].toms.waivers).toEqual([expected]);
  expect(evidence.waivers).toEqual([expect.objectContaining(expected)]);
});

test('may name its rule, which the stack and the evidence hold by its id', () => {
  const { app, stack } = keys();
  Waivers.of(stack).add({ ...WAIVER, rule: 'key-rotates' });
  const { evidence, stack: json } = synthesized(app);
  expect(json['//'].toms.waivers).toEqual([{ ...WAIVER, path: 'test' }]);
  expect(evidence.waivers).toEqual([expect.objectContaining({ rule: 'KMS-001' })]);
});

describe('that nothing needs', () => {
  test('fails, and nobody may waive that', () => {
    const { app, stack, one, two } = keys();
    Waivers.of(stack).add(WAIVER);
    Waivers.of(two).add({ ...WAIVER, rule: 'S3-009' });
    expect(found(app, 'WAIVER-001')).toEqual(['test/Two']);
    expect(messageOf(() => app.synth())).toContain(
      'the waiver covers nothing: S3-009 finds nothing to waive at or below test/Two'
    );
    expect(messageOf(() => Waivers.of(one).add({ ...WAIVER, rule: 'WAIVER-001' }))).toContain(
      "'waiver.rule' must be the id or the name of a rule"
    );
  });

  test('fails where the finding was fixed', () => {
    const { app, stack, one, two } = keys();
    Waivers.of(stack).add(WAIVER);
    for (const scope of [one, two]) (scope.node.findChild('Key') as KmsKey).enableKeyRotation = true;
    expect(found(app, 'WAIVER-001')).toEqual(['test']);
  });
});

describe('that ends soon', () => {
  const warned = (days: number): { text: string; evidence: Evidence } => {
    const { app, stack } = keys();
    Waivers.of(stack).add({ ...WAIVER, expires: inDays(days) });
    const { evidence } = synthesized(app);
    return { text: stderr.mock.calls.join(''), evidence };
  };

  test.each([0, 1, 29])('is announced %d days before', (days) => {
    const { text, evidence } = warned(days);
    const message = `the waiver of KMS-001 on test ends on ${inDays(days)}: fix the finding, or have CISO renew it`;
    expect(text).toContain(`warning  ${message}`);
    expect(evidence.waivers).toEqual([expect.objectContaining({ expires: inDays(days) })]);
  });

  test('is not announced earlier', () => {
    expect(warned(31).text).not.toContain('warning');
  });
});

test.each<[string, Partial<WaiverProps>, string]>([
  ['no reason', { reason: undefined }, `'waiver.reason' must say why the risk is acceptable (TOM 10.3 `],
  ['a blank reason', { reason: ' ' }, `got " "; write reason: 'why'`],
  ['no approver', { approver: undefined }, `'waiver.approver' must name who accepts the risk (TOM 10.3 `],
  ['a blank approver', { approver: '' }, `got ""; write approver: 'a name'`],
  ['no rule', { rule: undefined }, `'waiver.rule' must be the id or the name of a rule (TOM 10.3 `],
  ['an unknown rule', { rule: 'S3-999' }, `got "S3-999"; list them with 'npx toms rules'`],
  ['a rule in lower case', { rule: 'kms-001' }, `'waiver.rule' must be the id or the name of a rule`],
  ['a rule that nobody may waive', { rule: 'TF-001' }, `'waiver.rule' must be a rule that may be waived (TOM 10.3 `],
  [
    'a reason that nobody sees',
    { reason: '\u200b\u2060 \u3164' },
    `'waiver.reason' must say why the risk is acceptable`,
  ],
  ['an approver that nobody sees', { approver: '\u2800\ufe0f' }, `'waiver.approver' must name who accepts the risk`],
  [
    'a term that is too long',
    { expires: inDays(367) },
    `'waiver.expires' must be at most 366 days from today (TOM 10.3 `,
  ],
  ['no end', { expires: undefined }, `'waiver.expires' must be a date as YYYY-MM-DD (TOM 10.3 `],
  ['a date that is none', { expires: '2026-02-30' }, `'waiver.expires' must be a date as YYYY-MM-DD`],
  ['a date with a time', { expires: `${inDays(1)}T00:00:00Z` }, `'waiver.expires' must be a date as YYYY-MM-DD`],
  ['a date as people write it', { expires: '31.12.2099' }, `got "31.12.2099"; write expires: '${inDays(90)}'`],
  ['a day that is past', { expires: inDays(-1) }, `'waiver.expires' must not be past (TOM 10.3 `],
])('refuses %s', (_title, props, message) => {
  const { app, one } = keys();
  const thrown = messageOf(() => Waivers.of(one).add({ ...WAIVER, ...props }));
  expect(thrown).toContain('[test/One] ');
  expect(thrown).toContain(message);
  // What was refused covers nothing.
  expect(found(app, 'KMS-001')).toHaveLength(2);
});

test('holds for as long as the posture allows, which is shortened further in', () => {
  const { app, stack, one, two } = keys();
  Waivers.of(stack).add({ ...WAIVER, rule: 'KMS-002', expires: inDays(366) });
  Posture.set(one, { maxWaiverDays: 30 });
  const tooLong = messageOf(() => Waivers.of(one).add({ ...WAIVER, expires: inDays(31) }));
  expect(tooLong).toContain(`'waiver.expires' must be at most 30 days from today`);
  expect(tooLong).toContain(`write expires: '${inDays(30)}'`);
  Waivers.of(one).add({ ...WAIVER, expires: inDays(30) });

  // A posture that is set later is held to where the output is read.
  Waivers.of(two).add(WAIVER);
  Posture.set(two, { maxWaiverDays: 30 });
  expect(found(app, 'WAIVER-001')).toContain('test/Two');
});

test('refuses a place that belongs to no stack', () => {
  const { app } = keys();
  const message = "'Waivers.of' must be called on a stack or on a construct within one (TOM 10.3 ";
  expect(messageOf(() => Waivers.of(app))).toContain(`[App] ${message}`);
  expect(messageOf(() => Waivers.of(new Construct(app, 'Shared')))).toContain(`[Shared] ${message}`);
});

test('that was written into the stack by hand is judged all the same', () => {
  const { app, stack } = keys();
  Waivers.of(stack).add(WAIVER);
  stack.addOverride('//.toms.waivers', [{ ...WAIVER, path: 'test', expires: inDays(-1) }]);
  expect(found(app, 'WAIVER-001')).toContain('test');
  expect(messageOf(() => app.synth())).toContain(`the waiver's 'expires' must not be past, got "${inDays(-1)}"`);
});

test('in a file beside the output counts in synth as in the command', () => {
  const { app, stack, key } = keys();
  const file = join(app.outdir, '..', 'toms.waivers.json');
  const address = `aws_kms_key.${key.friendlyUniqueId}`;
  writeFileSync(file, JSON.stringify([{ ...WAIVER, address }]));
  expect(found(app, 'KMS-001')).toEqual(['test/Two/Key']);
  writeFileSync(file, JSON.stringify([{ ...WAIVER, path: stack.node.path }]));
  expect(synthesized(app).evidence.waivers).toEqual([expect.objectContaining({ ...WAIVER, path: 'test' })]);
  writeFileSync(file, JSON.stringify([{ ...WAIVER, address: 'aws_kms_key.other' }]));
  expect(messageOf(() => app.synth())).toContain('finds nothing to waive at or below aws_kms_key.other');
  writeFileSync(file, '{}');
  expect(messageOf(() => app.synth())).toContain('is no array of waivers');
});
