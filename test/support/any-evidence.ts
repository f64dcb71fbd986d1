import fc from 'fast-check';
import { CLAIM_STATES, ClaimEvidence } from '../../lib/evidence/claims';
import { Evidence, RuleEvidence } from '../../lib/evidence/evidence';
import { measureState } from '../../lib/evidence/measures';
import { ReportEvidence } from '../../lib/evidence/records';
import { Waiver } from '../../lib/guardrails/finding';
import { RULE_SUMMARIES } from '../../lib/guardrails/rule-text';
import { ClaimRecord } from '../../lib/toms/claim-records';
import { isConfigured } from '../../lib/toms/claims/claim';
import { MEASURES } from '../../lib/toms/measures/catalogue';

/** What no input holds, and what nothing may obey. */
const HOSTILE = [
  '',
  ' ',
  '  padded ',
  'two\nlines',
  '\u0000\u001b[31m',
  '\ud800',
  '\u2028',
  '<script>',
  '::error::x',
  '`[a](b)`',
];
export const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 12 }));

const day = fc.constantFrom('2026-06-30', '2027-02-28', '9999-12-31', '2026-02-30', 'soon');
const addresses = fc.array(hostile, { maxLength: 4 });
const small = fc.nat({ max: 3 });

const record: fc.Arbitrary<ClaimRecord> = fc.record({
  claims: fc.constant(['10.1.a'] as const),
  says: hostile,
  document: fc.record({ title: hostile, link: hostile, date: day, sha256: fc.option(hostile, { nil: undefined }) }),
  owner: hostile,
  reviewBy: day,
  count: fc.option(fc.record({ met: small, of: small }), { nil: undefined }),
});

const report: fc.Arbitrary<ReportEvidence> = fc.record({
  kind: fc.constantFrom('c5-type2' as const, 'soc2-type2' as const, 'iso27001' as const),
  title: hostile,
  from: day,
  to: day,
  regions: addresses,
  services: addresses,
  exceptionsRead: fc.record({ by: hostile, date: day }),
  bridgedTo: fc.option(day, { nil: undefined }),
  sha256: fc.option(hostile, { nil: undefined }),
  covers: fc.record({ met: small, of: small, missing: addresses }),
  until: day,
});

const rule: fc.Arbitrary<RuleEvidence> = fc.record({
  rule: fc.oneof(fc.constantFrom(...RULE_SUMMARIES.map(({ id }) => id)), hostile),
  title: hostile,
  claims: fc.constant(['8.1.d']),
  measures: fc.constant(['8.1']),
  met: addresses,
  violated: addresses,
  waived: addresses,
  undetermined: addresses,
});

const optional = fc.option(hostile, { nil: undefined });

const waiver: fc.Arbitrary<Waiver> = fc.record({
  rule: fc.constantFrom('S3-001', 'KMS-001', 'WAIVER-001'),
  path: optional,
  address: optional,
  stack: optional,
  statements: fc.option(addresses, { nil: undefined }),
  reason: hostile,
  approver: hostile,
  expires: day,
  ticket: optional,
});

const claimState = fc.record({
  state: fc.constantFrom(...CLAIM_STATES),
  why: optional,
  count: fc.record({
    of: small,
    met: small,
    violated: small,
    waived: small,
    undetermined: small,
    unjudged: addresses,
  }),
});

/** Evidence of every kind, which no run need ever give. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    rules: fc.uniqueArray(rule, { maxLength: 4, selector: (each) => each.rule }),
    waivers: fc.array(waiver, { maxLength: 4 }),
    states: fc.array(claimState, { minLength: 1, maxLength: 12 }),
    record: fc.option(record, { nil: undefined }),
    report: fc.option(report, { nil: undefined }),
    measures: fc.subarray([...MEASURES], { maxLength: 6 }),
    texts: fc.array(hostile, { minLength: 2, maxLength: 4 }),
    role: fc.constantFrom('controller' as const, 'processor' as const),
    enforced: fc.boolean(),
  })
  .map(({ rules, waivers, states, record: kept, report: cited, measures, texts, role, enforced }) => {
    let next = 0;
    const evidences = measures.map(({ claims, ...measure }) => {
      const shown = claims.map((claim): ClaimEvidence => {
        const { state, why, count } = states[next++ % states.length];
        const { id, kind, says, supports, sample } = claim;
        const base = { id, kind, says, supports, sample, state, why };
        if (isConfigured(claim)) return { ...base, over: claim.over, count, rules: rules.map((each) => each.rule) };
        return { ...base, rules: [], record: kept, report: cited };
      });
      return { ...measure, state: measureState(shown), lacks: [], claims: shown };
    });
    const nothing = { all: 0, judged: 0, byTagsAlone: 0, unjudged: {} };
    return {
      version: 2,
      enforced,
      scope: {
        inputs: texts.map((file) => ({ file, kind: 'plan' as const, sha256: 'a'.repeat(64) })),
        accounts: texts,
        regions: texts,
        tool: texts[0],
        rules: texts[1],
      },
      organization: { name: texts[0], role, representative: texts[1], dataProtectionOfficer: texts[2] },
      resources: nothing,
      notRead: {},
      summary: { measures: {}, claims: {} } as Evidence['summary'],
      measures: evidences,
      rules,
      overrides: texts.map((text) => ({ stack: text, address: text, constructPath: text, attributes: [text] })),
      declarations: texts.map((says) => ({ rule: 'AWS-001', address: texts[0], says })),
      controls: texts.map((control) => ({ control, actions: texts, by: texts, perhaps: [] })),
      waivers,
      records: kept ? [kept] : [],
      reports: cited ? [cited] : [],
      erasure: texts.map((store) => ({ store, dataClass: 'personal', days: 7, parts: [], conflicts: [] })),
      crashes: [],
    };
  });
