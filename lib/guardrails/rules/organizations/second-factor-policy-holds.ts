import { ResourceRule } from '../../rule';
import { Probe, deniesVerdict } from '../../verdicts/organization-policy';

const KEY = 'aws:MultiFactorAuthPresent';
/** Changes of different services. */
const ACTIONS = ['ec2:TerminateInstances', 'iam:CreateAccessKey', 'lambda:UpdateFunctionCode', 's3:PutBucketPolicy'];
const ACCOUNT = '111122223333';
const USER = { kind: 'user', id: `arn:aws:iam::${ACCOUNT}:user/toms-anybody` } as const;

/** Policies of an organization by which users of IAM change nothing without a second factor. */
export const RULE: ResourceRule = {
  id: 'ORGANIZATIONS-002',
  name: 'second-factor-policy-holds',
  title: 'A policy of the organization that asks for a second factor asks every user of IAM',
  severity: 'medium',
  claims: ['6.3.b'],
  rationale:
    'People come by IAM Identity Center, whose identity provider asks them. Users of IAM are asked by nobody, unless a policy does. The policy evaluator asks each service control policy that denies everything, or all but a few actions, by `aws:MultiFactorAuthPresent`: whether a user can change something without a second factor, by a password or by an access key. A request with a key has no such condition key, so that `Bool` lets it pass and `BoolIfExists` does not. Sessions of roles are not looked at: those of pipelines and of Identity Center have no second factor that AWS sees. Policies that protect a few actions or resources are not judged.',
  fix: 'Deny with `NotAction` of what sets up a second factor and `BoolIfExists` `aws:MultiFactorAuthPresent` false, to `arn:*:iam::*:user/*`, and attach the policy: `new OrganizationGuardrails(…).attachTo(…)`.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
  ],
  types: ['aws_organizations_policy'],
  check: (policy, model) => deniesVerdict(model, policy, KEY.toLowerCase(), PROBES),
};

const PROBES: readonly Probe[] = (['absent', ['false']] as const).flatMap((factor) =>
  ACTIONS.map((action) => ({
    called: `${action} with ${factor === 'absent' ? 'an access key' : 'a password'} only`,
    request: { caller: USER, action, resource: '*', account: ACCOUNT, context: { [KEY]: factor } },
  }))
);
