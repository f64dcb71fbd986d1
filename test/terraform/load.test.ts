import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { recordOf } from '../../lib/aws/declared';
import { isConfigurationFile, loadRootModules, loadStacks } from '../../lib/terraform/load';
import { Model } from '../../lib/terraform/model';
import { companionsOf } from '../../lib/terraform/references';
import { Unknown } from '../../lib/terraform/value';
import { ROTATED, UNROTATED, temporary } from '../cli/toms';

const { directory, write } = temporary();

function problemOf(...paths: string[]): string {
  try {
    loadStacks(paths);
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'read';
}

function names(...paths: string[]): string[] {
  return loadStacks(paths).map((stack) => stack.name);
}

function synthOutput(path: string, stacks: { [name: string]: unknown }): string {
  for (const [name, json] of Object.entries(stacks)) write(`${path}/stacks/${name}/cdk.tf.json`, json);
  const named = Object.keys(stacks).map((name) => [name, { name, synthesizedStackPath: `stacks/${name}/cdk.tf.json` }]);
  write(`${path}/manifest.json`, { version: '0.21.0', stacks: Object.fromEntries(named) as object });
  return join(directory, path);
}

const KEY = { mode: 'managed', type: 'aws_kms_key' };

/** What a plan says of the configuration that it was made from. */
function ofKeys(...keys: string[]): object {
  return { root_module: { resources: keys.map((name) => ({ ...KEY, name, expressions: {} })) } };
}

describe('the output of synth', () => {
  test('is the stacks that its manifest names, and none that an earlier synth left', () => {
    const output = synthOutput('out', { one: ROTATED, two: ROTATED });
    write('out/stacks/stale/cdk.tf.json', UNROTATED);
    expect(names(output)).toEqual(['one', 'two']);
  });

  test('without a manifest is an error, whether files are left or not', () => {
    write('unfinished/stacks/one/cdk.tf.json', ROTATED);
    expect(problemOf(join(directory, 'unfinished'))).toMatch(/UnreadableInput: .*synth did not finish, run it again/);
    write('emptied/app/stacks/one/.keep', '');
    write('emptied/app/note.txt', '');
    expect(problemOf(join(directory, 'emptied'))).toMatch(/synth did not finish/);
  });

  test('is an error where the manifest names a file that is gone, HCL, or nothing', () => {
    write('gone/manifest.json', { stacks: { a: { synthesizedStackPath: 'stacks/a/cdk.tf.json' } } });
    expect(problemOf(join(directory, 'gone'))).toContain('is named by manifest.json and does not exist');
    write('hcl-out/manifest.json', { stacks: { a: { synthesizedStackPath: 'stacks/a/cdk.tf' } } });
    expect(problemOf(join(directory, 'hcl-out'))).toContain('is HCL, which is not read');
    write('none/manifest.json', { name: 'a web app' });
    expect(problemOf(join(directory, 'none'))).toContain('names no stack');
    write('pathless/manifest.json', { stacks: { a: {} } });
    expect(problemOf(join(directory, 'pathless'))).toContain('names no file of the stack "a"');
  });

  test('is read with what else Terraform would read there', () => {
    const output = synthOutput('extended', { one: ROTATED });
    write('extended/stacks/one/more.tf.json', { resource: { aws_kms_key: { other: {} } } });
    expect(loadStacks([output])[0].resources.map(({ address }) => address)).toEqual([
      'aws_kms_key.main',
      'aws_kms_key.other',
    ]);
  });

  test('stands one level below too; equal names get their path, and references stay within their app', () => {
    const app = (bucket: string): { [name: string]: unknown } => ({
      data: {
        resource: { aws_s3_bucket: { [bucket]: {} } },
        output: { 'cross-stack-output-id': { value: `\${aws_s3_bucket.${bucket}.id}` } },
      },
      use: {
        resource: {
          aws_s3_bucket_versioning: {
            v: {
              bucket: '${data.terraform_remote_state.cross-stack-reference-input-data.outputs.cross-stack-output-id}',
            },
          },
        },
      },
    });
    synthOutput('apps/a', app('a'));
    synthOutput('apps/b', app('b'));
    const stacks = loadStacks([join(directory, 'apps')]);
    const at = (name: string): string => join(directory, 'apps', name);
    expect(stacks.map((stack) => stack.name)).toEqual([
      `data@${at('a')}`,
      `use@${at('a')}`,
      `data@${at('b')}`,
      `use@${at('b')}`,
    ]);
    const model = new Model(stacks);
    for (const [index, name] of [
      [0, 'a'],
      [2, 'b'],
    ] as const) {
      const bucket = stacks[index].byKey.get(`aws_s3_bucket.${name}`)!;
      expect(companionsOf(model, bucket, 'aws_s3_bucket_versioning', 'bucket').map(({ stack }) => stack)).toEqual([
        stacks[index + 1],
      ]);
    }
  });
});

describe('Terraform JSON', () => {
  test('of a directory is one root module', () => {
    write('module/a.tf.json', { resource: { aws_kms_key: { a: {} } }, locals: { on: true } });
    write('module/b.tf.json', { resource: [{ aws_kms_key: { b: { enable_key_rotation: '${local.on}' } } }] });
    write('module/.hidden.tf.json', 'not read');
    const [stack] = loadStacks([join(directory, 'module')]);
    expect(stack.name).toBe('module');
    expect(stack.resources.map(({ address }) => address)).toEqual(['aws_kms_key.a', 'aws_kms_key.b']);
    expect(stack.resources[1].get('enable_key_rotation')).toBe(true);
  });

  test('keeps the record of its stack when it is merged', () => {
    write('recorded/a.tf.json', { '//': 'a comment', ...ROTATED });
    const waivers = [{ path: 'a', rule: 'KMS-001', reason: 'r', approver: 'a', expires: '2030-01-01' }];
    write('recorded/b.tf.json', { '//': { toms: { version: 1, waivers } }, output: {} });
    expect(recordOf(loadStacks([join(directory, 'recorded')])[0]).waivers).toHaveLength(1);
  });

  test('beside HCL, or a file that OpenTofu prefers, is an error: half of it would be read', () => {
    write('mixed/a.tf.json', ROTATED);
    write('mixed/main.tf', 'resource "aws_kms_key" "main" {}');
    expect(problemOf(join(directory, 'mixed'))).toMatch(/main\.tf: is HCL, which is not read: check the plan instead/);
    write('tofu/a.tf.json', ROTATED);
    write('tofu/a.tofu.json', UNROTATED);
    expect(problemOf(join(directory, 'tofu'))).toContain('takes the place of another file in OpenTofu');
  });

  test('is merged with override files, in the order of their names, whatever the names of the rest', () => {
    const key = (body: object): object => ({ resource: { aws_kms_key: { main: body } } });
    write('override/z.tf.json', key({ description: 'a', is_enabled: true }));
    write('override/b_override.tf.json', key({ description: 'b' }));
    write('override/override.tf.json', { '//': { toms: { version: 1 } }, ...key({ description: 'c' }) });
    const [stack] = loadStacks([join(directory, 'override')]);
    expect(stack.resources.map((resource) => [resource.get('description'), resource.get('is_enabled')])).toEqual([
      ['c', true],
    ]);
    expect(stack.comment).toBeUndefined();
    write('override/a_override.tf.json', { resource: { aws_kms_key: { other: {} } } });
    expect(problemOf(join(directory, 'override'))).toMatch(/a_override\.tf\.json: overrides .*\.other, which no other/);
  });

  test.each<[string, object]>([
    ['a list with a string', ['x']],
    ['a string for a block', { resource: { aws_kms_key: { b: 'x' } } }],
  ])('with %s in one of several files names that file', (title, json) => {
    write(`several/${title}/a.tf.json`, ROTATED);
    write(`several/${title}/b.tf.json`, json);
    expect(problemOf(join(directory, 'several', title))).toMatch(/^UnreadableInput: .*b\.tf\.json: /);
  });

  test('as a file is called by its name, cdk.tf.json by its directory', () => {
    const [a, b] = [write('files/net.tf.json', ROTATED), write('files/app/cdk.tf.json', ROTATED)];
    expect(names(a, b)).toEqual(['net', 'app']);
  });

  test('is read once, however often and by whichever name it is given', () => {
    const file = write('once/cdk.tf.json', ROTATED);
    symlinkSync(file, join(directory, 'once', 'link.tf.json'));
    expect(names(file, relative(process.cwd(), file), join(directory, 'once', 'link.tf.json'))).toHaveLength(1);
  });

  test.each([
    ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(JSON.stringify(ROTATED))])],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(ROTATED), 'utf16le')])],
  ])('may be written with %s', (title, bytes) => {
    expect(loadStacks([write(`${title}.tf.json`, bytes)])[0].resources).toHaveLength(1);
  });
});

