import { IConstruct } from 'constructs';
import { accountOf } from '../core/account';
import { IKey } from '../encryption/key';
import { RotatedKey } from '../encryption/rotated-key';

/** What a grant of EKS may let: all that uses a key, and not to pass it on. */
const OPERATIONS = [
  'Decrypt',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
  'RetireGrant',
];

/**
 * Lets EKS encrypt what the API server keeps. The one that creates the cluster makes a grant for EKS, which that does not mark as one for a resource of AWS: `RotatedKey` lets
 * nobody make such by default. IAM policies still say who may.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html
 */
export function letClusterUse(scope: IConstruct, key: IKey, roleArn: string): void {
  if (!(key instanceof RotatedKey)) return;
  const { id, rootArn } = accountOf(key);
  const own = scope.node.addr.slice(-8);
  key.addToResourcePolicy({
    sid: `ClusterGrant${own}`,
    principals: { AWS: [rootArn] },
    actions: ['kms:CreateGrant'],
    resources: ['*'],
    conditions: {
      StringEquals: { 'kms:CallerAccount': [id] },
      'ForAllValues:StringEquals': { 'kms:GrantOperations': OPERATIONS },
    },
  });
  key.addToResourcePolicy({
    sid: `ClusterUse${own}`,
    principals: { AWS: [roleArn] },
    actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:ListGrants'],
    resources: ['*'],
  });
}
