import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { App, TerraformResource, TerraformStack, TerraformVariable } from 'cdktf';
import {
  EncryptedBucket,
  EncryptedStateBackend,
  Enforcement,
  Guardrails,
  GuardrailsOptions,
  Posture,
  ReportFormat,
  Undetermined,
  Waivers,
} from '../../lib';
import { ResourceRule } from '../../lib/guardrails/rule';
import { RULES_BY_ID } from '../../lib/guardrails/rules';
import { dateIn } from '../../lib/guardrails/days';
import { addBadStack, addGoodStack, addStack, filesOf, newApp, open, read } from '../support/guarded-app';
import { messageOf, temporaryDirectory } from '../support/synth';
import { LIBRARY } from '../../lib/toms/engine';

const LINES = readFileSync(__filename, 'utf8').split('\n');
const lineOf = (marker: string): number => LINES.findIndex((line) => line.endsWith(`// ${marker}`)) + 1;

let stderr: jest.SpyInstance;
beforeEach(() => (stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true)));
afterEach(() => jest.restoreAllMocks());

describe('an app whose measures hold', () => {
  test('passes, and leaves evidence beside the stacks, the same bytes wherever it is made', () => {
    const [first, second] = [newApp(), newApp()].map((app) => {
      Guardrails.enforce(app);
      addGoodStack(app);
      app.synth();
      return app;
    });
    expect(filesOf(first).sort()).toEqual(['evidence.json', 'evidence.md', 'manifest.json', 'stacks/good/cdk.tf.json']);
    expect(first.outdir).not.toBe(second.outdir);
    for (const file of ['evidence.json', 'evidence.md']) expect(read(first, file)).toBe(read(second, file));
    const evidence = JSON.parse(read(first, 'evidence.json')) as { [key: string]: unknown };
    expect(evidence).toMatchObject({
      scope: { inputs: [{ file: 'stacks/good/cdk.tf.json', kind: 'configuration' }] },
      summary: { measures: { violated: 0, undetermined: 0 } },
    });
    expect(read(first, 'evidence.md')).toContain('# Evidence of technical and organizational measures');
    expect(stderr).not.toHaveBeenCalled();
  });

  test('may be synthesized again', () => {
    const app = newApp();
    Guardrails.enforce(app);
    const bucket = addGoodStack(app);
    app.synth();
    const evidence = read(app, 'evidence.json');
    app.synth();
    expect(read(app, 'evidence.json')).toBe(evidence);
    open(bucket);
    expect(() => app.synth()).toThrow('the measures do not hold');
    expect(filesOf(app)).toEqual([]);
  });
});

