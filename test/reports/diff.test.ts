import { Change, Diff } from '../../lib/diff/change';
import { DIFF_FORMATS } from '../../lib/reports/formats';

const change = (index: number, more: Partial<Change> = {}): Change => ({
  direction: 'widens',
  severity: 'high',
  subject: 'exposure',
  stack: 'network',
  address: `aws_security_group.g${index}`,
  file: 'network/cdk.tf.json',
  measures: ['3.3.4'],
  claims: [],
  message: `lets through tcp ${index} from 0.0.0.0/0`,
  id: String(index).padStart(16, '0'),
  ...more,
});

const diff = (changes: Change[], more: Partial<Diff> = {}): Diff => ({
  before: [],
  after: [],
  changes,
  tagsOnly: 0,
  moved: 0,
  flows: [],
  reach: [],
  measures: [],
  claims: [],
  ...more,
});

const { markdown, text, sarif } = DIFF_FORMATS;

test('a comment leads with the most dangerous line, and groups the like', () => {
  const same = { message: 'aws_flow_log is gone' };
  const output = markdown(diff([change(1), change(2, same), change(3, same)], { tagsOnly: 4, moved: 2 }), {});
  expect(output.split('\n').slice(0, 4)).toEqual([
    '<!-- written by toms diff -->',
    '**high: lets through tcp 1 from 0\\.0\\.0\\.0/0 (`network:aws_security_group.g1`)**',
    '',
    '3 widened, 0 undetermined, 0 narrowed, 0 neutral, 4 in tags only, 2 moved.',
  ]);
  expect(output.match(/flow/g)).toHaveLength(1);
  expect(output).toContain('`network:aws_security_group.g2`, `network:aws_security_group.g3`');
});

test('a comment fits a pull request, and counts what it leaves out', () => {
  const output = markdown(diff(Array.from({ length: 3000 }, (_, index) => change(index))), {});
  expect(output.length).toBeLessThan(65_536);
  expect(output).toMatch(/… and \d+ more lines: toms diff shows them\.\n$/);
});

test('new and closed flows are drawn', () => {
  const flows = [
    { from: 'Internet', to: 'Front', label: 'tcp 22', isNew: true },
    { from: 'Front', to: 'Shop', label: '', isNew: false },
  ];
  const output = markdown(diff([], { flows }), {});
  expect(output).toContain('n0 ==>|"new#58; tcp 22"| n1');
  expect(output).toContain('n1 -.->|"closed"| n2');
});

test('what is approved is said to be, and fails nothing', () => {
  const approval = { change: '1', approver: 'Jo', reason: 'a test', expires: '2026-12-31' };
  const output = markdown(diff([change(1, { approval })]), {});
  expect(output).toContain('**What widens is approved.**');
  expect(output).toContain('approved until 2026-12-31 by Jo: a test');
  expect(JSON.parse(sarif(diff([change(1, { approval })]), {}))).toMatchObject({
    runs: [{ results: [{ suppressions: [{ kind: 'external' }] }] }],
  });
});

test('text shows the first kinds of change, and all of them on request', () => {
  const many = diff(Array.from({ length: 30 }, (_, index) => change(index)));
  expect(text(many, {})).toContain('… and 10 more kinds of change that are widening: --verbose shows them');
  expect(text(many, { verbose: true }).match(/^widens/gm)).toHaveLength(30);
});

test('the same diff gives the same bytes', () => {
  const one = diff([change(1), change(2)]);
  for (const write of Object.values(DIFF_FORMATS)) expect(write(one, {})).toBe(write(structuredClone(one), {}));
});
