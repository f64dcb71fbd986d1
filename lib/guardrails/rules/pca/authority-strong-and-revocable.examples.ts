import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'short-lived certificates',
      terraform: {
        resource: {
          aws_acmpca_certificate_authority: {
            workloads: {
              usage_mode: 'SHORT_LIVED_CERTIFICATE',
              certificate_authority_configuration: { key_algorithm: 'RSA_4096', signing_algorithm: 'SHA512WITHRSA' },
            },
          },
        },
      },
    },
    {
      title: 'a root that signs an authority, which issues, with OCSP',
      terraform: {
        resource: {
          aws_acmpca_certificate_authority: {
            issuing: {
              certificate_authority_configuration: {
                key_algorithm: 'EC_secp384r1',
                signing_algorithm: 'SHA384WITHECDSA',
              },
              revocation_configuration: { ocsp_configuration: { enabled: true } },
            },
            root: {
              type: 'ROOT',
              certificate_authority_configuration: {
                key_algorithm: 'EC_secp384r1',
                signing_algorithm: 'SHA384WITHECDSA',
              },
              revocation_configuration: { crl_configuration: { enabled: true, expiration_in_days: 7 } },
            },
          },
          aws_acmpca_certificate: {
            issuing: {
              certificate_authority_arn: '${aws_acmpca_certificate_authority.root.arn}',
              signing_algorithm: 'SHA384WITHECDSA',
              template_arn: 'arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen0/V1',
            },
          },
          aws_acm_certificate: {
            orders: {
              count: 2,
              domain_name: 'orders.internal',
              certificate_authority_arn: '${aws_acmpca_certificate_authority.issuing.arn}',
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no revocation',
      terraform: {
        resource: {
          aws_acmpca_certificate_authority: {
            internal: {
              certificate_authority_configuration: { key_algorithm: 'RSA_4096', signing_algorithm: 'SHA512WITHRSA' },
            },
          },
        },
      },
      addresses: ['aws_acmpca_certificate_authority.internal'],
    },
    {
      title: 'no revocation, or one that is off; an old algorithm',
      terraform: {
        resource: {
          aws_acmpca_certificate_authority: {
            none: {
              certificate_authority_configuration: { key_algorithm: 'RSA_4096', signing_algorithm: 'SHA512WITHRSA' },
            },
            off: {
              count: 2,
              certificate_authority_configuration: { key_algorithm: 'RSA_4096', signing_algorithm: 'SHA512WITHRSA' },
              revocation_configuration: { crl_configuration: { enabled: false } },
            },
            old: {
              usage_mode: 'SHORT_LIVED_CERTIFICATE',
              certificate_authority_configuration: { key_algorithm: 'RSA_1024', signing_algorithm: 'SHA1WITHRSA' },
            },
          },
        },
      },
      addresses: [
        'aws_acmpca_certificate_authority.none',
        'aws_acmpca_certificate_authority.off',
        'aws_acmpca_certificate_authority.old',
      ],
    },
    {
      title: 'a root that issues, by ACM and by itself',
      terraform: {
        resource: {
          aws_acmpca_certificate_authority: {
            root: {
              type: 'ROOT',
              certificate_authority_configuration: { key_algorithm: 'RSA_4096', signing_algorithm: 'SHA512WITHRSA' },
              revocation_configuration: { ocsp_configuration: { enabled: true } },
            },
          },
          aws_acmpca_certificate: {
            orders: {
              certificate_authority_arn: '${aws_acmpca_certificate_authority.root.arn}',
              signing_algorithm: 'SHA512WITHRSA',
            },
          },
          aws_acm_certificate: {
            orders: { certificate_authority_arn: '${aws_acmpca_certificate_authority.root.arn}' },
          },
        },
      },
      addresses: ['aws_acm_certificate.orders', 'aws_acmpca_certificate.orders'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide on revocation, on the algorithm, on the template and on the type',
      terraform: {
        variable: { revoked: {}, algorithm: {}, template: {}, type: {} },
        resource: {
          aws_acmpca_certificate_authority: {
            issuing: {
              certificate_authority_configuration: {
                key_algorithm: 'RSA_4096',
                signing_algorithm: 'SHA512WITHRSA',
              },
              revocation_configuration: { ocsp_configuration: { enabled: '${var.revoked}' } },
            },
            root: {
              type: 'ROOT',
              usage_mode: 'SHORT_LIVED_CERTIFICATE',
              certificate_authority_configuration: {
                key_algorithm: '${var.algorithm}',
                signing_algorithm: 'SHA512WITHRSA',
              },
            },
            some: {
              type: '${var.type}',
              usage_mode: 'SHORT_LIVED_CERTIFICATE',
              certificate_authority_configuration: {
                key_algorithm: 'RSA_4096',
                signing_algorithm: 'SHA512WITHRSA',
              },
            },
          },
          aws_acmpca_certificate: {
            any: {
              certificate_authority_arn: '${aws_acmpca_certificate_authority.root.arn}',
              signing_algorithm: 'SHA512WITHRSA',
              template_arn: '${var.template}',
            },
          },
          aws_acm_certificate: {
            orders: { certificate_authority_arn: '${aws_acmpca_certificate_authority.some.arn}' },
          },
        },
      },
      addresses: [
        'aws_acm_certificate.orders',
        'aws_acmpca_certificate.any',
        'aws_acmpca_certificate_authority.issuing',
        'aws_acmpca_certificate_authority.root',
      ],
    },
  ],
};
