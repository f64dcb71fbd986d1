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
