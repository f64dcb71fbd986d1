import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EC2 Image Builder',
  types: {
    aws_imagebuilder_infrastructure_configuration: {
      noun: 'infrastructure configuration of Image Builder',
      hardening: {
        demand: 'gives out metadata for a token only',
        ways: [[{ attribute: 'instance_metadata_options.http_tokens', is: ['required'], default: 'optional' }]],
        otherwise: 'version 1 of the metadata service gives away the credentials of the build',
        facts:
          'The instances that build and test images hand the credentials of their role to a plain GET, unless the metadata options ask for a token.',
        sources: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-infra-config.html'],
      },
      logs: {
        what: 'its builds',
        ways: [[{ attribute: 'logging.s3_logs.s3_bucket_name', such: '${aws_s3_bucket.log.id}' }]],
        otherwise: 'the logs of a build end with its instance',
        facts: 'Image Builder builds and tests images on instances, and stores their logs in S3 where a bucket is set.',
        sources: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-infra-config.html'],
      },
    },
    aws_imagebuilder_component: {
      noun: 'image component',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Image Builder encrypts components, recipes and workflows, by default with a key that AWS owns. An image is encrypted under the key that its recipe or distribution names, or as its source is.',
        sources: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html'],
      },
    },
    aws_imagebuilder_workflow: {
      noun: 'image workflow',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Image Builder encrypts components, recipes and workflows, by default with a key that AWS owns. An image is encrypted under the key that its recipe or distribution names, or as its source is.',
        sources: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html'],
      },
    },
    aws_imagebuilder_container_recipe: {
      noun: 'container recipe',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        parts: [
          {
            blocks: 'instance_configuration.block_device_mapping.ebs',
            key: 'kms_key_id',
            withoutKey: 'the key is that of the source, or the default key of EBS',
          },
        ],
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Image Builder encrypts components, recipes and workflows, by default with a key that AWS owns. An image is encrypted under the key that its recipe or distribution names, or as its source is.',
        sources: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html'],
      },
    },
    aws_imagebuilder_image_recipe: {
      noun: 'image recipe',
      atRest: {
        data: 'personal',
        parts: [{ blocks: 'block_device_mapping.ebs', key: 'kms_key_id' }],
        withoutKey: 'the key is that of the source, or the default key of EBS',
        facts:
          'Image Builder encrypts components, recipes and workflows, by default with a key that AWS owns. An image is encrypted under the key that its recipe or distribution names, or as its source is.',
        sources: [
          'https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_EbsInstanceBlockDeviceSpecification.html',
          'https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html',
        ],
      },
    },
    aws_imagebuilder_distribution_configuration: {
      noun: 'distribution of images',
      atRest: {
        data: 'personal',
        parts: [{ blocks: 'distribution.ami_distribution_configuration', key: 'kms_key_id' }],
        withoutKey: 'the key is that of the recipe, or the default key of EBS',
        facts:
          'Image Builder encrypts components, recipes and workflows, by default with a key that AWS owns. An image is encrypted under the key that its recipe or distribution names, or as its source is.',
        sources: [
          'https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_AmiDistributionConfiguration.html',
          'https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html',
        ],
      },
    },
  },
};
