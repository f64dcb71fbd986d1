import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack',
      terraform: {
        resource: {
          aws_kms_key: { inventory: {} },
          aws_ssm_resource_data_sync: {
            main: { s3_destination: { bucket_name: 'inventory', kms_key_arn: '${aws_kms_key.inventory.arn}' } },
          },
        },
      },
    },
    {
      title: 'blocks as lists',
      terraform: {
        resource: [
          {
            aws_ssm_resource_data_sync: [
              {
                main: [
                  {
                    s3_destination: [
                      {
                        bucket_name: 'inventory',
                        kms_key_arn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd',
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no key',
      terraform: {
        resource: {
          aws_ssm_resource_data_sync: {
            main: { for_each: ['a', 'b'], s3_destination: { bucket_name: 'inventory' } },
          },
        },
      },
      addresses: ['aws_ssm_resource_data_sync.main'],
    },
    {
      title: 'no key within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.inventory',
                resources: [
                  {
                    address: 'module.inventory.aws_ssm_resource_data_sync.main',
                    mode: 'managed',
                    type: 'aws_ssm_resource_data_sync',
                    name: 'main',
                    values: { s3_destination: [{ bucket_name: 'inventory', kms_key_arn: null }] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.inventory.aws_ssm_resource_data_sync.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the key',
      terraform: {
        variable: { key: {} },
        resource: { aws_ssm_resource_data_sync: { main: { s3_destination: { kms_key_arn: '${var.key}' } } } },
      },
      addresses: ['aws_ssm_resource_data_sync.main'],
    },
  ],
};
