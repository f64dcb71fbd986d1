import { Model } from '../../terraform/model';
import { targetOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, isUnknown, describe } from '../../terraform/value';
import { MET, Verdict, undetermined, violated } from '../rule';

/** Whose key encrypts: nobody named one, AWS manages it, the customer does, or only a plan can tell. */
type KeyKind = 'none' | 'aws' | 'customer' | 'open';

/** What services take in place of a key, for the one that AWS owns. */
const NAMES_OF_NO_KEY: readonly Value[] = ['', 'AWS_OWNED_KMS_KEY', 'DefaultKey', 'S3_MANAGED_KEY'];
const AWS_MANAGED = /(^|[:/])alias\/aws\//;
const WRITTEN_OUT = /(^|[:/])(alias|key)\/[^$]/;
const KEYS = /^aws_kms_(alias|key|external_key|replica_key|replica_external_key)$/;
const MAX_HOPS = 4;

/** Whose key a value names: an id, an ARN or an alias, or a reference to a key, an alias or a data source of one. */
export function keyKind(model: Model, from: Resource, value: Value, hops = 0): KeyKind {
  if (value === undefined || NAMES_OF_NO_KEY.includes(value)) return 'none';
  if (!isUnknown(value)) return typeof value === 'string' && AWS_MANAGED.test(value) ? 'aws' : 'customer';
  const target = targetOf(model, from, value);
  if (target && KEYS.test(target.type)) {
    if (target.mode === 'managed') return 'customer';
    const name = target.type === 'aws_kms_alias' ? target.get('name') : target.get('key_id');
    return hops < MAX_HOPS ? keyKind(model, target, name, hops + 1) : 'open';
  }
  // Region and account may be open where the alias or the key is written out.
  if (AWS_MANAGED.test(value.text)) return 'aws';
  return WRITTEN_OUT.test(value.text) ? 'customer' : 'open';
}

/**
 * The verdict on an attribute that must name a KMS key.
 *
 * @param absent what holds where no key is named, for the message
 * @param owner whose key it must be
 */
export function requireKey(
  model: Model,
  resource: Resource,
  attribute: string,
  absent: string,
  owner: 'customer' | 'anyone' = 'customer'
): Verdict {
  return keyVerdict(model, resource, attribute, resource.get(attribute), absent, owner);
}

/** The verdict on the value of an attribute, also of a block within the resource, that must name a KMS key. */
export function keyVerdict(
  model: Model,
  from: Resource,
  attribute: string,
  value: Value,
  absent: string,
  owner: 'customer' | 'anyone' = 'customer'
): Verdict {
  switch (keyKind(model, from, value)) {
    case 'none':
      return violated(`${attribute} is ${describe(value)}: ${absent}`);
    case 'aws':
      return owner === 'anyone'
        ? MET
        : violated(`${attribute} is ${describe(value)}, a key that AWS manages and whose policy nobody can change`);
    case 'open':
      return undetermined(`${attribute} is ${describe(value)}, and only a plan can tell whose key that is`);
    case 'customer':
      return MET;
  }
}
