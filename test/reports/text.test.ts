import { Finding, Report, RuleOutcomes } from '../../lib/guardrails/finding';
import { summaryOf } from '../../lib/reports/summary';
import { textReport } from '../../lib/reports/text';

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
    declarations: [],
    waivers: [],
    records: { records: [], reports: [], lapsed: [] },
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

  test('shows many findings by cause, the gravest rule first, without code', () => {
    const many = [
      finding({ source: { file: `${process.cwd()}/main.ts`, line: 7 }, waive: 'Waivers.of(x).add({});' }),
      finding({ address: 'aws_s3_bucket.b', message: 'another' }),
      ...Array.from({ length: 9 }, (_, at) =>
        finding({
          rule: 'KMS-001',
          severity: 'low',
          address: `aws_kms_key.k${at}`,
          message: 'no rotation',
          fix: 'rotate\nx',
        })
      ),
    ];
    const more = 'toms check --verbose';
    expect(textReport(report({ findings: many }), { more })).toBe(`11 findings at 11 places: 2 high, 9 low

violated  high  S3-001  A bucket policy denies requests without TLS
  app:aws_s3_bucket.a  (main.ts:7)  no policy
  app:aws_s3_bucket.b  another
  fix  add one

violated  low  KMS-001  A symmetric encryption key rotates at least every 365 days
  9×  no rotation: app:aws_kms_key.k0, app:aws_kms_key.k1, app:aws_kms_key.k2 and 6 more
  fix  rotate

Each at length, with code that fixes or waives it: toms check --verbose

1 resource in 1 stack: 11 violated, 0 waived, 0 undetermined; 0 of 0 rules met
`);
    expect(textReport(report({ findings: many }), { verbose: true }).match(/^ {2}address /gm)).toHaveLength(11);
  });

  test('shows in short what is below the severity that fails the run, and says so', () => {
    const text = textReport(report({ findings: [finding(), finding({ rule: 'KMS-001', severity: 'low' })] }), {
      failOn: 'medium',
    });
    expect(text.match(/^ {2}address /gm)).toHaveLength(1);
    expect(text).toContain('  app:aws_s3_bucket.a  no policy');
    expect(text).toContain('Findings of less than medium severity do not fail this run.');
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
