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
      title: 'a directory and a certificate, blocks as lists',
      terraform: {
        resource: [
          {
            aws_ec2_client_vpn_endpoint: [
              {
                admin: [
                  {
                    authentication_options: [
                      { type: 'certificate-authentication', root_certificate_chain_arn: 'arn:aws:acm:a:b:c' },
                      { type: 'directory-service-authentication', active_directory_id: 'd-1' },
                    ],
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
      title: 'a certificate alone',
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
      title: 'a certificate alone, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.vpn',
                resources: [
                  {
                    address: 'module.vpn.aws_ec2_client_vpn_endpoint.admin',
                    mode: 'managed',
                    type: 'aws_ec2_client_vpn_endpoint',
                    name: 'admin',
                    values: {
                      authentication_options: [{ type: 'certificate-authentication' }],
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.vpn.aws_ec2_client_vpn_endpoint.admin'],
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
