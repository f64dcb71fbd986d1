import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack',
      terraform: {
        resource: {
          aws_kms_key: { data: {} },
          aws_opensearch_domain: {
            products: { count: 2, encrypt_at_rest: { enabled: true, kms_key_id: '${aws_kms_key.data.arn}' } },
          },
        },
      },
    },
    {
      title: 'the data is internal, and the block a list',
      terraform: {
        resource: [
          {
            aws_elasticsearch_domain: [
              { builds: [{ encrypt_at_rest: [{ enabled: 'true' }], tags: { 'tom:data-class': 'internal' } }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no encryption, and no key',
      terraform: {
        resource: {
          aws_elasticsearch_domain: { builds: { tags: { 'tom:data-class': 'internal' } } },
          aws_opensearch_domain: {
            orders: { encrypt_at_rest: { enabled: true } },
            products: { domain_name: 'products' },
          },
        },
      },
      addresses: ['aws_elasticsearch_domain.builds', 'aws_opensearch_domain.orders', 'aws_opensearch_domain.products'],
    },
    {
      title: 'AWS manages the key of personal data, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_opensearch_domain.products',
                    mode: 'managed',
                    type: 'aws_opensearch_domain',
                    name: 'products',
                    values: {
                      encrypt_at_rest: [
                        { enabled: true, kms_key_id: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/es' },
                      ],
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_opensearch_domain.products'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { encrypt: {}, key: {} },
        resource: {
          aws_opensearch_domain: {
            orders: { encrypt_at_rest: { enabled: '${var.encrypt}', kms_key_id: 'alias/orders' } },
            products: { encrypt_at_rest: { enabled: true, kms_key_id: '${var.key}' } },
          },
        },
      },
      addresses: ['aws_opensearch_domain.orders', 'aws_opensearch_domain.products'],
    },
  ],
};
