import { ClaimEvidence, ClaimReader, ClaimRule, Run, configuredState } from '../../lib/evidence/claims';
import { RuleOutcomes } from '../../lib/guardrails/finding';
import { Model } from '../../lib/terraform/model';
import { claim } from '../../lib/toms/claims/catalogue';
import { modelOf, resources } from '../support/models';

function outcomes(rule: string, found: Partial<RuleOutcomes>): RuleOutcomes {
  return { rule, met: [], violated: [], waived: [], undetermined: [], ...found };
}

function read(id: string, model: Model, found: Partial<RuleOutcomes>, more: Partial<Run> = {}): ClaimEvidence {
  const rules: readonly ClaimRule[] = [{ id: 'X-001', claims: [id], types: [] }];
  const run: Run = {
    model,
    outcomes: [outcomes('X-001', found)],
    declarations: [],
    rules,
    waivers: { sound: [], broken: [] },
    records: { records: [], reports: [], lapsed: [] },
    ...more,
  };
  const of = claim(id);
  if (!of) throw new Error(id);
  return new ClaimReader(run).read(of);
}

const BUCKETS = resources({
  aws_s3_bucket: { a: {}, b: {}, c: {} },
  aws_s3_bucket_policy: {
    a: { bucket: '${aws_s3_bucket.a.id}' },
    far: { bucket: '${var.open}' },
  },
  aws_sqs_queue: { jobs: {} },
});
const [A, B, C] = ['a', 'b', 'c'].map((name) => `stack:aws_s3_bucket.${name}`);

// 1.1.1.d: every bucket denies TLS below 1.2.
test.each([
  ['shown', { met: [A, B, C] }, { of: 3, met: 3, unjudged: [] }],
  ['in part', { met: [A] }, { of: 3, met: 1, unjudged: [B, C] }],
  ['not shown', {}, { of: 3, met: 0, unjudged: [] }],
  ['undetermined', { met: [A, B], undetermined: [C] }, { met: 2, undetermined: 1, unjudged: [] }],
  ['waived', { met: [A], undetermined: [B], waived: [C] }, { met: 1, undetermined: 1, waived: 1 }],
  ['violated', { met: [A], waived: [B], violated: [C] }, { met: 1, waived: 1, violated: 1 }],
] as const)('coverage is %s', (state, found, count) => {
  expect(read('1.1.1.d', BUCKETS, found)).toMatchObject({ state, count });
});

test('a member is met where every verdict on it and its companions is', () => {
  expect(read('1.1.1.d', BUCKETS, { met: [A, B, C], violated: ['stack:aws_s3_bucket_policy.a'] })).toMatchObject({
    state: 'violated',
    count: { of: 3, met: 2, violated: 1 },
  });
});

test('what holds for a companion of nothing that is shown proves nothing, and what does not hold is not lost', () => {
  const far = 'stack:aws_s3_bucket_policy.far';
  expect(read('1.1.1.d', BUCKETS, { met: [A, B, far] })).toMatchObject({ state: 'in part', count: { met: 2 } });
  expect(read('1.1.1.d', BUCKETS, { met: [A, B, C], violated: [far] })).toMatchObject({
    state: 'violated',
    count: { of: 3, met: 3, violated: 1 },
  });
});

test('a verdict on what the claim does not speak of counts neither way, where its rule looks at everything', () => {
  const rules = [{ id: 'X-001', claims: ['1.1.1.d'], types: ['*'] }];
  expect(read('1.1.1.d', BUCKETS, { met: [A, B, C], violated: ['stack:aws_sqs_queue.jobs'] }, { rules })).toMatchObject(
    {
      state: 'shown',
      count: { violated: 0 },
    }
  );
});

test('a bucket outside of the population takes its companions along', () => {
  const model = resources({
    aws_s3_bucket: { site: { tags: { 'tom:data-class': 'public' } }, letters: {} },
    aws_s3_bucket_policy: { site: { bucket: '${aws_s3_bucket.site.id}' } },
  });
  const found = { met: ['stack:aws_s3_bucket.letters'], violated: ['stack:aws_s3_bucket_policy.site'] };
  expect(read('8.1.d', model, found)).toMatchObject({ state: 'shown', count: { of: 1, met: 1, violated: 0 } });
});