describe('a plan', () => {
  const plan = {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [{ address: 'aws_kms_key.main', mode: 'managed', type: 'aws_kms_key', name: 'main', values: {} }],
      },
    },
  };

  test('is called by its file, and has no construct paths on its own', () => {
    const [stack] = loadStacks([write('plans/prod.json', plan)]);
    expect([stack.name, stack.kind, stack.resources[0].constructPath]).toEqual(['prod', 'plan', undefined]);
  });

  test('beside a stack that it was not made from is an error', () => {
    write('neighbour/cdk.tf.json', { resource: { aws_kms_key: { main: {}, second: {} } } });
    const file = write('neighbour/plan.json', { ...plan, configuration: ofKeys('main') });
    expect(problemOf(file)).toBe(
      `UnreadableInput: ${file}: was not made from the cdk.tf.json beside it, since aws_kms_key.second is not in the plan: synth and plan again`
    );
    write('neighbour/cdk.tf.json', { resource: { aws_kms_key: { other: {} } } });
    expect(problemOf(file)).toContain('since aws_kms_key.main is only in the plan');
    // Terraform reads the other files of the directory as well.
    write('neighbour/cdk.tf.json', { resource: { aws_kms_key: { main: {} } } });
    const more = write('neighbour/plan.json', { ...plan, configuration: ofKeys('main', 'second') });
    write('neighbour/more.tf.json', { resource: { aws_kms_key: { second: {} } } });
    expect(problemOf(more)).toBe('read');
    write('neighbour/more.tf', 'resource "aws_kms_key" "third" {}');
    expect(problemOf(write('neighbour/plan.json', { ...plan, configuration: ofKeys('main', 'second', 'third') }))).toBe(
      'read'
    );
    expect(problemOf(write('neighbour/plan.json', { ...plan, configuration: ofKeys('second', 'third') }))).toContain(
      'since aws_kms_key.main is not in the plan'
    );
  });

  test('beside its stack is called by the stack, and knows its constructs', () => {
    write('stacks/app/cdk.tf.json', {
      resource: { aws_kms_key: { main: { '//': { metadata: { path: 'app/Key' } } } } },
    });
    const [stack] = loadStacks([write('stacks/app/plan.json', { ...plan, configuration: ofKeys('main') })]);
    expect([stack.name, stack.kind, stack.resources[0].constructPath]).toEqual(['app', 'plan', 'app/Key']);
  });

  test('was made from every file beside it', () => {
    write('overridden/cdk.tf.json', { terraform: { backend: { local: {} } } });
    write('overridden/a_override.tf.json', { terraform: { backend: { s3: { bucket: 'b' } } } });
    expect(loadStacks([write('overridden/plan.json', { ...plan, configuration: {} })])[0].backend?.type).toBe('s3');
  });

  test('in its binary form, of a failed run, or a state instead of it is an error', () => {
    expect(problemOf(write('binary.tfplan', Buffer.from('PK\u0003\u0004…')))).toMatch(
      /binary plan.*terraform show -json/
    );
    expect(problemOf(write('errored.json', { ...plan, errored: true }))).toContain('a run that failed');
    expect(problemOf(write('state.json', { format_version: '1.0', values: {} }))).toContain('is no plan');
  });
});

