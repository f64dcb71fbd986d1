import { CLAIM_STATES, ClaimEvidence } from '../../lib/evidence/claims';
import { Evidence, evidence } from '../../lib/evidence/evidence';
import { check } from '../../lib/guardrails/check';
import { modelOf } from './models';
import { random } from './random';

const ONE_BUCKET = check(
  [...modelOf({ app: { resource: { aws_s3_bucket: { a: {} } } } }).stacks],
  new Date('2026-06-01T00:00:00Z')
);
const EVIDENCE = evidence(ONE_BUCKET);

/** Evidence in which every claim is as a function makes it. */
export function withClaims(change: (claim: ClaimEvidence) => ClaimEvidence): Evidence {
  const measures = EVIDENCE.measures.map((measure) => ({ ...measure, claims: measure.claims.map(change) }));
  return { ...EVIDENCE, measures };
}

/** Evidence in which every claim is in some state, with counts, records and reports as that state has them; the text is in all that people write. */
export function someEvidence(seed: number, text: string): Evidence {
  const next = random(seed);
  const shown = withClaims((asRead) => {
    // Why nothing shows it is said of the run that was read, and not of what it is made to be.
    const claim = { ...asRead, why: undefined };
    const state = CLAIM_STATES[next(CLAIM_STATES.length)];
    const of = state === 'not applicable' ? 0 : 2 + next(2000);
    const met = state === 'shown' ? of : state === 'in part' ? 1 + next(of - 1) : 0;
    const count = { of, met, violated: 0, waived: 0, undetermined: 0, unjudged: [text] };
    if (claim.kind === 'declared')
      return { ...claim, state, record: recordOf(text, next(2) ? { met, of } : undefined) };
    if (claim.kind === 'inherited') return { ...claim, state, report: reportOf(text, met, of) };
    return { ...claim, state, count };
  });
  const organization = { name: text, role: 'processor' as const, representative: text, dataProtectionOfficer: text };
  const kept = { records: [recordOf(text, { met: 1, of: 2 })], reports: [reportOf(text, 1, 2)] };
  return { ...shown, ...kept, organization, scope: { ...shown.scope, regions: [text], tool: text } };
}

function recordOf(text: string, count?: { met: number; of: number }): NonNullable<ClaimEvidence['record']> {
  const document = { title: text, link: text, date: '2026-03-02', sha256: text };
  return { claims: ['10.1.a'], says: text, document, owner: text, reviewBy: '2027-03-01', count };
}

function reportOf(text: string, met: number, of: number): NonNullable<ClaimEvidence['report']> {
  return {
    kind: 'c5-type2',
    title: text,
    from: '2025-10-01',
    to: '2026-09-30',
    regions: [text],
    services: [text],
    exceptionsRead: { by: text, date: '2026-11-10' },
    covers: { met, of, missing: [text] },
    until: '2027-10-01',
  };
}
