import { rightsWithoutFactor } from '../../../aws/iam/escalation/second-factor';
import { hanging } from '../../explore';
import { MET, ResourceRule, certainlyViolated, undetermined } from '../../rule';
import { listed } from '../../verdicts/both-duties';

/** Users and groups of IAM that do nothing without a second factor. */
export const RULE: ResourceRule = {
  id: 'IAM-019',
  name: 'users-show-second-factor',
  title: 'Users and groups of IAM have their rights only with a second factor',
  severity: 'medium',
  claims: ['6.3.e'],
  rationale:
    'No identity provider asks the users of IAM for a second factor: AWS takes a password or an access key, unless a policy says otherwise. Each right that is allowed to a request without one is found, also what a key may do where the policy asks with `BoolIfExists`, or where a denial asks with `Bool`, which a request with a key passes, since it has no such key. What it takes to set up the second factor is left out. The right to assume a role counts as asked where the trust policy of the role asks. Denials of all groups that a user is in count. People of IAM Identity Center are asked by their identity provider. A user who is a program can show no factor: give it a role (IAM-009).',
  fix: 'Add the condition Bool aws:MultiFactorAuthPresent = true to each statement, or a statement that denies everything but the setting up (NotAction) with BoolIfExists aws:MultiFactorAuthPresent = false. Better give the group nothing but `sts:AssumeRole` of roles with `TrustPolicy.withMfa(…)`, or let people come by IAM Identity Center.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html',
  ],
  types: ['aws_iam_group', 'aws_iam_user'],
  check: (holder, model) => {
    const { of, hangsOn } = rightsWithoutFactor(model);
    const found = of.get(holder) ?? [];
    const certain = found.find(({ can }) => can.is === 'yes');
    if (certain) return certainlyViolated(`${certain.where} allows ${certain.action} without a second factor`);
    const [open] = found;
    if (open === undefined) return hangsOn === undefined ? MET : hanging(hangsOn);
    return undetermined(
      `whether ${open.where} allows ${open.action} without a second factor, hangs on ${listed(open.can.on)}`
    );
  },
};
