import { ClaimEvidence } from '../../lib/evidence/claims';
import { Evidence, evidence } from '../../lib/evidence/evidence';
import { processingOf } from '../../lib/evidence/processing';
import { check } from '../../lib/guardrails/check';
import { companyRule } from '../../lib/guardrails/company/company-rule';
import { RuleDefinition } from '../../lib/guardrails/company/definition';
import { RULES } from '../../lib/guardrails/rules';
import { NO_SETTINGS, Settings } from '../../lib/guardrails/settings/settings';
import { met, violated } from '../../lib/rules';
import { readStack } from '../../lib/terraform/read-stack';
import { ClaimRecord } from '../../lib/toms/claim-records';
import { CLAIMS, RecordClaimId, RuleClaimId } from '../../lib/toms/claims/catalogue';
import { Claim, isConfigured } from '../../lib/toms/claims/claim';
import { companyDefinition } from '../support/company';
import { RECORD } from '../support/kept';

const TODAY = new Date('2026-06-01T00:00:00Z');
const PROVEN = ['shown', 'in part', 'declared'];

const STACKS = [
  readStack('app', 'app.tf.json', {
    resource: {
      aws_kms_key: { k: { enable_key_rotation: true, rotation_period_in_days: 90, deletion_window_in_days: 30 } },
      aws_s3_bucket: { a: {}, b: {} },
      aws_s3_bucket_versioning: {
        a: { bucket: '${aws_s3_bucket.a.id}', versioning_configuration: { status: 'Enabled' } },
      },
      aws_sqs_queue: { jobs: { kms_master_key_id: '${aws_kms_key.k.arn}' } },
      aws_db_instance: { db: { storage_encrypted: true, multi_az: true, backup_retention_period: 35 } },
    },
  }),
];

function evidenceOf(settings: Partial<Settings> = {}): Evidence {
  return evidence(check(STACKS, TODAY, undefined, [], [], { ...NO_SETTINGS, ...settings }));
}

function claimsOf({ measures }: Evidence): ReadonlyMap<string, ClaimEvidence> {
  return new Map(measures.flatMap(({ claims }) => claims.map((claim) => [claim.id, claim] as const)));
}

const BEFORE = evidenceOf();
const JUDGING = BEFORE.rules.map(({ rule }) => rule).filter((id) => RULES.some((rule) => rule.id === id));

test('the system shows something to begin with', () => {
  expect(JUDGING.length).toBeGreaterThan(20);
  expect([...claimsOf(BEFORE).values()].filter(({ state }) => PROVEN.includes(state)).length).toBeGreaterThan(8);
});

test.each(JUDGING)('where %s is skipped, none of its claims is shown, and the reason is', (id) => {
  const { claims } = RULES.find((rule) => rule.id === id)!;
  const after = evidenceOf({ skipped: [{ rule: id, by: 'skip it, toms.config.json' }] });
  const all = claimsOf(after);
  for (const claim of claims) {
    const { state, why, count } = all.get(claim)!;
    expect([claim, PROVEN.includes(state)]).toEqual([claim, false]);
    if (state === 'not shown') {
      expect(why).toBe(`${id} is skipped (skip it, toms.config.json)`);
      expect(count?.met).toBe(0);
    }
  }
  // What other rules show stays as it is, but claims that hang on every verdict.
  for (const [claim, before] of claimsOf(BEFORE)) {
    if ((claims as readonly string[]).includes(claim) || all.get(claim)!.why?.includes('is skipped')) continue;
    expect([claim, all.get(claim)!.state]).toEqual([claim, before.state]);
  }
  expect(after.skipped).toEqual([{ rule: id, by: 'skip it, toms.config.json' }]);
  expect(after.rules.map(({ rule }) => rule)).not.toContain(id);
});

