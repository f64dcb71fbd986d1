import { Block } from '../../../terraform/block';
import { Model } from '../../../terraform/model';
import { hasUndeterminedCompanion, targetOf, targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, describe, isTrue, isUnknown } from '../../../terraform/value';
import { holdsPersonalData } from '../../declared';
import { algorithmOf, encryptionOf } from '../../s3/encryption';
import { RESOURCE_TYPES } from '../../types';
import { Reading, ReadingKey } from '../../types/resource-type';
import { Need, Question } from './ask';
import { keyOf } from './delivery/to-bucket';
import { accountTextOf, arnOf, dnsSuffixOf, regionTextOf } from './symbols';
import { UPLOADS, refusesUpload } from './uploads';

type Context = NonNullable<Question['context']>;

/** Which reading is asked for. */
interface Asked {
  readonly reading: Reading;
  readonly action: string;
  readonly context: Context;
}

/** The store whose data a resource gives: itself, or the one that it names. `undefined` where that is not in the model. */
function storeOf(model: Model, resource: Resource, { store }: Reading): Resource | undefined {
  return store ? targetsOf(model, resource, resource.get(store.attribute), store.types, NAMES)[0] : resource;
}

const NAMES = ['id', 'arn', 'bucket', 'name'];

/** Whether what a resource gives is personal data: that of the store behind it, where there is one. */
export function givesPersonalData(model: Model, resource: Resource): boolean {
  const reading = RESOURCE_TYPES[resource.type]?.reading;
  return holdsPersonalData((reading && storeOf(model, resource, reading)) ?? resource);
}

/** What somebody who reads from another account needs besides what the policy of the resource says: that of the store behind it, and its key. */
export function needsOf(model: Model, resource: Resource, { reading, action, context }: Asked): readonly Need[] {
  const store = storeOf(model, resource, reading);
  if (!store) return [{ on: `what ${describe(resource.get(reading.store!.attribute))} allows` }];
  const key = RESOURCE_TYPES[store.type]?.reading?.key;
  return [
    ...(reading.store?.mustAllow ? [{ question: through(resource, store, action, context) }] : []),
    ...(key ? keyNeeds(model, store, key, context) : []),
  ];
}

/**
 * The same request as the policy of the bucket sees it that comes by an access point.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
function through(point: Resource, bucket: Resource, action: string, context: Context): Question {
  return {
    action,
    resource: bucket,
    isBest: true,
    context: {
      ...context,
      's3:DataAccessPointArn': ['${point}'],
      's3:DataAccessPointAccount': ['${account of the point}'],
      's3:AccessPointNetworkOrigin': [point.has('vpc_configuration') ? 'VPC' : 'Internet'],
    },
    texts: { '${point}': arnOf(point), '${account of the point}': accountTextOf(point) },
  };
}

/** Whose key encrypts: one that no reader is asked for, the one that AWS manages, one of the model, or one that is not in it. */
type Encrypting = 'service' | 'aws' | Resource | { readonly elsewhere: string };

function keyNeeds(model: Model, store: Resource, key: ReadingKey, context: Context): readonly Need[] {
  const all = BUCKETS.includes(store.type) ? keysOfBucket(model, store) : [keyOfStore(model, store, key)];
  if (all.length !== 1) return [{ on: `which key encrypts ${store.address}` }];
  const [encrypting] = all;
  if (encrypting === 'service') return [];
  const isAll = key.leavesOut === undefined || (store.type === 'aws_s3_bucket' && refusesOtherKeys(model, store));
  const orElse = isAll ? undefined : key.leavesOut;
  if (encrypting === 'aws') return [orElse === undefined ? 'never' : { on: orElse }];
  if ('elsewhere' in encrypting) return [{ on: `the policy of the key ${encrypting.elsewhere}` }];
  return [{ question: decrypting(encrypting, key, context), orElse }];
}

function decrypting(key: Resource, { via }: ReadingKey, context: Context): Question {
  const question = { action: 'kms:Decrypt', resource: key, isBest: true } as const;
  if (via === undefined) return { ...question, context };
  return {
    ...question,
    context: { ...context, 'kms:ViaService': ['${via}'] },
    texts: { '${via}': [...via, '.', ...regionTextOf(key), '.', ...dnsSuffixOf(key)] },
  };
}

function keyOfStore(model: Model, store: Resource, { attribute, onlyIf, unnamed }: ReadingKey): Encrypting {
  const condition = onlyIf && store.get(onlyIf.attribute);
  if (isUnknown(condition)) return { elsewhere: condition.text };
  if (onlyIf && (onlyIf.is === 'true' ? !isTrue(condition) : condition !== onlyIf.is)) return 'service';
  return namedKey(model, store, store.get(attribute), unnamed);
}

const BUCKETS = ['aws_s3_bucket', 'aws_s3_directory_bucket'];
const BY_DEFAULT = 'apply_server_side_encryption_by_default.kms_master_key_id';

/** The keys that encrypt by the default of a bucket: that of S3, where nothing else is configured. */
function keysOfBucket(model: Model, bucket: Resource): readonly Encrypting[] {
  const found = encryptionOf(model, bucket).flatMap(({ of, rules, open }): Encrypting[] =>
    open === undefined ? rules.map((rule) => keyOfRule(model, of, rule)) : [{ elsewhere: open }]
  );
  if (found.length > 0) return [...new Set(found)];
  const companion = 'aws_s3_bucket_server_side_encryption_configuration';
  return [hasUndeterminedCompanion(model, companion, 'bucket') ? { elsewhere: `of an ${companion}` } : 'service'];
}

function keyOfRule(model: Model, of: Resource, rule: Block): Encrypting {
  const algorithm = algorithmOf(rule);
  if (isUnknown(algorithm)) return { elsewhere: algorithm.text };
  if (algorithm === undefined || algorithm === 'AES256') return 'service';
  return namedKey(model, of, rule.get(BY_DEFAULT), 'aws');
}

const OF_AWS = /(?:^|[:/])alias\/aws\//;

function namedKey(model: Model, from: Resource, value: Value, unnamed: ReadingKey['unnamed']): Encrypting {
  if (value === undefined || value === '') return unnamed;
  const text = isUnknown(value) ? value.text : value;
  if (typeof text === 'string' && OF_AWS.test(text)) return 'aws';
  const alias = targetOf(model, from, value);
  const name = alias?.type === 'aws_kms_alias' ? alias.get('name') : undefined;
  if (typeof name === 'string' && OF_AWS.test(name)) return 'aws';
  return keyOf(model, from, value) ?? { elsewhere: describe(value) };
}

/** Whether the policy of a bucket certainly refuses what others can read that is uploaded under another key than that of its default. */
function refusesOtherKeys(model: Model, bucket: Resource): boolean {
  return [UPLOADS.ofS3, UPLOADS.ofOthers].every((upload) => refusesUpload(model, bucket, upload));
}