test('names in the evidence what the program overrides in our constructs, and not what it sets there', () => {
  const app = newApp();
  Guardrails.enforce(app);
  const bucket = addGoodStack(app);
  const tags = { 'tom:environment': 'ephemeral', 'tom:owner': 'tests', 'tom:data-class': 'personal' };
  const key = new KmsKey(bucket.node.scope!, 'Raw', { enableKeyRotation: true, tags });
  key.addOverride('description', 'a raw resource');
  const versioning = bucket.node.findChild('Versioning') as TerraformResource;
  versioning.addOverride('versioning_configuration.mfa_delete', 'Disabled');
  versioning.addOverride('timeouts', ['a list']);
  const isOn = new TerraformVariable(bucket.node.scope!, 'on', { type: 'bool' });
  versioning.addOverride('comment', isOn.booleanValue);
  app.synth();
  expect((JSON.parse(read(app, 'evidence.json')) as { overrides: unknown }).overrides).toEqual([
    {
      stack: 'good',
      address: expect.stringMatching(/^aws_s3_bucket_versioning\./) as string,
      constructPath: versioning.node.path,
      attributes: ['versioning_configuration.mfa_delete', 'timeouts', 'comment'],
    },
  ]);
  expect(read(app, 'evidence.md')).toMatch(/## Overrides\n\n[^#]*versioning\\?_configuration\.mfa\\?_delete/);
});

test('names the line of a raw resource, also in the reports', () => {
  const app = newApp();
  const directory = temporaryDirectory();
  const formats = [ReportFormat.SARIF, ReportFormat.JUNIT, ReportFormat.JSON];
  const reports = formats.map((format) => ({ file: join(directory, format), format }));
  Guardrails.enforce(app, { reports });
  const stack = addStack(app, 'raw');
  new KmsKey(stack, 'Raw', { enableKeyRotation: false }); // the raw key
  const file = 'test/enforcement/guardrails.test.ts';
  const line = lineOf('the raw key');
  expect(messageOf(() => app.synth())).toContain(`  source     ${file}:${line}\n`);
  const [sarif, junit, json] = reports.map((report) => readFileSync(report.file, 'utf8'));
  expect(sarif).toMatch(new RegExp(`"uri": "${file}"\\s*\\},\\s*"region": \\{\\s*"startLine": ${line}\\b`));
  expect(junit).toContain(` file="${file}" line="${line}"`);
  expect((JSON.parse(json) as { findings: unknown[] }).findings).toContainEqual(
    expect.objectContaining({ rule: 'KMS-001', source: { file, line } })
  );
});

describe('a bucket that an override opens', () => {
  const app = newApp();
  Guardrails.enforce(app);
  const bucket = new EncryptedBucket(addStack(app, 'bad'), 'Invoices'); // the bucket
  open(bucket);
  const thrown = ((): Error => {
    try {
      app.synth();
    } catch (error) {
      return error as Error;
    }
    throw new Error('nothing was thrown');
  })();

  test.each([
    ['the rule', 'violated  high  S3-003  All four public access blocks are on\n'],
    ['the address', '  address    bad:aws_s3_bucket_public_access_block.Invoices_PublicAccessBlock_'],
    ['the construct', '  construct  bad/Invoices/PublicAccessBlock\n'],
    ['the line of the program', `  source     test/enforcement/guardrails.test.ts:${lineOf('the bucket')}\n`],
    ['why', '  why        block_public_acls is false\n'],
    ['the measure', '  measure    3.1.1 Least privilege through roles\n'],
    [
      'how to fix it',
      `.node.findChild('PublicAccessBlock') as TerraformResource).addOverride('block_public_acls', true);\n`,
    ],
    [
      'how to waive it',
      `    Waivers.of(app.node.findChild('bad').node.findChild('Invoices').node.findChild('PublicAccessBlock')).add({\n      rule: 'S3-003',\n`,
    ],
    ['what it comes to', ' resources in 1 stack: 1 violated, 0 waived, 0 undetermined; '],
  ])('is refused with %s', (_title, text) => {
    expect(thrown.message).toContain(text);
  });

  test('is told once, with no line of this library in the trace', () => {
    expect(thrown.name).toBe('GuardrailsError');
    expect(thrown.message.match(/^violated/gm)).toHaveLength(1);
    const frames = (thrown.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
    expect(frames).toHaveLength(1);
    expect(frames[0]).toContain('guardrails.test.ts');
  });

  test('leaves nothing behind', () => {
    expect(filesOf(app)).toEqual([]);
  });
});

describe('the hook', () => {
  test('sees stacks that are made after it', () => {
    const app = newApp();
    Guardrails.enforce(app);
    addBadStack(app);
    expect(() => app.synth()).toThrow('S3-003');
  });

  test('sees stacks that were made before it', () => {
    const app = newApp();
    addBadStack(app);
    Guardrails.enforce(app);
    expect(() => app.synth()).toThrow('S3-003');
    expect(filesOf(app)).toEqual([]);
  });

  test('works once however often it is set', () => {
    const app = newApp();
    Guardrails.enforce(app);
    Guardrails.enforce(app);
    addBadStack(app);
    expect(messageOf(() => app.synth()).match(/^violated/gm)).toHaveLength(1);
  });

  test('sees resources that none of our constructs made', () => {
    const app = newApp();
    Guardrails.enforce(app);
    new KmsKey(addStack(app, 'raw'), 'Key', { enableKeyRotation: false });
    const message = messageOf(() => app.synth());
    expect(message).toContain('violated  high  KMS-001  ');
    expect(message).toContain('address    raw:aws_kms_key.Key\n');
    expect(message).toContain('construct  raw/Key\n');
  });

  test('sees elements that belong to no stack', () => {
    const app = newApp();
    Guardrails.enforce(app);
    addGoodStack(app);
    new KmsKey(app, 'Lost');
    const message = messageOf(() => app.synth());
    expect(message).toContain('TF-003  Every element belongs to a stack');
    expect(message).toContain('construct  Lost\n');
    expect(message).not.toContain('Waivers.of');
  });

  test('sees elements that cdktf would merge', () => {
    const app = newApp();
    Guardrails.enforce(app);
    const stack = addStack(app, 'merged');
    for (const id of ['One', 'Two']) new KmsKey(stack, id, { enableKeyRotation: true }).overrideLogicalId('key');
    const message = messageOf(() => app.synth());
    expect(message).toContain('TF-001  No two elements share one Terraform address');
    expect(message).toContain('merged/One and merged/Two share this address');
    expect(message).not.toContain("rule: 'TF-001'");
  });

  test('reads the posture of stacks that hold none of our constructs', () => {
    const app = new App({ outdir: join(temporaryDirectory(), 'out') });
    Guardrails.enforce(app);
    new KmsKey(addStack(app, 'raw'), 'Key', { enableKeyRotation: true });
    expect(messageOf(() => app.synth())).toContain('TF-002  State is kept in a backend that encrypts and locks it');
  });

  test('takes a state that is encrypted', () => {
    const app = new App({ outdir: join(temporaryDirectory(), 'out') });
    Guardrails.enforce(app);
    Posture.set(app, { owner: 'tests', retentionDays: 400 });
    const bucket = addGoodStack(app);
    new EncryptedStateBackend(TerraformStack.of(bucket), 'State', {
      bucketName: 'acme-terraform-state',
      kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
    });
    app.synth();
    expect(filesOf(app)).toContain('evidence.json');
  });
});

describe('refuses to be of no use', () => {
  afterEach(() => delete process.env.SYNTH_HCL_OUTPUT);

  test('where validations are skipped', () => {
    expect(messageOf(() => Guardrails.enforce(newApp({ skipValidation: true })))).toBe(
      'the app sets skipValidation, so that its constructs are not validated: remove it, or do not enforce the guardrails'
    );
  });

  test('where validations are skipped later', () => {
    const app = newApp();
    Guardrails.enforce(app);
    addGoodStack(app);
    Object.assign(app, { skipValidation: true });
    expect(messageOf(() => app.synth())).toContain('the app sets skipValidation');
    expect(filesOf(app)).toEqual([]);
  });

  test.each<[string, () => App]>([
    ['by the option', () => newApp({ hclOutput: true })],
    [
      'by the environment variable',
      () => {
        process.env.SYNTH_HCL_OUTPUT = 'true';
        return newApp();
      },
    ],
  ])('where the output is HCL %s', (_title, make) => {
    expect(messageOf(() => Guardrails.enforce(make()))).toBe(
      'the app writes HCL, which the guardrails do not read: remove hclOutput and SYNTH_HCL_OUTPUT, or check the plan with `toms check`'
    );
  });

  test('where the app has no stacks', () => {
    const app = newApp();
    Guardrails.enforce(app);
    expect(messageOf(() => app.synth())).toBe('the app has no stacks: there is nothing to check');
    expect(filesOf(app)).toEqual([]);
  });

  test('where the app has no resources', () => {
    const app = newApp();
    Guardrails.enforce(app);
    addStack(app, 'empty');
    expect(messageOf(() => app.synth())).toContain('no resources to check');
    expect(filesOf(app)).toEqual([]);
  });

  test('where a rule crashes', () => {
    const rule = RULES_BY_ID.get('KMS-001') as ResourceRule;
    jest.spyOn(rule, 'check').mockImplementation(() => {
      throw new Error('a mistake of ours');
    });
    const app = newApp();
    Guardrails.enforce(app);
    addGoodStack(app);
    expect(messageOf(() => app.synth())).toContain('internal  rule KMS-001 failed: a mistake of ours');
    expect(filesOf(app)).toEqual([]);
  });
});

describe('a finding that is waived', () => {
  const expires = dateIn(90, new Date());

  test('passes, is said on stderr, and stands in the evidence', () => {
    const app = newApp();
    Guardrails.enforce(app);
    Waivers.of(addBadStack(app)).add({
      rule: 'S3-003',
      reason: 'a price list',
      approver: 'CISO',
      expires,
      ticket: 'SEC-1',
    });
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    app.synth();
    expect(said.mock.calls.join('')).toContain(`until ${expires} by CISO: a price list`);
    const evidence = JSON.parse(read(app, 'evidence.json')) as {
      waivers: object[];
      measures: { id: string; state: string }[];
    };
    expect(evidence.waivers).toEqual([
      expect.objectContaining({
        path: 'bad/Invoices',
        rule: 'S3-003',
        reason: 'a price list',
        approver: 'CISO',
        expires,
        ticket: 'SEC-1',
      }),
    ]);
    expect(evidence.measures.find(({ id }) => id === '3.1.1')?.state).toBe('waived');
    expect(read(app, 'evidence.md')).toContain('a price list');
  });

  test('hides no other', () => {
    const app = newApp();
    Guardrails.enforce(app);
    const bucket = addBadStack(app);
    (bucket.node.findChild('Policy') as TerraformResource).addOverride('policy', '{"Statement":[]}');
    Waivers.of(bucket).add({ rule: 'S3-003', reason: 'a price list', approver: 'CISO', expires });
    const message = messageOf(() => app.synth());
    expect(message).toContain('violated  high  S3-001');
    expect(message).not.toContain('violated  high  S3-003');
    expect(message).toMatch(/, 1 waived, /);
  });
});

describe('options', () => {
  const evidenceOf = (app: App): object => JSON.parse(read(app, 'evidence.json')) as object;

  /** A stack with a key whose rotation a variable decides. */
  function addOpenStack(app: App): KmsKey {
    const stack = addStack(app, 'open');
    const on = new TerraformVariable(stack, 'on', { type: 'bool' });
    const tags = { 'tom:environment': 'ephemeral', 'tom:owner': 'tests', 'tom:data-class': 'internal' };
    return new KmsKey(stack, 'Key', { enableKeyRotation: on.booleanValue, tags });
  }

  function enforced(...calls: GuardrailsOptions[]): App {
    const app = newApp();
    for (const options of calls) Guardrails.enforce(app, options);
    return app;
  }

  test.each<[string, GuardrailsOptions | undefined]>([
    ['by default', undefined],
    ['where they are reported', { undetermined: Undetermined.REPORT }],
  ])('undetermined findings pass %s', (_title, options = {}) => {
    const app = enforced(options);
    addOpenStack(app);
    app.synth();
    expect(stderr.mock.calls.join('')).toContain('undetermined  high  KMS-001');
    expect(evidenceOf(app)).toMatchObject({ enforced: true, summary: { measures: { violated: 0, undetermined: 1 } } });
  });

  test('undetermined findings are refused at length where the app asks for it', () => {
    const app = enforced({ undetermined: Undetermined.REFUSE });
    addOpenStack(app);
    const message = messageOf(() => app.synth());
    expect(message).toMatch(
      /^measures are undetermined, and this app refuses that\n\nundetermined {2}high {2}KMS-001 /
    );
    expect(message).toMatch(/\n {2}address {4}open:aws_kms_key.Key\n[^]*\n {2}fix {2}/);
    expect(message).toContain('\nUndetermined findings fail this run.\n');
    expect(filesOf(app)).toEqual([]);
  });

  test('a warning writes everything, and the evidence says that nothing was enforced', () => {
    const app = enforced({ enforcement: Enforcement.WARN });
    addBadStack(app);
    app.synth();
    expect(filesOf(app).sort()).toEqual(['evidence.json', 'evidence.md', 'manifest.json', 'stacks/bad/cdk.tf.json']);
    expect(evidenceOf(app)).toMatchObject({
      enforced: false,
      summary: { measures: { violated: expect.any(Number) as unknown } },
    });
    expect(read(app, 'evidence.md')).toContain('**Nothing was enforced: the guardrails only warned.**');
    const said = stderr.mock.calls.join('');
    expect(said).toContain('violated  high  S3-003');
    expect(said).toContain(`${LIBRARY}: the measures do not hold; the guardrails only warn, and nothing was refused\n`);
  });

  test('a warning is none where the measures hold', () => {
    const app = enforced({ enforcement: Enforcement.WARN });
    addGoodStack(app);
    app.synth();
    expect(evidenceOf(app)).toMatchObject({ enforced: false });
    expect(stderr).not.toHaveBeenCalled();
  });

  test('what cannot be checked is a warning without evidence', () => {
    const app = enforced({ enforcement: Enforcement.WARN });
    addGoodStack(app);
    app.synth();
    writeFileSync(join(app.outdir, 'stacks/good/extra.tf'), '');
    app.synth();
    expect(filesOf(app).sort()).toEqual(['manifest.json', 'stacks/good/cdk.tf.json', 'stacks/good/extra.tf']);
    expect(stderr.mock.calls.join('')).toContain(
      `${LIBRARY}: the guardrails only warn, and could not check this app: the output cannot be checked: `
    );
  });

  test('a synth that fails by itself fails with a warning too, and keeps no evidence', () => {
    const app = enforced({ enforcement: Enforcement.WARN });
    addGoodStack(app);
    app.synth();
    app.node.addValidation({ validate: () => ['not today'] });
    expect(messageOf(() => app.synth())).toContain('not today');
    expect(filesOf(app).sort()).toEqual(['manifest.json', 'stacks/good/cdk.tf.json']);
  });

  test.each<[string, GuardrailsOptions[]]>([
    ['a warning after', [{}, { enforcement: Enforcement.WARN }]],
    ['a warning before', [{ enforcement: Enforcement.WARN }, {}]],
  ])('%s loosens nothing', (_title, calls) => {
    const app = enforced(...calls);
    addBadStack(app);
    expect(() => app.synth()).toThrow('the measures do not hold');
  });

  describe('a baseline', () => {
    const file = (...entries: object[]): string => {
      const path = join(temporaryDirectory(), 'toms.baseline.json');
      writeFileSync(path, JSON.stringify({ version: 1, findings: entries }));
      return path;
    };
    const KNOWN = {
      rule: 'S3-003',
      outcome: 'violated',
      stack: 'bad',
      address: 'aws_s3_bucket_public_access_block.Invoices_PublicAccessBlock_C95AD903',
      message: 'block_public_acls is false',
    };

    test('lets known findings pass, which the evidence calls violated', () => {
      const app = enforced({ baseline: file(KNOWN) });
      addBadStack(app);
      app.synth();
      expect(stderr.mock.calls.join('')).toMatch(/^known {2}high {2}S3-003 {2}.*: 1$/m);
      expect(evidenceOf(app)).toMatchObject({
        enforced: true,
        rules: expect.arrayContaining([
          expect.objectContaining({ rule: 'S3-003', violated: [`bad:${KNOWN.address}`] }),
        ]) as unknown,
      });
    });

    test('refuses what is new, and what is gone', () => {
      const app = enforced({ baseline: file() });
      addBadStack(app);
      expect(messageOf(() => app.synth())).toMatch(/^the measures do not hold\n\nviolated {2}high {2}S3-003 /);
      const fixed = enforced({ baseline: file(KNOWN) });
      addGoodStack(fixed, 'bad');
      expect(messageOf(() => fixed.synth())).toMatch(
        /^findings of the baseline are gone\n\n1 finding of the baseline .*toms\.baseline\.json is gone: take it out with --update-baseline/
      );
      expect(filesOf(fixed)).toEqual([]);
    });

    test('must be there, and holds only where every call names it', () => {
      const app = enforced({ baseline: join(temporaryDirectory(), 'none.json') });
      addBadStack(app);
      expect(() => app.synth()).toThrow('none.json');
      expect(messageOf(() => enforced({ baseline: '' }))).toBe("'baseline' is empty: name a file");
      const known = file(KNOWN);
      for (const calls of [
        [{ baseline: known }, {}],
        [{}, { baseline: known }],
        [{ baseline: known }, { baseline: file(KNOWN) }],
      ]) {
        const strict = enforced(...calls);
        addBadStack(strict);
        expect(() => strict.synth()).toThrow('the measures do not hold');
      }
      const agreed = enforced({ baseline: known }, { baseline: known });
      addBadStack(agreed);
      agreed.synth();
    });
  });

  describe('reports', () => {
    test('are written of an app that is refused, with the lines of the program, and of one that passes', () => {
      const directory = temporaryDirectory();
      const sarif = join(directory, 'ci', 'toms.sarif');
      const app = enforced({ reports: [{ file: sarif, format: ReportFormat.SARIF }] });
      addBadStack(app);
      expect(() => app.synth()).toThrow('the measures do not hold');
      expect(filesOf(app)).toEqual([]);
      const { runs } = JSON.parse(readFileSync(sarif, 'utf8')) as {
        runs: { results: { ruleId: string; locations: { physicalLocation: object }[] }[] }[];
      };
      const found = runs[0].results.find(({ ruleId }) => ruleId === 'S3-003');
      expect(found?.locations[0].physicalLocation).toMatchObject({
        artifactLocation: { uri: 'test/support/guarded-app.ts' },
        region: { startLine: expect.any(Number) as number },
      });
      const junit = join(directory, 'toms.xml');
      const good = enforced({ reports: [{ file: junit, format: ReportFormat.JUNIT }] }, {});
      addGoodStack(good);
      good.synth();
      expect(readFileSync(junit, 'utf8')).toContain('<testsuites');
    });

    test('need a file that can be written, and a format', () => {
      const directory = temporaryDirectory();
      expect(messageOf(() => enforced({ reports: [{ file: '', format: ReportFormat.JSON }] }))).toBe(
        "'reports' has an empty file: name one"
      );
      const wrong = { reports: [{ file: 'a', format: 'html' }] } as unknown as GuardrailsOptions;
      expect(messageOf(() => enforced(wrong))).toBe(
        `'format' must be 'text' or 'json' or 'sarif' or 'junit' or 'codequality', got "html"`
      );
      writeFileSync(join(directory, 'file'), '');
      const app = enforced({ reports: [{ file: join(directory, 'file', 'a.json'), format: ReportFormat.JSON }] });
      addGoodStack(app);
      expect(messageOf(() => app.synth())).toMatch(/^the report ".*a\.json" cannot be written: (?:EEXIST|ENOTDIR)$/);
      expect(filesOf(app)).toEqual([]);
    });
  });

  test('a later call makes the gate stricter', () => {
    const app = enforced({ undetermined: Undetermined.REFUSE }, { undetermined: Undetermined.REPORT });
    addOpenStack(app);
    expect(() => app.synth()).toThrow('measures are undetermined');
  });

  test('take the text of their values from JavaScript, and nothing else', () => {
    const app = newApp();
    const enforce = (options: object): void => Guardrails.enforce(app, options);
    enforce({ undetermined: 'refuse', enforcement: 'warn' });
    expect(messageOf(() => enforce({ undetermined: 'fail' }))).toBe(
      `'undetermined' must be 'report' or 'refuse', got "fail"`
    );
    expect(messageOf(() => enforce({ enforcement: null }))).toBe(`'enforcement' must be 'refuse' or 'warn', got null`);
  });
});
