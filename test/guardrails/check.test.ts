import { check } from '../../lib/guardrails/check';
import { evidence } from '../../lib/evidence/evidence';
import { textReport } from '../../lib/reports/text';
import { readStack } from '../../lib/terraform/read-stack';
import { Stack } from '../../lib/terraform/stack';

const TODAY = new Date('2026-06-01T00:00:00Z');
const WAIVER = { path: 'app/Old', rule: 'KMS-001', reason: 'an old key', approver: 'CISO', expires: '2026-06-10' };

/** A stack with a finding of each outcome, a waiver that ends soon, one that covers nothing, and a store. */
function mixed(): Stack {
  return readStack('app', 'app/cdk.tf.json', {
    '//': { toms: { version: 1, waivers: [WAIVER, { ...WAIVER, path: 'app/None' }] } },
    variable: { rotate: {} },
    resource: {
      aws_kms_key: {
        broken: { '//': { metadata: { path: 'app/Broken' } } },
        old: { '//': { metadata: { path: 'app/Old' } } },
        open: { enable_key_rotation: '${var.rotate}' },
      },
      aws_sqs_queue: { orders: {} },
    },
  });
}

const sourceOf = (): { file: string; line: number } => ({ file: 'main.ts', line: 7 });

test('a report is data: written as JSON and read again it is the same, and shows the same', () => {
  const checked = check([mixed()], TODAY, { orphans: [], merged: [], overrides: [], sourceOf });
  const { report } = checked;
  expect(new Set(report.findings.map(({ outcome }) => outcome))).toEqual(
    new Set(['violated', 'waived', 'undetermined'])
  );
  expect(report.findings.some(({ source }) => source?.line === 7)).toBe(true);
  expect(report.warnings).not.toEqual([]);
  const read = JSON.parse(JSON.stringify(report)) as typeof report;
  expect(read).toEqual(report);
  expect(textReport(read)).toBe(textReport(report));
  expect(evidence({ ...checked, report: read })).toEqual(evidence(checked));
});

test('erasure is computed beside the report, for every store', () => {
  const { erasure } = check([mixed()], TODAY);
  expect(erasure().map(({ store }) => store)).toEqual(['app:aws_sqs_queue.orders']);
});

test('neither findings nor the horizon of a store quote what is sensitive', () => {
  const value = 'class-of-its-own';
  const stack = readStack('app', 'app/cdk.tf.json', {
    variable: { class: { sensitive: true, default: value } },
    resource: { aws_sqs_queue: { orders: { tags: { 'tom:data-class': value, 'tom:data-category': value } } } },
  });
  const checked = check([stack], TODAY);
  const all = JSON.stringify([checked.report, evidence(checked)]);
  expect(checked.erasure()).toHaveLength(1);
  expect(all).not.toContain(value);
  expect(all).toContain('(sensitive)');
});
