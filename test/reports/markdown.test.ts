import { Evidence, evidence } from '../../lib/evidence/evidence';
import { MeasureEvidence } from '../../lib/evidence/measures';
import { Erasure } from '../../lib/erasure/horizon';
import { Checked, check } from '../../lib/guardrails/check';
import { evidenceJson } from '../../lib/reports/json';
import { evidenceMarkdown } from '../../lib/reports/markdown';
import { measuresMarkdown } from '../../lib/reports/markdown-measures';
import { JsonObject } from '../../lib/terraform/value';
import { modelOf } from '../support/models';

function checked(resource: JsonObject = { aws_s3_bucket: { a: {} } }): Checked {
  return check([...modelOf({ app: { resource } }).stacks], new Date('2026-06-01T00:00:00Z'));
}

function measure(parts: Partial<MeasureEvidence>): Evidence {
  const one: MeasureEvidence = {
    id: '8.1',
    chapter: 8,
    title: 'Central logging',
    kind: 'technical',
    state: 'in part',
    lacks: [],
    claims: [],
    ...parts,
  };
  return { ...evidence(checked()), measures: [one] };
}

test('a measure says its state, its claims and the letters that lack, and each claim n of N', () => {
  const count = { of: 12, met: 1, violated: 0, waived: 0, undetermined: 0 };
  const unjudged = Array.from({ length: 11 }, (_, at) => `app:aws_s3_bucket.b${at}`);
  const shown = measure({
    lacks: ['b', 'c'],
    claims: [
      {
        id: '8.1.a',
        kind: 'coverage',
        says: 'All is',
        state: 'shown',
        count: { ...count, of: 1, unjudged: [] },
        rules: ['S3-001'],
        sample: 'Q1',
      },
      {
        id: '8.1.b',
        kind: 'coverage',
        says: 'Some is',
        state: 'in part',
        count: { ...count, unjudged },
        rules: ['S3-009'],
      },
      { id: '8.1.c', kind: 'declared', says: 'People do', state: 'not shown', rules: [], why: 'no record' },
      {
        id: '8.1.d',
        kind: 'coverage',
        says: 'None',
        state: 'not applicable',
        count: { ...count, of: 0, met: 0, unjudged: [] },
        rules: [],
        why: 'no fronts',
      },
      {
        id: '8.1.e',
        kind: 'coverage',
        supports: true,
        says: 'Beside',
        state: 'violated',
        count: { ...count, met: 0, violated: 1, of: 1, unjudged: [] },
        rules: ['S3-006'],
      },
    ],
  });
  expect(measuresMarkdown(shown)).toEqual([
    '',
    '## Measures',
    '',
    '### 8 Event logging',
    '',
    '#### 8.1 Central logging',
    '',
    '**IN PART**, 1 of 3 claims (1 not applicable). Lacks b c.',
    '',
    '|  | State | Shown | Claim | By | Sample |',
    '| --- | --- | --- | --- | --- | --- |',
    '| a | shown | 1 of 1 | All is | `S3-001` | Q1 |',
    '| b | in part | 1 of 12 | Some is | `S3-009` |  |',
    '| c | not shown |  | People do | no record |  |',
    '| d | not applicable |  | None | no fronts |  |',
    '| e | **violated** | 0 of 1, 1 violated | Beside (supports the measure, and does not count) | `S3-006` |  |',
    '',
    `b, not judged: ${unjudged
      .slice(0, 10)
      .map((name) => `\`${name}\``)
      .join(', ')} and 1 more`,
  ]);
});

test('the scope comes first: what was read, where it lies, and what made it', () => {
  const shown = evidence(checked());
  const scope = {
    ...shown.scope,
    inputs: [{ file: 'a.json', kind: 'plan', sha256: 'abc' } as const],
    accounts: ['111122223333'],
  };
  const text = evidenceMarkdown({ ...shown, scope });
  expect(text).toContain('## Scope\n\n- plan `a.json`, SHA-256 `abc`\n- accounts: 111122223333\n');
  expect(text).toContain(
    '- 1 resources: 1 judged by rules about their types, 0 only by rules about every type, 0 by none'
  );
  expect(text.indexOf('## Scope')).toBeLessThan(text.indexOf('## Measures'));
});

test('what is met by declaration is in it with what is declared', () => {
  const declared = {
    rule: 'AWS-001',
    address: 'app:aws_cloudwatch_log_group.waf',
    says: 'logs of CloudFront | in us-east-1',
  };
  expect(evidenceMarkdown({ ...evidence(checked()), declarations: [declared] })).toContain(
    '## Declarations\n\n| Rule | Met by declaration | Says |\n| --- | --- | --- |\n| `AWS-001` | `app:aws_cloudwatch_log_group.waf` | logs of CloudFront \\| in us-east-1 |\n'
  );
  expect(evidenceMarkdown(evidence(checked()))).toContain('## Declarations\n\nNone.\n');
});

test('who can lift a control is in it, and of whom that is said', () => {
  const control = {
    control: 'app:aws_kms_key.a',
    actions: ['kms:DisableKey', 'kms:PutKeyPolicy'],
    by: [],
    perhaps: ['x|y'],
  };
  const text = evidenceMarkdown({ ...evidence(checked()), controls: [control] });
  expect(text).toContain(
    '| Control | Lifted by | Certainly can | Perhaps can |\n| --- | --- | --- | --- |\n| `app:aws_kms_key.a` | `kms:DisableKey`, `kms:PutKeyPolicy` | nobody seen | x\\|y |\n'
  );
  expect(text).toContain(
    '## Controls\n\nWho can lift the trails, keys and Object Locks, of the roles and users of these stacks'
  );
  expect(evidenceMarkdown({ ...evidence(checked()), controls: [] })).toMatch(/## Controls\n\nWho .*\n\nNone\.\n/);
});

test('waivers stand in it in full', () => {
  const waiver = { path: 'app/A', rule: 'S3-001', reason: 'r', approver: 'a', expires: '2027-01-01', ticket: 'T-1' };
  expect(evidenceMarkdown({ ...evidence(checked()), waivers: [waiver] })).toContain(
    '| `S3-001` | `app/A` | r | a | 2027-01-01 | T-1 |'
  );
});

test('what no rule names in a verdict is counted by type', () => {
  const text = evidenceMarkdown(evidence(checked({ aws_s3_bucket: { a: {} }, aws_eip_association: { b: {}, c: {} } })));
  expect(text).toContain('| `aws_eip_association` | 2 |');
});

test('4,000 addresses grow the JSON by themselves only, and not the Markdown', () => {
  const of = (violated: readonly string[]): Evidence => {
    const { rules, ...shown } = evidence(checked());
    return { ...shown, rules: [{ ...rules[0], violated }] };
  };
  const names = Array.from({ length: 4000 }, (_, at) => `app:aws_s3_bucket.bucket${at}`);
  const [one, many] = [of(names.slice(0, 1)), of(names)];
  expect((evidenceJson(many).length - evidenceJson(one).length) / 3999).toBeLessThan(60);
  expect(evidenceMarkdown(many)).toContain('- and 3980 more in evidence.json');
  expect(evidenceMarkdown(many).length - evidenceMarkdown(one).length).toBeLessThan(1500);
});

test('a rule that failed to run is said first', () => {
  const shown = evidenceMarkdown({ ...evidence(checked()), crashes: ['rule S3-001 failed: x'] });
  expect(shown).toContain('**Rules failed to run: this is no evidence.**');
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
  const shown = { ...evidence(checked()), erasure: [store, ...others] };
  const text = evidenceMarkdown(shown);
  expect((JSON.parse(evidenceJson(shown)) as Evidence).erasure[0]).toMatchObject(store);
  expect(text).toContain(
    '| `app:aws_s3_bucket.letters` | personal | 14 days (letters\\|&lt;b&gt;) | 31 days | noncurrent versions 31 days: because of \\| |'
  );
  expect(text).toContain('| `app:x` | personal | 14 days (letters\\|&lt;b&gt;) | **never** |');
  expect(text).toContain('| `app:y` | personal | not declared | 31 days |');
  expect(text).toContain('| `app:z` | personal | as logs | 31 days |');
  expect(text).toContain('- `app:aws_s3_bucket.letters`, S3-008: what was deleted stays &lt;forever&gt;');
  expect(evidenceMarkdown({ ...shown, erasure: [] })).toContain('No stores.');
});
