import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import {
  AuditReportKind,
  AuditReportProps,
  Environment,
  Guardrails,
  OrganizationRole,
  RecordProps,
  Records,
  RotatedKey,
} from '../../lib';
import { Evidence } from '../../lib/evidence/evidence';
import { dateIn } from '../../lib/guardrails/days';
import { REPORT_KINDS } from '../../lib/toms/claims/claim';
import { toms } from '../cli/toms';
import { messageOf, newStack } from '../support/synth';

const inDays = (days: number): string => dateIn(days, new Date());
const RECORD: RecordProps = {
  claims: ['10.1.a', '8.1.a'],
  says: 'Twelve policies, approved by the board.',
  document: { title: 'ISMS manual', link: 'https://dms.acme.example/isms', date: inDays(-30) },
  owner: 'Jo Example, CISO',
  reviewBy: inDays(300),
};
const REPORT: AuditReportProps = {
  kind: AuditReportKind.C5_TYPE2,
  title: 'AWS C5 type 2',
  from: inDays(-500),
  to: inDays(-135),
  regions: ['eu-central-1'],
  services: ['kms'],
  exceptionsRead: { by: 'Jo Example, CISO', date: inDays(-20) },
};

let stderr: jest.SpyInstance;
beforeEach(() => (stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true)));
afterEach(() => stderr.mockRestore());

/** An app with a key, whose guardrails are enforced. */
function guarded(): App {
  const stack = newStack({ environment: Environment.EPHEMERAL, owner: 'tests', retentionDays: 400 });
  new RotatedKey(stack, 'Key', { description: 'of a test' });
  const app = App.of(stack);
  Guardrails.enforce(app);
  return app;
}

function evidenceOf(app: App): Evidence {
  app.synth();
  return JSON.parse(readFileSync(join(app.outdir, 'evidence.json'), 'utf8')) as Evidence;
}

function stateOf(shown: Evidence, id: string): string | undefined {
  return shown.measures.flatMap(({ claims }) => claims).find((claim) => claim.id === id)?.state;
}

test('records are in the evidence of the program, and in that of its output', () => {
  const app = guarded();
  const records = Records.of(app);
  records.organization({ name: 'ACME GmbH', role: OrganizationRole.PROCESSOR });
  records.add(RECORD);
  records.addReport(REPORT);
  const shown = evidenceOf(app);
  expect(shown.organization).toEqual({ name: 'ACME GmbH', role: 'processor' });
  expect(shown.records).toEqual([RECORD]);
  expect(shown.reports).toMatchObject([{ title: 'AWS C5 type 2', covers: { met: 2, of: 2 } }]);
  expect([stateOf(shown, '10.1.a'), stateOf(shown, '8.1.a')]).toEqual(['declared', 'declared']);
  expect(stateOf(shown, '1.1.1.f')).toBe('inherited');

  const out = join(app.outdir, 'evidence');
  expect(toms('evidence', app.outdir, '--out', out, '--at', inDays(0)).status).toBe(0);
  const again = JSON.parse(readFileSync(join(out, 'evidence.json'), 'utf8')) as Evidence;
  expect(again.records).toEqual(shown.records);
  expect(again.reports).toEqual(shown.reports);
  expect([stateOf(again, '10.1.a'), stateOf(again, '1.1.1.f')]).toEqual(['declared', 'inherited']);
});

test('they are in every stack, in those that are made later too', () => {
  const app = guarded();
  Records.of(app).add(RECORD);
  const later = new TerraformStack(app, 'later');
  new AwsProvider(later, 'aws', { region: 'eu-central-1' });
  expect(stateOf(evidenceOf(app), '10.1.a')).toBe('declared');
  const stacks = join(app.outdir, 'stacks');
  for (const stack of readdirSync(stacks)) {
    const json = JSON.parse(readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8')) as {
      '//': { toms: { records: object } };
    };
    expect(json['//'].toms.records).toEqual({ version: 1, records: [RECORD], reports: [] });
  }
});

test('an app without records writes none', () => {
  const app = guarded();
  app.synth();
  expect(readFileSync(join(app.outdir, 'stacks/test/cdk.tf.json'), 'utf8')).not.toContain('"records"');
});

test.each<[string, Partial<RecordProps>, string]>([
  [
    'an unknown claim',
    { claims: ['10.1.z'] },
    `[App] 'record.claims' must hold ids of claims, got "10.1.z"; write 10.1.a, or another id of docs/measures.md`,
  ],
  [
    'a claim that rules decide',
    { claims: ['1.2.1.b'] },
    `'record.claims' must not hold a claim that rules decide, got "1.2.1.b"`,
  ],
  [
    'no owner',
    { owner: '' },
    `'record.owner' of 10.1.a, 8.1.a must name who answers for it, got ""; write owner: 'Jo Example`,
  ],
  ['an end that is past', { reviewBy: inDays(-1) }, `'record.reviewBy' of 10.1.a, 8.1.a must not be past`],
  ['nothing at all', { claims: undefined }, `'record.claims' must be the ids of claims`],
])('%s is refused at once', (_title, changed, message) => {
  const app = guarded();
  expect(messageOf(() => Records.of(app).add({ ...RECORD, ...changed }))).toContain(message);
  expect(evidenceOf(app).records).toEqual([]);
});

test('so are a report and an organization that are wrong', () => {
  const records = Records.of(guarded());
  expect(messageOf(() => records.addReport({ ...REPORT, to: inDays(1) }))).toContain(
    `'report.to' must not be in the future`
  );
  const acme = { name: 'ACME GmbH', role: OrganizationRole.CONTROLLER };
  expect(messageOf(() => records.organization({ ...acme, name: '' }))).toContain(
    `'organization.name' must name the organization`
  );
  records.organization(acme);
  expect(messageOf(() => records.organization(acme))).toContain(
    `'organization' must be set once, got "ACME GmbH"; merge`
  );
});

test('a stack has none of its own', () => {
  const stack = newStack({ environment: Environment.EPHEMERAL });
  expect(messageOf(() => Records.of(stack as unknown as App))).toContain("'Records.of' must be called on the app");
});

test('the kinds of reports are those that claims rest on', () => {
  expect(Object.values(AuditReportKind)).toEqual(REPORT_KINDS);
});