test('what is said of a provider holds for what it makes without a Region of its own', () => {
  const model = modelOf({
    app: { provider: { aws: {} }, resource: { aws_sqs_queue: { a: {}, b: { region: 'eu-west-1' } } } },
  });
  expect(read('7.1.a', model, { met: ['app:provider.aws'] })).toMatchObject({
    state: 'in part',
    count: { of: 2, met: 1, unjudged: ['app:aws_sqs_queue.b'] },
  });
});

describe('without members', () => {
  const model = resources({ aws_sqs_queue: { jobs: {} } });

  test('coverage and absence do not apply, and say of what there is none', () => {
    expect(read('1.1.1.d', model, {})).toMatchObject({ state: 'not applicable', why: 'no buckets', count: { of: 0 } });
  });

  test('nothing is not applicable as long as a module was not read', () => {
    model.stacks[0].unreadModules.push('module.store');
    expect(read('1.1.1.d', model, {}).state).toBe('not shown');
    model.stacks[0].unreadModules.pop();
  });

  test('existence is not shown', () => {
    expect(read('8.1.a', model, {})).toMatchObject({
      state: 'not shown',
      why: 'nothing in this configuration shows it, and no record',
      count: { of: 1, met: 0 },
    });
    expect(read('6.3.b', model, {})).toMatchObject({ state: 'not shown', count: { of: 0 } });
  });
});

test('a claim that no rule looks at says so', () => {
  expect(read('1.1.1.d', BUCKETS, {}, { rules: [] })).toMatchObject({
    state: 'not shown',
    why: 'no rule looks',
    rules: [],
  });
});

test('declared and inherited claims wait for records and reports', () => {
  expect(read('8.1.h', BUCKETS, {})).toMatchObject({ state: 'not shown', why: 'no record' });
  expect(read('7.1.b', BUCKETS, {})).toMatchObject({ state: 'not shown', why: 'no report of the provider' });
});

test('accepted risks are counted as the run knows them', () => {
  const of = (sound: string[], broken: string[]): ClaimEvidence =>
    read('10.3.c', BUCKETS, {}, { waivers: { sound, broken } });
  expect(of([], [])).toMatchObject({ state: 'not applicable', why: 'no waivers' });
  expect(of(['S3-001'], [])).toMatchObject({ state: 'shown', count: { of: 1, met: 1 } });
  expect(of(['S3-001'], ['app:waiver'])).toMatchObject({ state: 'violated', count: { of: 2, met: 1, violated: 1 } });
});

describe('a claim that needs every rule', () => {
  const rules: readonly ClaimRule[] = [
    { id: 'X-001', claims: ['3.3.3.b'], types: ['aws_wafv2_web_acl'] },
    { id: 'X-002', claims: ['3.3.3.b'], types: ['aws_wafv2_web_acl'] },
    { id: 'X-003', claims: ['3.3.3.b'], types: ['aws_waf_web_acl'] },
  ];
  const model = resources({ aws_wafv2_web_acl: { a: {} } });
  const acl = 'stack:aws_wafv2_web_acl.a';

  test('is shown where each that looks at the type says so', () => {
    const more = { rules, outcomes: [outcomes('X-001', { met: [acl] }), outcomes('X-002', { met: [acl] })] };
    expect(read('3.3.3.b', model, {}, more)).toMatchObject({ state: 'shown', rules: ['X-001', 'X-002'] });
  });

  test('is not shown by one of them, and is broken by one', () => {
    expect(read('3.3.3.b', model, { met: [acl] }, { rules })).toMatchObject({ state: 'not shown', count: { met: 0 } });
    expect(read('3.3.3.b', model, { violated: [acl] }, { rules }).state).toBe('violated');
  });
});

describe('a claim that every verdict shows', () => {
  const model = resources({ aws_s3_bucket: { a: {}, b: {} }, aws_sqs_queue: { far: { count: 0 } } });

  test('counts those of rules that do not name it, and of its members only', () => {
    const rules = [{ id: 'X-001', claims: ['1.1.1.d'], types: ['aws_s3_bucket'] }];
    const found = { met: [A], violated: ['stack:aws_kms_key.elsewhere'] };
    expect(read('3.1.2.c', model, found, { rules })).toMatchObject({
      state: 'in part',
      count: { of: 2, met: 1, violated: 0, unjudged: [B] },
      rules: [],
    });
  });

  test('is not shown by a rule that looks at everything, and is broken by it', () => {
    const rules = [{ id: 'X-001', claims: ['3.1.2.b'], types: ['*'] }];
    expect(read('3.1.2.c', model, { met: [A, B] }, { rules }).state).toBe('not shown');
    expect(read('3.1.2.c', model, { violated: [A] }, { rules }).state).toBe('violated');
  });
});

