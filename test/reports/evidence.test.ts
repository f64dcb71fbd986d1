import { Erasure } from '../../lib/erasure/horizon';
import { WAIVER_RULE } from '../../lib/guardrails/engine';
import { Finding, Report, RuleOutcomes } from '../../lib/guardrails/finding';
import { evidence, evidenceJson } from '../../lib/reports/evidence';
import { evidenceMarkdown } from '../../lib/reports/markdown';
import { summaryOf } from '../../lib/reports/summary';
import { textReport } from '../../lib/reports/text';
import { MEASURES } from '../../lib/toms/measures/catalogue';

/** S3-001 evidences 1.1.1. */
function outcomes(found: Partial<RuleOutcomes>): RuleOutcomes {
  return { rule: 'S3-001', met: [], violated: [], waived: [], undetermined: [], ...found };
}

function report(parts: Partial<Report> = {}): Report {
  return {
    inputs: ['cdktf.out/stacks/app/cdk.tf.json'],
    resources: 1,
    notRead: {},
    findings: [],
    outcomes: [],
    waivers: [],
    warnings: [],
    crashes: [],
    ...parts,
  };
}

function finding(parts: Partial<Finding> = {}): Finding {
  return {
    rule: 'S3-001',
    outcome: 'violated',
    severity: 'high',
    measures: ['1.1.1'],
    stack: 'app',
    file: 'cdktf.out/stacks/app/cdk.tf.json',
    address: 'aws_s3_bucket.a',
    message: 'no policy',
    fix: 'add one',
    ...parts,
  };
}

function stateOf(measure: string, of: Report): string | undefined {
  return evidence(of, []).measures.find(({ id }) => id === measure)?.state;
}

describe('the state of a measure', () => {
  test.each([
    ['not evidenced', {}],
    ['met', { met: ['app:a'] }],
    ['undetermined', { met: ['app:a'], undetermined: ['app:b'] }],
    ['waived', { met: ['app:a'], undetermined: ['app:b'], waived: ['app:c'] }],
    ['violated', { met: ['app:a'], undetermined: ['app:b'], waived: ['app:c'], violated: ['app:d'] }],
  ])('%s', (state, found) => {
    expect(stateOf('1.1.1', report({ outcomes: [outcomes(found)] }))).toBe(state);
  });

  test('is not evidenced where no rule looked', () => {
    expect(stateOf('1.1.1', report())).toBe('not evidenced');
  });
});

test('every measure of the catalogue is there, and counted once', () => {
  const shown = evidence(report({ outcomes: [outcomes({ met: ['app:a'] })] }), []);
  expect(shown.measures.map(({ id }) => id)).toEqual(MEASURES.map(({ id }) => id));
  expect(Object.values(shown.summary).reduce((sum, count) => sum + count)).toBe(MEASURES.length);
  expect(shown.measures.find(({ id }) => id === '1.1.1')?.rules).toEqual(['S3-001']);
  expect(shown.rules[0]).toMatchObject({ rule: 'S3-001', measures: ['1.1.1', '3.2.4'], met: ['app:a'] });
});

test('unusable waivers break a measure too', () => {
  const broken = finding({ rule: WAIVER_RULE, measures: ['10.3'], address: 'waiver of S3-001' });
  expect(evidence(report({ findings: [broken] }), []).rules).toMatchObject([
    { rule: WAIVER_RULE, violated: ['app:waiver of S3-001'] },
  ]);
});

test('the waivers stand in it in full', () => {
  const waiver = { path: 'app/A', rule: 'S3-001', reason: 'r', approver: 'a', expires: '2027-01-01', ticket: 'T-1' };
  const shown = evidence(report({ waivers: [waiver] }), []);
  expect(shown.waivers).toEqual([waiver]);
  expect(evidenceMarkdown(shown)).toContain('| `S3-001` | `app/A` | r | a | 2027-01-01 | T-1 |');
});

test('paths below the working directory are relative', () => {
  expect(evidence(report({ inputs: [`${process.cwd()}/cdktf.out/a.json`, 'b.json'] }), []).inputs).toEqual([
    'cdktf.out/a.json',
    'b.json',
  ]);
});

test('4,000 addresses grow the JSON by themselves only, and not the Markdown', () => {
  const many = Array.from({ length: 4000 }, (_, at) => `app:aws_s3_bucket.bucket${at}`);
  const shown = evidence(report({ outcomes: [outcomes({ violated: many })] }), []);
  const one = evidence(report({ outcomes: [outcomes({ violated: many.slice(0, 1) })] }), []);
  const perAddress = (evidenceJson(shown).length - evidenceJson(one).length) / 3999;
  expect(perAddress).toBeLessThan(60);
  expect(evidenceMarkdown(shown)).toContain('- and 3980 more in evidence.json');
  expect(evidenceMarkdown(shown).length - evidenceMarkdown(one).length).toBeLessThan(1500);
});

