import { GRANT_TYPES } from '../../../aws/iam/identity-policies';
import { Statement } from '../../../aws/iam/policy';
import { ResourceRule, Verdict } from '../../rule';
import { worst } from '../../verdicts/checks';
import { judgeManaged, judgePolicies } from '../../verdicts/identity-policies';
import { wideActionVerdict } from '../../verdicts/wide-actions';

const IAM = [
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:CreateServiceSpecificCredential',
  'iam:DeactivateMFADevice',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteUserPermissionsBoundary',
  'iam:PutGroupPolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:PutUserPermissionsBoundary',
  'iam:PutUserPolicy',
  'iam:ResetServiceSpecificCredential',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
  'sts:AssumeRole',
];

/** What makes a right of somebody else one's own, and the service whose ARNs name what it works on. */
const ACTIONS: ReadonlyMap<string, string> = new Map([
  ...IAM.map((action) => [action, 'iam'] as const),
  ['ec2:GetPasswordData', 'ec2'],
  ['ec2-instance-connect:SendSSHPublicKey', 'ec2'],
  ['lambda:UpdateFunctionCode', 'lambda'],
  ['lightsail:GetInstanceAccessDetails', 'lightsail'],
  ['rds-db:connect', 'rds-db'],
  ['redshift:GetClusterCredentials', 'redshift'],
  ['redshift:GetClusterCredentialsWithIAM', 'redshift'],
  ['ssm:SendCommand', 'ssm'],
  ['ssm:StartSession', 'ssm'],
]);

/** Policies whose holders stay who they are. */
export const RULE: ResourceRule = {
  id: 'IAM-005',
  name: 'no-escalation-on-everything',
  title: 'No policy lets its holder take over every principal, function or instance, or the credentials of each',
  severity: 'high',
  claims: ['3.1.1.m'],
  rationale:
    'Who may write the policies of every role, make keys of every user, assume every role, replace the code of every function or run commands on every instance has the rights of the strongest of them, whatever the own policies say. AWS calls this privilege escalation. A condition counts where it says which resources (their tags), which policies (iam:PolicyARN) or which boundary (iam:PermissionsBoundary) are meant. Whole services, all but a few actions and the passing of roles belong to IAM-002. AWS managed policies are judged by the list that IAM-002 uses.',
  fix: 'Name the users, roles, functions or instances as Resource; or add the condition StringEquals on aws:ResourceTag/…, iam:PermissionsBoundary (where roles are made) or iam:PolicyARN (where policies are attached).',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html',
    'https://docs.aws.amazon.com/prescriptive-guidance/latest/least-privilege-cloudformation/permissions-least-privilege.html',
  ],
  types: GRANT_TYPES,
  check: (holder, model) => worst([judgePolicies(model, holder, judge), judgeManaged(model, holder, RULE.id)]),
};

function judge(statement: Statement): Verdict | undefined {
  return wideActionVerdict(statement, ACTIONS, narrows, 'its holder gets the rights of the strongest of them');
}

function narrows(key: string): boolean {
  return /^(?:aws|ec2|iam|ssm):resourcetag\/|^iam:(?:permissionsboundary|policyarn)$/.test(key);
}
