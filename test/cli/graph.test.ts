import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePlatform } from '../graph/platform';
import { ROTATED, temporary, toms } from './toms';

const { directory, write } = temporary();
const platform = writePlatform(write);

test('draws to standard output, and returns 0', () => {
  const { status, out, err } = toms('graph', platform);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(/^flowchart LR\n/);
  expect(out).toContain('Edge/LoadBalancer');
  expect(toms('graph', platform, '--format', 'mermaid').out).toBe(out);
});

test('draws to a file, and says so', () => {
  const file = join(directory, 'picture.mmd');
  const { status, out, err } = toms('graph', platform, '--output', file);
  expect({ status, out }).toEqual({ status: 0, out: '' });
  expect(err).toMatch(/^toms: wrote .*picture\.mmd\n$/);
  expect(readFileSync(file, 'utf8')).toBe(toms('graph', platform).out);
});

test('draws nothing of what has no network, which is no error', () => {
  const { status, out } = toms('graph', write('key.tf.json', ROTATED));
  expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('nothing to draw') });
});

test.each([
  ['a missing file', () => join(directory, 'nowhere'), 'does not exist'],
  ['HCL', () => write('main.tf', 'x'), 'is HCL'],
  ['no resources', () => write('none.tf.json', { terraform: {} }), 'no resources to draw'],
  [
    'calls of modules only',
    () => write('modules.tf.json', { module: { network: { source: './network' } } }),
    'only calls of modules: draw the plan instead',
  ],
  [
    'nesting without end',
    () =>
      write(
        'deep.tf.json',
        `{"resource":{"aws_instance":{"a":{"vpc_security_group_ids":${'['.repeat(100_000)}"\${var.a}"${']'.repeat(100_000)}}}}}`
      ),
    'is nested too deeply',
  ],
])('returns 2 for %s', (_title, path, problem) => {
  const { status, out, err } = toms('graph', path());
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(/^toms: .+\n$/);
  expect(err).toContain(problem);
});

test.each([
  [['graph'], 'say what to draw: toms graph cdktf.out'],
  [['graph', platform, '--format', 'dot'], 'no format is called "dot"'],
  [['graph', platform, '--format', 'mermiad'], 'no format is called "mermiad": is it mermaid?'],
  [['graph', platform, '--output='], '--output is empty'],
  [['grap', platform], 'no command is called "grap": is it graph?'],
])('%j returns 2 and says the way out', (argv, problem) => {
  const { status, out, err } = toms(...argv);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(`toms: ${problem}`);
  expect(err).toMatch(/\ntoms: see toms (?:graph )?--help\n$/);
});

test('--help shows the usage', () => {
  const { status, out } = toms('graph', '--help');
  expect(status).toBe(0);
  expect(out).toMatch(/^Usage: toms graph /);
});

test('draws nothing that is sensitive', () => {
  const cidr = '10.99.0.0/16';
  const draw = (sensitive: boolean): string =>
    toms(
      'graph',
      write('secret.tf.json', {
        variable: { cidr: { sensitive, default: cidr } },
        resource: { aws_vpc: { main: { cidr_block: cidr, tags: { Name: `net ${cidr}` } } } },
      })
    ).out;
  expect(draw(false).split('10.99.0.0').length).toBeGreaterThan(1);
  expect(draw(true)).not.toContain('10.99');
});
