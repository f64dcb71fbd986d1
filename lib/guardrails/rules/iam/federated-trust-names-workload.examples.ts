import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'one repository of GitHub, with any branch',
      terraform: { resource: { aws_iam_role: { deploy: trust(github(), 'StringLike', 'repo:octo-org/octo-repo:*') } } },
    },
    {
      title: 'one unit of other providers, and all but one denied',
      terraform: {
        resource: {
          aws_iam_role: {
            gitlab: trust('git.example.com', 'StringLike', 'project_path:acme/shop:*'),
            pods: trust('oidc.eks.eu-central-1.amazonaws.com/id/A1', 'StringLike', 'system:serviceaccount:shop:*'),
            spared: {
              assume_role_policy: JSON.stringify({
                Statement: [
                  { ...token(github()), Condition: { StringLike: { [`${github()}:sub`]: 'repo:octo-org/*' } } },
                  {
                    Effect: 'Deny',
                    Principal: '*',
                    Action: 'sts:AssumeRoleWithWebIdentity',
                    Condition: { StringNotLike: { [`${github()}:sub`]: 'repo:octo-org/octo-repo:*' } },
                  },
                ],
              }),
            },
            terraform: trust(
              'app.terraform.io',
              'StringLike',
              'organization:acme:project:shop:workspace:*:run_phase:apply'
            ),
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'every repository of an organization',
      terraform: { resource: { aws_iam_role: { deploy: trust(github(), 'StringLike', 'repo:octo-org/*') } } },
      addresses: ['aws_iam_role.deploy'],
    },
    {
      title:
        'every project of a group or an organization, every namespace, and repositories with names that begin alike',
      terraform: {
        resource: {
          aws_iam_role: {
            circle: trust('oidc.circleci.com/org/0a', 'StringLike', 'org/0a/project/*'),
            gitlab: trust('gitlab.com', 'StringLike', 'project_path:acme/*:ref_type:branch:ref:main'),
            github: trust(github(), 'StringLike', ['repo:octo-org/octo-repo:*', 'repo:octo-org/octo*']),
            pods: trust('oidc.eks.eu-central-1.amazonaws.com/id/A1', 'StringLike', 'system:serviceaccount:*:app'),
            terraform: trust('app.terraform.io', 'StringLike', 'organization:acme:*'),
          },
        },
      },
      addresses: [
        'aws_iam_role.circle',
        'aws_iam_role.github',
        'aws_iam_role.gitlab',
        'aws_iam_role.pods',
        'aws_iam_role.terraform',
      ],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the repository, with its owner',
      terraform: {
        variable: { repository: {} },
        resource: { aws_iam_role: { deploy: trust(github(), 'StringLike', 'repo:${var.repository}:*') } },
      },
      addresses: ['aws_iam_role.deploy'],
    },
  ],
};

function github(): string {
  return 'token.actions.githubusercontent.com';
}

function token(issuer: string): JsonObject {
  return {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
  };
}

/** A role that lets in tokens of an issuer with some subjects. */
function trust(issuer: string, operator: string, subject: string | string[]): JsonObject {
  const Condition = { [operator]: { [`${issuer}:sub`]: subject } };
  return { assume_role_policy: JSON.stringify({ Statement: [{ ...token(issuer), Condition }] }) };
}
