import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { swapCode } from '../../scripts/cdktn/code';
import { copied } from '../../scripts/cdktn/copy';
import { BUILT_WITH, PEERS, PackageJson, ProjectJson, packageFor } from '../../scripts/cdktn/package';
import { renameProse } from '../../scripts/cdktn/prose';
import { renamePython } from '../../scripts/cdktn/python';
import { WRITTEN, writtenByCdktn } from '../../scripts/cdktn/written';

const ROOT = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('code', () => {
  test.each([
    ["import { App } from 'cdktf';", "import { App } from 'cdktn';"],
    ["import type { App } from 'cdktf';", "import type { App } from 'cdktn';"],
    ["import 'cdktf-aws-toms/jest';", "import 'cdktn-aws-toms/jest';"],
    ["export * from '@cdktf/provider-aws/lib/kms-key';", "export * from '@cdktn/provider-aws/lib/kms-key';"],
    ["type A = import('cdktf').App;", "type A = import('cdktn').App;"],
    ["void import('cdktf-aws-toms/rules/jest');", "void import('cdktn-aws-toms/rules/jest');"],
    ['const { App } = require("cdktf");', 'const { App } = require("cdktn");'],
    ["require.resolve('cdktf/package.json');", "require.resolve('cdktn/package.json');"],
    ["jest.mock('cdktf', () => a);", "jest.mock('cdktn', () => a);"],
    ["const map = { '^cdktf-aws-toms/rules$': 'a' };", "const map = { '^cdktn-aws-toms/rules$': 'a' };"],
    ["join(ROOT, 'node_modules/@cdktf/provider-aws');", "join(ROOT, 'node_modules/@cdktn/provider-aws');"],
    ['read(`cdktf-aws-toms/schema/a.json`);', 'read(`cdktn-aws-toms/schema/a.json`);'],
    ["const both = ['cdktf', 'cdktn'];", "const both = ['cdktn', 'cdktf'];"],
    ["/* é */ f('cdktf', 'b', 'cdktf-aws-toms');", "/* é */ f('cdktn', 'b', 'cdktn-aws-toms');"],
  ])('%s', (from, to) => {
    expect(swapCode('a.ts', from)).toBe(to);
    expect(swapCode('a.ts', to)).toBe(from);
  });

  test.each([
    '// what cdktf makes of it, and import { App } from "cdktf"',
    "Symbol.for('cdktf-aws-toms/Posture');",
    "Symbol.for('cdktf/App');",
    "say('run cdktf synth');",
    "join(out, 'cdktf.out', 'cdktf.json');",
    "f('cdktfx', 'mycdktf', '@cdktf/provider-google');",
    'f(/cdktf/, `cdktf ${version}`);',
  ])('%s stays', (text) => {
    expect(swapCode('a.ts', text)).toBe(text);
  });

  test('is JavaScript and the settings of TypeScript too', () => {
    expect(swapCode('a.mjs', "import a from 'cdktf';")).toBe("import a from 'cdktn';");
    expect(swapCode('tsconfig.json', '{ "paths": { "cdktf-aws-toms": ["./lib"] } }')).toBe(
      '{ "paths": { "cdktn-aws-toms": ["./lib"] } }'
    );
  });
});

describe('prose', () => {
  test.each([
    ['# cdktf-aws-toms', '# cdktn-aws-toms'],
    ['npx cdktf synth', 'npx cdktn synth'],
    ['`cdktf` and cdktf-cli, of cdktf.', '`cdktn` and cdktn-cli, of cdktn.'],
    ["from '@cdktf/provider-aws/lib/provider'", "from '@cdktn/provider-aws/lib/provider'"],
    ['./node_modules/cdktf-aws-toms/ci/github.yml', './node_modules/cdktn-aws-toms/ci/github.yml'],
    ['cdktf_aws_toms', 'cdktn_aws_toms'],
    ['Constructs for CDK for Terraform', 'Constructs for CDK Terrain'],
    ['cdktf-aws-toms-0.1.0.tgz', 'cdktn-aws-toms-0.1.0.tgz'],
  ])('%s', (from, to) => expect(renameProse(from)).toBe(to));

  test.each([
    'toms check cdktf.out',
    'cdktf.json',
    'https://developer.hashicorp.com/terraform/cdktf/concepts/stacks',
    'https://github.com/cdktf-aws-toms/cdktf-aws-toms/issues',
    'uses: cdktf-aws-toms/cdktf-aws-toms@v0',
    '<!-- both engines -->\ncdktf or cdktn\n<!-- end of both engines -->',
  ])('%s stays', (text) => expect(renameProse(text)).toBe(text));
});

describe('Python', () => {
  test.each([
    ['from cdktf import App', 'from cdktn import App'],
    ['from cdktf_aws_toms import Posture', 'from cdktn_aws_toms import Posture'],
    [
      'from cdktf_cdktf_provider_aws.provider import AwsProvider',
      'from cdktn_provider_aws.provider import AwsProvider',
    ],
    ['cdktf-cdktf-provider-aws==21.22.1', 'cdktn-provider-aws==25.8.1'],
    ['cdktf==0.21.0\njsii==1.142.0', 'cdktn==0.24.0\njsii==1.142.0'],
    ['cdktf-aws-toms~=0.1.0', 'cdktn-aws-toms~=0.1.0'],
  ])('%s', (from, to) => expect(renamePython(from)).toBe(to));
});

