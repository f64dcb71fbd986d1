import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  except: { plan: 'a plan has every address once' },
  pass: [
    {
      title: 'one name for two types, and for a data source',
      terraform: {
        data: { aws_s3_bucket: { main: { bucket: 'other' } } },
        resource: { aws_s3_bucket: { main: { count: 2 } }, aws_kms_key: { main: {} } },
      },
    },
    {
      title: 'a plan: Terraform has read the configuration, and modules have addresses of their own',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            resources: [
              {
                address: 'aws_s3_bucket.main',
                mode: 'managed',
                type: 'aws_s3_bucket',
                name: 'main',
                values: {},
              },
            ],
            child_modules: [
              {
                address: 'module.logs',
                resources: [
                  {
                    address: 'module.logs.aws_s3_bucket.main',
                    mode: 'managed',
                    type: 'aws_s3_bucket',
                    name: 'main',
                    values: {},
                  },
                ],
              },
            ],
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'the same bucket in two blocks of a list',
      terraform: {
        resource: [{ aws_s3_bucket: { main: {} } }, { aws_s3_bucket: { main: { bucket: '${var.name}' } } }],
      },
      addresses: ['aws_s3_bucket.main'],
    },
    {
      title: 'the same data source twice, the second counted',
      terraform: {
        data: [{ aws_region: [{ here: [{}] }, { here: [{ count: 2 }] }] }],
        resource: { aws_kms_key: { main: {} } },
      },
      addresses: ['data.aws_region.here'],
    },
  ],
};
