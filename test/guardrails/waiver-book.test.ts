import { run } from '../../lib/guardrails/engine';
import { Finding } from '../../lib/guardrails/finding';
import { MET, undetermined, violated } from '../../lib/guardrails/rule';
import { RULES_BY_ID } from '../../lib/guardrails/rules';
import { Model } from '../../lib/terraform/model';
import { readStack } from '../../lib/terraform/read-stack';
import { Json, JsonObject, isUnknown } from '../../lib/terraform/value';
import { testRule } from '../support/rules';

const TODAY = new Date('2026-06-01T00:00:00Z');

const RULE = testRule((resource) => {
  const good = resource.get('good');
  if (isUnknown(good)) return undetermined('good is not known');
  return good === true ? MET : violated('good is not true');
});

const WAIVER = { path: 'app/It', rule: 'TEST-001', reason: 'r', approver: 'a', expires: '2026-12-31' };

/** A stack with one resource, a waiver on its construct, and what else is given. */
function configuration(good: Json, other: JsonObject = {}, waivers: Json = [WAIVER]): JsonObject {
  return {
    '//': { toms: { version: 1, waivers } },
    resource: { null_resource: { it: { good, '//': { metadata: { path: 'app/It' } } } } },
    ...other,
  };
}

function plan(good: Json): JsonObject {
  const resource = { address: 'null_resource.it', mode: 'managed', type: 'null_resource', name: 'it' };
  return {
    format_version: '1.2',
    planned_values: { root_module: { resources: [{ ...resource, values: { good } }] } },
    configuration: { root_module: { resources: [{ ...resource, expressions: {} }] } },
  };
}

function outcomes(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, outcome }) => `${rule} ${outcome}`);
}

function inConfiguration(json: JsonObject): readonly Finding[] {
  return run(new Model([readStack('app', 'cdk.tf.json', json)]), [RULE], TODAY).findings;
}

function inPlan(json: JsonObject, made: JsonObject): readonly Finding[] {
  const from = readStack('app', 'cdk.tf.json', made);
  return run(new Model([readStack('app', 'plan.json', json, from)]), [RULE], TODAY).findings;
}

const OPEN = '${var.good}';

describe('one waiver covers a finding', () => {
  test('that is undetermined at synth and violated in the plan', () => {
    const made = configuration(OPEN, { variable: { good: {} } });
    const [atSynth] = inConfiguration(made);
    expect(atSynth).toMatchObject({ outcome: 'waived', message: 'good is not known', waiver: { path: 'app/It' } });
    expect(outcomes(inConfiguration(made))).toEqual(['TEST-001 waived']);
    expect(outcomes(inPlan(plan(false), made))).toEqual(['TEST-001 waived']);
  });

  test('that is undetermined at synth, and is used in a plan where the rule is met', () => {
    expect(outcomes(inPlan(plan(true), configuration(OPEN, { variable: { good: {} } })))).toEqual([]);
  });

  test('that only the plan has, where a variable or a module decides', () => {
    expect(outcomes(inConfiguration(configuration(true, { variable: { good: { default: true } } })))).toEqual([]);
    expect(outcomes(inConfiguration(configuration(true, { module: { m: { source: './m' } } })))).toEqual([]);
  });
});

describe('a waiver that nothing needs is a finding', () => {
  test.each<[string, JsonObject]>([
    ['where the rule is met', configuration(true)],
    [
      'where a variable has no default, so that the rule would not be met',
      configuration(true, { variable: { v: {} } }),
    ],
    ['where the rule has nothing', configuration(true, {}, [{ ...WAIVER, path: 'app/Other' }])],
  ])('in a configuration %s', (_title, json) => {
    expect(outcomes(inConfiguration(json))).toEqual(['WAIVER-001 violated']);
  });

  test('in a plan, where the configuration needs it no more', () => {
    expect(outcomes(inPlan(plan(true), configuration(true)))).toEqual(['WAIVER-001 violated']);
    const withDefault = configuration(true, { variable: { good: { default: true } } });
    expect(outcomes(inPlan(plan(true), withDefault))).toEqual(['WAIVER-001 violated']);
  });
});

test('an undetermined finding shows how to waive it', () => {
  const [finding] = inConfiguration(configuration(OPEN, {}, []));
  expect(finding.outcome).toBe('undetermined');
  expect(finding.waive).toContain("Waivers.of(app.node.findChild('app').node.findChild('It')).add({");
});

test('of several waivers the innermost is shown, and none is said to cover nothing', () => {
  const findings = inConfiguration(configuration(false, {}, [{ ...WAIVER, path: 'app' }, WAIVER]));
  expect(findings.map(({ outcome, waiver }) => [outcome, waiver?.path])).toEqual([['waived', 'app/It']]);
});

test('resources that say they are one construct share no waiver', () => {
  const twin = { good: false, '//': { metadata: { path: 'app/It' } } };
  const alone = { good: false, '//': { metadata: { path: 'app/Other' } } };
  const json = configuration(false, { resource: { null_resource: { one: twin, two: twin, alone } } }, [
    { ...WAIVER, path: 'app' },
    WAIVER,
  ]);
  const findings = inConfiguration(json);
  expect(findings.map(({ rule, outcome, address }) => `${rule} ${outcome} ${address}`)).toEqual([
    'TEST-001 violated null_resource.one',
    'TEST-001 violated null_resource.two',
    'WAIVER-001 violated waiver of TEST-001',
    'TEST-001 waived null_resource.alone',
  ]);
  expect(findings[2].message).toBe(
    'the waiver covers nothing at app/It, since several resources say that they are this construct: null_resource.one, null_resource.two'
  );
});

