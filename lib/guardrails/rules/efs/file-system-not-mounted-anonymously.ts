import { PolicyReading, Statement, coversAction, isOpen } from '../../../aws/iam/policy';
import { policiesOf } from '../../../aws/iam/resource-policies';
import { hasUndeterminedCompanion } from '../../../terraform/references';
import { ResourceRule, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { publicPolicyVerdict } from '../../verdicts/public-principal';

const POLICY = 'aws_efs_file_system_policy';
const MOUNT = 'elasticfilesystem:ClientMount';

/** File systems that only named principals mount. */
export const RULE: ResourceRule = {
  id: 'EFS-004',
  name: 'file-system-not-mounted-anonymously',
  title: 'A file system policy lets nobody mount anonymously',
  severity: 'medium',
  claims: ['3.1.1.c', '3.1.1.e'],
  rationale:
    'Without a policy EFS lets anyone mount who reaches a mount target, without authentication. A policy that allows ClientMount to everyone refuses nobody either: that a client uses a mount target says nothing about who it is.',
  fix: `Attach an \`${POLICY}\` that allows elasticfilesystem:ClientMount and elasticfilesystem:ClientWrite to the roles that need them. Clients then mount with the EFS mount helper and its option iam.`,
  sources: ['https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html'],
  types: ['aws_efs_file_system'],
  check: (system, model) => {
    const verdicts = policiesOf(model, system).map(({ of, policy }) =>
      publicPolicyVerdict(`the policy of ${of.address}`, aboutMounting(policy))
    );
    if (verdicts.length > 0) return worst(verdicts);
    return hasUndeterminedCompanion(model, POLICY, 'file_system_id')
      ? undetermined(`an ${POLICY} names its file system by a value that only a plan can tell`)
      : violated(`the file system has no ${POLICY}, and lets anyone mount who reaches a mount target`);
  },
};

function aboutMounting(policy: NonNullable<PolicyReading>): PolicyReading {
  if (!('statements' in policy)) return policy;
  const isAbout = ({ actions, notActions }: Statement): boolean =>
    notActions.length > 0 || actions.some((action) => isOpen(action) || coversAction(action, MOUNT));
  return { ...policy, statements: policy.statements.filter(isAbout) };
}
