import { IConstruct } from 'constructs';
import { WayIn, waysWithoutFactor } from '../../aws/iam/access/ways-in';
import { hole } from '../../aws/iam/evaluation/text';
import { policyFromJson } from '../../aws/iam/policy';
import { refuse } from '../core/errors';
import { IGrantee, elementOf, titleOf } from '../core/grantee';

const MEASURE = '6.3';
const FIX = "write assumeRolePolicy: TrustPolicy.withMfa(['arn:aws:iam::111122223333:root'])";

/**
 * Refuses a role that its trust policy, as far as this program knows it, gives to somebody whom nobody asks for a second factor.
 *
 * @param mfa whether AWS is to ask for it, and not an identity provider
 */
export function requireSecondFactor(scope: IConstruct, role: IGrantee, mfa: boolean): void {
  const way = waysInto(role).find(({ kind, isOpen }) => isOpen.is === 'yes' && (mfa || kind === 'user'));
  if (!way) return;
  if (!mfa) {
    refuse(scope, {
      prop: 'mfa',
      must: `must not be false for a role that users of IAM assume, as ${way.who} in its trust policy: no identity provider asks them for a second factor`,
      value: mfa,
      measure: MEASURE,
      fix: FIX,
    });
  }
  refuse(scope, {
    prop: 'role',
    must: `must ask for a second factor in its trust policy, where AWS evaluates it: ${NAMES[way.kind]} ${way.who} assumes it without one`,
    value: titleOf(role),
    measure: MEASURE,
    fix: `${FIX}, or mfa: false where an identity provider asks for it`,
  });
}

const NAMES: { readonly [K in WayIn['kind']]: string } = {
  user: 'a user of',
  role: 'a session of',
  provider: 'the identity provider',
  service: 'the service',
};

const UNKNOWN_OWNER = { partition: [hole('the partition', ':/')], account: [hole('the account of the role', ':/')] };

/** Only a role of this program has its trust policy here. */
function waysInto(role: IGrantee): readonly WayIn[] {
  const { assumeRolePolicyInput } = elementOf(role) as { readonly assumeRolePolicyInput?: string };
  const trust = policyFromJson(parsed(assumeRolePolicyInput));
  return 'broken' in trust ? [] : waysWithoutFactor(trust, UNKNOWN_OWNER);
}

/** The policy, where the program writes its text. Of what only Terraform knows, the guardrails tell. */
function parsed(text: string | undefined): Parameters<typeof policyFromJson>[0] {
  try {
    return JSON.parse(text ?? '') as ReturnType<typeof parsed>;
  } catch {
    return undefined;
  }
}
