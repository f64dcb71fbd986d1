import { PolicyReading, readPolicy } from '../../../aws/iam/policy';
import { undoneLimit, useByEveryone } from '../../../aws/kms/account-use';
import { configured } from '../../../terraform/configured';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

/** Keys whose policy decides something. */
export const RULE: ResourceRule = {
  id: 'KMS-008',
  name: 'key-not-open-to-account',
  title: 'A key policy does not let everyone of the account use the key, and no statement undoes the limits of another',
  severity: 'medium',
  claims: ['1.3.1.m'],
  rationale:
    'A statement for Principal *, narrowed to the account only, lets every role and user use the key that comes from there, without a policy of their own. AWS writes it so, with kms:ViaService, into the policies of the keys that it manages (aws/s3), and says that it gives all identities of the account access: such a key adds nothing to what the store allows, and nobody can change its policy. A customer managed key is there to decide more. A condition on kms:ViaService leaves that open, since the services ask for everyone. A statement for the account itself (`:root`) lets IAM policies decide instead. Where such a statement limits the use to services, and another one lets the account use the key without a condition, the limit is void; so is one of grants to services (kms:ViaService), since who decrypts directly needs no grant to hand on what he reads. A policy that sets no limit, as the default one of KMS, is for KMS-002 and for the rules about IAM policies.',
  fix: 'Use `RotatedKey`; or write the account (`arn:aws:iam::111122223333:root`) or roles as Principal instead of *, and leave the actions that use the key out of the statement that has no condition.',
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account',
    'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  ],
  types: [
    'aws_kms_key',
    'aws_kms_key_policy',
    'aws_kms_replica_key',
    'aws_kms_external_key',
    'aws_kms_replica_external_key',
  ],
  check: (key, model) => (configured(key, 'policy') === undefined ? MET : verdictOn(readPolicy(model, key, 'policy'))),
};

function verdictOn(policy: PolicyReading): Verdict {
  if (!policy) return MET;
  if ('broken' in policy) return undetermined(`policy cannot be read as a policy: ${policy.broken}`);
  if ('unknown' in policy) return undetermined(`policy is ${policy.unknown}, which only a plan can tell`);
  const action = useByEveryone(policy);
  if (action !== undefined) {
    return violated(`policy lets everyone of the account take ${action}, whatever their own policies say`);
  }
  const undone = undoneLimit(policy);
  if (undone) {
    const { action: allowed, undoneBy, limit } = undone;
    const without = undoneBy === allowed ? '' : `, ${undoneBy}, which the grants are of,`;
    return violated(
      `policy lets the account take ${allowed} on a condition (${limit}), and by another statement${without} without one`
    );
  }
  return policy.complete ? MET : undetermined(`a part of policy (${policy.missing}) is only known to a plan`);
}
