import { POLICY_TYPES, identityPolicies } from '../../../aws/iam/identity-policies';
import { Condition, Statement } from '../../../aws/iam/policy';
import {
  allowsAction,
  allowsEverything,
  hasOpenCondition,
  inputAmong,
  isAnything,
  isOnEverything,
  wholeServiceResource,
} from '../../../aws/iam/statements';
import { ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { judgePolicies } from '../../verdicts/identity-policies';

const DECRYPTS = ['kms:Decrypt', 'kms:ReEncryptFrom'];

/** Policies that decrypt with named keys only. */
export const RULE: ResourceRule = {
  id: 'IAM-003',
  name: 'no-decryption-with-every-key',
  title: 'No policy decrypts with every key',
  severity: 'high',
  claims: ['1.3.1.e'],
  rationale:
    'Encryption at rest keeps a role out only where the role lacks the key. Decrypting with every key makes all of them one, in other accounts too where their key policies agree. A condition on the alias, the tags or the encryption context says which keys are meant and passes. kms:ViaService does not: it limits the way, not the keys. Security Hub weighs no condition at all, so it still reports what passes here by one. Statements over every action there is belong to IAM-001.',
  fix: 'Name the keys: `key.grantDecrypt(role)` of `RotatedKey` does. Where that cannot be, add a condition on kms:ResourceAliases, aws:ResourceTag/… or kms:EncryptionContext:….',
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
    'AWS Security Hub KMS.1',
    'AWS Security Hub KMS.2',
  ],
  types: POLICY_TYPES,
  check: (holder, model) => {
    const isAdministrator = identityPolicies(model, holder).some(
      ({ policy }) =>
        policy &&
        'statements' in policy &&
        policy.statements.some((item) => item.effect !== 'Deny' && allowsEverything(item))
    );
    const verdict = judgePolicies(model, holder, judge);
    return isAdministrator && verdict?.outcome === 'met' ? undefined : verdict;
  },
};

function judge(statement: Statement): Verdict | undefined {
  if (allowsEverything(statement) || statement.conditions.some(namesKeys)) return undefined;
  const action = DECRYPTS.find((decrypts) => allowsAction(statement, decrypts));
  const input = inputAmong(statement.actions);
  if (!action && !input) return undefined;
  const every = isOnEverything(statement) ? 'every resource' : wholeServiceResource(statement, 'kms');
  if (every && action && !hasOpenCondition(statement)) {
    return violated(`allows ${action} on ${every}, whichever key that is`);
  }
  if (every) return undetermined(`allows ${action ?? input} on ${every}: only a plan can tell what limits it`);
  const resource = inputAmong(statement.resources);
  return resource
    ? undetermined(`allows ${action ?? input} on ${resource}: only a plan can tell with which keys`)
    : undefined;
}

/** Whether a condition says which keys are meant. `…IfExists` and negative operators do not. */
function namesKeys(condition: Condition): boolean {
  return (
    /^(?:kms:resourcealiases$|aws:resourcetag\/|kms:encryptioncontext:)/.test(condition.key) &&
    /^(?:foranyvalue:)?(?:string(?:equals|equalsignorecase|like)|arn(?:equals|like))$/i.test(condition.operator) &&
    condition.values.every((value) => !isAnything(value.replace(/^alias\//, '')))
  );
}
