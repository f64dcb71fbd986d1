import { federationOf, tokenTrust } from '../../../aws/iam/federation/tokens';
import { Statement, readPolicy } from '../../../aws/iam/policy';
import { isAnything } from '../../../aws/iam/statements';
import { foreignPrincipals, hasGuard } from '../../../aws/iam/trust';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { denialsOf, judgePolicy } from '../../verdicts/identity-policies';
import { isRefused, openStatement, publicStatement } from '../../verdicts/public-principal';

const ATTRIBUTE = 'assume_role_policy';

/** Roles that only those assume whom somebody meant. */
export const RULE: ResourceRule = {
  id: 'IAM-004',
  name: 'role-trust-names-principals',
  title: 'A role trusts named principals, and strangers only on a condition',
  severity: 'high',
  claims: ['3.1.1.d'],
  rationale:
    'Anyone who the trust policy names gets all that the role may do. `*` is everybody on AWS. Another account decides by itself who of it comes, and a provider with many customers can be talked into using the role for one of the others, unless the policy asks for an external id, or for the organization. The tokens of an OpenID Connect provider such as GitHub all come from one issuer: without a condition on the subject everybody there passes, and with one on what every repository can choose, such as the name of an environment, as well. A literal account is another one where the provider names the own account, by `allowed_account_ids` or the role that it assumes; otherwise it stays open. A role for IAM Roles Anywhere trusts every certificate of every trust anchor of the account, unless a condition on `aws:SourceArn` or `aws:PrincipalTag/x509…` says whose. Other services are not judged: a role can only be passed to a service within its own account, and not every service sends aws:SourceAccount or aws:SourceArn when it assumes one, so that a condition on them would keep it out.',
  fix: 'Name roles, not `*`. For another account add a condition on sts:ExternalId (a provider outside) or aws:PrincipalOrgID (the own organization). For OpenID Connect add StringEquals or StringLike on the `sub` claim that names the repository or the service account. Say which account is the own one by `allowed_account_ids` in the provider, or by `${data.aws_caller_identity.…}` in the policy.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
    'https://docs.aws.amazon.com/prescriptive-guidance/latest/certificate-based-access-controls/option-2.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  ],
  types: ['aws_iam_role'],
  check: (role, model) => {
    const policy = readPolicy(model, role, ATTRIBUTE);
    const denials = denialsOf(policy);
    return judgePolicy({ where: ATTRIBUTE, policy }, (statement) => judge(model, role, statement, denials));
  },
};

function judge(model: Model, role: Resource, statement: Statement, denials: readonly Statement[]): Verdict | undefined {
  const policy = { statements: [statement], complete: true };
  if (publicStatement(policy)) return violated('lets everybody on AWS assume the role');
  const open =
    openStatement(policy) &&
    undetermined(
      isRefused(statement)
        ? `names ${statement.principals.map(({ id }) => id).join(', ')}, which AWS refuses as a principal: nothing tells who assumes the role`
        : 'may let everybody on AWS assume the role: only a plan can tell'
    );
  return worst([
    judgeAccounts(model, role, statement),
    open,
    judgeCertificates(statement),
    ...judgeTokens(model, role, statement, denials),
  ]);
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

/** What says which trust anchor or certificate is meant, for a positive operator. */
const CERTIFICATE = /^aws:(?:sourcearn$|principaltag\/x509)/;

/** Roles Anywhere comes for anyone with a certificate of one of the trust anchors of the account. */
function judgeCertificates({ principals, conditions }: Statement): Verdict | undefined {
  if (!principals.some(({ type, id }) => type === 'Service' && /^rolesanywhere\.amazonaws\.com/.test(id)))
    return undefined;
  const isNarrow = conditions.some(
    ({ operator, key, values }) =>
      CERTIFICATE.test(key) &&
      /^(?:foranyvalue:)?(?:string(?:equals|equalsignorecase|like)|arn(?:equals|like))$/i.test(operator) &&
      values.every((value) => !isAnything(value))
  );
  if (isNarrow) return undefined;
  if (conditions.some(({ operator, key }) => operator === '?' || key === '?')) {
    return undetermined('trusts certificates of IAM Roles Anywhere on a condition that only a plan can tell');
  }
  return violated(
    'trusts every certificate of every trust anchor of IAM Roles Anywhere, and no condition on aws:SourceArn or aws:PrincipalTag/x509… says whose'
  );
}

function judgeTokens(
  model: Model,
  role: Resource,
  statement: Statement,
  denials: readonly Statement[]
): (Verdict | undefined)[] {
  return statement.principals
    .filter((principal) => federationOf(model, role, statement, principal) === 'token')
    .map((principal) => {
      const { toOwner, claim } = tokenTrust(model, role, statement, principal, denials);
      if (toOwner === 'yes') return undefined;
      const whom = `trusts tokens of ${principal.id}`;
      if (toOwner === 'open') return undetermined(`${whom} on a condition that only a plan can tell`);
      return violated(`${whom}, and no condition on the claim ${claim} says whose`);
    });
}