function emptyBeside(path: string): string {
  mkdirSync(`${path}.d`);
  return `${path}.d`;
}

describe('what cannot be read', () => {
  test.each([
    ['a missing file', () => join(directory, 'nowhere'), 'nowhere: does not exist'],
    ['an empty path', () => '', 'is an empty path'],
    ['an empty directory', () => join(write('empty/x/y', ''), '..', '..'), 'holds no Terraform JSON'],
    ['an empty file', () => write('empty.json', ' \n'), 'is empty'],
    ['HCL', () => write('only.tf', 'resource {}'), 'is HCL, which is not read'],
    ['truncated JSON', () => write('cut.json', '{"resource": {"aws_kms_'), 'ends early, after 23 characters'],
    ['JSON cut after a value', () => write('cut2.json', '{"resource": {}'), 'ends early, after 15 characters'],
    ['broken JSON', () => write('broken.json', '{"a":1,\n "b" 2}'), 'is no JSON: line 2, column 6'],
    ['no JSON', () => write('garbage.json', 'password = hunter2'), 'garbage.json: is no JSON'],
    ['JSON that is no object', () => write('list.json', '[1]'), 'is no JSON object'],
    ['JSON that is no Terraform', () => write('package.json', { name: 'x' }), 'holds no Terraform'],
  ])('%s is an error that says so', (_title, path, problem) => {
    const message = problemOf(path());
    expect(message).toMatch(/^UnreadableInput: /);
    expect(message).toContain(problem);
    expect(message).not.toContain('hunter2');
  });

  test.each([
    ['a link to a device', (path: string) => symlinkSync('/dev/zero', path), 'is no regular file'],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path]), 'is no regular file'],
    ['a directory', (path: string) => mkdirSync(path), 'is no regular file'],
    ['a link to a directory', (path: string) => symlinkSync(emptyBeside(path), path), 'is no regular file'],
    ['a link to itself', (path: string) => symlinkSync(path, path), 'cannot be read: ELOOP'],
    ['a link to nothing', (path: string) => symlinkSync(`${path}.gone`, path), 'cannot be read: ENOENT'],
  ])('%s among the files of a module is an error at once', (title, make, problem) => {
    const module = join(directory, 'irregular', title);
    write(`irregular/${title}/a.tf.json`, ROTATED);
    make(join(module, 'b.tf.json'));
    expect(problemOf(module)).toMatch(new RegExp(`^UnreadableInput: .*b\\.tf\\.json: ${problem}$`));
    expect(problemOf(join(module, 'b.tf.json'))).toMatch(/^UnreadableInput: /);
  });

  test('a link to a file, and a linked directory, are read', () => {
    const file = write('linked/real.json', ROTATED);
    mkdirSync(join(directory, 'linked', 'module'));
    symlinkSync(file, join(directory, 'linked', 'module', 'a.tf.json'));
    symlinkSync(join(directory, 'linked', 'module'), join(directory, 'linked', 'link'));
    expect(loadStacks([join(directory, 'linked', 'link')])[0].resources).toHaveLength(1);
  });

  test('a key that stands twice in an object', () => {
    const file = write('twice.tf.json', '{"resource":{"aws_kms_key":{"a":{}}},\n"resource":{"aws_kms_key":{"b":{}}}}');
    expect(problemOf(file)).toContain('has the key "resource" twice in one object, again in line 2');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"locals":{"ü":1,"ü":2}}', 'utf16le')]);
    expect(problemOf(write('twice-utf16.tf.json', utf16))).toContain('has the key "ü" twice');
    expect(problemOf(write('once-utf8.tf.json', '{"locals":{"ü":"“","u":"“"}}'))).toBe('read');
  });

  test('nesting deeper than it can be walked', () => {
    const deep = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
    const plan = `{"format_version":"1.2","planned_values":{"root_module":{"child_modules":[`;
    const modules = `${'{"address":"module.a","child_modules":['.repeat(50_000)}${']}'.repeat(50_000)}`;
    expect(problemOf(write('deep-modules.json', `${plan}${modules}]}}}`))).toContain('is nested too deeply');
    expect(problemOf(write('deep.json', deep(100_000)))).toContain('is no JSON object');
  });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'a resource called %s is one like others',
  (name) => {
    const json = `{"resource":{"aws_kms_key":{"${name}":{"tags":{"${name}":"x"}}}},"output":{"${name}":{"value":1}},
    "locals":{"${name}":true},"provider":{"${name}":{}},"module":{"${name}":{}}}`;
    const file = write(`keys/${name}.tf.json`, json);
    const other = write(`keys/more/${name}.tf.json`, json);
    write('keys/more/zz.tf.json', ROTATED);
    for (const path of [file, join(other, '..')]) {
      const [stack] = loadStacks([path]);
      expect(stack.byKey.get(`aws_kms_key.${name}`)!.tag(name)).toBe('x');
    }
    expect(({} as { [key: string]: unknown }).tags).toBeUndefined();
  }
);

