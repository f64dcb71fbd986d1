import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { companionsOf, targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { RESOURCE_TYPES } from '../types';

/** Where types name the key of what they hold that the table of types has no facet for. */
const FURTHER: { readonly [type: string]: readonly string[] } = {
  aws_cloudwatch_log_group: ['kms_key_id'],
  aws_elasticache_replication_group: ['kms_key_id'],
  aws_s3_bucket_server_side_encryption_configuration: [
    'rule.apply_server_side_encryption_by_default.kms_master_key_id',
  ],
  aws_secretsmanager_secret: ['kms_key_id'],
  aws_sns_topic: ['kms_master_key_id'],
  aws_sqs_queue: ['kms_master_key_id'],
};

/** Where each type names the key of what it holds. */
const PATHS: readonly (readonly [type: string, path: string])[] = [
  ...Object.entries(RESOURCE_TYPES).flatMap(([type, { atRest }]) => [
    ...(atRest?.key === undefined ? [] : [[type, atRest.key] as const]),
    ...(atRest?.parts ?? []).flatMap(({ blocks, key }) =>
      key === undefined ? [] : [[type, blocks === undefined ? key : `${blocks}.${key}`] as const]
    ),
  ]),
  ...Object.entries(FURTHER).flatMap(([type, paths]) => paths.map((path) => [type, path] as const)),
];

const FOUND = new Memo<readonly Resource[]>();

/** The resources whose data a key encrypts, as far as they name it: of the configuration of a bucket, the bucket. */
export function encryptedBy(model: Model, key: Resource): readonly Resource[] {
  return FOUND.of(key, () => {
    const naming = PATHS.flatMap(([type, path]) => companionsOf(model, key, type, path, ['id', 'arn', 'key_id']));
    return [...new Set(naming.flatMap((one) => holderOf(model, one)))];
  });
}

function holderOf(model: Model, naming: Resource): readonly Resource[] {
  if (!naming.type.startsWith('aws_s3_bucket_')) return [naming];
  return targetsOf(model, naming, naming.get('bucket'), ['aws_s3_bucket'], ['id', 'arn', 'bucket']);
}
