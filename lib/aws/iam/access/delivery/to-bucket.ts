import { Model } from '../../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion, targetOf, targetsOf } from '../../../../terraform/references';
import { Resource } from '../../../../terraform/stack';
import { Value, describe, isTrue, isUnknown } from '../../../../terraform/value';
import { algorithmOf, encryptionOf } from '../../../s3/encryption';
import { ENCRYPTION_HEADERS } from '../../../s3/encryption-headers';
import { lockedDays } from '../../../s3/object-lock';
import { Request } from '../../evaluation/evaluate';
import { Text, hole } from '../../evaluation/text';
import { arnOf } from '../symbols';
import { Obstacle, Right, Route, Writer } from './need';
import { Origin, bucketOf } from './source';

type Context = NonNullable<Request['context']>;

const { algorithm: HEADER, keyId: KEY_HEADER, customerAlgorithm: OWN_KEY_HEADER } = ENCRYPTION_HEADERS;

/** No service brings a key along. */
const NO_OWN_KEY: Context = { [OWN_KEY_HEADER]: 'absent' };

/** The bucket encrypts by its default: the request says nothing. */
const BY_DEFAULT: Context = { ...NO_OWN_KEY, [HEADER]: 'absent', [KEY_HEADER]: 'absent' };
const BY_S3: Context = { ...NO_OWN_KEY, [HEADER]: ['AES256'], [KEY_HEADER]: 'absent' };
const BY_KEY: Context = { ...NO_OWN_KEY, [HEADER]: ['aws:kms'], [KEY_HEADER]: ['${key}'] };

/** How a service has its objects encrypted. */
export type Encryption =
  /** By the default of the bucket. */
  | 'default'
  /** By S3, and AWS does not say whether the request asks for that. */
  | 'S3'
  /** As before, and a bucket that encrypts by KMS takes none of its objects. */
  | 'S3 only'
  /** By S3 in every bucket, as AWS documents: in one that encrypts by KMS, the request has to ask for that. */
  | 'S3 always'
  /** With a key that its source names. */
  | { readonly key: Value };

/** What a service needs to write to a bucket. */
export interface Writing {
  readonly by: readonly Writer[];
  /** What it asks of the bucket itself, before it writes. */
  readonly reads?: readonly string[];
  /** Where it writes: `${source account}` is that of the source. */
  readonly part: string;
  /** Whether it leaves the objects to the owner of the bucket by an access control list. */
  readonly hasAcl?: boolean;
  readonly encryption: Encryption;
  /** What the key of the bucket is told. */
  readonly keyContext?: Context;
  /** Whether it takes no bucket with Object Lock, or none that locks what is written by default. */
  readonly refusesLock?: 'any' | 'default retention';
  readonly otherwise?: string;
}

/** The route into the bucket that a value names, where that is in the model. */
export function toBucket(
  model: Model,
  source: Resource,
  value: Value,
  origin: Origin,
  writing: Writing
): readonly Route[] {
  const found = bucketOf(model, source, value);
  if (!found) return [];
  const { bucket, path } = found;
  const at = { ...writing, part: `${path}${writing.part}` };
  return [
    {
      to: bucket,
      rights: rightsOn(model, source, bucket, origin, at),
      obstacles: obstaclesOf(model, source, bucket, at),
    },
  ];
}

/** The rights that a service needs on a bucket and its key. */
export function rightsOn(
  model: Model,
  source: Resource,
  bucket: Resource,
  origin: Origin,
  writing: Writing
): readonly Right[] {
  const { by, reads = [], part, hasAcl, encryption, otherwise } = writing;
  const acl: Context =
    hasAcl === undefined ? {} : { 's3:x-amz-acl': hasAcl ? ['bucket-owner-full-control'] : 'absent' };
  const texts = { ...origin.texts, '${key}': keyText(model, source, encryption) };
  const right = { by, of: bucket, texts, otherwise };
  return [
    ...reads.map((action) => ({ ...right, action, part: '', contexts: [origin.context] })),
    {
      ...right,
      action: 's3:PutObject',
      part,
      contexts: headers(model, bucket, encryption).map((header) => ({ ...origin.context, ...acl, ...header })),
    },
    ...keyRights(model, source, bucket, origin, writing),
  ];
}

function headers(model: Model, bucket: Resource, encryption: Encryption): readonly Context[] {
  if (encryption === 'default') return [BY_DEFAULT];
  if (typeof encryption !== 'string') return [BY_KEY];
  return encryption === 'S3 always' && isKmsByDefault(model, bucket) ? [BY_S3] : [BY_DEFAULT, BY_S3];
}

/** Whether a bucket certainly encrypts with KMS what asks for nothing. */
function isKmsByDefault(model: Model, bucket: Resource): boolean {
  const algorithms = defaultAlgorithms(model, bucket);
  return algorithms.length > 0 && algorithms.every((one) => typeof one === 'string' && one.startsWith('aws:kms'));
}

function defaultAlgorithms(model: Model, bucket: Resource): readonly Value[] {
  return encryptionOf(model, bucket).flatMap(({ rules }) => rules.map(algorithmOf));
}

function keyText(model: Model, source: Resource, encryption: Encryption): Text {
  if (typeof encryption === 'string') return [];
  const key = keyNamed(model, source, encryption.key);
  if (key) return arnOf(key);
  return typeof encryption.key === 'string' ? [...encryption.key] : [hole(`the key of ${source.address}`)];
}

function keyNamed(model: Model, source: Resource, value: Value): Resource | undefined {
  const [key] = targetsOf(model, source, value, KEYS, ['id', 'arn', 'key_id']);
  return key ?? behindAlias(model, source, value);
}

