import { readPolicy } from '../../../aws/iam/policy';
import { isOfGrants, makesAnyGrant } from '../../../aws/kms/account-use';
import { ResourceRule, violated } from '../../rule';
import { judgePolicy } from '../../verdicts/identity-policies';

/** Keys that nobody passes on. */
export const RULE: ResourceRule = {
  id: 'KMS-009',
  name: 'grants-for-services-only',
  title: 'A key policy that lets somebody make grants says for whom',
  severity: 'medium',
  claims: ['1.3.1.m'],
  rationale:
    'A grant lets whomever it names use the key, in any account, without a policy and beside the key policy. Who uses a store needs grants that a service of AWS makes for him: the policy that KMS proposes allows kms:CreateGrant where kms:GrantIsForAWSResource is true. Without that, or another condition on the grant, he may pass the use of the key on to anyone. Judged are statements that name the action; what kms:* and kms:Create* allow to those who manage the key is for KMS-002.',
  fix: 'Add the condition Bool kms:GrantIsForAWSResource = true to the statement, or name who may be given a grant with `kms:GranteePrincipal`. `RotatedKey` has the former.',
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-service-integration',
    'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource',
  ],
  types: [
    'aws_kms_key',
    'aws_kms_key_policy',
    'aws_kms_replica_key',
    'aws_kms_external_key',
    'aws_kms_replica_external_key',
  ],
  check: (key, model) => {
    const policy = readPolicy(model, key, 'policy');
    // What cannot be read of it, KMS-002 and KMS-008 say.
    if (!policy || !('statements' in policy) || !policy.statements.some(({ actions }) => actions.some(isOfGrants))) {
      return undefined;
    }
    return judgePolicy({ where: 'policy', policy }, (statement) =>
      makesAnyGrant(statement)
        ? violated(`lets ${statement.principals.map(({ id }) => id).join(', ')} make grants for anyone`)
        : undefined
    );
  },
};
