import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Evidence, evidence } from '../../../lib/evidence/evidence';
import { isShown, liveOf } from '../../../lib/evidence/measures';
import { Checked, check } from '../../../lib/guardrails/check';
import { oscalFiles } from '../../../lib/reports/oscal/files';
import { loadStacks } from '../../../lib/terraform/load';
import { Model } from '../../../lib/terraform/model';
import { cpuTime } from '../../support/cpu';
import { anyEvidence } from '../../support/any-evidence';
import { modelOf } from '../../support/models';
import { modelOf as oscalModelOf, refused, repeated, valuesOf } from '../../support/oscal';

const GOLDEN = join(__dirname, '../../examples/golden');
const DAY = '2026-06-01';
const TODAY = new Date(`${DAY}T00:00:00Z`);

interface Status {
  readonly state: string;
  readonly reason: string;
}
interface Finding {
  readonly uuid: string;
  readonly target: { readonly 'target-id': string; readonly status: Status };
  readonly props: readonly { readonly name: string; readonly value: string }[];
  readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
  readonly 'related-observations'?: readonly object[];
}
interface Risk {
  readonly uuid: string;
  readonly title: string;
  readonly status: string;
  readonly deadline?: string;
  readonly description: string;
}
interface Results {
  readonly 'assessment-results': {
    readonly results: readonly [
      {
        readonly start: string;
        readonly findings?: readonly Finding[];
        readonly risks?: readonly Risk[];
        readonly observations?: readonly { readonly title: string; readonly methods: readonly string[] }[];
      },
    ];
  };
}
interface Plan {
  readonly 'plan-of-action-and-milestones': {
    readonly risks?: readonly Risk[];
    readonly 'poam-items': readonly {
      readonly title: string;
      readonly 'related-findings'?: readonly object[];
      readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
    }[];
  };
}

function made(shown: Evidence, model = new Model([]), at = DAY): Map<string, string> {
  return new Map(oscalFiles(shown, model, at).map(({ name, text }) => [name, text]));
}
function resultsOf(files: Map<string, string>): Results['assessment-results']['results'][0] {
  const json = JSON.parse(files.get('oscal/assessment-results.json') ?? '') as Results;
  return json['assessment-results'].results[0];
}
function planOf(files: Map<string, string>): Plan['plan-of-action-and-milestones'] {
  const json = JSON.parse(files.get('oscal/plan-of-action-and-milestones.json') ?? '') as Plan;
  return json['plan-of-action-and-milestones'];
}
function ofChecked(checked: Checked, at = DAY): Map<string, string> {
  return made(evidence(checked), checked.model, at);
}

/** What refers to something that the document does not have. */
function dangling(text: string): string[] {
  const json: unknown = JSON.parse(text);
  const known = new Set(valuesOf('uuid', json));
  const keys = ['observation-uuid', 'risk-uuid', 'finding-uuid', 'subject-uuid', 'actor-uuid', 'component-uuid'];
  const links = valuesOf('href', json).filter((href) => href.startsWith('#'));
  return [...keys.flatMap((key) => valuesOf(key, json)), ...links.map((href) => href.slice(1))].filter(
    (id) => !known.has(id)
  );
}

function requireSound(files: Map<string, string>): void {
  for (const name of ['oscal/assessment-results.json', 'oscal/plan-of-action-and-milestones.json']) {
    const text = files.get(name) ?? '';
    expect(refused(oscalModelOf(name), text)).toEqual([]);
    expect(repeated(valuesOf('uuid', JSON.parse(text)))).toEqual([]);
    expect(dangling(text)).toEqual([]);
  }
}

/** How the states of a claim map to those of OSCAL. */
const STATUS: { readonly [state: string]: Status } = {
  shown: { state: 'satisfied', reason: 'pass' },
  declared: { state: 'satisfied', reason: 'pass' },
  inherited: { state: 'satisfied', reason: 'pass' },
  violated: { state: 'not-satisfied', reason: 'fail' },
  'in part': { state: 'not-satisfied', reason: 'other' },
  undetermined: { state: 'not-satisfied', reason: 'other' },
  waived: { state: 'not-satisfied', reason: 'other' },
  'not shown': { state: 'not-satisfied', reason: 'other' },
};

function requireFindings(shown: Evidence, files: Map<string, string>): void {
  const claims = shown.measures.flatMap((measure) => measure.claims);
  const expected = claims.filter(({ state }) => state !== 'not applicable');
  const findings = resultsOf(files).findings ?? [];
  expect(findings.map(({ target, props }) => [props[0].value, target.status])).toEqual(
    expected.map(({ id, state }) => [id, STATUS[state]])
  );
  const open = shown.measures.flatMap((measure) => liveOf(measure.claims).filter((claim) => !isShown(claim)));
  const items = planOf(files)['poam-items'];
  expect(items.filter((item) => item['related-findings'])).toHaveLength(open.length);
}

describe.each(readdirSync(GOLDEN))('the example %s', (example) => {
  const stacks = readdirSync(join(GOLDEN, example)).filter((file) => file.endsWith('.tf.json'));
  const checked = check(loadStacks(stacks.map((file) => join(GOLDEN, example, file))), TODAY);
  const shown = evidence(checked);
  const files = made(shown, checked.model);

  test('is valid by the schemas of NIST, and has a finding for each claim that applies', () => {
    requireSound(files);
    requireFindings(shown, files);
    for (const [name, text] of files) expect(refused(oscalModelOf(name), text)).toEqual([]);
  });

  test('has what each finding of a rule rests on', () => {
    const unsupported = (resultsOf(files).findings ?? []).filter(
      (finding) => finding.target.status.state === 'satisfied' && !finding['related-observations']
    );
    expect(unsupported).toEqual([]);
  });
});

