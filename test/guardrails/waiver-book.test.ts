import { run } from '../../lib/guardrails/engine';
import { Finding } from '../../lib/guardrails/finding';
import { MET, ResourceRule, undetermined, violated } from '../../lib/guardrails/rule';
import { Model } from '../../lib/terraform/model';
import { readStack } from '../../lib/terraform/read-stack';
import { Json, JsonObject, isUnknown } from '../../lib/terraform/value';

const TODAY = new Date('2026-06-01T00:00:00Z');

const RULE: ResourceRule = {
  id: 'TEST-001',
  name: 'is-good',
  title: 'Is good',
  severity: 'high',
  measures: [],
  rationale: '',
  fix: '',
  sources: [],
  types: ['null_resource'],
  check: (resource) => {
    const good = resource.get('good');
    if (isUnknown(good)) return undetermined('good is not known');
    return good === true ? MET : violated('good is not true');
  },
};

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
