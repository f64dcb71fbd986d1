import { Block } from '../../lib/terraform/block';
import { inWorld, noting } from '../../lib/terraform/worlds';
import { at, resources } from '../support/models';

const DYNAMIC = { logging: { for_each: ['a'], content: { target_bucket: 'logs' } } };

test.each([
  ['an object', DYNAMIC],
  ['a list', [{ logging: [{ for_each: ['a'], content: [{ target_bucket: 'logs' }] }] }]],
])('dynamic blocks are read from %s', (_form, dynamic) => {
  const bucket = at(resources({ aws_s3_bucket: { invoices: { dynamic } } }), 'aws_s3_bucket.invoices');
  expect(bucket.get('logging.target_bucket')).toBe('logs');
  expect(bucket.blocks('logging')).toHaveLength(1);
});

test('an empty list of blocks, as plans have it, is no block', () => {
  const bucket = at(
    resources({ aws_s3_bucket: { invoices: { logging: [], versioning: {} } } }),
    'aws_s3_bucket.invoices'
  );
  expect(bucket.has('logging')).toBe(false);
  expect(bucket.has('versioning')).toBe(true);
  expect(bucket.has('website')).toBe(false);
});

test('what a dynamic block hangs on is the same whenever it is read', () => {
  const content = { a: '${var.open ? rule.value : "x"}' };
  const block = new Block({ dynamic: { rule: { for_each: ['b'], content } } }, () => undefined);
  const read = () => block.blocks('rule').map((rule) => rule.get('a'));
  const { id } = [...noting(read).choices!.values()].find(({ kind }) => kind === 'branch')!;
  expect([true, false].map((it) => inWorld(new Map([[id, it]]), read))).toEqual([['b'], ['x']]);
});
