import { Model } from '../../terraform/model';
import { resolve } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, isUnknown } from '../../terraform/value';

const MAX_HOPS = 4;

/** What identifies a bucket in an index: its address in its stack, and its literal name. */
export function bucketIds(bucket: Resource): string[] {
  const name = bucket.get('bucket');
  return [bucket.qualifiedKey, ...(typeof name === 'string' ? [idOfName(name)] : [])];
}

/**
 * The ids of the buckets that a value names: by reference, also through a part of the bucket such as
 * `aws_s3_bucket_policy.logs.bucket` or a data source; by name; or by an ARN with a path behind it.
 */
export function bucketsNamedBy(model: Model, from: Resource, value: Value, hops = 0): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => bucketsNamedBy(model, from, item, hops));
  if (typeof value === 'string')
    return value === '' ? [] : [idOfName(value.replace(/^arn:[^:]*:s3:::/, '').split('/')[0])];
  // What only mentions a bucket may name another.
  if (!isUnknown(value) || value.reference === undefined || hops > MAX_HOPS) return [];
  const target = resolve(model, from, value.reference);
  if (!target || !/^aws_s3_bucket(_|$)/.test(target.type)) return [];
  if (target.type === 'aws_s3_bucket' && target.mode === 'managed') return [target.qualifiedKey];
  return bucketsNamedBy(model, target, target.get('bucket'), hops + 1);
}

function idOfName(name: string): string {
  return `=${name}`;
}