test('of what has to exist, one is enough in its place, and a bad one beside it breaks nothing', () => {
  const model = resources({ aws_cloudtrail: { good: {}, bad: {} } });
  const [good, bad] = ['stack:aws_cloudtrail.good', 'stack:aws_cloudtrail.bad'];
  expect(read('8.1.a', model, { met: [good], violated: [bad] }).state).toBe('shown');
  expect(read('8.1.a', model, { violated: [bad] }).state).toBe('violated');
  expect(read('8.1.a', model, { violated: [bad], undetermined: [good] }).state).toBe('undetermined');
});

// 8.1.g: GuardDuty with Security Hub.
describe('a claim that takes one resource of each of several types', () => {
  const model = resources({
    aws_guardduty_detector: { one: {}, other: {} },
    aws_securityhub_account: { hub: {} },
    aws_guardduty_detector_feature: { s3: {} },
  });
  const [ONE, OTHER] = ['one', 'other'].map((name) => `stack:aws_guardduty_detector.${name}`);
  const HUB = 'stack:aws_securityhub_account.hub';
  const FEATURE = 'stack:aws_guardduty_detector_feature.s3';
  const state = (found: Partial<RuleOutcomes>, more?: Partial<Run>): string => read('8.1.g', model, found, more).state;

  test('is shown by one of each, and not by several of one', () => {
    expect(state({ met: [ONE, HUB] })).toBe('shown');
    expect(state({ met: [ONE, OTHER, FEATURE] })).toBe('not shown');
    expect(state({ met: [HUB] })).toBe('not shown');
  });

  test('hears nothing of other types', () => {
    expect(state({ met: [ONE, HUB], violated: [FEATURE] })).toBe('shown');
    expect(state({ met: [FEATURE, HUB] })).toBe('not shown');
  });

  test('takes the better one of a type, and the worst of the types', () => {
    expect(state({ met: [ONE, HUB], violated: [OTHER] })).toBe('shown');
    expect(state({ met: [ONE], violated: [HUB] })).toBe('violated');
    expect(state({ met: [HUB], undetermined: [ONE] })).toBe('undetermined');
  });

  test('asks every rule that looks at a resource', () => {
    const rules = ['X-001', 'X-002'].map((id) => ({ id, claims: ['8.1.g'], types: [] }));
    const found = [outcomes('X-001', { met: [ONE, HUB] }), outcomes('X-002', { violated: [ONE] })];
    expect(read('8.1.g', model, {}, { rules, outcomes: found }).state).toBe('violated');
  });

  test('is shown by no rule of a project', () => {
    const rules = [{ id: 'X-001', claims: ['8.1.g'], types: [], package: 'acme' }];
    expect(state({ met: [ONE, HUB] }, { rules })).toBe('not shown');
    expect(state({ violated: [ONE] }, { rules })).toBe('violated');
  });
});

test('a stack may be called with a colon', () => {
  const model = modelOf({ 'a:b': { resource: { aws_s3_bucket: { c: {} } } } });
  expect(read('1.2.1.f', model, { met: ['a:b:terraform.backend'] })).toMatchObject({ state: 'shown' });
});

test('existence in each place', () => {
  const none = { violated: 0, waived: 0, undetermined: 0, unjudged: [] };
  expect(configuredState('existence', { of: 2, met: 1, ...none })).toBe('in part');
  expect(configuredState('existence', { of: 2, met: 2, ...none })).toBe('shown');
  expect(configuredState('existence', { of: 0, met: 0, ...none })).toBe('not shown');
});

test('what its rules take for met by declaration is said beside what they found', () => {
  const declared = (rule: string): object => ({ rule, address: 'app:aws_kms_key.logs', says: 'logs of CloudFront' });
  const of = (...rules: string[]): ClaimEvidence =>
    read('1.1.1.d', BUCKETS, { met: [A, B, C] }, { declarations: rules.map(declared) as Run['declarations'] });
  expect(of('X-001', 'X-001')).toMatchObject({ state: 'shown', why: '2 declarations apply' });
  expect(of('X-001', 'X-002')).toMatchObject({ state: 'shown', why: '1 declaration applies' });
  expect(of('X-002').why).toBeUndefined();
});
