import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'services, and the own account',
      terraform: {
        data: { aws_caller_identity: { me: {} } },
        resource: {
          aws_iam_role: {
            service: { count: 2, assume_role_policy: trust({ Service: 'lambda.amazonaws.com' }) },
            own: {
              assume_role_policy: trust({
                AWS: ['arn:aws:iam::${data.aws_caller_identity.me.account_id}:root', '${aws_iam_role.service[0].arn}'],
              }),
            },
          },
        },
      },
    },
    {
      title: 'other accounts with an external id, or of the organization',
      terraform: {
        provider: [{ aws: [{ region: 'eu-central-1', allowed_account_ids: ['111122223333'] }] }],
        data: {
          aws_iam_policy_document: {
            audit: {
              statement: [
                {
                  actions: ['sts:AssumeRole'],
                  principals: [{ type: 'AWS', identifiers: ['444455556666'] }],
                  condition: [{ test: 'StringEquals', variable: 'sts:ExternalId', values: ['${var.external_id}'] }],
                },
              ],
            },
          },
        },
        resource: {
          aws_iam_role: {
            audit: { assume_role_policy: '${data.aws_iam_policy_document.audit.json}' },
            organization: {
              assume_role_policy:
                '${jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abc" } } }] })}',
            },
            own: { assume_role_policy: trust({ AWS: 'arn:aws:iam::111122223333:role/ci' }) },
          },
        },
      },
    },
    {
      title: 'GitHub for one repository, and people by SAML',
      terraform: {
        resource: {
          aws_iam_openid_connect_provider: { github: { url: 'https://token.actions.githubusercontent.com' } },
          aws_iam_saml_provider: { idp: {} },
          aws_iam_role: {
            deploy: { assume_role_policy: trustGithub('StringLike', 'sub', 'repo:octo-org/octo-repo:*') },
            people: {
              assume_role_policy: trust(
                { Federated: '${aws_iam_saml_provider.idp.arn}' },
                { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
                'sts:AssumeRoleWithSAML'
              ),
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'everyone',
      terraform: { resource: { aws_iam_role: { open: { assume_role_policy: trust({ AWS: '*' }) } } } },
      addresses: ['aws_iam_role.open'],
    },
    {
      title: 'every certificate of Roles Anywhere',
      terraform: {
        resource: {
          aws_iam_role: {
            till: { assume_role_policy: trust({ Service: 'rolesanywhere.amazonaws.com' }) },
            named: {
              assume_role_policy: trust(
                { Service: 'rolesanywhere.amazonaws.com' },
                { StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'till.acme.example' } }
              ),
            },
          },
        },
      },
      addresses: ['aws_iam_role.till'],
    },
    {
      title: 'another account, without a condition or with a wildcard',
      terraform: {
        provider: {
          aws: [
            { region: 'eu-central-1', assume_role: [{ role_arn: 'arn:aws:iam::111122223333:role/deploy' }] },
            { alias: 'peer', assume_role: [{ role_arn: 'arn:aws:iam::444455556666:role/deploy' }] },
          ],
        },
        data: {
          aws_caller_identity: { peer: { provider: 'aws.peer' } },
          aws_iam_policy_document: {
            peer: {
              statement: {
                actions: ['sts:AssumeRole'],
                principals: {
                  type: 'AWS',
                  identifiers: ['arn:aws:iam::${data.aws_caller_identity.peer.account_id}:root'],
                },
              },
            },
          },
        },
        resource: {
          aws_iam_role: {
            account: { assume_role_policy: trust({ AWS: 'arn:aws:iam::444455556666:root' }) },
            peer: { assume_role_policy: '${data.aws_iam_policy_document.peer.json}' },
            wildcard: {
              assume_role_policy: trust({ AWS: '444455556666' }, { StringLike: { 'sts:ExternalId': '*' } }),
            },
          },
        },
      },
      addresses: ['aws_iam_role.account', 'aws_iam_role.peer', 'aws_iam_role.wildcard'],
    },
    {
      title: 'every repository on GitHub',
      terraform: {
        resource: {
          aws_iam_role: {
            audience: { assume_role_policy: trustGithub('StringEquals', 'aud', 'sts.amazonaws.com') },
            chosen: { assume_role_policy: trustGithub('StringEquals', 'sub', 'environment:production') },
            every: { assume_role_policy: trustGithub('StringLike', 'sub', 'repo:*') },
          },
        },
      },
      addresses: ['aws_iam_role.audience', 'aws_iam_role.chosen', 'aws_iam_role.every'],
    },
    {
      title: 'a role of any account, by a wildcard that AWS refuses',
      terraform: {
        resource: { aws_iam_role: { ci: { assume_role_policy: trust({ AWS: 'arn:aws:iam::*:role/ci' }) } } },
      },
      addresses: ['aws_iam_role.ci'],
    },
  ],
  undetermined: [
    {
      title: 'principals as AWS takes none',
      terraform: {
        resource: {
          aws_iam_role: {
            roles: { assume_role_policy: trust({ AWS: 'arn:aws:iam::111122223333:role/*' }) },
            untyped: {
              assume_role_policy: '{"Statement":[{"Effect":"Allow","Principal":["ci"],"Action":"sts:AssumeRole"}]}',
            },
          },
        },
      },
      addresses: ['aws_iam_role.roles', 'aws_iam_role.untyped'],
    },
    {
      title: 'the own account is unknown, or a variable names the principal or the subject',
      terraform: {
        variable: { reader: {}, subject: {} },
        resource: {
          aws_iam_role: {
            literal: { assume_role_policy: trust({ AWS: 'arn:aws:iam::111122223333:root' }) },
            reader: { assume_role_policy: trust({ AWS: 'arn:aws:iam::${var.reader}:root' }) },
            subject: { assume_role_policy: trustGithub('StringLike', 'sub', '${var.subject}') },
          },
        },
      },
      addresses: ['aws_iam_role.literal', 'aws_iam_role.reader', 'aws_iam_role.subject'],
    },
  ],
};

/** The trust policy of an example. */
function trust(principal: JsonObject, condition: JsonObject = {}, action = 'sts:AssumeRole'): string {
  return JSON.stringify({
    Statement: [{ Effect: 'Allow', Principal: principal, Action: action, Condition: condition }],
  });
}

/** The trust policy of an example that lets tokens of GitHub in. */
function trustGithub(operator: string, claim: string, value: string): string {
  const issuer = 'token.actions.githubusercontent.com';
  const principal = { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` };
  return trust(principal, { [operator]: { [`${issuer}:${claim}`]: value } }, 'sts:AssumeRoleWithWebIdentity');
}