test('a plan does not take a value for unknown from what every object inherits', () => {
  const file = write('inherited/plan.json', {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [
          { address: 'aws_kms_key.a', mode: 'managed', type: 'aws_kms_key', name: 'a', values: { tags: {} } },
        ],
      },
    },
    resource_changes: [
      { address: 'aws_kms_key.a', change: { after_unknown: { tags: { constructor: true, toString: false } } } },
    ],
    configuration: {
      root_module: { resources: [{ ...KEY, name: 'a', expressions: { tags: { references: ['local.a'] } } }] },
    },
  });
  write('inherited/cdk.tf.json', { resource: { aws_kms_key: { a: { tags: { other: '${local.a}' } } } } });
  const [stack] = loadStacks([file]);
  expect(typeof stack.resources[0].body.tags).toBe('object');
  expect(JSON.parse(JSON.stringify(stack.resources[0].body.tags))).toEqual({
    constructor: '${local.a}',
    toString: null,
  });
});

test('locals that double each other are left to the plan once they are too long', () => {
  const locals: { [name: string]: string } = { l0: 'x' };
  for (let at = 1; at <= 26; at++) locals[`l${at}`] = `\${local.l${at - 1}}\${local.l${at - 1}}`;
  const file = write('locals.tf.json', { locals, resource: { aws_kms_key: { a: { description: '${local.l26}' } } } });
  const started = Date.now();
  expect(loadStacks([file])[0].resources[0].get('description')).toBeInstanceOf(Unknown);
  expect(Date.now() - started).toBeLessThan(3000);
});

