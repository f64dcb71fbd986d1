import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { EncryptedBucket, Posture } from '../../lib';
import { MEASURES } from '../../lib/toms/measures/catalogue';
import { messageOf, temporaryDirectory } from '../support/synth';
import { ROOT, read, samplesOf } from './markdown';

const README = samplesOf('README.md');
const EXAMPLE = read('examples/quickstart/main.ts');
const BUCKET = `new EncryptedBucket(stack, 'Invoices');`;

function block(language: string, holds: string): string {
  const found = README.filter((sample) => sample.language === language && sample.code.includes(holds));
  expect(found).toHaveLength(1);
  return found[0].code;
}

test('the program is the example', () => {
  expect(`${block('ts', 'app.synth()')}\n`).toBe(EXAMPLE);
});

/** Runs a program in a folder below the root, so that it finds its packages, and returns what it throws and what it wrote. */
function run(text: string): { readonly thrown?: string; readonly written: (file: string) => string | undefined } {
  mkdirSync(join(ROOT, 'cdktf.out'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'cdktf.out', 'readme-'));
  const main = join(folder, 'main.ts');
  const output = temporaryDirectory();
  const before = process.env.CDKTF_OUTDIR;
  const written = (file: string): string | undefined =>
    existsSync(join(output, file)) ? readFileSync(join(output, file), 'utf8') : undefined;
  try {
    writeFileSync(main, text);
    process.env.CDKTF_OUTDIR = output;
    jest.requireActual(main);
    return { written };
  } catch (error) {
    const { name, message } = error as Error;
    const path = relative(ROOT, main).split('\\').join('/');
    return { thrown: `${name}: ${message}`.split(path).join('main.ts').trimEnd(), written };
  } finally {
    if (before === undefined) delete process.env.CDKTF_OUTDIR;
    else process.env.CDKTF_OUTDIR = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a bucket that is opened', () => {
  const opened = EXAMPLE.replace(BUCKET, block('ts', 'addOverride')).replace(
    'TerraformStack }',
    'TerraformResource, TerraformStack }'
  );
  const refused = run(opened);
  const isThere = (line: string): boolean => {
    const name = /^ *import \{ (\w+) \}/.exec(line)?.[1];
    return name !== undefined && new RegExp(`^import .*\\b${name}\\b`, 'm').test(opened);
  };
  /** An import that is there already would be a second one. */
  const pasted = (part: string): string => {
    const lines = refused
      .thrown!.split(new RegExp(`^ {2}${part}.*$`, 'm'))[1]
      .split('\n')
      .slice(1);
    const code = lines.slice(
      0,
      lines.findIndex((line) => !line.startsWith('    '))
    );
    return opened.replace('app.synth();', `${code.filter((line) => !isThere(line)).join('\n')}\napp.synth();`);
  };

  test('is refused with what the README shows', () => {
    expect(EXAMPLE).toContain(`\n${BUCKET}\n`);
    expect(undated(block('text', 'GuardrailsError'))).toBe(undated(refused.thrown!));
  });

  test('leaves nothing to apply', () => {
    const files = ['stacks/quickstart/cdk.tf.json', 'manifest.json', 'evidence.json', 'evidence.md'];
    expect(files.map(refused.written)).toEqual(files.map(() => undefined));
  });

  test.each([
    ['fix', 'in part'],
    ['waive', 'waived'],
  ])('passes once the code under %s is pasted', (part, state) => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { thrown, written } = run(pasted(part));
    stderr.mockRestore();
    expect(thrown).toBeUndefined();
    const { measures } = JSON.parse(written('evidence.json')!) as { measures: { id: string; state: string }[] };
    expect(measures.find(({ id }) => id === '9.3')).toMatchObject({ state });
  });
});

/** The waiver that it suggests ends 90 days after the day on which it runs. */
function undated(text: string): string {
  return text.replace(/\d{4}-\d{2}-\d{2}/g, 'YYYY-MM-DD');
}

test('it is short, and begins with the program', () => {
  const lines = read('README.md').split('\n');
  expect(lines.length).toBeLessThan(100);
  expect(lines.indexOf('```ts')).toBeLessThan(8);
});

test('it counts the measures right', () => {
  expect(read('README.md')).toContain(`which of ${MEASURES.length} measures`);
  expect(read('CHANGELOG.md')).toContain(`The catalogue of ${MEASURES.length} measures`);
});

test('the page on retention quotes the refusal of personal data without a retention', () => {
  const app = new App({ outdir: join(temporaryDirectory(), 'out') });
  Posture.set(app, { owner: 'orders' });
  const stack = new TerraformStack(app, 'orders');
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  const refusal = messageOf(() => new EncryptedBucket(stack, 'Invoices'));
  expect(samplesOf('docs/retention.md').map(({ code }) => code)).toContain(refusal);
});
