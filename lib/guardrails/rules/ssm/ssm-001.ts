import { ResourceRule } from '../../rule';
import { requireKey } from '../encryption-key';

/** Inventories under a key of one's own. */
export const SSM_001: ResourceRule = {
  id: 'SSM-001',
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
  examples: {
    pass: [
      {
        title: 'a key of the same stack',
        terraform: {
          resource: {
            aws_kms_key: { inventory: {} },
            aws_ssm_resource_data_sync: {
              main: { s3_destination: { bucket_name: 'inventory', kms_key_arn: '${aws_kms_key.inventory.arn}' } },
            },
          },
        },
      },
      {
        title: 'blocks as lists',
        terraform: {
          resource: [
            {
              aws_ssm_resource_data_sync: [
                {
                  main: [
                    {
                      s3_destination: [
                        {
                          bucket_name: 'inventory',
                          kms_key_arn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd',
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no key',
        terraform: {
          resource: {
            aws_ssm_resource_data_sync: {
              main: { for_each: ['a', 'b'], s3_destination: { bucket_name: 'inventory' } },
            },
          },
        },
        addresses: ['aws_ssm_resource_data_sync.main'],
      },
      {
        title: 'no key within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.inventory',
                  resources: [
                    {
                      address: 'module.inventory.aws_ssm_resource_data_sync.main',
                      mode: 'managed',
                      type: 'aws_ssm_resource_data_sync',
                      name: 'main',
                      values: { s3_destination: [{ bucket_name: 'inventory', kms_key_arn: null }] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.inventory.aws_ssm_resource_data_sync.main'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the key',
        terraform: {
          variable: { key: {} },
          resource: { aws_ssm_resource_data_sync: { main: { s3_destination: { kms_key_arn: '${var.key}' } } } },
        },
        addresses: ['aws_ssm_resource_data_sync.main'],
      },
    ],
  },
};
