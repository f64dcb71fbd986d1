import fc from 'fast-check';
import { ClaimEvidence, ClaimState, Run } from '../../lib/evidence/claims';
import { ClaimReader } from '../../lib/evidence/claims';
import { RuleOutcomes } from '../../lib/guardrails/finding';
import { evidence } from '../../lib/evidence/evidence';
import { check } from '../../lib/guardrails/check';
import { RecordFile } from '../../lib/guardrails/records/record-file';
import { Model } from '../../lib/terraform/model';
import { readStack } from '../../lib/terraform/read-stack';
import { JsonObject } from '../../lib/terraform/value';
import { ClaimRecord, Kept, ProviderReport, Records } from '../../lib/toms/claim-records';
import { CLAIMS, claim } from '../../lib/toms/claims/catalogue';
import { Claim, isConfigured } from '../../lib/toms/claims/claim';
import { RECORD, REPORT } from '../support/kept';

const NONE: Records = { records: [], reports: [], lapsed: [] };

/** A stack with a bucket and a key in Frankfurt. */
function modelOf(...names: readonly string[]): Model {
  return new Model(
    names.map((name) =>
      readStack(name, `${name}/cdk.tf.json`, {
        provider: { aws: { region: 'eu-central-1' } },
        resource: { aws_s3_bucket: { letters: {} }, aws_kms_key: { main: {} } },
      })
    )
  );
}

const ONE = modelOf('app');

function read(id: string, records: Partial<Records>, model = ONE, found: Partial<RuleOutcomes> = {}): ClaimEvidence {
  const run: Run = {
    model,
    outcomes: [{ rule: 'X-001', met: [], violated: [], waived: [], undetermined: [], ...found }],
    declarations: [],
    rules: [{ id: 'X-001', claims: [id], types: [] }],
    waivers: { sound: [], broken: [] },
    records: { ...NONE, ...records },
  };
  return new ClaimReader(run).read(claim(id)!);
}

const keep = (record: Partial<ClaimRecord> = {}, stacks = ['app']): Kept<ClaimRecord> => ({
  is: { ...RECORD, ...record },
  stacks,
});
const cite = (report: Partial<ProviderReport> = {}, stacks = ['app']): Kept<ProviderReport> => ({
  is: { ...REPORT, ...report },
  stacks,
});

describe('a declared claim', () => {
  test('is declared by a record in force', () => {
    expect(read('10.1.a', { records: [keep()] })).toMatchObject({ state: 'declared', record: RECORD, why: undefined });
    expect(read('10.1.b', { records: [keep()] })).toMatchObject({ state: 'not shown', why: 'no record' });
  });

  test.each<[ClaimState, { met: number; of: number }]>([
    ['declared', { met: 118, of: 118 }],
    ['in part', { met: 117, of: 118 }],
    ['not shown', { met: 0, of: 118 }],
  ])('is %s by %j', (state, count) => {
    expect(read('10.1.a', { records: [keep({ count })] })).toMatchObject({ state, record: { count } });
  });

  test('is as the weakest of several records says', () => {
    const records = [keep(), keep({ count: { met: 1, of: 2 } }), keep({ count: { met: 2, of: 2 } })];
    expect(read('10.1.a', { records })).toMatchObject({ state: 'in part', record: { count: { met: 1, of: 2 } } });
  });

  test('is in part where the record is not for all stacks, unless others are for the rest', () => {
    const model = modelOf('a', 'b');
    const [a, b] = [keep({}, ['a']), keep({ owner: 'Kim' }, ['b'])];
    expect(read('10.1.a', { records: [a] }, model)).toMatchObject({ state: 'in part', why: 'for 1 of 2 stacks' });
    expect(read('10.1.a', { records: [a, b] }, model)).toMatchObject({ state: 'declared' });
  });

  test('names the record that ended', () => {
    const lapsed = [{ claims: ['10.1.a'] as const, title: 'ISMS manual', ended: '2026-05-31' }];
    expect(read('10.1.a', { lapsed })).toMatchObject({ state: 'not shown', why: '"ISMS manual" ended on 2026-05-31' });
  });
});

// 8.1.a: a trail in each account, or a record of one elsewhere.
describe('a claim that may hold elsewhere', () => {
  const records = [keep({ claims: ['8.1.a'] })];
  const account = 'app:aws_s3_bucket.letters';

  test('is declared where rules show nothing', () => {
    expect(read('8.1.a', {})).toMatchObject({ why: 'nothing in this configuration shows it, and no record' });
    expect(read('8.1.a', { records })).toMatchObject({ state: 'declared', why: undefined });
    const half = [keep({ claims: ['8.1.a'], count: { met: 1, of: 2 } })];
    expect(read('8.1.a', { records: half })).toMatchObject({ state: 'in part' });
  });

  test.each<[ClaimState, Partial<RuleOutcomes>]>([
    ['violated', { violated: [account] }],
    ['waived', { waived: [account] }],
    ['undetermined', { undetermined: [account] }],
    ['shown', { met: [account] }],
  ])('stays %s where rules say so', (state, found) => {
    expect(read('8.1.a', { records }, ONE, found)).toMatchObject({ state });
    expect(read('8.1.a', { records }, ONE, found).record).toBeUndefined();
  });
});