test('the instances of one resource are one construct', () => {
  const made = configuration(false, {
    resource: { null_resource: { it: { good: false, count: 2, '//': { metadata: { path: 'app/It' } } } } },
  });
  const instance = { mode: 'managed', type: 'null_resource', name: 'it', values: { good: false } };
  const resources = [0, 1].map((index) => ({ ...instance, index, address: `null_resource.it[${index}]` }));
  const json = { ...plan(false), planned_values: { root_module: { resources } } };
  expect(outcomes(inPlan(json, made))).toEqual(['TEST-001 waived', 'TEST-001 waived']);
});

describe('a waiver of statements', () => {
  const WIDE = RULES_BY_ID.get('IAM-002')!;

  function policy(...statements: JsonObject[]): JsonObject {
    const text = JSON.stringify({ Statement: statements });
    return { aws_iam_policy: { it: { policy: text, '//': { metadata: { path: 'app/It' } } } } };
  }

  function under(statements: Json, resource: JsonObject, rule = WIDE): readonly Finding[] {
    const waivers = (Array.isArray(statements) ? [statements] : (statements as { each: Json[] }).each).map((names) => ({
      ...WAIVER,
      rule: rule.id,
      statements: names,
    }));
    const json = { '//': { toms: { version: 1, waivers } }, resource };
    return run(new Model([readStack('app', 'cdk.tf.json', json)]), [rule], TODAY).findings;
  }

  const queue = { Sid: 'Queue', Effect: 'Allow', Action: 'sqs:*', Resource: '*' };
  const machine = { Sid: 'Machine', Effect: 'Allow', Action: 'ec2:*', Resource: '*' };
  const open = { Sid: 'Open', Effect: 'Allow', Action: '${var.action}', Resource: '*' };
  const fine = { Sid: 'Fine', Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' };

  test('covers a finding of these, and none of another statement that comes later', () => {
    expect(outcomes(under(['Queue'], policy(queue, fine)))).toEqual(['IAM-002 waived']);
    const [later] = under(['Queue'], policy(queue, machine));
    expect(later.outcome).toBe('violated');
    expect(later.message).toContain('; the statements in all: "Queue", "Machine"');
    expect(later.waive).toContain("  statements: ['Queue', 'Machine'],");
  });

  test('covers none where a statement beside it may break the rule', () => {
    expect(outcomes(under(['Queue'], policy(queue, open)))).toEqual(['IAM-002 violated']);
    expect(outcomes(under(['Queue', 'Open'], policy(queue, open)))).toEqual(['IAM-002 waived']);
    expect(outcomes(under(['Open'], policy(open)))).toEqual(['IAM-002 waived']);
  });

  test('covers with others what they name together', () => {
    expect(outcomes(under({ each: [['Queue'], ['Machine']] }, policy(queue, machine)))).toEqual(['IAM-002 waived']);
  });

  test.each<[string, JsonObject]>([
    ['without a Sid', policy(queue, { ...machine, Sid: '' })],
    ['of the same Sid', policy(queue, { ...machine, Sid: 'Queue' })],
    [
      'in a part that only a plan knows',
      { aws_iam_policy: { it: { '//': { metadata: { path: 'app/It' } }, policy: '${var.p}' } } },
    ],
  ])('covers none %s, and is not said to cover nothing', (_title, resource) => {
    const [finding, ...others] = under(['Queue'], resource);
    expect(finding.outcome).not.toBe('waived');
    expect(others).toEqual([]);
    expect(finding.waive).not.toContain('statements');
  });

  test('is a finding where one of them needs it no more', () => {
    const [unused, waived] = under(['Queue', 'Fine'], policy(queue, fine));
    expect(waived.outcome).toBe('waived');
    expect(unused.message).toBe(
      'the waiver covers nothing: IAM-002 finds nothing to waive at or below app/It (Queue, Fine)'
    );
  });

  test.each<[Json]>([[[]], [['']], [[7]], [['\u200b']]])('%j is unusable, and not a waiver of all', (statements) => {
    const findings = under({ each: [statements] }, policy(queue));
    expect(outcomes(findings)).toEqual(['WAIVER-001 violated', 'IAM-002 violated']);
    expect(findings[0].message).toContain("the waiver's 'statements' must be the Sids of statements");
  });

  test('is the same of resource policies, of which ranges together have no name', () => {
    const reads = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };
    const bucket = (...statements: JsonObject[]): JsonObject => ({
      aws_s3_bucket_policy: {
        it: { bucket: 'b', policy: JSON.stringify({ Statement: statements }), '//': { metadata: { path: 'app/It' } } },
      },
    });
    const rule = RULES_BY_ID.get('S3-011')!;
    expect(outcomes(under(['Read'], bucket({ ...reads, Sid: 'Read' }), rule))).toEqual(['S3-011 waived']);
    const more = bucket({ ...reads, Sid: 'Read' }, { ...reads, Sid: 'Write', Action: 's3:PutObject' });
    expect(outcomes(under(['Read'], more, rule))).toEqual(['S3-011 violated']);
    const half = (Sid: string, range: string): JsonObject => ({
      ...{ ...reads, Sid },
      Condition: { IpAddress: { 'aws:SourceIp': range } },
    });
    const halves = bucket({ ...reads, Sid: 'Read' }, half('A', '0.0.0.0/1'), half('B', '128.0.0.0/1'));
    expect(outcomes(under(['Read'], halves, rule))).toEqual(['S3-011 violated']);
  });
});
