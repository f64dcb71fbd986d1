import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    { title: 'left out', terraform: { resource: { aws_s3_bucket: { invoices: {} } } } },
    {
      title: 'false, blocks as lists',
      terraform: { resource: [{ aws_s3_bucket: [{ invoices: [{ force_destroy: false }] }] }] },
    },
    {
      title: 'a test environment, by its posture and by a tag',
      terraform: {
        '//': {
          toms: {
            version: 1,
            posture: { path: 'test', environment: 'ephemeral', dataClass: 'internal', residency: ['eu-central-1'] },
          },
        },
        resource: {
          aws_s3_bucket: {
            invoices: { force_destroy: true },
            letters: { force_destroy: true, tags: { 'tom:environment': 'ephemeral' } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'forced, in each of several buckets',
      terraform: { resource: { aws_s3_bucket: { invoices: { count: 2, force_destroy: true } } } },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'forced, as text, in a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.data["eu"]',
                resources: [
                  {
                    address: 'module.data["eu"].aws_s3_bucket.invoices',
                    mode: 'managed',
                    type: 'aws_s3_bucket',
                    name: 'invoices',
                    values: { force_destroy: 'true' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.data["eu"].aws_s3_bucket.invoices'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { disposable: {} },
        resource: { aws_s3_bucket: { invoices: { force_destroy: '${var.disposable}' } } },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
  ],
};
