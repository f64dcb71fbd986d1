import { Block } from '../../terraform/block';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { companionsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, isUnknown } from '../../terraform/value';

/** The default encryption that a resource sets: the configuration of a bucket, or a bucket in the old style. */
export interface DefaultEncryption {
  readonly of: Resource;
  readonly rules: readonly Block[];
  /** The expression of the whole setting, where only a plan can tell it. */
  readonly open: string | undefined;
}

/** The default encryption within a resource, or `undefined` where it sets none. */
export function encryptionIn(resource: Resource): DefaultEncryption | undefined {
  const path = resource.type === 'aws_s3_bucket' ? 'server_side_encryption_configuration.rule' : 'rule';
  const rules = resource.blocks(path);
  if (rules.length > 0) return { of: resource, rules, open: undefined };
  const whole = configured(resource, path);
  return isUnknown(whole) ? { of: resource, rules, open: whole.text } : undefined;
}

/** Every default encryption of a bucket, split or inline. */
export function encryptionOf(model: Model, bucket: Resource): DefaultEncryption[] {
  const found: DefaultEncryption[] = [];
  const add = (encryption: DefaultEncryption | undefined): void => void (encryption && found.push(encryption));
  for (const of of companionsOf(model, bucket, 'aws_s3_bucket_server_side_encryption_configuration', 'bucket')) {
    add(encryptionIn(of));
  }
  add(encryptionIn(bucket));
  return found;
}

/** The algorithm of a rule of the default encryption, or `undefined` where it sets none. */
export function algorithmOf(rule: Block): Value {
  return rule.get('apply_server_side_encryption_by_default.sse_algorithm');
}

/** Whether the default encryption of a bucket is under a KMS key that somebody names, and not the one that AWS manages. */
export function hasOwnKey(model: Model, bucket: Resource): boolean {
  return encryptionOf(model, bucket).some(({ rules }) => rules.some(namesKey));
}

function namesKey(rule: Block): boolean {
  const algorithm = algorithmOf(rule);
  const key = rule.get('apply_server_side_encryption_by_default.kms_master_key_id');
  const isAwsManaged = typeof key === 'string' && /(?:^|[:/])alias\/aws\/s3$/.test(key);
  return (
    typeof algorithm === 'string' && algorithm.startsWith('aws:kms') && key !== undefined && key !== '' && !isAwsManaged
  );
}
