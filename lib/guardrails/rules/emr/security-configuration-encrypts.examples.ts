import { JsonObject } from '../../../terraform/value';
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
                      EnableEbsEncryption: true,
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
      title: 'on, by jsonencode',
      terraform: {
        resource: {
          aws_emr_security_configuration: {
            main: {
              configuration:
                '${jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = true, AtRestEncryptionConfiguration = { LocalDiskEncryptionConfiguration = { EncryptionKeyProviderType = "Custom", S3Object = "s3://keys/provider.jar" } } } })}',
            },
          },
        },
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
      title: 'nothing at all',
      terraform: {
        resource: { aws_emr_security_configuration: { main: { configuration: '{"AuthenticationConfiguration":{}}' } } },
      },
      addresses: ['aws_emr_security_configuration.main'],
    },
    {
      title: 'on, and no disk is encrypted; without a provider of keys; without the root volumes',
      terraform: {
        resource: {
          aws_emr_security_configuration: {
            keyless: { configuration: atRest({ LocalDiskEncryptionConfiguration: { EnableEbsEncryption: true } }) },
            root: {
              configuration: atRest({ LocalDiskEncryptionConfiguration: { EncryptionKeyProviderType: 'AwsKms' } }),
            },
            s3: { configuration: atRest({ S3EncryptionConfiguration: { EncryptionMode: 'SSE-S3' } }) },
          },
        },
      },
      addresses: [
        'aws_emr_security_configuration.keyless',
        'aws_emr_security_configuration.root',
        'aws_emr_security_configuration.s3',
      ],
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

function atRest(AtRestEncryptionConfiguration: JsonObject): string {
  return JSON.stringify({ EncryptionConfiguration: { EnableAtRestEncryption: true, AtRestEncryptionConfiguration } });
}