const KEYS = ['aws_kms_key', 'aws_kms_replica_key', 'aws_kms_external_key', 'aws_kms_replica_external_key'];

function behindAlias(model: Model, source: Resource, value: Value): Resource | undefined {
  const alias = targetOf(model, source, value);
  return alias?.type === 'aws_kms_alias'
    ? targetsOf(model, alias, alias.get('target_key_id'), KEYS, ['id', 'arn', 'key_id'])[0]
    : undefined;
}

/** The key of the model that a value names, by its alias too. */
export const keyOf = keyNamed;

function keyRights(
  model: Model,
  source: Resource,
  bucket: Resource,
  { texts, context }: Origin,
  { by, encryption, keyContext }: Writing
): readonly Right[] {
  if (encryption === 'S3 only' || encryption === 'S3 always') return [];
  const own = typeof encryption === 'string' ? undefined : encryption.key;
  const keys = own === undefined ? keysOfBucket(model, bucket) : [keyNamed(model, source, own)];
  return [...new Set(keys)]
    .filter((key): key is Resource => key !== undefined)
    .map((key) => ({
      by,
      action: 'kms:GenerateDataKey',
      of: key,
      part: '',
      texts,
      contexts: [{ ...context, ...keyContext }],
      ifNeeded: encryption === 'S3' ? HEADER : undefined,
    }));
}

function keysOfBucket(model: Model, bucket: Resource): readonly (Resource | undefined)[] {
  return encryptionOf(model, bucket).flatMap(({ of, rules }) =>
    rules.map((rule) => keyNamed(model, of, rule.get('apply_server_side_encryption_by_default.kms_master_key_id')))
  );
}

/** The names of the keys that a delivery takes, and that are not in the model. `undefined` is the key that AWS manages for S3. */
function keysElsewhere(model: Model, source: Resource, bucket: Resource, encryption: Encryption): readonly Value[] {
  if (typeof encryption !== 'string') {
    return keyNamed(model, source, encryption.key) === undefined ? [encryption.key] : [];
  }
  if (encryption === 'S3 only' || encryption === 'S3 always') return [];
  return encryptionOf(model, bucket).flatMap(({ of, rules }) =>
    rules
      .filter((rule) => algorithmOf(rule) !== undefined && algorithmOf(rule) !== 'AES256')
      .map((rule) => rule.get('apply_server_side_encryption_by_default.kms_master_key_id'))
      .filter((key) => keyNamed(model, of, key) === undefined)
  );
}

const LOCK = 'aws_s3_bucket_object_lock_configuration';

/** Why a bucket takes nothing from a service, whatever its policy says. */
export function obstaclesOf(
  model: Model,
  source: Resource,
  bucket: Resource,
  { by, encryption, refusesLock }: Writing
): readonly Obstacle[] {
  const found: Obstacle[] = [];
  if (encryption === 'S3 only') {
    for (const algorithm of defaultAlgorithms(model, bucket)) {
      if (algorithm === undefined || algorithm === 'AES256') continue;
      const because = 'it encrypts with KMS, and these logs only arrive where S3 encrypts with its own key (SSE-S3)';
      found.push({ of: bucket, because, on: isUnknown(algorithm) ? algorithm.text : undefined });
    }
  }
  for (const key of keysElsewhere(model, source, bucket, encryption)) {
    // The policy of aws/s3 lets everybody in the account use it through S3, and no service.
    if (key === undefined && by.every((writer) => 'role' in writer)) continue;
    const on = `the policy of the key ${key === undefined ? 'aws/s3' : describe(key)}`;
    found.push({ of: bucket, because: 'its objects are encrypted with a key that is not in what was read', on });
  }
  const lock = refusesLock && lockOf(model, bucket, refusesLock);
  return lock ? [...found, lock] : found;
}

function lockOf(model: Model, bucket: Resource, refused: 'any' | 'default retention'): Obstacle | undefined {
  const companions = companionsOf(model, bucket, LOCK, 'bucket');
  if (refused === 'any') {
    const isLocked = isTrue(bucket.get('object_lock_enabled')) || companions.length > 0;
    const because = 'it has Object Lock, and these logs do not arrive in such a bucket';
    return isLocked ? { of: bucket, because } : undefined;
  }
  const days = [
    lockedDays(bucket, 'object_lock_configuration.rule.default_retention'),
    ...companions.map((lock) => lockedDays(lock, 'rule.default_retention')),
  ];
  const because = 'its Object Lock has a default retention, and these logs do not arrive in such a bucket';
  const open = days.find(isUnknown);
  if (days.some((one) => !isUnknown(one) && one > 0)) return { of: bucket, because };
  return open && { of: bucket, because, on: open.text };
}

/** What may let S3 write access logs besides the policy of a bucket: lists, where the bucket has not switched them off. */
export function listOf(model: Model, bucket: Resource): string | undefined {
  const owners = companionsOf(model, bucket, 'aws_s3_bucket_ownership_controls', 'bucket');
  if (owners.some((controls) => controls.get('rule.object_ownership') === 'BucketOwnerEnforced')) return undefined;
  const lists = companionsOf(model, bucket, 'aws_s3_bucket_acl', 'bucket');
  const inline = bucket.has('acl') || bucket.has('grant');
  const isOpen = hasUndeterminedCompanion(model, 'aws_s3_bucket_acl', 'bucket');
  return lists.length > 0 || inline || isOpen ? `the access control list of ${bucket.address}` : undefined;
}
