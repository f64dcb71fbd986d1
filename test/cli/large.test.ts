import { temporary, toms } from './toms';

const { write } = temporary();
const MB = 1024 * 1024;

test('100 MB of Terraform get a verdict within seconds', () => {
  const key = JSON.stringify({ description: 'x'.repeat(10_000), enable_key_rotation: true });
  const keys = Array.from({ length: (100 * MB) / key.length }, (_, at) => `"key${at}":${key}`);
  const file = write('large.tf.json', `{"resource":{"aws_kms_key":{${keys.join()},"last":{}}}}`);
  const { status, out, err } = toms('check', file);
  expect(err).toBe('');
  expect(status).toBe(1);
  expect(out).toContain('large:aws_kms_key.last');
}, 15_000);

test('100 MB of anything else are an error', () => {
  const { status, out, err } = toms('check', write('garbage.json', Buffer.alloc(100 * MB, 'garbage ')));
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(/garbage\.json: is no JSON\n$/);
}, 15_000);

test('nesting as deep as a file can hold is a verdict or an error, never a stack trace', () => {
  const nested = (depth: number, within: (value: string) => string): string =>
    within(`${'['.repeat(depth)}"\${var.a}"${']'.repeat(depth)}`);
  const inputs = [
    nested(100_000, (value) => `{"resource":{"aws_kms_key":{"a":{"enable_key_rotation":${value}}}}}`),
    nested(100_000, (value) => `{"resource":{"aws_s3_bucket":{"a":{"policy":${JSON.stringify(value)}}}}}`),
    nested(
      100_000,
      (value) => `{"locals":{"a":${value}},"resource":{"aws_kms_key":{"a":{"enable_key_rotation":"\${local.a}"}}}}`
    ),
    `{"resource":{"aws_kms_key":{"a":{"enable_key_rotation":"\${${'!'.repeat(100_000)}true}"}}}}`,
    `{"resource":{"aws_kms_key":{"a":{"enable_key_rotation":"\${${'('.repeat(100_000)}true"}}}}`,
  ];
  for (const [at, input] of inputs.entries()) {
    const { status, err, out } = toms('check', write(`deep${at}.tf.json`, input));
    expect([0, 1, 2]).toContain(status);
    if (status === 2) expect(err).toMatch(/^toms: .*is nested too deeply\n$/);
    else expect(out).toMatch(/violated|undetermined/);
  }
}, 15_000);
