import { Policy, Principal, isUnsettled, readPolicy } from '../../../aws/iam/policy';
import { OwnUse, dutiesOf, ownUseOf } from '../../../aws/kms/duties';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { targetOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';
import { publicPolicyVerdict } from '../../verdicts/public-principal';

/** Keys whose policy names the callers, and keeps administrators apart from users. */
export const RULE: ResourceRule = {
  id: 'KMS-002',
  name: 'key-policy-separates-duties',
  title: 'No principal that a key policy names may both manage and use the key',
  severity: 'high',
  claims: ['1.3.1.c'],
  rationale:
    'The key policy is the last word on who decrypts. Everybody in it, without a condition on the account or organization, means every AWS account. One principal that manages and uses the key reads the data and can also hand the key to others or destroy it. What a statement for the account itself (`:root`) allows, and the default policy that a key without one gets, IAM policies decide. Where one that the key policy lets manage is a role or user of the configuration, its policies there are asked whether they let it use the key, directly or through a service, and a Deny of the key policy counts. Of everybody else whom the account may let, this rule says nothing; IAM-001, IAM-002 and IAM-003 judge the IAM policies of the configuration. A statement for everybody or for an account with a condition on `aws:PrincipalArn` names whom the condition names.',
  fix: 'Use `RotatedKey` with `administratorArns`, and with `userArns` where IAM policies should not decide; or name the principals in the policy, split `kms:*` into a statement for administrators and one for users, deny the use to the former (`ArnLike aws:PrincipalArn`), and leave `bypass_policy_lockout_safety_check` out.',
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
    'AWS Security Hub KMS.5',
  ],
  types: [
    'aws_kms_key',
    'aws_kms_key_policy',
    'aws_kms_replica_key',
    'aws_kms_external_key',
    'aws_kms_replica_external_key',
  ],
  check: (key, model) => {
    const bypass = key.get('bypass_policy_lockout_safety_check');
    if (isTrue(bypass)) {
      return violated(
        'bypass_policy_lockout_safety_check is true: KMS then takes a policy that locks its own administrators out',
        { bypass_policy_lockout_safety_check: false }
      );
    }
    const settled = isUnknown(bypass) ? unknownAttribute('bypass_policy_lockout_safety_check', bypass) : MET;
    if (configured(key, 'policy') === undefined) return settled;
    const policy = readPolicy(model, key, 'policy');
    const separated = policy && 'statements' in policy ? separation(model, key, policy) : undefined;
    return worst([separated, publicPolicyVerdict('policy', policy), settled]);
  },
};

/** Whether a principal other than the account both manages and uses the key: by the key policy, or by this and its own policies. */
function separation(model: Model, key: Resource, policy: Policy): Verdict | undefined {
  let open: Verdict | undefined;
  for (const { principal, manages, uses } of dutiesOf(policy)) {
    if (!manages) continue;
    if (uses) {
      const message = `policy lets ${principal.id} manage the key (${manages}) and use it (${uses})`;
      if (!isUnsettled(principal.id)) return violated(message);
      open ??= undetermined(`${message}: whether that is the account is only known to a plan`);
      continue;
    }
    const own = ownUse(model, key, principal);
    if (!own) continue;
    const who = `${own.holder} manage the key (${manages})`;
    if (own.on.length === 0) return violated(`policy lets ${who}, and its own policies let it use it (${own.uses})`);
    open ??= undetermined(`policy lets ${who}, and whether its own let it use it depends on ${own.on.join(', ')}`);
  }
  return open;
}

function ownUse(model: Model, from: Resource, principal: Principal): OwnUse | undefined {
  const key = from.type === 'aws_kms_key_policy' ? targetOf(model, from, from.get('key_id')) : from;
  return key && ownUseOf(model, key, from, principal);
}
