import { CLAIM_STATES, ClaimEvidence, ClaimState } from '../../lib/evidence/claims';
import { Evidence, evidence } from '../../lib/evidence/evidence';
import { MEASURE_STATES, MeasureEvidence } from '../../lib/evidence/measures';
import { check } from '../../lib/guardrails/check';
import { Finding, RuleOutcomes } from '../../lib/guardrails/finding';
import { readStack } from '../../lib/terraform/read-stack';
import { ClaimRecord } from '../../lib/toms/claim-records';
import { RecordClaimId } from '../../lib/toms/claims/catalogue';

const OUTCOMES = ['violated', 'waived', 'undetermined', 'met'] as const;

/** Evidence with what findings it is made from. */
export interface Found {
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}

/** Evidence in which claims are in every state in turn, and that has the text wherever it has text of others. */
export function everyState(text: string, addresses = 3): Found {
  const stack = readStack('main', 'main.tf.json', { resource: { aws_kms_key: { main: {} } } });
  const { evidence: shown, findings } = { evidence: evidence(check([stack])), findings: [] as Finding[] };
  const named = (outcome: string): string[] =>
    Array.from({ length: addresses }, (_, at) => `main:aws_s3_bucket.${outcome}${at}${text}`);
  const rules = shown.rules.map((rule, at) => {
    const found = OUTCOMES.map((outcome, index) => [outcome, index === at % OUTCOMES.length ? named(outcome) : []]);
    return { ...rule, ...(Object.fromEntries(found) as RuleOutcomes), rule: rule.rule };
  });
  for (const rule of rules) {
    for (const outcome of ['violated', 'waived', 'undetermined'] as const) {
      for (const address of rule[outcome]) {
        findings.push({
          ...{ rule: rule.rule, outcome, severity: 'high', measures: rule.measures, stack: 'main' },
          ...{
            file: text,
            address: address.slice('main:'.length),
            constructPath: text,
            message: text,
            fix: `${text}\n${text}`,
          },
          source: { file: text, line: 1 },
          waiver: outcome === 'waived' ? waiver(text) : undefined,
        });
      }
    }
  }
  let next = 0;
  const measures = shown.measures.map((measure): MeasureEvidence => {
    const claims = measure.claims.map((claim) =>
      stated(claim, CLAIM_STATES[next++ % CLAIM_STATES.length], text, addresses, rules[next % rules.length].rule)
    );
    return { ...measure, claims };
  });
  const counted = <S extends string>(states: readonly S[], all: readonly { readonly state: S }[]) =>
    Object.fromEntries(states.map((state) => [state, all.filter((one) => one.state === state).length])) as {
      [K in S]: number;
    };
  return {
    findings,
    evidence: {
      ...shown,
      scope: {
        ...{ inputs: [{ file: text, kind: 'plan', sha256: 'ab'.repeat(32) }], accounts: [text], regions: [text] },
        ...{ tool: 'cdktf-aws-toms 0.0.0', rules: 'cd'.repeat(32) },
      },
      organization: { name: text, role: 'controller', representative: text, dataProtectionOfficer: text },
      resources: { all: 9, judged: 4, byTagsAlone: 2, unjudged: { [`aws_${text}`]: 3 } },
      notRead: { [`aws_x${text}`]: 1 },
      measures,
      rules,
      summary: {
        measures: counted(MEASURE_STATES, measures),
        claims: counted(
          CLAIM_STATES,
          measures.flatMap(({ claims }) => claims)
        ),
      },
      declarations: [{ rule: rules[0].rule, address: `main:${text}`, says: text }],
      overrides: [{ stack: 'main', address: text, constructPath: text, attributes: [text] }],
      controls: [{ control: `main:aws_kms_key.a${text}`, actions: [text], by: [text], perhaps: [text] }],
      waivers: [waiver(text)],
      records: [record(measures[0].claims[0].id, text)],
      reports: [report(text)],
      erasure: [
        {
          ...{ store: `main:aws_s3_bucket.a${text}`, dataClass: text, dataCategory: text, days: 40, retentionDays: 30 },
          parts: [{ place: 'live data', days: 40, address: text, because: text }],
          conflicts: [{ rule: 'AWS-012', message: text }],
        },
      ],
      crashes: [text],
      enforced: false,
    },
  };
}

function waiver(text: string): NonNullable<Finding['waiver']> {
  return {
    ...{ path: `app/${text}`, statements: [text], rule: 'KMS-001', reason: text, approver: text },
    ...{ expires: '2026-07-01', ticket: text },
  };
}

function stated(claim: ClaimEvidence, state: ClaimState, text: string, addresses: number, rule: string): ClaimEvidence {
  const { id, kind, says, sample, supports } = claim;
  const base = { id, kind, says, sample, supports, state };
  if (state === 'declared') return { ...base, rules: [], record: record(id, text) };
  if (state === 'inherited') return { ...base, rules: [], report: report(text) };
  if (state === 'not applicable') return { ...base, rules: [], over: 'buckets', why: 'no buckets', count: counts(0) };
  if (state === 'not shown') return { ...base, rules: [], over: 'buckets', why: 'no rule looks', count: counts(2) };
  const unjudged = Array.from({ length: addresses }, (_, at) => `main:aws_s3_bucket.unjudged${at}${text}`);
  const count = { ...counts(9), met: 2, unjudged: state === 'in part' ? unjudged : [] };
  const worst = state === 'violated' || state === 'waived' || state === 'undetermined' ? { [state]: 1 } : {};
  return { ...base, rules: [rule], over: 'buckets', count: { ...count, ...worst } };
}

function counts(of: number): NonNullable<ClaimEvidence['count']> {
  return { of, met: 0, violated: 0, waived: 0, undetermined: 0, unjudged: [] };
}

function record(id: string, text: string): ClaimRecord {
  return {
    ...{ claims: [id as RecordClaimId], says: text, owner: text, reviewBy: '2026-07-02', count: { met: 118, of: 118 } },
    document: { title: text, link: 'https://example.com/a', date: '2026-01-01', sha256: 'ef'.repeat(32) },
  };
}

function report(text: string): NonNullable<ClaimEvidence['report']> {
  return {
    ...{ kind: 'c5-type2', title: text, from: '2025-01-01', to: '2025-12-31', regions: [text], services: [text] },
    ...{ exceptionsRead: { by: text, date: '2026-01-31' }, bridgedTo: '2026-03-31' },
    ...{ covers: { met: 1, of: 2, missing: [text] }, until: '2026-07-03' },
  };
}