test('whatever the evidence, both documents are valid, complete, and refer to nothing that is not there', () => {
  fc.assert(
    fc.property(anyEvidence, (shown) => {
      const files = made(shown);
      requireSound(files);
      requireFindings(shown, files);
      const items = planOf(files)['poam-items'];
      const covered = new Set(items.flatMap((item) => (item['related-risks'] ?? []).map((risk) => risk['risk-uuid'])));
      expect((planOf(files).risks ?? []).filter(({ uuid }) => !covered.has(uuid))).toEqual([]);
    }),
    { numRuns: 40 }
  );
});

const OLD = { path: 'app/Old', rule: 'KMS-001', reason: 'an old key', approver: 'CISO', expires: '2026-12-31' };
const KEYS = {
  '//': { toms: { version: 1, waivers: [OLD] } },
  resource: {
    aws_kms_key: {
      broken: {},
      old: { '//': { metadata: { path: 'app/Old' } } },
      good: { enable_key_rotation: true },
    },
  },
};

test('a violated rule is an open risk with its fix, a waiver an approved deviation with its end', () => {
  const files = ofChecked(check([...modelOf({ app: KEYS }).stacks], TODAY));
  const { risks = [], findings = [] } = resultsOf(files);
  const [open] = risks.filter(({ title, status }) => title.startsWith('KMS-001') && status === 'open');
  const [approved] = risks.filter(({ status }) => status === 'deviation-approved');
  expect(open).toMatchObject({
    description: 'Violated at `app:aws_kms_key.broken`.',
    remediations: [{ lifecycle: 'recommendation' }],
  });
  expect(approved).toMatchObject({
    title: 'KMS-001 is waived at `app/Old`',
    description: 'an old key (CISO, until 2026-12-31).',
    deadline: '2026-12-31T23:59:59Z',
  });
  const rotation = findings.filter((finding) =>
    (finding['related-risks'] ?? []).some((risk) => risk['risk-uuid'] === open.uuid)
  );
  expect(rotation.map(({ target }) => target.status)).toEqual([{ state: 'not-satisfied', reason: 'fail' }]);
  expect(rotation[0]['related-risks']).toContainEqual({ 'risk-uuid': approved.uuid });
  expect(planOf(files).risks?.map(({ uuid }) => uuid)).toEqual(risks.map(({ uuid }) => uuid));
});

test('two runs differ in time only, and what was found tells one run from another', () => {
  const checked = check([...modelOf({ app: KEYS }).stacks], TODAY);
  const earlier = ofChecked(checked);
  const later = ofChecked(checked, '2026-06-02');
  for (const [name, text] of earlier) {
    if (/results|plan-of/.test(name)) expect(later.get(name)).not.toBe(text);
    expect(later.get(name)?.replaceAll('2026-06-02T', '2026-06-01T')).toBe(text);
  }
  const other = ofChecked(check([...modelOf({ app: { resource: { aws_kms_key: { broken: {} } } } }).stacks], TODAY));
  const idOf = (files: Map<string, string>): string =>
    valuesOf('uuid', JSON.parse(files.get('oscal/assessment-results.json') ?? ''))[0];
  expect(idOf(other)).not.toBe(idOf(earlier));
});

test('a plan without anything open asks for samples', () => {
  const shown = evidence(check([...modelOf({ app: KEYS }).stacks], TODAY));
  const files = made({ ...shown, measures: [], rules: [], waivers: [], erasure: [] });
  requireSound(files);
  expect(planOf(files)['poam-items'].map(({ title }) => title)).toEqual(['Sample in operation']);
});

test('records and reports are examined, and end when they have to be reviewed', () => {
  const document = { title: 'Policy', link: 'https://example.com/p', date: '2026-01-02', sha256: 'ab'.repeat(32) };
  const claims = ['10.1.a'] as const;
  const record = { claims, says: 'It is kept', document, owner: 'Jo, CISO', reviewBy: '2027-01-02' };
  const shown = evidence(check([...modelOf({ app: KEYS }).stacks], TODAY));
  const measures = shown.measures.map((measure) => ({
    ...measure,
    claims: measure.claims.map((claim) =>
      claim.kind === 'declared' ? { ...claim, state: 'declared' as const, record } : claim
    ),
  }));
  const files = made({ ...shown, measures, records: [record] });
  requireSound(files);
  const examined = (resultsOf(files).observations ?? []).filter(({ methods }) => methods.includes('EXAMINE'));
  expect(examined).toMatchObject([{ title: 'Policy', expires: '2027-01-02T23:59:59Z' }]);
  const text = files.get('oscal/assessment-results.json') ?? '';
  expect(valuesOf('href', JSON.parse(text))).toContain('https://example.com/p');
});

test('2,000 buckets take time in proportion to 500', () => {
  const buckets = (count: number): Evidence => {
    const met = Array.from({ length: count }, (_, at) => `app:aws_s3_bucket.b${at}`);
    const shown = evidence(check([...modelOf({ app: KEYS }).stacks], TODAY));
    return { ...shown, rules: shown.rules.map((rule) => ({ ...rule, met })) };
  };
  const [few, many] = [buckets(500), buckets(2000)];
  made(few);
  expect(cpuTime(() => made(many))).toBeLessThan(Math.max(8 * cpuTime(() => made(few)), 2000));
});
