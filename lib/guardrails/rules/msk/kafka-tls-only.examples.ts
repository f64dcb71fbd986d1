import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'IAM, and TLS by default',
      terraform: {
        resource: { aws_msk_cluster: { events: { count: 2, client_authentication: { sasl: { iam: true } } } } },
      },
    },
    {
      title: 'TLS with client certificates, and a connector, blocks as lists',
      terraform: {
        resource: [
          {
            aws_msk_cluster: [
              {
                events: [
                  {
                    client_authentication: [
                      {
                        tls: [{ certificate_authority_arns: ['${aws_acmpca_certificate_authority.main.arn}'] }],
                        unauthenticated: false,
                      },
                    ],
                    encryption_info: [{ encryption_in_transit: [{ client_broker: 'TLS', in_cluster: 'true' }] }],
                  },
                ],
              },
            ],
          },
          {
            aws_mskconnect_connector: [
              { orders: [{ kafka_cluster_encryption_in_transit: [{ encryption_type: 'TLS' }] }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'clients in the clear, brokers in the clear, and a connector that does not say',
      terraform: {
        resource: {
          aws_msk_cluster: {
            both: {
              client_authentication: { sasl: { iam: true } },
              encryption_info: { encryption_in_transit: { client_broker: 'TLS_PLAINTEXT' } },
            },
            brokers: {
              client_authentication: { sasl: { iam: true } },
              encryption_info: { encryption_in_transit: { in_cluster: false } },
            },
          },
          aws_mskconnect_connector: { orders: { name: 'orders' } },
        },
      },
      addresses: ['aws_msk_cluster.both', 'aws_msk_cluster.brokers', 'aws_mskconnect_connector.orders'],
    },
    {
      title: 'nobody is asked, or whoever does not say',
      terraform: {
        resource: {
          aws_msk_cluster: {
            anybody: { client_authentication: { sasl: [{ scram: true }], unauthenticated: true } },
            silent: { cluster_name: 'silent' },
          },
        },
      },
      addresses: ['aws_msk_cluster.anybody', 'aws_msk_cluster.silent'],
    },
    {
      title: 'plaintext within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_msk_cluster.events',
                    mode: 'managed',
                    type: 'aws_msk_cluster',
                    name: 'events',
                    values: {
                      client_authentication: [{ sasl: [{ iam: true, scram: false }], tls: [], unauthenticated: null }],
                      encryption_info: [{ encryption_in_transit: [{ client_broker: 'PLAINTEXT', in_cluster: true }] }],
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_msk_cluster.events'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { auth: {}, iam: {}, open: {}, protocol: {} },
        resource: {
          aws_msk_cluster: {
            all: { client_authentication: '${var.auth}' },
            clients: {
              client_authentication: { sasl: { iam: true } },
              encryption_info: { encryption_in_transit: { client_broker: '${var.protocol}' } },
            },
            iam: { client_authentication: { sasl: { iam: '${var.iam}' } } },
            open: { client_authentication: { sasl: { iam: true }, unauthenticated: '${var.open}' } },
          },
        },
      },
      addresses: ['aws_msk_cluster.all', 'aws_msk_cluster.clients', 'aws_msk_cluster.iam', 'aws_msk_cluster.open'],
    },
  ],
};
