import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { matchesWildcards } from '../../aws/wildcards';
import { Account } from '../core/account';
import { refuse } from '../core/errors';
import { PolicyStatement } from '../core/policy';
import { resolved } from '../core/resolved';

/**
 * The statement of a key's policy that lets administrators manage the key: those that are named, else whom the account's IAM policies say.
 *
 * Named are they by a condition, which knows a role that was deleted and made again under its name, and not as principals: KMS keeps those by an inner id,
 * which the new role does not have. Their own IAM policies must allow them as much.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export function administration(account: Account, administratorArns: readonly string[] | undefined): PolicyStatement {
  return {
    sid: 'Administer',
    principals: { AWS: [account.rootArn] },
    actions: ADMINISTER_ACTIONS,
    resources: ['*'],
    conditions: administratorArns && byName(administratorArns),
  };
}

/** The condition that it is one of some roles, or a session of one. Wildcards count, as in every comparison of ARNs. */
export function byName(roleArns: readonly string[]): { ArnLike: { [key: string]: string[] } } {
  return { ArnLike: { 'aws:PrincipalArn': [...roleArns] } };
}

/** Refuses administrators whom the condition on their ARN would never find, or who are more than their name says. */
export function requireAdministrators(
  scope: IConstruct,
  prop: string,
  arns: readonly string[] | undefined,
  measure: string
): void {
  if (arns === undefined) return;
  if (arns.includes('*')) refuseEverybody(scope, prop, measure);
  if (arns.length === 0) {
    refuse(scope, {
      prop,
      must: 'must name at least one role',
      value: arns,
      measure,
      fix: 'name the roles, or leave it out and let IAM policies decide',
    });
  }
  const other = arns.find((arn) => !Token.isUnresolved(arn) && !ROLE.test(arn) && !PERMISSION_SET.test(arn));
  if (other === undefined) return;
  refuse(scope, {
    prop,
    must: "must name roles of the key's account by their ARNs; only roles of IAM Identity Center may have '*' for what AWS puts into their names",
    value: other,
    measure,
    fix: `write ${prop}: ['arn:aws:iam::111122223333:role/key-admin'], the role behind a session, or leave it out for all whom IAM policies of the account let`,
  });
}

const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/[^\s*?]+$/;
/** Nobody but IAM Identity Center makes roles below this path. It puts the region before their name, and 16 characters behind it. */
const PERMISSION_SET =
  /^arn:aws[a-z-]*:iam::\d{12}:role\/aws-reserved\/sso\.amazonaws\.com\/[a-z0-9*/-]*AWSReservedSSO_[\w+=,.@-]*\w_[0-9a-f*?]+$/;

/** Whether an ARN is one of some, or fits a pattern among them. */
export function isAmong(scope: IConstruct, arns: readonly string[], arn: string): boolean {
  const own = resolved(scope, arn);
  return arns.some((one) => matchesWildcards(resolved(scope, one), own));
}

/** Refuses `*` among the principals of a key. */
export function refuseEverybody(scope: IConstruct, prop: string, measure: string): never {
  refuse(scope, {
    prop,
    must: 'must name principals',
    value: '*',
    measure,
    fix: "write the ARNs of roles, for example 'arn:aws:iam::111122223333:role/orders'",
  });
}

/** Everything that manages a key and nothing that uses it: neither encryption nor `kms:CreateGrant`, by which one could allow it to oneself. */
const ADMINISTER_ACTIONS = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListAliases',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:RotateKeyOnDemand',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
];
