import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Annotations, App, AppConfig, Lazy, TerraformResource, TerraformStack } from 'cdktf';
import { EncryptedBucket, EncryptedStateBackend, Environment, Guardrails, Posture, Waivers } from '../../lib';
import { ResourceRule } from '../../lib/guardrails/rule';
import { RULES_BY_ID } from '../../lib/guardrails/rules';
import { dateIn } from '../../lib/guardrails/waivers';
import { messageOf, temporaryDirectory } from '../support/synth';

const LINES = readFileSync(__filename, 'utf8').split('\n');
const lineOf = (marker: string): number => LINES.findIndex((line) => line.endsWith(`// ${marker}`)) + 1;

const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
beforeEach(() => stderr.mockClear());
afterEach(() => jest.restoreAllMocks().spyOn(process.stderr, 'write').mockReturnValue(true));

/** An app under a posture that every rule of the constructs can hold to. */
function newApp(options: AppConfig = {}): App {
  const app = new App({ outdir: join(temporaryDirectory(), 'out'), ...options });
  Posture.set(app, { environment: Environment.EPHEMERAL, owner: 'tests', retentionDays: 400 });
  return app;
}

function addStack(app: App, id: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  return stack;
}

function addGoodStack(app: App, id = 'good'): EncryptedBucket {
  return new EncryptedBucket(addStack(app, id), 'Invoices');
}

function addBadStack(app: App, id = 'bad'): EncryptedBucket {
  const bucket = new EncryptedBucket(addStack(app, id), 'Invoices'); // the bucket
  open(bucket);
  return bucket;
}

function open(bucket: EncryptedBucket): void {
  (bucket.node.findChild('PublicAccessBlock') as TerraformResource).addOverride('block_public_acls', false);
}

/** The files of an output, by their paths. */
function filesOf(app: App, below = ''): string[] {
  const folder = join(app.outdir, below);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(app, join(below, entry.name)) : [join(below, entry.name)]
  );
}

function read(app: App, path: string): string {
  return readFileSync(join(app.outdir, path), 'utf8');
}

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
    expect(evidence).toMatchObject({ inputs: ['stacks/good/cdk.tf.json'], summary: { violated: 0, undetermined: 0 } });
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

describe('a bucket that an override opens', () => {
  const app = newApp();
  Guardrails.enforce(app);
  addBadStack(app);
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

describe('nothing is left to apply', () => {
  test.each<[string, (app: App) => void, string]>([
    [
      'when another stack passed',
      (app) => {
        addGoodStack(app, 'a');
        addBadStack(app, 'b');
        addGoodStack(app, 'c');
      },
      'the measures do not hold',
    ],
    [
      'when an annotation is an error',
      (app) => {
        addGoodStack(app, 'a');
        Annotations.of(addGoodStack(app, 'b')).addError('not like this');
      },
      'Annotations with level "ERROR"',
    ],
    [
      'when another construct does not validate',
      (app) => {
        addGoodStack(app, 'a');
        addGoodStack(app, 'b').node.addValidation({ validate: () => ['no good'] });
      },
      'no good',
    ],
    [
      'when the app itself does not validate',
      (app) => {
        addGoodStack(app);
        app.node.addValidation({ validate: () => ['not today'] });
      },
      'not today',
    ],
    [
      'when a value throws as it is written',
      (app) => {
        addGoodStack(app, 'a');
        const broken = (): never => {
          throw new Error('no value');
        };
        addGoodStack(app, 'b').resource.addOverride('bucket', Lazy.stringValue({ produce: broken }));
      },
      'no value',
    ],
  ])('%s', (_title, build, message) => {
    const app = newApp();
    Guardrails.enforce(app);
    build(app);
    expect(messageOf(() => app.synth())).toContain(message);
    expect(filesOf(app)).toEqual([]);
  });

  test('when an earlier run passed, and this one fails before it writes anything', () => {
    const before = newApp();
    Guardrails.enforce(before);
    addGoodStack(before, 'a');
    addGoodStack(before, 'b');
    before.synth();
    expect(filesOf(before)).toHaveLength(5);

    const app = newApp({ outdir: before.outdir });
    Guardrails.enforce(app);
    Annotations.of(addGoodStack(app, 'a')).addError('not like this');
    addGoodStack(app, 'b');
    expect(() => app.synth()).toThrow('level "ERROR"');
    expect(filesOf(app)).toEqual([]);
  });

  test('and what is none of ours stays', () => {
    const app = newApp();
    Guardrails.enforce(app);
    addBadStack(app);
    const plan = join(app.outdir, 'stacks/bad/plan.bin');
    mkdirSync(dirname(plan), { recursive: true });
    writeFileSync(plan, '');
    expect(() => app.synth()).toThrow();
    expect(filesOf(app)).toEqual(['stacks/bad/plan.bin']);
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
      'the app sets skipValidation, by which the guardrails never run: remove it, or do not enforce them'
    );
  });

  test('where validations are skipped later', () => {
    const app = newApp();
    Guardrails.enforce(app);
    addGoodStack(app);
    Object.assign(app, { skipValidation: true });
    expect(messageOf(() => app.synth())).toContain('the guardrails did not run');
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
