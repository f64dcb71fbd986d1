import { Examples } from '../../rule';

const ALL_TRUE = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'all four on, for each of several buckets',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: { count: 2 } },
          aws_s3_bucket_public_access_block: {
            invoices: { count: 2, bucket: '${aws_s3_bucket.invoices[count.index].id}', ...ALL_TRUE },
          },
        },
      },
    },
    {
      title: 'access points block by default',
      terraform: {
        resource: {
          aws_s3_access_point: { reports: { bucket: 'invoices', name: 'reports' } },
          aws_s3control_multi_region_access_point: {
            reports: { details: [{ name: 'reports', region: [{ bucket: 'invoices' }] }] },
          },
        },
      },
    },
    {
      title: 'the account',
      terraform: { resource: { aws_s3_account_public_access_block: { all: ALL_TRUE } } },
    },
  ],
  fail: [
    {
      title: 'no block at all',
      terraform: { resource: { aws_s3_bucket: { invoices: {} } } },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'one flag off and one left out',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: { bucket: 'invoices' } },
          aws_s3_bucket_public_access_block: {
            invoices: {
              bucket: 'invoices',
              block_public_acls: true,
              block_public_policy: false,
              ignore_public_acls: true,
            },
          },
        },
      },
      addresses: ['aws_s3_bucket_public_access_block.invoices'],
    },
    {
      title: 'an access point that lets public policies pass',
      terraform: {
        resource: {
          aws_s3_access_point: {
            reports: {
              name: 'reports',
              public_access_block_configuration: { ...ALL_TRUE, restrict_public_buckets: false },
            },
          },
        },
      },
      addresses: ['aws_s3_access_point.reports'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the bucket',
      terraform: {
        variable: { bucket: {} },
        resource: {
          aws_s3_bucket: { invoices: {} },
          aws_s3_bucket_public_access_block: { invoices: { bucket: '${var.bucket}', ...ALL_TRUE } },
        },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'a variable decides one flag',
      terraform: {
        variable: { public: {} },
        resource: {
          aws_s3_bucket: { invoices: {} },
          aws_s3_bucket_public_access_block: {
            invoices: {
              ...ALL_TRUE,
              bucket: '${aws_s3_bucket.invoices.id}',
              block_public_policy: '${!var.public}',
            },
          },
        },
      },
      addresses: ['aws_s3_bucket_public_access_block.invoices'],
    },
  ],
};
