import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'on, as text',
      terraform: {
        resource: {
          aws_emr_security_configuration: {
            main: {
              count: 2,
              configuration: JSON.stringify({
                EncryptionConfiguration: {
                  EnableAtRestEncryption: true,
                  AtRestEncryptionConfiguration: {
                    LocalDiskEncryptionConfiguration: {
                      EncryptionKeyProviderType: 'AwsKms',
                      AwsKmsKey: '${aws_kms_key.main.arn}',
                    },
                  },
                },
              }),
            },
          },
        },
      },
    },
    {
      title: 'on, by jsonencode, blocks as lists',
      terraform: {
        resource: [
          {
            aws_emr_security_configuration: [
              {
                main: [
                  { configuration: '${jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = true } })}' },
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
      title: 'off',
      terraform: {
        resource: {
          aws_emr_security_configuration: {
            main: {
              configuration:
                '{"EncryptionConfiguration":{"EnableInTransitEncryption":true,"EnableAtRestEncryption":false}}',
            },
          },
        },
      },
      addresses: ['aws_emr_security_configuration.main'],
    },
    {
      title: 'nothing at all, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.emr',
                resources: [
                  {
                    address: 'module.emr.aws_emr_security_configuration.main',
                    mode: 'managed',
                    type: 'aws_emr_security_configuration',
                    name: 'main',
                    values: { configuration: '{"AuthenticationConfiguration":{}}' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.emr.aws_emr_security_configuration.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the configuration, or the flag',
      terraform: {
        variable: { configuration: {}, flag: {} },
        resource: {
          aws_emr_security_configuration: {
            any: { configuration: '${var.configuration}' },
            some: {
              configuration: '${jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = var.flag } })}',
            },
          },
        },
      },
      addresses: ['aws_emr_security_configuration.any', 'aws_emr_security_configuration.some'],
    },
  ],
};
