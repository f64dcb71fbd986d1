import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, App, Lazy, TerraformStack } from 'cdktf';
import { Guardrails, Posture } from '../../lib';
import { addBadStack, addGoodStack, filesOf, newApp, open, read } from '../support/guarded-app';
import { messageOf, temporaryDirectory } from '../support/synth';
import { LIBRARY } from '../../lib/toms/engine';

// Before any app of this file is enforced.
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with an app
const UNGUARDED = App.prototype.synth;

const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
beforeEach(() => stderr.mockClear());
afterAll(() => stderr.mockRestore());

class OwnApp extends App {
  public override synth(): void {
    super.synth();
  }
}

function enforced(): App {
  const app = newApp();
  Guardrails.enforce(app);
  return app;
}

/** Files beside the one that cdktf writes, from before synth. */
function plant(app: App, path: string, content: string): void {
  const file = join(app.outdir, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
}

const OPEN_GROUP = JSON.stringify({
  resource: {
    aws_security_group: {
      open: { ingress: [{ from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }] },
    },
  },
});

/** Every way of synthesizing an app that enforces the guardrails. */
const WAYS: [string, (app: App) => void][] = [
  ['app.synth()', (app) => app.synth()],
  ['the synth of the prototype, as other languages call it', (app) => App.prototype.synth.call(app)],
  [
    'a synth of its own',
    (app) => {
      app.synth = () => App.prototype.synth.call(app);
      app.synth();
    },
  ],
  ['the synth of the prototype, kept from before', (app) => UNGUARDED.call(app)],
];

describe.each(WAYS)('%s', (_title, synth) => {
  test('writes evidence where the measures hold, every time', () => {
    const app = enforced();
    addGoodStack(app);
    const files = ['evidence.json', 'evidence.md', 'manifest.json', 'stacks/good/cdk.tf.json'];
    synth(app);
    expect(filesOf(app).sort()).toEqual(files);
    synth(app);
    expect(filesOf(app).sort()).toEqual(files);
  });

  test('is refused where they do not, and leaves neither stacks nor old evidence', () => {
    const app = enforced();
    addGoodStack(app, 'other');
    const bucket = addGoodStack(app);
    synth(app);
    open(bucket);
    expect(messageOf(() => synth(app))).toContain('violated  high  S3-003');
    expect(filesOf(app)).toEqual([]);
  });

  test('is refused where a validation that came later rewrites a stack', () => {
    const app = enforced();
    addGoodStack(app);
    const validate = (): string[] => {
      plant(app, 'stacks/good/cdk.tf.json', OPEN_GROUP);
      return [];
    };
    app.node.addValidation({ validate });
    expect(messageOf(() => synth(app))).toContain('violated  high  EC2-001');
    expect(filesOf(app)).toEqual([]);
  });

  test('is refused where the validations of the app were removed', () => {
    const app = enforced();
    addBadStack(app);
    (app.node as unknown as { _validations: unknown[] })._validations = [];
    expect(messageOf(() => synth(app))).toContain('violated  high  S3-003');
    expect(filesOf(app)).toEqual([]);
  });

  test('is refused where validations are skipped', () => {
    const app = enforced();
    addGoodStack(app);
    Object.assign(app, { skipValidation: true });
    expect(messageOf(() => synth(app))).toContain('the app sets skipValidation');
    expect(filesOf(app)).toEqual([]);
  });

  test.each([
    ['extra.tf.json', 'violated  high  EC2-001'],
    ['extra.tf', 'stacks/good/extra.tf: is HCL, which is not read'],
    ['extra.tofu', 'stacks/good/extra.tofu: is HCL, which is not read'],
  ])('reads %s beside the stack', (name, message) => {
    const app = enforced();
    addGoodStack(app);
    plant(app, `stacks/good/${name}`, OPEN_GROUP);
    expect(messageOf(() => synth(app))).toContain(message);
    expect(filesOf(app)).toEqual([]);
    expect(stderr.mock.calls.join('')).toContain(
      `removed with the output of synth, since Terraform reads it: stacks/good/${name}\n`
    );
  });

  test('reads an override file beside the stack', () => {
    const app = enforced();
    addGoodStack(app);
    const block = { Invoices_PublicAccessBlock_C95AD903: { block_public_acls: false } };
    plant(
      app,
      'stacks/good/x_override.tf.json',
      JSON.stringify({ resource: { aws_s3_bucket_public_access_block: block } })
    );
    expect(messageOf(() => synth(app))).toContain('violated  high  S3-003');
    expect(filesOf(app)).toEqual([]);
  });

  test('reads what a validation writes beside the stack', () => {
    const app = enforced();
    addGoodStack(app);
    const validate = (): string[] => {
      plant(app, 'stacks/good/late.tf.json', OPEN_GROUP);
      return [];
    };
    app.node.addValidation({ validate });
    expect(messageOf(() => synth(app))).toContain('violated  high  EC2-001');
    expect(filesOf(app)).toEqual([]);
  });

  test('takes no manifest within a stack for the output', () => {
    const app = enforced();
    const good = addGoodStack(app);
    addBadStack(app);
    const decoy = { stacks: { bad: { synthesizedStackPath: '../good/cdk.tf.json' } } };
    plant(app, 'stacks/bad/manifest.json', JSON.stringify(decoy));
    expect(TerraformStack.of(good).node.id).toBe('good');
    expect(messageOf(() => synth(app))).toContain('violated  high  S3-003');
    expect(filesOf(app)).toEqual(['stacks/bad/manifest.json']);
  });

  test('reads a stack directory that is a link', () => {
    const app = enforced();
    addGoodStack(app);
    const elsewhere = temporaryDirectory();
    writeFileSync(join(elsewhere, 'extra.tf.json'), OPEN_GROUP);
    symlinkSync(elsewhere, join(app.outdir, 'stacks/good'));
    expect(messageOf(() => synth(app))).toContain('violated  high  EC2-001');
    expect(filesOf(app)).toEqual(['stacks/good']);
    expect(execFileSync('ls', ['-A', elsewhere], { encoding: 'utf8' })).toBe('');
  });

  test.each<[string, (app: App) => void]>([
    ['forgets a stack', (app) => delete app.manifest.stacks.bad],
    [
      'names another file',
      (app) => Object.assign(app.manifest.stacks.bad, { synthesizedStackPath: 'stacks/good/cdk.tf.json' }),
    ],
  ])('reads the stacks of the tree where the manifest %s', (_change, change) => {
    const app = enforced();
    addGoodStack(app);
    addBadStack(app);
    const validate = (): string[] => {
      change(app);
      return [];
    };
    app.node.addValidation({ validate });
    expect(messageOf(() => synth(app))).toContain('violated  high  S3-003');
    expect(filesOf(app)).toEqual([]);
  });

  test('reads a stack that left the tree and is still in the manifest', () => {
    const app = enforced();
    addGoodStack(app);
    addGoodStack(app, 'gone');
    synth(app);
    app.node.tryRemoveChild('gone');
    plant(app, 'stacks/gone/cdk.tf.json', OPEN_GROUP);
    expect(messageOf(() => synth(app))).toContain('gone:aws_security_group.open');
    expect(filesOf(app)).toEqual([]);
  });

  test('reads the posture of a stack without constructs of this library', () => {
    const app = enforced();
    addGoodStack(app);
    synth(app);
    const { toms } = (JSON.parse(read(app, 'stacks/good/cdk.tf.json')) as { '//': { toms: object } })['//'];
    expect(toms).toMatchObject({ posture: { owner: 'tests', environment: 'ephemeral' } });
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
});

test('nothing is left where the same error stops a second synth', () => {
  const app = enforced();
  addGoodStack(app);
  const error = new Error('always this one');
  const validate = (): never => {
    throw error;
  };
  app.node.addValidation({ validate });
  for (const run of [1, 2]) expect([run, messageOf(() => app.synth()), filesOf(app)]).toEqual([run, error.message, []]);
});

test('a subclass with a synth of its own is guarded too', () => {
  const outdir = join(temporaryDirectory(), 'out');
  const app = new OwnApp({ outdir });
  Posture.set(app, { retentionDays: 400 });
  Guardrails.enforce(app);
  addBadStack(app);
  expect(messageOf(() => app.synth())).toContain('violated  high  S3-003');
  expect(filesOf(app)).toEqual([]);
});

test('an app that does not enforce them is left alone', () => {
  enforced();
  const app = newApp();
  addBadStack(app);
  app.synth();
  expect(filesOf(app).sort()).toEqual(['manifest.json', 'stacks/bad/cdk.tf.json']);
});

test.each(['outdir', 'manifest'])('%s cannot be changed behind the check', (property) => {
  const app = enforced();
  expect(() => Object.assign(app, { [property]: 'elsewhere' })).toThrow(TypeError);
});

test.each(['forStack', 'writeToFile'])('%s of the manifest cannot be replaced', (method) => {
  const { manifest } = enforced();
  expect(() => Object.assign(manifest, { [method]: () => undefined })).toThrow(TypeError);
  expect(() => Object.defineProperty(manifest, method, { value: () => undefined })).toThrow(TypeError);
});

test('an app that was synthesized before cannot be enforced any more', () => {
  const app = newApp();
  addGoodStack(app);
  app.synth();
  expect(messageOf(() => Guardrails.enforce(app))).toBe(
    'the app was synthesized before, and nothing was checked: call Guardrails.enforce(app) before app.synth()'
  );
});

test('a mark on the app does not pass for enforcement', () => {
  const app = newApp();
  for (const name of ['Enforced', 'Gate', 'Guardrails'])
    Object.defineProperty(app, Symbol.for(`cdktf-aws-toms/${name}`), { value: true });
  Guardrails.enforce(app);
  addBadStack(app);
  expect(() => app.synth()).toThrow('the measures do not hold');
});

test('a second copy of the library is refused', () => {
  const app = enforced();
  jest.isolateModules(() => {
    const { Gate } = jest.requireActual<typeof import('../../lib/enforcement/gate')>('../../lib/enforcement/gate');
    expect(messageOf(() => Gate.enforce(app, {}))).toContain(`another copy of ${LIBRARY}`);
  });
});
