import { IDENTITY_PROVIDERS, SHARED_PROVIDERS_SOURCE } from '../../../aws/iam/federation/providers';
import { federationOf, tokenTrust } from '../../../aws/iam/federation/tokens';
import { Statement, readPolicy } from '../../../aws/iam/policy';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { denialsOf, judgePolicy } from '../../verdicts/identity-policies';

const ATTRIBUTE = 'assume_role_policy';

/** Roles that one repository, project or service account assumes, and not all of an organization. */
export const RULE: ResourceRule = {
  id: 'IAM-017',
  name: 'federated-trust-names-workload',
  title: 'Trust in tokens of a known provider names the repository, project, pipeline or namespace',
  severity: 'medium',
  claims: ['3.1.1.u'],
  rationale: `A subject such as repo:octo-org/* lets every repository of the organization have the role, also one that somebody makes tomorrow or that is taken over: anyone who may write to the weakest of them has the rights of all. The rule knows how the subjects of ${IDENTITY_PROVIDERS.map(({ name }) => name).join(', ')} are written, also where GitLab, GitHub or Terraform Enterprise are self-hosted, and asks that no wildcard stands before the end of the repository, project, workspace, pipeline, service account or namespace. Branches, environments and service accounts of a namespace may be a wildcard. A denial with a negative condition on the subject counts like a condition. Trust that lets in strangers is for IAM-004 to say. Of other providers nobody documents here how their subjects are written: IAM-004 judges them.`,
  fix: 'Write the subject out as far as the unit: `repo:octo-org/octo-repo:*`, `project_path:group/project:*`, `organization:acme:project:shop:*`, `system:serviceaccount:shop:*`. Name several in a list of values rather than by a wildcard.',
  sources: [SHARED_PROVIDERS_SOURCE, ...new Set(IDENTITY_PROVIDERS.map(({ source }) => source))],
  types: ['aws_iam_role'],
  check: (role, model) => {
    const policy = readPolicy(model, role, ATTRIBUTE);
    // What cannot be read is for IAM-004 to say.
    if (!policy || !('statements' in policy)) return undefined;
    const trusts = policy.statements.filter(({ effect }) => effect !== 'Deny');
    const denials = denialsOf(policy);
    const verdicts = trusts.map((statement) => judge(model, role, statement, denials));
    if (worst(verdicts) === undefined) return undefined;
    return judgePolicy({ where: ATTRIBUTE, policy }, (statement) => judge(model, role, statement, denials));
  },
};

function judge(model: Model, role: Resource, statement: Statement, denials: readonly Statement[]): Verdict | undefined {
  const verdicts = statement.principals
    .filter((principal) => federationOf(model, role, statement, principal) === 'token')
    .map((principal): Verdict | undefined => {
      const { provider, toOwner, toUnit, widest } = tokenTrust(model, role, statement, principal, denials);
      if (!provider || toOwner === 'no') return undefined;
      if (toUnit === 'yes') return MET;
      const whom = `trusts tokens of ${principal.id}`;
      if (toUnit === 'open' || toOwner === 'open') {
        return undetermined(`${whom} on a condition that only a plan can tell`);
      }
      return violated(
        `${whom} for ${widest ?? 'every subject'}, which is more than one ${provider.unit} of the ${provider.owner} (${provider.name})`
      );
    });
  return worst(verdicts);
}
