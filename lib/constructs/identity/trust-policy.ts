import { Token } from 'cdktf';
import { refuse } from '../core/errors';
import { trustPolicyText } from '../core/policy';
import { requireService } from '../core/service-access';

/**
 * Trust policies of roles, as the text that `assumeRolePolicy` takes: who may assume a role, and on which condition AWS itself makes sure of.
 *
 * ```ts
 * new IamRole(this, 'Operator', {
 *   assumeRolePolicy: TrustPolicy.withMfa(['arn:aws:iam::111122223333:root']),
 * });
 * ```
 */
export class TrustPolicy {
  /**
   * Trusts users of IAM, and only those that AWS asked for a second factor (TOM 6.3). This is where AWS evaluates it: the credentials that `AssumeRole` returns
   * say nothing of a second factor, so that no policy of the role itself can ask for one.
   *
   * @param principalArns accounts, whose own policies then decide which of their users, or users: `arn:aws:iam::111122223333:root`, `arn:aws:iam::111122223333:user/ada`
   * @throws ValidationError where nobody is named, and on everybody, roles and whatever else AWS sees no second factor of.
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
   */
  public static withMfa(principalArns: string[]): string {
    const wrong = principalArns.find((arn) => !Token.isUnresolved(arn) && !OF_USERS.test(arn));
    if (principalArns.length === 0 || wrong !== undefined) {
      refuse(undefined, {
        prop: 'principalArns',
        must: 'must name accounts or users, at least one: AWS sees no second factor of anyone else',
        value: wrong ?? principalArns,
        measure: '6.3',
        fix: "write ['arn:aws:iam::111122223333:root'], and let an identity provider ask those who come from one",
      });
    }
    // Bool does not hold where the key is absent, as in requests with an access key. BoolIfExists would.
    return trustPolicyText({ AWS: principalArns }, { Bool: { 'aws:MultiFactorAuthPresent': ['true'] } });
  }

  /**
   * Trusts a service of AWS, and only where it acts for one resource of yours: EventBridge for a rule, with `events.amazonaws.com`. For services that name their
   * source when they assume a role; of the others the condition keeps all out.
   *
   * @param service the principal of the service
   * @param sourceArn what it acts for
   * @throws ValidationError where it is no service of AWS.
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html
   */
  public static forService(service: string, sourceArn: string): string {
    requireService(undefined, service);
    return trustPolicyText({ Service: [service] }, { ArnEquals: { 'aws:SourceArn': [sourceArn] } });
  }

  private constructor() {}
}

const OF_USERS = /^(?:\d{12}|arn:aws[a-z-]*:iam::\d{12}:(?:root|user\/[\w+=,.@/-]+))$/;
