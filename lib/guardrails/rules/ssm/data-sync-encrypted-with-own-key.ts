import { ResourceRule } from '../../rule';
import { requireKey } from '../../verdicts/encryption-key';

/** Inventories under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'SSM-001',
  name: 'data-sync-encrypted-with-own-key',
  title: 'A Systems Manager resource data sync encrypts with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'The sync writes the inventory of every machine to S3: software, versions, patches, users. With a key of its own, a reader of the bucket also needs the key.',
  fix: 'Set `s3_destination.kms_key_arn` to the ARN of a customer managed key, such as that of a `RotatedKey`, in the region of the bucket, whose policy lets ssm.amazonaws.com use it.',
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-create-resource-data-sync.html',
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ResourceDataSyncS3Destination.html',
  ],
  types: ['aws_ssm_resource_data_sync'],
  check: (sync, model) =>
    requireKey(
      model,
      sync,
      's3_destination.kms_key_arn',
      'Systems Manager asks for no key when it writes the inventory to the bucket'
    ),
};