test('a rule that failed to run is said first', () => {
  const shown = evidenceMarkdown(evidence(report({ crashes: ['rule S3-001 failed: x'] }), []));
  expect(shown).toContain('**Rules failed to run: this is no evidence.**');
});

describe('the text report', () => {
  test('says where, why, how to fix and how to waive', () => {
    const text = textReport(
      report({
        findings: [
          finding({
            constructPath: 'app/A',
            source: { file: `${process.cwd()}/main.ts`, line: 7 },
            fix: 'add one\ncode();',
            waive: 'Waivers.of(x).add({\n});',
          }),
        ],
        outcomes: [outcomes({ violated: ['app:aws_s3_bucket.a'] })],
      })
    );
    expect(text).toBe(`violated  high  S3-001  A bucket policy denies requests without TLS
  address    app:aws_s3_bucket.a
  construct  app/A
  source     main.ts:7
  why        no policy
  measure    1.1.1 TLS on untrusted networks
  fix        add one
    code();
  waive
    Waivers.of(x).add({
    });

1 resource in 1 stack: 1 violated, 0 waived, 0 undetermined; 0 of 1 rule met
`);
  });

  test('shows what is undetermined or waived in short', () => {
    const open = Array.from({ length: 25 }, (_, at) => finding({ outcome: 'undetermined', address: `a.b${at}` }));
    const waiver = { path: 'app', rule: 'S3-001', reason: 'old', approver: 'CISO', expires: '2027-01-01' };
    const text = textReport(report({ findings: [...open, finding({ outcome: 'waived', waiver })] }));
    expect(text.match(/^ {2}app:a\.b/gm)).toHaveLength(20);
    expect(text).toContain('  … and 5 more');
    expect(text).toContain('  app:aws_s3_bucket.a  until 2027-01-01 by CISO: old');
    expect(text).toContain('terraform show -json');
  });

  test('is coloured only on demand', () => {
    expect(textReport(report({ findings: [finding()] }), { colour: true })).toContain('\u001b[31mviolated\u001b[0m');
    expect(textReport(report({ findings: [finding()] }))).not.toContain('\u001b');
  });

  test('shows warnings and rules that failed to run', () => {
    const text = textReport(report({ warnings: ['ends soon'], crashes: ['rule S3-001 failed: x'] }));
    expect(text).toContain('warning  ends soon');
    expect(text).toContain('internal  rule S3-001 failed: x');
    expect(text).toContain('; 1 rule failed to run');
  });
});

test('the summary counts findings by outcome and rules by result', () => {
  const shown = summaryOf(
    report({
      findings: [finding(), finding({ outcome: 'undetermined' })],
      outcomes: [outcomes({ met: ['app:a', 'app:b'] }), outcomes({ rule: 'KMS-001', violated: ['app:c'] })],
    })
  );
  expect(shown).toEqual({
    stacks: 1,
    resources: 1,
    met: 2,
    violated: 1,
    waived: 0,
    undetermined: 1,
    rules: { applied: 2, met: 1 },
  });
});

test('shows when what was deleted is gone, and escapes what it shows', () => {
  const store = {
    store: 'app:aws_s3_bucket.letters',
    dataClass: 'personal',
    dataCategory: 'letters|<b>',
    days: 31,
    retentionDays: 14,
    parts: [
      {
        place: 'noncurrent versions',
        days: 31,
        address: 'app:aws_s3_bucket_lifecycle_configuration.letters',
        because: 'because of |',
      },
    ],
    conflicts: [{ rule: 'S3-008', message: 'what was deleted stays <forever>' }],
  } as const;
  const others: readonly Erasure[] = [
    { ...store, store: 'app:x', days: 'never', conflicts: [] },
    { ...store, store: 'app:y', retentionDays: undefined, conflicts: [] },
    { ...store, store: 'app:z', retentionDays: undefined, purpose: 'logs', conflicts: [] },
  ];
  const shown = evidence(report(), [store, ...others]);
  const text = evidenceMarkdown(shown);
  expect(JSON.parse(evidenceJson(shown)).erasure[0]).toMatchObject(store);
  expect(text).toContain(
    '| `app:aws_s3_bucket.letters` | personal | 14 days (letters\\|&lt;b&gt;) | 31 days | noncurrent versions 31 days: because of \\| |'
  );
  expect(text).toContain('| `app:x` | personal | 14 days (letters\\|&lt;b&gt;) | **never** |');
  expect(text).toContain('| `app:y` | personal | not declared | 31 days |');
  expect(text).toContain('| `app:z` | personal | as logs | 31 days |');
  expect(text).toContain('- `app:aws_s3_bucket.letters`, S3-008: what was deleted stays &lt;forever&gt;');
  expect(evidenceMarkdown(evidence(report(), []))).toContain('No stores.');
});
