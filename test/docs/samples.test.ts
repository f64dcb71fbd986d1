import { join } from 'node:path';
import * as ts from 'typescript';
import { ROOT, Sample, docstringSamplesOf, filesIn, isGenerated, markdownFiles, samplesOf } from './markdown';
import { LIBRARY } from '../../lib/toms/engine';

const FIXTURE = join(__dirname, 'fixture.d.ts');

/** As the root tsconfig.json has it, without what would ask samples to use what they declare. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  lib: ['lib.es2022.d.ts'],
  strict: true,
  noEmit: true,
  esModuleInterop: true,
  skipLibCheck: true,
  noImplicitReturns: true,
  types: ['node', 'jest'],
  baseUrl: ROOT,
  paths: {
    'cdktf-aws-toms': ['./lib/index.ts'],
    'cdktf-aws-toms/jest': ['./lib/testing/jest.ts'],
    'cdktf-aws-toms/rules': ['./lib/rules/index.ts'],
    'cdktf-aws-toms/testing': ['./lib/testing/index.ts'],
  },
};

/** What the compiler says of samples, by where they stand. */
function problems(samples: readonly Sample[]): string[] {
  const host = ts.createCompilerHost(OPTIONS, true);
  const base = ts.createProgram({ rootNames: [FIXTURE], options: OPTIONS, host });
  const files = new Map(samples.map((sample, index) => [join(__dirname, `sample-${index}.ts`), sample]));
  const texts = new Map([...files].map(([file, { code }]) => [file, program(code, exportsOf(base))]));
  const virtual: ts.CompilerHost = {
    ...host,
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    getSourceFile: (file, version, ...rest) => {
      const text = texts.get(file);
      if (text !== undefined) return ts.createSourceFile(file, text, version, true);
      return base.getSourceFile(file) ?? host.getSourceFile(file, version, ...rest);
    },
  };
  const all = ts.createProgram({ rootNames: [FIXTURE, ...texts.keys()], options: OPTIONS, host: virtual });
  return [...files].flatMap(([file, { at }]) => {
    const source = all.getSourceFile(file)!;
    return [...all.getSyntacticDiagnostics(source), ...all.getSemanticDiagnostics(source)].map((problem) => {
      const line = source.getLineAndCharacterOfPosition(problem.start ?? 0).line;
      const [name, from] = at.split(':');
      return `${name}:${Number(from) + line}: ${ts.flattenDiagnosticMessageText(problem.messageText, '\n')}`;
    });
  });
}

/** A sample with imports stands alone; any other stands within a construct, and sees the fixture. On the lines on which it is written. */
function program(code: string, names: readonly string[]): string {
  if (/^import /m.test(code)) return code;
  return `import { ${names.join(', ')} } from './fixture'; export function sample(this: Construct): void { ${code}\n}`;
}

function exportsOf(base: ts.Program): string[] {
  const checker = base.getTypeChecker();
  const fixture = checker.getSymbolAtLocation(base.getSourceFile(FIXTURE)!)!;
  return checker.getExportsOfModule(fixture).map((symbol) => symbol.name);
}

const WRITTEN = markdownFiles().filter((file) => !isGenerated(file));
const SAMPLES = [...WRITTEN.flatMap(samplesOf), ...filesIn('lib', '.ts').flatMap(docstringSamplesOf)];

test('every TypeScript sample compiles', () => {
  const samples = SAMPLES.filter(({ language }) => language === 'ts');
  const in_ = (folder: string): number => samples.filter(({ at }) => at.startsWith(folder)).length;
  expect([in_('README.md'), in_('docs/'), in_('lib/')].every((count) => count > 1)).toBe(true);
  const wrong: Sample[] = [
    {
      language: 'ts',
      at: 'wrong.md:7',
      code: `const days = 1;\nnew EncryptedBucket(this, 'Id', { retention: days });`,
    },
    { language: 'ts', at: 'imports.md:1', code: `import { Nothing } from '${LIBRARY}';` },
  ];
  const found = problems([...samples, ...wrong]);
  expect(found.slice(-2)).toEqual([
    expect.stringMatching(/^wrong\.md:8: .*'retention' does not exist/),
    expect.stringMatching(/^imports\.md:1: .*no exported member 'Nothing'/),
  ]);
  expect(found.slice(0, -2)).toEqual([]);
});

test('every JSON sample is JSON', () => {
  const isJson = ({ code }: Sample): boolean => {
    try {
      JSON.parse(code);
      return true;
    } catch {
      return false;
    }
  };
  const samples = SAMPLES.filter(({ language }) => language === 'json');
  expect(samples.length).toBeGreaterThan(1);
  expect(samples.filter((sample) => !isJson(sample)).map(({ at }) => at)).toEqual([]);
});

test('every block of code says its language', () => {
  expect(SAMPLES.filter(({ language }) => language === '').map(({ at }) => at)).toEqual([]);
});
