import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Systems Manager',
  types: {
    aws_ssm_parameter: {
      noun: 'parameter',
      holdsData: true,
      secrets: [{ path: 'value', only: { attribute: 'type', is: ['SecureString'] }, instead: 'value_wo' }],
    },
    aws_ssm_resource_data_sync: {
      noun: 'Systems Manager resource data sync',
      atRest: {
        data: 'any',
        key: 's3_destination.kms_key_arn',
        keyOfAny: 'customer',
        withoutKey: 'Systems Manager asks for no key when it writes the inventory to the bucket',
        facts: 'The sync writes the inventory of every machine to S3: software, versions, patches, users.',
        note: 'The key is in the region of the bucket, and its policy lets ssm.amazonaws.com use it.',
        sources: [
          'https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-create-resource-data-sync.html',
          'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ResourceDataSyncS3Destination.html',
        ],
      },
    },
  },
};
