import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack',
      terraform: {
        resource: {
          aws_kms_key: { config: {} },
          aws_config_delivery_channel: {
            main: { s3_bucket_name: 'config', s3_kms_key_arn: '${aws_kms_key.config.arn}' },
          },
        },
      },
    },
    {
      title: 'a key by its ARN, in a list',
      terraform: {
        resource: [
          {
            aws_config_delivery_channel: [
              { main: [{ count: 1, s3_kms_key_arn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd' }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no key',
      terraform: { resource: { aws_config_delivery_channel: { main: { s3_bucket_name: 'config' } } } },
      addresses: ['aws_config_delivery_channel.main'],
    },
    {
      title: 'no key within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.config',
                resources: [
                  {
                    address: 'module.config.aws_config_delivery_channel.main[0]',
                    mode: 'managed',
                    type: 'aws_config_delivery_channel',
                    name: 'main',
                    index: 0,
                    values: { s3_bucket_name: 'config', s3_kms_key_arn: null },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.config.aws_config_delivery_channel.main[0]'],
    },
  ],
  undetermined: [
    {
      title: 'a module names the key',
      terraform: {
        module: { keys: { source: './keys' } },
        resource: { aws_config_delivery_channel: { main: { s3_kms_key_arn: '${module.keys.config_arn}' } } },
      },
      addresses: ['aws_config_delivery_channel.main'],
    },
  ],
};
