import { Model, Resource } from '../../model';
import { Statement, readPolicy } from '../../policy';
import { ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { JsonObject } from '../../value';
import { worst } from '../checks';
import { openStatement, publicStatement } from '../public-principal';
import { judgePolicy } from './identity-policies';
import { demandsClaim, foreignPrincipals, hasGuard, identifyingClaim, isOidc } from './trust';

const ATTRIBUTE = 'assume_role_policy';

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

/** Roles that only those assume whom somebody meant. */
export const IAM_004: ResourceRule = {
  id: 'IAM-004',
  title: 'A role trusts named principals, and strangers on a condition alone',
  severity: 'high',
  measures: ['3.1.1'],
  rationale:
    'Whoever the trust policy names gets all that the role may do. `*` is everybody on AWS. Another account decides by itself who of it comes, and a provider with many customers can be talked into using the role for one of the others, unless the policy asks for an external id, or for the organization. The tokens of an OpenID Connect provider such as GitHub all come from one issuer: without a condition on the subject everybody there passes. A literal account is another one where the provider names the own account, by `allowed_account_ids` or the role that it assumes; otherwise it stays open. Services are not judged: a role can only be passed to a service within its own account, and not every service sends aws:SourceAccount or aws:SourceArn when it assumes one, so that a condition on them would keep it out.',
  fix: 'Name roles, not `*`. For another account add a condition on sts:ExternalId (a provider outside) or aws:PrincipalOrgID (the own organization). For OpenID Connect add StringEquals or StringLike on the `sub` claim that names the repository or the service account. Say which account is the own one by `allowed_account_ids` in the provider, or by `${data.aws_caller_identity.…}` in the policy.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  ],
  types: ['aws_iam_role'],
  check: (role, model) =>
    judgePolicy({ where: ATTRIBUTE, policy: readPolicy(model, role, ATTRIBUTE) }, (statement) =>
      judge(model, role, statement)
    ),
  examples: {
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
                  AWS: [
                    'arn:aws:iam::${data.aws_caller_identity.me.account_id}:root',
                    '${aws_iam_role.service[0].arn}',
                  ],
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
          resource: [
            {
              aws_iam_role: [
                { audit: [{ assume_role_policy: '${data.aws_iam_policy_document.audit.json}' }] },
                {
                  organization: {
                    assume_role_policy:
                      '${jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abc" } } }] })}',
                  },
                },
                { own: [{ assume_role_policy: trust({ AWS: 'arn:aws:iam::111122223333:role/ci' }) }] },
              ],
            },
          ],
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
        title: 'everybody',
        terraform: { resource: { aws_iam_role: { open: { assume_role_policy: trust({ AWS: '*' }) } } } },
        addresses: ['aws_iam_role.open'],
      },
      {
        title: 'another account, with nothing or a wildcard asked for',
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
        title: 'every repository on GitHub, blocks as lists',
        terraform: {
          resource: [
            {
              aws_iam_role: [
                {
                  audience: [
                    {
                      assume_role_policy: trustGithub('StringEquals', 'aud', 'sts.amazonaws.com'),
                    },
                  ],
                },
                { every: [{ assume_role_policy: trustGithub('StringLike', 'sub', 'repo:*') }] },
              ],
            },
          ],
        },
        addresses: ['aws_iam_role.audience', 'aws_iam_role.every'],
      },
      {
        title: 'another account within a module of a plan: the ARN of the role names its own',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.app',
                  resources: [
                    {
                      address: 'module.app.aws_iam_role.app',
                      mode: 'managed',
                      type: 'aws_iam_role',
                      name: 'app',
                      values: {
                        arn: 'arn:aws:iam::111122223333:role/app',
                        assume_role_policy: trust({ AWS: '444455556666' }),
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.app.aws_iam_role.app'],
      },
    ],
    undetermined: [
      {
        title: 'nobody says which account is the own one, or a variable names the principal or the subject',
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
  },
};

function judge(model: Model, role: Resource, statement: Statement): Verdict | undefined {
  const policy = { statements: [statement], complete: true };
  if (publicStatement(policy)) return violated('lets everybody on AWS assume the role');
  const open = openStatement(policy) && undetermined('may let everybody on AWS assume the role: only a plan can tell');
  return worst([judgeAccounts(model, role, statement), open, ...judgeTokens(model, role, statement)]);
}

function judgeAccounts(model: Model, role: Resource, statement: Statement): Verdict | undefined {
  const principals = foreignPrincipals(model, role, statement).filter(({ isForeign }) => isForeign !== 'no');
  const guard = hasGuard(statement);
  if (principals.length === 0 || guard === 'yes') return undefined;
  const foreign = principals.filter(({ isForeign }) => isForeign === 'yes').map(({ id }) => id);
  if (foreign.length === 0) {
    return undetermined(`trusts ${principals[0].id}: nothing tells whether that is another account than the role's`);
  }
  if (guard === 'open') {
    return undetermined(`trusts ${foreign.join(', ')} of another account, on a condition that only a plan can tell`);
  }
  return violated(
    `trusts ${foreign.join(', ')} of another account, and asks for neither sts:ExternalId nor aws:PrincipalOrgID`
  );
}

function judgeTokens(model: Model, role: Resource, statement: Statement): (Verdict | undefined)[] {
  return statement.principals
    .filter((principal) => isOidc(model, role, statement, principal))
    .map((principal) => {
      const claim = identifyingClaim(principal);
      const answer = demandsClaim(statement, claim);
      if (answer === 'yes') return undefined;
      const whom = `trusts tokens of ${principal.id}`;
      if (answer === 'open') return undetermined(`${whom} on a condition that only a plan can tell`);
      return violated(`${whom}, and no condition on the claim ${claim} says whose`);
    });
}