test('a record does not speak for a rule that is skipped', () => {
  const orRecord = Object.values<readonly Claim[]>(CLAIMS)
    .flat()
    .filter(isConfigured)
    .find(({ id, orRecord: may }) => may && RULES.some(({ claims }) => (claims as readonly string[]).includes(id)))!;
  const { id: rule } = RULES.find(({ claims }) => (claims as readonly string[]).includes(orRecord.id))!;
  const is: ClaimRecord = { ...RECORD, claims: [orRecord.id as RecordClaimId] };
  const { report, model } = check(STACKS, TODAY);
  const records = { ...report.records, records: [{ is, stacks: ['app'] }] };
  const state = (skipped: Settings['skipped']) =>
    claimsOf(
      evidence({
        report: { ...report, records, outcomes: report.outcomes.filter((one) => one.rule !== rule), skipped },
        model,
        erasure: () => [],
      })
    ).get(orRecord.id)!.state;
  expect(state([])).toBe('declared');
  expect(state([{ rule, by: 'skip it' }])).toBe('not shown');
});

test('a record of processing knows no keys where a rule about them is skipped', () => {
  const keysOf = (skipped: Settings['skipped']) => {
    const { model, report } = check(STACKS, TODAY, undefined, [], [], { ...NO_SETTINGS, skipped });
    return processingOf(model, report).stores.map(({ ownKey }) => ownKey);
  };
  expect(keysOf([])).toContain('yes');
  expect(keysOf([{ rule: 'EFS-001', by: 'skip it' }])).not.toContain('yes');
});

const ALL_CLAIMS = Object.values<readonly Claim[]>(CLAIMS)
  .flat()
  .filter(isConfigured)
  .map(({ id }) => id as RuleClaimId);

function withRule(changed: Partial<RuleDefinition>): ReadonlyMap<string, ClaimEvidence> {
  return claimsOf(evidenceOf({ companyRules: [companyRule(companyDefinition(changed), './rules.js')] }));
}

test('a rule of a company that finds everything met shows no claim', () => {
  const before = claimsOf(BEFORE);
  const after = withRule({ types: ['*'], claims: ALL_CLAIMS, check: () => met() });
  for (const [id, { state, count }] of after) {
    expect([id, state]).toEqual([id, before.get(id)!.state]);
    expect([id, count]).toEqual([id, before.get(id)!.count]);
  }
});

test('what it finds broken counts against the claims that it names, also of what has to exist, and against no other', () => {
  const before = claimsOf(BEFORE);
  const judged = ['aws_kms_key', 'aws_s3_bucket', 'aws_sqs_queue', 'aws_db_instance'];
  const after = withRule({ types: judged, claims: ALL_CLAIMS, check: () => violated('not as we want it') });
  const proven = [...before].filter(([, { state, kind }]) => PROVEN.includes(state) && kind !== 'declared');
  const stillProven = proven.filter(([id]) => PROVEN.includes(after.get(id)!.state)).map(([id]) => id);
  // Only claims whose members are no resources stay: the rule judged none of them.
  for (const id of stillProven)
    expect([id, before.get(id)!.over]).toEqual([
      id,
      expect.stringMatching(/stack|account|waiver|state|provider|element|backend|region/i),
    ]);
  const one = withRule({ types: ['aws_kms_key'], claims: ['1.3.1.a'], check: () => violated('not as we want it') });
  expect(before.get('1.3.1.a')!.state).toBe('shown');
  expect(one.get('1.3.1.a')!).toMatchObject({ state: 'violated', rules: ['ACME-S3-001', 'KMS-001'] });
  for (const [id, { state }] of one) if (id !== '1.3.1.a') expect([id, state]).toEqual([id, before.get(id)!.state]);
});

test('a rule of a company that is skipped takes nothing from the claims that it names', () => {
  const rule = companyRule(companyDefinition({ claims: ['1.3.1.a'] }), './rules.js');
  const skipped = [{ rule: rule.id, by: 'skip it' }];
  const after = claimsOf(evidenceOf({ companyRules: [rule], skipped }));
  expect(after.get('1.3.1.a')!.state).toBe('shown');
});

test('the set of rules is another one with rules of a company', () => {
  const rules = [companyRule(companyDefinition(), './rules.js')];
  expect(evidenceOf({ companyRules: rules }).scope.rules).not.toBe(BEFORE.scope.rules);
});
