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
      title: 'an elliptic curve, in a list',
      terraform: {
        resource: [
          { aws_acm_certificate: [{ orders: [{ domain_name: 'orders.internal', key_algorithm: 'EC_secp384r1' }] }] },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'a short key, in a list',
      terraform: {
        resource: [{ aws_acm_certificate: [{ old: [{ domain_name: 'old.example.com', key_algorithm: 'RSA_1024' }] }] }],
      },
      addresses: ['aws_acm_certificate.old'],
    },
    {
      title: 'a short key within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_acm_certificate.shop',
                    mode: 'managed',
                    type: 'aws_acm_certificate',
                    name: 'shop',
                    values: { domain_name: 'shop.example.com', key_algorithm: 'RSA_1024' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_acm_certificate.shop'],
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
