import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformResource, TerraformStack } from 'cdktf';
import { Enforcement, Guardrails, GuardrailsOptions, Severity, Waivers } from '../../lib';
import { checkApp, matchers } from '../../lib/testing';
import { companyFile } from '../support/company';
import { addBadStack, addGoodStack, newApp, read } from '../support/guarded-app';
import { temporaryDirectory } from '../support/synth';

function file(content: string | object, name = 'toms.config.json'): string {
  const path = join(temporaryDirectory(), name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function enforced(add: (app: App) => unknown, ...calls: GuardrailsOptions[]): App {
  const app = newApp();
  for (const options of calls) Guardrails.enforce(app, options);
  add(app);
  return app;
}

interface Written {
  readonly skipped?: readonly { readonly rule: string; readonly by: string }[];
  readonly demands?: object;
}
const evidenceOf = (app: App): Written => JSON.parse(read(app, 'evidence.json')) as Written;

test('what is skipped refuses nothing, and stands in the evidence', () => {
  const app = enforced(addBadStack, { skip: ['S3-003'] });
  app.synth();
  expect(evidenceOf(app).skipped).toEqual([{ rule: 'S3-003', by: 'skip S3-003, Guardrails.enforce' }]);
});

test('only what every call skips is skipped', () => {
  expect(() => enforced(addBadStack, { skip: ['S3-003'] }, {}).synth()).toThrow('S3-003');
  expect(() => enforced(addBadStack, {}, { skip: ['S3-003'] }).synth()).toThrow('S3-003');
  const app = enforced(addBadStack, { skip: ['S3-003', 'S3-001'] }, { skip: ['all-public-access-blocks'] });
  app.synth();
  expect(evidenceOf(app).skipped?.map(({ rule }) => rule)).toEqual(['S3-003']);
});

test('what is less grave than what is refused is reported, and the strictest of all calls holds', () => {
  const hasty = (app: App): void => {
    const stack = TerraformStack.of(addGoodStack(app));
    const all = stack.node
      .findAll()
      .filter((node): node is TerraformResource => TerraformResource.isTerraformResource(node));
    const keys = all.filter(({ terraformResourceType }) => terraformResourceType === 'aws_kms_key');
    for (const key of keys) key.addOverride('deletion_window_in_days', 7);
  };
  const rules = (...calls: GuardrailsOptions[]): string => {
    try {
      enforced(hasty, ...calls).synth();
      return 'passes';
    } catch (error) {
      return String((error as Error).message);
    }
  };
  expect(rules({})).toContain('KMS-003');
  expect(rules({ failOn: Severity.MEDIUM })).toContain('KMS-003');
  expect(rules({ failOn: Severity.HIGH })).toBe('passes');
  expect(rules({ failOn: Severity.HIGH }, { failOn: Severity.MEDIUM })).toContain('KMS-003');
  expect(rules({ failOn: Severity.HIGH }, {})).toContain('KMS-003');
  expect(rules({ failOn: 'High' as Severity })).toContain(`'failOn' must be 'high' or 'medium' or 'low', got "High"`);
});

test('demands that are stricter are refused where they do not hold, and the strictest of all calls holds', () => {
  const app = (...calls: GuardrailsOptions[]): App => enforced(addGoodStack, ...calls);
  app({ demands: { keyRotationDays: 365 } }).synth();
  expect(() => app({ demands: { keyRotationDays: 180 } }).synth()).toThrow('more than 180');
  expect(() => app({ demands: { keyRotationDays: 180 } }, { demands: { keyRotationDays: 200 } }).synth()).toThrow(
    'more than 180'
  );
  expect(() => app({ demands: { keyRotationDays: 400 } })).toThrow(
    "the demand 'keyRotationDays' must be at most 365 days (TOM 1.3.1"
  );
});

test('rules of a company refuse, are waived by their id, and are seen by checkApp', () => {
  const rules = [file(companyFile(), 'rules.js')];
  const named = (waived: boolean) => (app: App) => {
    const stack = TerraformStack.of(addGoodStack(app));
    const risk = {
      reason: 'old name',
      approver: 'CISO',
      expires: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    };
    if (waived) Waivers.of(stack).add({ rule: 'ACME-S3-001', ...risk });
  };
  expect(() => enforced(named(false), { rules }).synth()).toThrow(
    /ACME-S3-001 {2}The name of a bucket begins with acme/
  );
  enforced(named(true), { rules }).synth();
  const tested = enforced(named(false), { rules, enforcement: Enforcement.WARN });
  expect(checkApp(tested).findings.map(({ rule }) => rule)).toContain('ACME-S3-001');
  expect(matchers.toHaveFinding(tested, 'acme-buckets-named').pass).toBe(true);
  expect(() => enforced(named(true), {}).synth()).toThrow("name the file or package of your company's rules");
});

test('a package that throws is refused by its name, as it is loaded and as it judges, and nothing is left to apply', () => {
  const thrown = file("throw new Error('boom');", 'rules.js');
  expect(() => enforced(addGoodStack, { rules: [thrown] })).toThrow(
    `the rules of ${JSON.stringify(thrown)} cannot be loaded: boom`
  );
  const judging = file(companyFile("throw new Error('boom');"), 'rules.js');
  const app = enforced(addGoodStack, { rules: [judging] });
  expect(() => app.synth()).toThrow(`rule ACME-S3-001 of ${judging} failed: boom`);
  expect(() => read(app, 'evidence.json')).toThrow('ENOENT');
  expect(() => read(app, 'stacks/good/cdk.tf.json')).toThrow('ENOENT');
});

test('two calls may name the same rules, and not two under one id', () => {
  const one = file(companyFile(), 'rules.js');
  enforced(addGoodStack, { rules: [one] }, { rules: [one] });
  const other = file(companyFile(), 'rules.js');
  expect(() => enforced(addGoodStack, { rules: [one] }, { rules: [other] })).toThrow(
    /the rule ACME-S3-001 is in .* and in/
  );
});

test('a configuration holds for a program as for toms, and options of the call stand instead of it', () => {
  const configuration = file({ version: 1, skip: ['S3-003'], demands: { keyDeletionDays: 20 } });
  const app = enforced(addBadStack, { configuration });
  app.synth();
  expect(evidenceOf(app).skipped).toEqual([{ rule: 'S3-003', by: `skip S3-003, ${configuration}` }]);
  expect(evidenceOf(app).demands).toEqual({ keyDeletionDays: 20 });
  expect(() => enforced(addBadStack, { configuration, skip: ['S3-001'] }).synth()).toThrow('S3-003');
  expect(() => enforced(addBadStack, {}).synth()).toThrow('S3-003');
});

test.each([
  [{ version: 2 }, 'is a configuration of version 2'],
  [{ version: 1, skp: [] }, 'has the key "skp", which means nothing: is it skip?'],
  [{ version: 1, skip: ['S3-0003'] }, 'is it S3-003?'],
  [{ version: 1, demands: { backupDays: 1 } }, "the demand 'backupDays' must be at least 7 days"],
])('a configuration that is none is refused where it is named: %j', (content, message) => {
  const configuration = file(content);
  expect(() => enforced(addGoodStack, { configuration })).toThrow(`${configuration}: `);
  expect(() => enforced(addGoodStack, { configuration })).toThrow(message);
});

test('an empty path is no configuration', () => {
  expect(() => enforced(addGoodStack, { configuration: '' })).toThrow("'configuration' is empty: name a file");
  expect(() => enforced(addGoodStack, { skip: ['S3-0003'] })).toThrow('is it S3-003?');
});
