import { Policy, Principal, Statement, coversAction, isEverybody, isOpen, readPolicy } from '../../../aws/iam/policy';
import { configured } from '../../../terraform/configured';
import { isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';
import { publicPolicyVerdict } from '../../verdicts/public-principal';

const MANAGES = ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion'];
const USES = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:Sign', 'kms:GenerateMac'];

/** Principals that hand the decision over to the IAM policies of an account. */
const ACCOUNT = /:root$|^\d{12}$|^\$\{data\.aws_caller_identity\.[\w-]+(?:\[[^\]]*\])?\.(?:account_id|id)\}$/;

/** Keys whose policy names the callers, and keeps administrators apart from users. */
export const RULE: ResourceRule = {
  id: 'KMS-002',
  name: 'key-policy-separates-duties',
  title: 'No key policy lets a principal that it names both manage and use the key, the account itself aside',
  severity: 'high',
  claims: ['1.3.1.c'],
  rationale:
    'The key policy is the last word on who decrypts. Everybody in it, without a condition on the account or organization, means every AWS account. One principal that manages and uses the key reads the data and can also hand the key to others or destroy it. What a statement for the account itself (`:root`) allows, and the default policy that a key without one gets, IAM policies decide: this rule says nothing of them. IAM-001, IAM-002 and IAM-003 judge those of the configuration.',
  fix: 'Use `RotatedKey`, with `administratorArns` and `userArns` where IAM policies should not decide, or name the principals in the policy, split `kms:*` into a statement for administrators and one for users, and leave `bypass_policy_lockout_safety_check` out.',
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
    const separated = policy && 'statements' in policy ? separation(policy) : undefined;
    return worst([separated, publicPolicyVerdict('policy', policy), settled]);
  },
};

/** Whether a principal other than the account both manages and uses the key, by one statement or by several. */
function separation(policy: Policy): Verdict | undefined {
  const seen = new Map<string, Duties>();
  for (const statement of policy.statements) {
    if (statement.effect !== 'Allow') continue;
    const manages = MANAGES.find((action) => allows(statement, action));
    const uses = USES.find((action) => allows(statement, action));
    for (const principal of manages || uses ? callers(statement) : []) {
      if (ACCOUNT.test(principal.id)) continue;
      const name = `${principal.type} ${principal.id}`;
      const known = seen.get(name) ?? { principal };
      known.manages ??= manages;
      known.uses ??= uses;
      seen.set(name, known);
    }
  }
  joinPatterns([...seen.values()]);
  let open: Verdict | undefined;
  for (const { principal, manages, uses } of seen.values()) {
    if (!manages || !uses) continue;
    if (!isVariable(principal.id)) {
      return violated(`policy lets ${principal.id} manage the key (${manages}) and use it (${uses})`);
    }
    open ??= undetermined(
      `policy lets ${principal.id} manage the key (${manages}) and use it (${uses}): whether that is the account is only known to a plan`
    );
  }
  return open;
}

interface Duties {
  readonly principal: Principal;
  manages?: string;
  uses?: string;
}

/** Whom a statement is for: everybody narrowed by `aws:PrincipalArn` is whom the condition names. */
function callers({ principals, conditions }: Statement): readonly Principal[] {
  if (!principals.some(isEverybody)) return principals;
  const names = conditions.find(
    ({ key, operator }) => key === 'aws:principalarn' && /^(?:arn|string)(?:equals|like)$/i.test(operator)
  );
  if (!names) return principals;
  return [...principals.filter((one) => !isEverybody(one)), ...names.values.map((id) => ({ type: 'AWS', id }))];
}

/** No key policy has room for more. */
const MOST_PATTERNS = 200;

/** A pattern of names does for the names that it covers what it does for itself: `role/*` and `role/app-*` are no two principals. */
function joinPatterns(all: readonly Duties[]): void {
  const patterns = all.filter(({ principal }) => /.[*?]/.test(principal.id)).slice(0, MOST_PATTERNS);
  for (const wide of patterns) {
    for (const one of all) {
      if (one === wide || !coversAction(wide.principal.id, one.principal.id)) continue;
      one.manages ??= wide.manages;
      one.uses ??= wide.uses;
    }
  }
}

function allows(statement: Statement, action: string): boolean {
  if (statement.notActions.length > 0) return !statement.notActions.some((pattern) => coversAction(pattern, action));
  return statement.actions.some((pattern) => coversAction(pattern, action));
}

/** A reference to a resource is a principal of its own, whatever its ARN will be; an input may be the account. */
function isVariable(id: string): boolean {
  return isOpen(id) && /(?<![\w.])(?:var|module|each|local)\./.test(id);
}
