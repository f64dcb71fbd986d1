import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'all three, for each of several domains',
      terraform: {
        resource: {
          aws_opensearch_domain: {
            products: {
              count: 2,
              domain_endpoint_options: {
                enforce_https: true,
                tls_security_policy: 'Policy-Min-TLS-1-2-PFS-2023-10',
              },
              node_to_node_encryption: { enabled: true },
            },
          },
        },
      },
    },
    {
      title: 'HTTPS by the default of the provider, blocks as lists, of the older type too',
      terraform: {
        resource: [
          {
            aws_elasticsearch_domain: [
              {
                products: [
                  {
                    domain_endpoint_options: [{ tls_security_policy: 'Policy-Min-TLS-1-2-PFS-2023-10' }],
                    node_to_node_encryption: [{ enabled: 'true' }],
                  },
                ],
              },
            ],
          },
          {
            aws_opensearch_domain: [
              {
                orders: [
                  {
                    domain_endpoint_options: [{ tls_security_policy: 'Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08' }],
                    node_to_node_encryption: [{ enabled: true }],
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
      title: 'nothing is said',
      terraform: {
        resource: {
          aws_elasticsearch_domain: { orders: { domain_name: 'orders' } },
          aws_opensearch_domain: { products: { domain_name: 'products' } },
        },
      },
      addresses: ['aws_elasticsearch_domain.orders', 'aws_opensearch_domain.products'],
    },
    {
      title: 'plain HTTP is taken, forward secrecy is not demanded, nodes talk in the clear',
      terraform: {
        resource: {
          aws_opensearch_domain: {
            http: {
              domain_endpoint_options: {
                enforce_https: false,
                tls_security_policy: 'Policy-Min-TLS-1-2-PFS-2023-10',
              },
              node_to_node_encryption: { enabled: true },
            },
            nodes: { domain_endpoint_options: { tls_security_policy: 'Policy-Min-TLS-1-2-PFS-2023-10' } },
            old: {
              domain_endpoint_options: { tls_security_policy: 'Policy-Min-TLS-1-2-2019-07' },
              node_to_node_encryption: { enabled: true },
            },
          },
        },
      },
      addresses: ['aws_opensearch_domain.http', 'aws_opensearch_domain.nodes', 'aws_opensearch_domain.old'],
    },
    {
      title: 'TLS 1.0 within a module of a plan',
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
                      domain_endpoint_options: [
                        { enforce_https: true, tls_security_policy: 'Policy-Min-TLS-1-0-2019-07' },
                      ],
                      node_to_node_encryption: [{ enabled: true }],
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
        variable: { https: {}, options: {}, policy: {} },
        resource: {
          aws_opensearch_domain: {
            all: { domain_endpoint_options: '${var.options}', node_to_node_encryption: { enabled: true } },
            https: {
              domain_endpoint_options: {
                enforce_https: '${var.https}',
                tls_security_policy: 'Policy-Min-TLS-1-2-PFS-2023-10',
              },
              node_to_node_encryption: { enabled: true },
            },
            policy: {
              domain_endpoint_options: { tls_security_policy: '${var.policy}' },
              node_to_node_encryption: { enabled: true },
            },
          },
        },
      },
      addresses: ['aws_opensearch_domain.all', 'aws_opensearch_domain.https', 'aws_opensearch_domain.policy'],
    },
  ],
};
