import { audienceTrust, federationOf, isBuiltIn } from '../../../aws/iam/federation/tokens';
import { Statement, readPolicy } from '../../../aws/iam/policy';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { judgePolicy } from '../../verdicts/identity-policies';

const ATTRIBUTE = 'assume_role_policy';

/** Roles for tokens that were made for AWS, and for this use. */
export const RULE: ResourceRule = {
  id: 'IAM-018',
  name: 'federated-trust-names-audience',
  title: 'Trust in an identity provider names the audience, unless the provider has only one',
  severity: 'low',
  claims: ['3.1.1.v'],
  rationale:
    'The audience says for whom a token was made. AWS takes every audience that the OpenID Connect provider lists: with several of them, a token that was made for one use opens the roles of the others, unless the trust policy asks for the one that is meant. With one audience AWS compares it by itself. Where the provider is not in the configuration, nobody can tell how many it lists. Of assertions of SAML the condition SAML:aud says at which endpoint they were presented.',
  fix: 'Add StringEquals on the claim `aud` to the trust policy: `token.actions.githubusercontent.com:aud` with `sts.amazonaws.com`; for SAML, `SAML:aud` with `https://signin.aws.amazon.com/saml`. Or give the provider one `client_id_list` entry.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html',
  ],
  types: ['aws_iam_role'],
  check: (role, model) => {
    const policy = readPolicy(model, role, ATTRIBUTE);
    // What cannot be read is for IAM-004 to say.
    if (!policy || !('statements' in policy)) return undefined;
    const trusts = policy.statements.filter(({ effect }) => effect !== 'Deny');
    if (worst(trusts.map((statement) => judge(model, role, statement))) === undefined) return undefined;
    return judgePolicy({ where: ATTRIBUTE, policy }, (statement) => judge(model, role, statement));
  },
};

function judge(model: Model, role: Resource, statement: Statement): Verdict | undefined {
  return worst(
    statement.principals.map((principal): Verdict | undefined => {
      const kind = federationOf(model, role, statement, principal);
      if (kind === undefined || isBuiltIn(principal)) return undefined;
      const { names, several } = audienceTrust(model, role, statement, principal, kind);
      if (names === 'yes') return MET;
      const whom = `trusts ${kind}s of ${principal.id}`;
      if (names === 'open') return undetermined(`${whom}: nothing tells whether for one audience only`);
      return violated(
        several === undefined
          ? `${whom}, and no condition on SAML:aud says at which endpoint they were presented`
          : `${whom} for each of its ${several} audiences, and no condition on the claim aud says for which`
      );
    })
  );
}