describe('the files of the copy', () => {
  test.each(['CHANGELOG.md', 'docs/engines.md', 'docs/decisions/001-rules-read-terraform.md', 'oscal/catalog.json'])(
    '%s stays',
    (file) => expect(copied(file, 'cdktf')).toBeUndefined()
  );

  test('what synth wrote for an example differs in the lines of the table, each of which is there', () => {
    const file = 'test/examples/golden/quickstart/quickstart.tf.json';
    const [before, after] = [read(file), copied(file, read(file)) ?? ''].map((text) => text.split('\n'));
    const changed = before.flatMap((line, at) => (line === after[at] ? [] : [[line, after[at]]]));
    expect(changed.map((lines) => lines.map((line) => line.trim().replace(/,$/, '')))).toEqual(
      expect.arrayContaining(WRITTEN.map(({ cdktf, cdktn }) => [cdktf, cdktn]))
    );
    expect(changed).toHaveLength(WRITTEN.length);
    expect(() => writtenByCdktn('{}')).toThrow(`${WRITTEN[0].what}: cdktf does not write ${WRITTEN[0].cdktf}`);
  });
});

describe('a template', () => {
  const { version, peerDependencies } = JSON.parse(read('package.json')) as PackageJson & { version: string };
  const file = 'templates/typescript/package.json';

  test.each([
    ['cdktf', read(file), peerDependencies],
    ['cdktn', copied(file, read(file)) ?? '', PEERS],
  ])('of a project for %s asks for this version, and what it takes', (engine, text, peers) => {
    const project = JSON.parse(text) as ProjectJson;
    expect(project).toMatchObject({
      name: '{{ $base }}',
      scripts: { synth: `${engine} synth`, check: 'toms check cdktf.out' },
      devDependencies: { [`${engine}-cli`]: peers[engine as keyof typeof peers] },
    });
    expect(project.dependencies).toEqual({ ...peers, [`${engine}-aws-toms`]: `^${version}` });
  });

  test.each([
    ['templates/typescript/main.ts', /cdktf/],
    ['templates/python/main.py', /cdktf/],
    ['templates/python/requirements.txt', /cdktf/],
    ['templates/python/README.md', /cdktf(?!\.out)/],
  ])('%s names cdktf only where it is for cdktf', (path, name) => {
    expect(read(path)).toMatch(name);
    expect(copied(path, read(path))).not.toMatch(name);
  });

  test('in Python asks for this version', () => {
    expect(read('templates/python/requirements.txt')).toBe(`cdktf-aws-toms~=${version}\n`);
  });
});

describe('its package.json', () => {
  const cdktf = JSON.parse(read('package.json')) as PackageJson;
  const cdktn = packageFor(cdktf);

  test('names the package, its peers, and the oldest of them to build with', () => {
    expect(cdktn).toMatchObject({ name: 'cdktn-aws-toms', peerDependencies: PEERS, devDependencies: BUILT_WITH });
    expect(cdktn.jsii.targets).toEqual({
      python: { distName: 'cdktn-aws-toms', module: 'cdktn_aws_toms' },
      java: {
        package: 'io.github.cdktnawstoms',
        maven: { groupId: 'io.github.cdktn-aws-toms', artifactId: 'cdktn-aws-toms' },
      },
      dotnet: { namespace: 'CdktnAwsToms', packageId: 'CdktnAwsToms' },
      go: { moduleName: 'github.com/cdktn-aws-toms/cdktn-aws-toms-go' },
    });
    const { name, description, keywords, jsii } = cdktn;
    expect(JSON.stringify({ name, description, keywords, jsii })).not.toMatch(/cdktf/i);
    for (const [peer, range] of Object.entries(PEERS)) {
      expect(/^(?:\^|>=)(\d+\.\d+\.\d+)/.exec(range)?.[1]).toBe(BUILT_WITH[peer as keyof typeof PEERS]);
    }
  });

  test('is otherwise that of the package for cdktf', () => {
    const own = ['name', 'description', 'keywords', 'peerDependencies', 'devDependencies', 'jsii'];
    const rest = (json: object): object =>
      Object.fromEntries(Object.entries(json).filter(([key]) => !own.includes(key)));
    expect(rest(cdktn)).toEqual(rest(cdktf));
    expect(rest(cdktn)).toHaveProperty('exports');
  });

  test('is what its lock was made of, so that `npm ci` takes it', () => {
    const lock = JSON.parse(read('scripts/cdktn/package-lock.json')) as {
      packages: { readonly [path: string]: { readonly version: string } & Partial<PackageJson> };
    };
    const { '': root, ...installed } = lock.packages;
    expect(root.peerDependencies).toEqual(PEERS);
    expect(root.devDependencies).toEqual(BUILT_WITH);
    for (const [name, version] of Object.entries(BUILT_WITH)) {
      expect(installed[`node_modules/${name}`].version).toBe(version);
    }
  });
});