describe('directories as Terraform reads them that runs there', () => {
  test('are each one stack, even where an output of synth lies in them', () => {
    synthOutput('root', { inner: ROTATED });
    write('root/cdk.tf.json', UNROTATED);
    const [stack, ...others] = loadRootModules([join(directory, 'root')]);
    expect(others).toEqual([]);
    expect(stack.name).toBe('root');
    expect(stack.resources.map(({ address }) => address)).toEqual(
      Object.keys(UNROTATED.resource.aws_kms_key).map((name) => `aws_kms_key.${name}`)
    );
  });

  test.each(['missing', 'bare'])('hold configuration: not %s', (name) => {
    write('bare/readme.txt', '');
    expect(() => loadRootModules([join(directory, name)])).toThrow(`${name}: holds no *.tf.json`);
  });
});

test.each([
  ['main.tf', true],
  ['cdk.tf.json', true],
  ['override.tf.json', true],
  ['main.tofu', true],
  ['main.tofu.json', true],
  ['.main.tf', false],
  ['main.tf~', false],
  ['#main.tf#', false],
  ['main.tf.txt', false],
  ['prod.tfvars', false],
  ['terraform.tfstate', false],
  ['plan.json', false],
])('%s is configuration: %s', (name, is) => {
  expect(isConfigurationFile(name)).toBe(is);
});
