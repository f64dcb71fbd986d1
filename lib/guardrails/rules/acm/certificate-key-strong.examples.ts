import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the default of ACM',
      terraform: {
        resource: {
          aws_acm_certificate: { shop: { count: 2, domain_name: 'shop.example.com', validation_method: 'DNS' } },
        },
      },
    },
    {
      title: 'an elliptic curve',
      terraform: {
        resource: {
          aws_acm_certificate: { orders: { domain_name: 'orders.internal', key_algorithm: 'EC_secp384r1' } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a short key',
      terraform: {
        resource: { aws_acm_certificate: { old: { domain_name: 'old.example.com', key_algorithm: 'RSA_1024' } } },
      },
      addresses: ['aws_acm_certificate.old'],
    },
    {
      title: 'a short key, for one of two',
      terraform: {
        resource: {
          aws_acm_certificate: {
            old: { domain_name: 'old.example.com', key_algorithm: 'RSA_1024' },
            shop: { domain_name: 'shop.example.com', key_algorithm: 'RSA_2048' },
          },
        },
      },
      addresses: ['aws_acm_certificate.old'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { algorithm: {} },
        resource: { aws_acm_certificate: { shop: { key_algorithm: '${var.algorithm}' } } },
      },
      addresses: ['aws_acm_certificate.shop'],
    },
  ],
};
