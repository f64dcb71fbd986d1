import { IConstruct } from 'constructs';
import { accountOf } from '../core/account';
import { IKey } from '../encryption/key';
import { RotatedKey } from '../encryption/rotated-key';

const LET_USE = Symbol.for('cdktf-aws-toms/LetAutoScalingUse');

/** The role as which Auto Scaling starts instances, where AWS or somebody else has made it. KMS refuses a policy that names it before. */
export function autoScalingRole(scope: IConstruct): string {
  const { partition, id } = accountOf(scope);
  return `arn:${partition}:iam::${id}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
}

/**
 * Lets Auto Scaling start instances whose volumes are under a key, once a key. The policy of a key that is already there must let it.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export function letAutoScalingUse(key: IKey, roleArn: string): void {
  if (!(key instanceof RotatedKey)) return;
  const holder = key as RotatedKey & { [LET_USE]?: true };
  if (holder[LET_USE]) return;
  Object.defineProperty(key, LET_USE, { value: true });
  const principals = { AWS: [roleArn] };
  key.addToResourcePolicy({
    sid: 'AutoScalingUse',
    principals,
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    resources: ['*'],
  });
  key.addToResourcePolicy({
    sid: 'AutoScalingAttach',
    principals,
    actions: ['kms:CreateGrant'],
    resources: ['*'],
    conditions: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
  });
}
