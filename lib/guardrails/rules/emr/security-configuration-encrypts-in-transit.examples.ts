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
                  EnableInTransitEncryption: true,
                  InTransitEncryptionConfiguration: {
                    TLSCertificateConfiguration: {
                      CertificateProviderType: 'PEM',
                      S3Object: 's3://certificates/emr.zip',
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
              configuration: '${jsonencode({ EncryptionConfiguration = { EnableInTransitEncryption = true } })}',
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
                '{"EncryptionConfiguration":{"EnableAtRestEncryption":true,"EnableInTransitEncryption":false}}',
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
              configuration: '${jsonencode({ EncryptionConfiguration = { EnableInTransitEncryption = var.flag } })}',
            },
          },
        },
      },
      addresses: ['aws_emr_security_configuration.any', 'aws_emr_security_configuration.some'],
    },
  ],
};
