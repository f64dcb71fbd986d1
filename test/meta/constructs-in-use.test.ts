import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'cdktf';
import { EXPORTED } from '../support/constructs';
import { temporaryDirectory } from '../support/synth';

const ROOT = join(__dirname, '../..');

/** The constructs that nothing makes which a lane applies, each with a reason. A lane validates what they write all the same. */
const EXCEPTIONS = JSON.parse(readFileSync(join(__dirname, 'constructs-in-use.exceptions.json'), 'utf8')) as {
  readonly [name: string]: string;
};

/** The programs that lanes apply: the examples, and those of the lanes. */
function programs(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .map((name) => join(folder, name, 'main.ts'))
    .filter((file) => existsSync(join(ROOT, file)));
}

const PROGRAMS = [...programs('examples'), ...programs('test/lanes')];

/** What programs take from their environment: a certificate, and for whom they make what they make. */
function environment(directory: string): NodeJS.ProcessEnv {
  const file = join(directory, 'certificate.pem');
  writeFileSync(file, '-----BEGIN CERTIFICATE-----');
  return {
    CDKTF_OUTDIR: join(directory, 'cdktf.out'),
    REGION: 'eu-central-1',
    ACCOUNT_ID: '111122223333',
    OPERATOR: 'operator',
    CERTIFICATE_FILE: file,
    PRIVATE_KEY_FILE: file,
  };
}

/** The names of the classes of all constructs that a program makes. */
function madeBy(program: string): Set<string> {
  const made = new Set<string>();
  const before = { ...process.env };
  const directory = temporaryDirectory();
  mkdirSync(join(directory, 'cdktf.out'));
  Object.assign(process.env, environment(directory));
  try {
    jest.isolateModules(() => {
      const cdktf = jest.requireActual<{ App: typeof App }>('cdktf');
      const synth = jest.spyOn(cdktf.App.prototype, 'synth');
      jest.requireActual(join(ROOT, program));
      for (const app of synth.mock.contexts as App[])
        for (const construct of app.node.findAll()) made.add(construct.constructor.name);
    });
  } finally {
    process.env = before;
  }
  return made;
}

const MADE = new Map(PROGRAMS.map((program) => [program, madeBy(program)]));
const IN_USE = new Set([...MADE.values()].flatMap((made) => [...made]));

test.each([...MADE])('%s makes constructs', (_program, made) => {
  expect(EXPORTED.filter((name) => made.has(name))).not.toEqual([]);
});

test('every exported construct is in a program that a lane applies, or an exception', () => {
  expect(EXPORTED.filter((name) => !IN_USE.has(name) && !(name in EXCEPTIONS))).toEqual([]);
});

test('every exception is an exported construct that is in no such program, and says why', () => {
  for (const [name, reason] of Object.entries(EXCEPTIONS)) {
    expect(EXPORTED).toContain(name);
    expect([...MADE].filter(([, made]) => made.has(name)).map(([program]) => program)).toEqual([]);
    expect(reason).toMatch(/\w+ \w+ \w+/);
  }
});

test('docs/testing.md names the exceptions, and no other construct', () => {
  const text = readFileSync(join(ROOT, 'docs/testing.md'), 'utf8');
  const [said] = /^No lane applies .*$/m.exec(text) ?? [];
  const named = [...(said ?? '').matchAll(/`([A-Z]\w+)`/g)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(EXCEPTIONS).sort());
});
