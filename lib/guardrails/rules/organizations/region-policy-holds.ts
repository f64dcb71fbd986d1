import { residencyOf } from '../../../aws/declared';
import { REGIONS } from '../../../toms/regions';
import { ResourceRule } from '../../rule';
import { Probe, deniesVerdict } from '../../verdicts/organization-policy';

/** What makes or fills a store, or runs a program. */
const ACTIONS = [
  'dynamodb:PutItem',
  'ec2:RunInstances',
  'lambda:CreateFunction',
  'rds:CreateDBInstance',
  's3:CreateBucket',
];

/** Nobody in particular: exceptions are for roles that they name. */
const ACCOUNT = '111122223333';
const SOMEBODY = { kind: 'role', id: `arn:aws:iam::${ACCOUNT}:role/toms-anybody` } as const;

/** Policies of an organization that deny regions in which data may not lie. */
export const RULE: ResourceRule = {
  id: 'ORGANIZATIONS-001',
  name: 'region-policy-holds',
  title: 'A policy of the organization that denies regions denies all outside of the residency',
  severity: 'high',
  claims: ['7.1.d'],
  rationale:
    'The guardrails see what is in code. What somebody creates in the console, or a program with its own credentials, is kept in the residency only by a service control policy. The policy evaluator asks each policy that denies everything, or all but a few actions, by `aws:RequestedRegion`: whether a role without an exception can create a bucket, a database, an instance or a function, or write into a table, in any region outside of the residency of the posture. A policy is judged by itself, and must be attached to something; which accounts are below its targets, nobody tells. The management account is bound by none.',
  fix: 'Deny with `NotAction` of global services and `StringNotEquals` `aws:RequestedRegion` of the residency, except for roles by name, and attach the policy: `new OrganizationGuardrails(…).attachTo(…)`.',
  sources: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
    'https://docs.aws.amazon.com/controltower/latest/userguide/primary-region-deny-policy.html',
  ],
  types: ['aws_organizations_policy'],
  check: (policy, model) => {
    const residency = residencyOf(policy);
    const outside = [...REGIONS].filter((region) => !residency.includes(region));
    return deniesVerdict(model, policy, 'aws:requestedregion', outside.flatMap(probesIn));
  },
};

function probesIn(region: string): readonly Probe[] {
  return ACTIONS.map((action) => ({
    called: `${action} in ${region}`,
    request: {
      caller: SOMEBODY,
      action,
      resource: '*',
      account: ACCOUNT,
      context: { 'aws:RequestedRegion': [region] },
    },
  }));
}
