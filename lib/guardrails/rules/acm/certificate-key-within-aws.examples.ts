import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'issued by ACM',
      terraform: {
        resource: {
          aws_acm_certificate: { shop: { count: 2, domain_name: 'shop.example.com', validation_method: 'DNS' } },
        },
      },
    },
    {
      title: 'from an authority of its own',
      terraform: {
        resource: {
          aws_acm_certificate: {
            orders: {
              domain_name: 'orders.internal',
              certificate_authority_arn: 'arn',
              options: { export: 'DISABLED' },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'exportable',
      terraform: {
        resource: {
          aws_acm_certificate: {
            shop: { domain_name: 'shop.example.com', key_algorithm: 'RSA_2048', options: { export: 'ENABLED' } },
          },
        },
      },
      addresses: ['aws_acm_certificate.shop'],
    },
    {
      title: 'imported into ACM and IAM, whatever the key comes from',
      terraform: {
        variable: { key: { sensitive: true } },
        resource: {
          tls_private_key: { shop: { algorithm: 'RSA' } },
          aws_acm_certificate: {
            shop: { private_key: '${tls_private_key.shop.private_key_pem}', certificate_body: 'pem' },
          },
          aws_iam_server_certificate: { shop: { private_key: '${var.key}', certificate_body: 'pem' } },
        },
      },
      addresses: ['aws_acm_certificate.shop', 'aws_iam_server_certificate.shop'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides on the export',
      terraform: {
        variable: { exported: {} },
        resource: {
          aws_acm_certificate: {
            orders: { domain_name: 'orders.internal', options: { export: '${var.exported}' } },
          },
        },
      },
      addresses: ['aws_acm_certificate.orders'],
    },
  ],
};
