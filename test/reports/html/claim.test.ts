import { ClaimEvidence, ClaimState } from '../../../lib/evidence/claims';
import { claimSection, stateClasses } from '../../../lib/reports/html/claim';
import { findingsAt } from '../../../lib/reports/html/findings';
import { everyState } from '../../support/evidence';

const { evidence, findings } = everyState('canary', 1);
const behind = {
  ruleOf: new Map(evidence.rules.map((rule) => [rule.rule, rule])),
  findings: findingsAt(findings),
};
const claims = evidence.measures.flatMap((measure) => measure.claims);

function inState(state: ClaimState, kind?: ClaimEvidence['kind']): ClaimEvidence {
  return claims.find((claim) => claim.state === state && (kind === undefined || claim.kind === kind))!;
}

function words(claim: ClaimEvidence): string {
  return claimSection(claim, behind)
    .toString()
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

test('its id is that of what it opens to, so that a link to it opens it', () => {
  const claim = inState('violated');
  expect(claimSection(claim, behind).toString()).toMatch(
    new RegExp(`^<details class="claim is-open is-violated">[^]*</summary>\\s*<div class="inside" id="${claim.id}">`)
  );
});

test('the line has id, state, count and sentence', () => {
  const claim = inState('violated');
  expect(words(claim)).toContain(`${claim.id} violated 2 of 9, 1 violated ${claim.says}`);
});

test('names those that no rule judged', () => {
  expect(words(inState('in part'))).toContain(
    '1 member that no rule judged not judged main:aws_s3_bucket.unjudged0canary'
  );
});

test('an address has its rules, with what they found and what fixes it or who accepts it', () => {
  const violated = evidence.rules.find((rule) => rule.violated.length > 0)!;
  const text = words({ ...inState('violated'), rules: [violated.rule] });
  expect(text).toContain(`violated ${violated.violated[0]} violated ${violated.rule} `);
  expect(text).toContain('Fix: canary');
  expect(text).not.toContain('\\n');
  const waived = evidence.rules.find((rule) => rule.waived.length > 0)!;
  expect(words({ ...inState('waived'), rules: [waived.rule] })).toContain(
    'Accepted until 2026-07-01 by canary: canary'
  );
});

test('of several rules the worst outcome comes first, and an address is there once', () => {
  const [one, other] = evidence.rules;
  const address = 'main:aws_s3_bucket.both';
  const none = { met: [], violated: [], waived: [], undetermined: [] };
  const ruleOf = new Map([
    [one.rule, { ...one, ...none, met: [address, 'main:aws_s3_bucket.good'] }],
    [other.rule, { ...other, ...none, undetermined: [address] }],
  ]);
  const claim = { ...inState('undetermined'), rules: [one.rule, other.rule] };
  const text = claimSection(claim, { ...behind, ruleOf }).toString();
  const summaries = [...text.matchAll(/class="address">\s*<summary>[^]*?<\/svg>(\w+)<\/span>\s*<code>([^<]*)/g)];
  expect(summaries.map(([, outcome, name]) => [outcome, name])).toEqual([
    ['undetermined', address],
    ['met', 'main:aws_s3_bucket.good'],
  ]);
});

test('what does not apply shows no verdicts, and says why', () => {
  const text = words({ ...inState('not applicable'), rules: [evidence.rules[0].rule] });
  expect(text).toContain('Why: no buckets.');
  expect(text).not.toContain('What rules judged');
});

test('a record and a report are shown with their counts and ends', () => {
  expect(words(inState('declared'))).toContain('118 of 118');
  expect(words(inState('declared'))).toContain('Kept by canary, in force until 2026-07-02');
  expect(words(inState('inherited'))).toContain('It covers 1 of 2 Regions and services in use.');
});

test('has the query that samples it, as commands', () => {
  const claim = claims.find(({ sample }) => sample === 'Q5')!;
  expect(claimSection(claim, behind).toString()).toContain('<code>aws backup list-recovery-points-by-backup-vault');
});

test('classes name each state once, and what is open', () => {
  expect(stateClasses('has', [{ state: 'shown' }, { state: 'in part' }, { state: 'shown' }])).toBe(
    'has-in-part has-shown'
  );
  expect(stateClasses('is', [{ state: 'waived' }])).toBe('is-open is-waived');
});
