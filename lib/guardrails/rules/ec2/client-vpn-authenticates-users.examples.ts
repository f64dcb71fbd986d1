import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'SAML',
      terraform: {
        resource: {
          aws_ec2_client_vpn_endpoint: {
            admin: {
              count: 1,
              authentication_options: {
                type: 'federated-authentication',
                saml_provider_arn: '${aws_iam_saml_provider.idp.arn}',
              },
            },
          },
        },
      },
    },
    {
      title: 'a directory and a certificate',
      terraform: {
        resource: {
          aws_ec2_client_vpn_endpoint: {
            admin: {
              authentication_options: [
                { type: 'certificate-authentication', root_certificate_chain_arn: 'arn:aws:acm:a:b:c' },
                { type: 'directory-service-authentication', active_directory_id: 'd-1' },
              ],
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a certificate only',
      terraform: {
        resource: {
          aws_ec2_client_vpn_endpoint: {
            admin: {
              authentication_options: [{ type: 'certificate-authentication' }],
            },
          },
        },
      },
      addresses: ['aws_ec2_client_vpn_endpoint.admin'],
    },
    {
      title: 'a certificate only, for one of two',
      terraform: {
        resource: {
          aws_ec2_client_vpn_endpoint: {
            admin: { authentication_options: [{ type: 'certificate-authentication' }] },
            users: { authentication_options: [{ type: 'federated-authentication' }] },
          },
        },
      },
      addresses: ['aws_ec2_client_vpn_endpoint.admin'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides the way to log in',
      terraform: {
        variable: { type: {} },
        resource: {
          aws_ec2_client_vpn_endpoint: {
            a: { authentication_options: { type: '${var.type}' } },
          },
        },
      },
      addresses: ['aws_ec2_client_vpn_endpoint.a'],
    },
  ],
};
