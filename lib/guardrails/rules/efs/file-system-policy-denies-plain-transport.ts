import { PolicyReading, Statement, coversAction, isOpen } from '../../../aws/iam/policy';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { ResourceRule, Verdict } from '../../rule';
import { allOf } from '../../verdicts/checks';
import { publicPolicyVerdict } from '../../verdicts/public-principal';
import { PolicyAttachment, plainHttpVerdict, policiesOf } from '../../verdicts/resource-policy';

/** How file systems and their policies are joined. */
const ATTACHMENT: PolicyAttachment = {
  type: 'aws_efs_file_system_policy',
  attribute: 'file_system_id',
  names: 'id',
  impliesResource: true,
};

/** Without it a client does nothing at all: it cannot mount. */
const MOUNT = 'elasticfilesystem:ClientMount';

/** File systems that are only mounted over TLS, by somebody. */
export const RULE: ResourceRule = {
  id: 'EFS-002',
  name: 'file-system-policy-denies-plain-transport',
  title: 'A file system policy denies plain transport, and lets nobody mount anonymously',
  severity: 'medium',
  measures: ['1.1.1', '3.1.1'],
  rationale:
    'Without a policy EFS lets everybody mount who reaches a mount target, without TLS and without a name, and every file passes in the clear. A Deny where aws:SecureTransport is false refuses what is not encrypted. A policy that allows ClientMount to everybody refuses nobody: that the client comes by a mount target says nothing of who it is.',
  fix: 'Attach an `aws_efs_file_system_policy` that denies * to everybody on the condition Bool aws:SecureTransport = false, and allows elasticfilesystem:ClientMount and elasticfilesystem:ClientWrite to the roles that need them. Clients then mount with the EFS mount helper and its options tls and iam.',
  sources: [
    'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
    'https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html',
  ],
  types: ['aws_efs_file_system'],
  check: (system, model) => allOf([plainHttpVerdict(model, system, ATTACHMENT, MOUNT), ...mounting(model, system)]),
};

/** Who may mount, by each of the policies. */
function mounting(model: Model, system: Resource): Verdict[] {
  return policiesOf(model, system, ATTACHMENT).flatMap(
    ({ of, policy }) => publicPolicyVerdict(`the policy of ${of.address}`, aboutMounting(policy)) ?? []
  );
}

function aboutMounting(policy: PolicyReading): PolicyReading {
  if (!policy || !('statements' in policy)) return policy;
  const isAbout = ({ actions, notActions }: Statement): boolean =>
    notActions.length > 0 || actions.some((action) => isOpen(action) || coversAction(action, MOUNT));
  return { ...policy, statements: policy.statements.filter(isAbout) };
}