// 7.1.b: by C5 or SOC 2. 1.1.1.f: by C5 only.
describe('an inherited claim', () => {
  test('is inherited where one report covers every Region and service in use', () => {
    expect(read('1.1.1.f', { reports: [cite()] })).toMatchObject({
      state: 'inherited',
      report: { title: 'AWS C5 type 2', covers: { met: 3, of: 3, missing: [] }, until: '2026-10-01' },
    });
    expect(read('1.1.1.f', { reports: [cite({ kind: 'soc2-type2' })] })).toMatchObject({
      state: 'not shown',
      why: 'no report of the provider',
    });
  });

  test.each<[ClaimState, Partial<ProviderReport>, object]>([
    ['in part', { services: ['s3', 'rds'] }, { met: 2, of: 3, missing: ['kms'] }],
    ['not shown', { services: ['rds'] }, { met: 0, of: 3 }],
    ['not shown', { regions: ['eu-west-1'] }, { met: 0, of: 3, missing: ['eu-central-1'] }],
  ])('is %s by %j', (state, changed, covers) => {
    expect(read('1.1.1.f', { reports: [cite(changed)] })).toMatchObject({ state, report: { covers } });
  });

  test('two reports do not add up: a service that each covers elsewhere is covered nowhere', () => {
    const reports = [cite({ services: ['s3'] }), cite({ services: ['kms'] })];
    expect(read('1.1.1.f', { reports })).toMatchObject({ state: 'in part', report: { covers: { met: 2 } } });
  });

  test('takes the report that covers most, and of these the one that counts longest', () => {
    const reports = [cite({ to: '2025-12-31' }), cite(), cite({ to: '2026-03-31', services: ['s3'] })];
    expect(read('1.1.1.f', { reports })).toMatchObject({ state: 'inherited', report: { to: '2025-12-31' } });
  });

  test('is in part where a Region is not known, or a module was not read', () => {
    const open = readStack('app', 'app.tf.json', { resource: { aws_kms_key: { main: {} } } });
    expect(read('1.1.1.f', { reports: [cite()] }, new Model([open]))).toMatchObject({ state: 'not shown' });
    const unread = readStack('app', 'app.tf.json', {
      provider: { aws: { region: 'eu-central-1' } },
      resource: { aws_kms_key: { main: {} } },
      module: { other: { source: './other' } },
    });
    expect(read('1.1.1.f', { reports: [cite()] }, new Model([unread]))).toMatchObject({
      state: 'in part',
      why: 'modules that were not read may use others',
    });
  });
});

const ALL: readonly Claim[] = Object.values<readonly Claim[]>(CLAIMS).flat();
const DECLARED = ALL.filter((it) => it.kind === 'declared' || (isConfigured(it) && it.orRecord));

/** A record as a file holds it. */
const written = fc.record({
  claims: fc.uniqueArray(fc.constantFrom(...ALL.map(({ id }) => id), 'nonsense'), { minLength: 1, maxLength: 4 }),
  reviewBy: fc.constantFrom('2026-03-20', '2026-04-01', '2026-06-01', '2027-03-01', '2030-01-01'),
  owner: fc.constantFrom('Jo Example, CISO', ''),
  count: fc.option(fc.record({ met: fc.nat(3), of: fc.nat(3) }), { nil: undefined }),
});

const STACK = readStack('app', 'app/cdk.tf.json', {
  provider: { aws: { region: 'eu-central-1' } },
  resource: {
    aws_s3_bucket: { letters: {} },
    aws_kms_key: { main: {} },
    aws_cloudtrail: { t: { name: 't', s3_bucket_name: 'b' } },
  },
});

function statesOn(day: string, records: readonly object[]): ReadonlyMap<string, ClaimEvidence> {
  const json = records.map((record) => JSON.parse(JSON.stringify({ ...RECORD, ...record })) as JsonObject);
  const file: RecordFile = { file: 'toms.records.json', stacks: [STACK], records: json, reports: [] };
  const shown = evidence(check([STACK], new Date(`${day}T00:00:00Z`), undefined, [], [file]));
  return new Map(shown.measures.flatMap(({ claims }) => claims).map((it) => [it.id, it]));
}

const BEFORE = statesOn('2026-06-01', []);

test('no record changes what rules found: it only fills what they leave open', () => {
  const open: readonly ClaimState[] = ['not shown', 'in part'];
  fc.assert(
    fc.property(fc.array(written, { minLength: 1, maxLength: 4 }), (records) => {
      for (const [id, now] of statesOn('2026-06-01', records)) {
        const before = BEFORE.get(id)!;
        expect([id, now.count]).toEqual([id, before.count]);
        if (now.state === before.state) continue;
        expect([id, open.includes(before.state), ['declared', 'in part'].includes(now.state)]).toEqual([
          id,
          true,
          true,
        ]);
        expect(DECLARED.map((it) => it.id)).toContain(id);
      }
    }),
    { seed: 11, numRuns: 25 }
  );
});

test('on the day after reviewBy every declared claim is as if there were no record, and says why', () => {
  const claims = ALL.filter((it) => it.kind === 'declared').map(({ id }) => id);
  const records = [{ claims, document: { ...RECORD.document, date: '2026-05-31' }, reviewBy: '2026-06-15' }];
  const [onTime, late] = ['2026-06-15', '2026-06-16'].map((day) => statesOn(day, records));
  expect(claims.length).toBeGreaterThan(60);
  for (const id of claims) {
    expect([id, onTime.get(id)?.state]).toEqual([id, 'declared']);
    expect([id, late.get(id)?.state, late.get(id)?.why]).toEqual([
      id,
      'not shown',
      '"ISMS manual, version 7" ended on 2026-06-15',
    ]);
  }
});
