import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { isUnknown } from '../../value';
import { allOf, requireTrue, unknownAttribute } from '../checks';
import { configured } from '../configured';

/** Ways to prove who one is that name a person. */
const PERSONAL = ['federated-authentication', 'directory-service-authentication'];

/** Remote access for people whom an identity provider knows. */
export const EC2_015: ResourceRule = {
  id: 'EC2-015',
  title: 'A Client VPN endpoint asks an identity provider or a directory, and logs connections',
  severity: 'high',
  measures: ['1.1.3'],
  rationale:
    'A certificate alone says that a device holds a file: it knows no second factor, no groups, and lets a person in who has left until the certificate is revoked. With SAML or a directory, people log in as themselves, and the provider asks for the second factor; that it does is not in this configuration. The connection log says who was connected, when, and from where. A certificate beside the login is a further proof and passes.',
  fix: 'Give `authentication_options` the type federated-authentication with a `saml_provider_arn` (or directory-service-authentication with an `active_directory_id`), and `connection_log_options` `enabled` true with a log group.',
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authentication.html',
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-logging.html',
    'AWS Security Hub EC2.51',
  ],
  types: ['aws_ec2_client_vpn_endpoint'],
  check: (endpoint) => allOf([authentication(endpoint), requireTrue(endpoint, 'connection_log_options.enabled')]),
  examples: {
    pass: [
      {
        title: 'SAML, with connections logged',
        terraform: {
          resource: {
            aws_ec2_client_vpn_endpoint: {
              admin: {
                count: 1,
                authentication_options: {
                  type: 'federated-authentication',
                  saml_provider_arn: '${aws_iam_saml_provider.idp.arn}',
                },
                connection_log_options: { enabled: true, cloudwatch_log_group: 'vpn' },
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
                      connection_log_options: [{ enabled: true }],
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
                connection_log_options: { enabled: true },
              },
            },
          },
        },
        addresses: ['aws_ec2_client_vpn_endpoint.admin'],
      },
      {
        title: 'connections not logged, within a module of a plan',
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
                        authentication_options: [{ type: 'federated-authentication' }],
                        connection_log_options: [{ enabled: false }],
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
        title: 'a variable decides the way to log in, or the log',
        terraform: {
          variable: { type: {}, logs: {} },
          resource: {
            aws_ec2_client_vpn_endpoint: {
              a: { authentication_options: { type: '${var.type}' }, connection_log_options: { enabled: true } },
              b: {
                authentication_options: [{ type: 'federated-authentication' }],
                connection_log_options: { enabled: '${var.logs}' },
              },
            },
          },
        },
        addresses: ['aws_ec2_client_vpn_endpoint.a', 'aws_ec2_client_vpn_endpoint.b'],
      },
    ],
  },
};

function authentication(endpoint: Resource): Verdict {
  const blocks = endpoint.blocks('authentication_options');
  const types = blocks.map((block) => block.get('type'));
  if (blocks.length === 0) types.push(configured(endpoint, 'authentication_options'));
  if (types.some((type) => typeof type === 'string' && PERSONAL.includes(type))) return MET;
  const open = types.find(isUnknown);
  if (open) return unknownAttribute('authentication_options.type', open);
  return violated(
    `authentication_options.type is ${types.map(describe).join(' and ')}: no identity provider or directory knows who connects`
  );
}
