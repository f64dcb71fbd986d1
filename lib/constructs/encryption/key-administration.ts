import { IConstruct } from 'constructs';
import { Account } from '../core/account';
import { refuse } from '../core/errors';
import { PolicyStatement } from '../core/policy';

/** The statement of a key's policy that lets administrators manage the key: those that are named, else whom the account's IAM policies say. */
export function administration(account: Account, administratorArns: string[] | undefined): PolicyStatement {
  return {
    sid: 'Administer',
    principals: { AWS: administratorArns ?? [account.rootArn] },
    actions: ADMINISTER_ACTIONS,
    resources: ['*'],
  };
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
