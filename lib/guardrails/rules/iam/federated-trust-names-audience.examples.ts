import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const ISSUER = 'token.actions.githubusercontent.com';
const SUBJECT = { [`${ISSUER}:sub`]: 'repo:octo-org/octo-repo:environment:production' };

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the audience by a condition',
      terraform: {
        resource: {
          aws_iam_openid_connect_provider: { github: provider(['sts.amazonaws.com', 'vault']) },
          aws_iam_role: { deploy: byToken({ ...SUBJECT, [`${ISSUER}:aud`]: 'sts.amazonaws.com' }) },
        },
      },
    },
    {
      title: 'a provider with one audience, and people by SAML',
      terraform: {
        resource: {
          aws_iam_openid_connect_provider: { github: provider(['sts.amazonaws.com']) },
          aws_iam_role: {
            deploy: byToken(SUBJECT),
            people: bySaml({ StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } }),
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a provider with two audiences',
      terraform: {
        resource: {
          aws_iam_openid_connect_provider: { github: provider(['sts.amazonaws.com', 'vault']) },
          aws_iam_role: { deploy: byToken(SUBJECT) },
        },
      },
      addresses: ['aws_iam_role.deploy'],
    },
    {
      title: 'assertions of SAML without an endpoint',
      terraform: { resource: { aws_iam_role: { people: bySaml({}) } } },
      addresses: ['aws_iam_role.people'],
    },
  ],
  undetermined: [
    {
      title: 'the provider is elsewhere',
      terraform: {
        resource: {
          aws_iam_role: { deploy: byToken(SUBJECT) },
        },
      },
      addresses: ['aws_iam_role.deploy'],
    },
  ],
};

function provider(audiences: string[]): JsonObject {
  return { url: `https://${ISSUER}`, client_id_list: audiences };
}

function byToken(asked: JsonObject): JsonObject {
  const Principal = { Federated: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` };
  return trust({ Principal, Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringEquals: asked } });
}

function bySaml(Condition: JsonObject): JsonObject {
  const Principal = { Federated: 'arn:aws:iam::111122223333:saml-provider/idp' };
  return trust({ Principal, Action: 'sts:AssumeRoleWithSAML', Condition });
}

function trust(statement: JsonObject): JsonObject {
  return { assume_role_policy: JSON.stringify({ Statement: [{ Effect: 'Allow', ...statement }] }) };
}
