import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'IAM, for each of several clusters',
      terraform: {
        resource: { aws_msk_cluster: { events: { count: 2, client_authentication: { sasl: { iam: true } } } } },
      },
    },
    {
      title: 'client certificates',
      terraform: {
        resource: {
          aws_msk_cluster: {
            events: {
              client_authentication: {
                tls: { certificate_authority_arns: ['${aws_acmpca_certificate_authority.main.arn}'] },
                unauthenticated: false,
              },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'nothing is set',
      terraform: { resource: { aws_msk_cluster: { events: { cluster_name: 'events' } } } },
      addresses: ['aws_msk_cluster.events'],
    },
    {
      title: 'anonymous clients beside those of SCRAM',
      terraform: {
        resource: {
          aws_msk_cluster: { events: { client_authentication: { sasl: [{ scram: true }], unauthenticated: true } } },
        },
      },
      addresses: ['aws_msk_cluster.events'],
    },
    {
      title: 'every method off',
      terraform: {
        resource: {
          aws_msk_cluster: {
            events: { client_authentication: { sasl: { iam: false, scram: false }, tls: [], unauthenticated: null } },
          },
        },
      },
      addresses: ['aws_msk_cluster.events'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { auth: {}, iam: {}, open: {} },
        resource: {
          aws_msk_cluster: {
            all: { client_authentication: '${var.auth}' },
            iam: { client_authentication: { sasl: { iam: '${var.iam}' } } },
            open: { client_authentication: { sasl: { iam: true }, unauthenticated: '${var.open}' } },
          },
        },
      },
      addresses: ['aws_msk_cluster.all', 'aws_msk_cluster.iam', 'aws_msk_cluster.open'],
    },
  ],
};
