import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Elastic Disaster Recovery',
  types: {
    aws_drs_replication_configuration_template: {
      noun: 'replication template',
      atRest: {
        data: 'any',
        settings: [
          {
            attribute: 'ebs_encryption',
            is: ['CUSTOM', 'DEFAULT'],
            otherwise: 'copies of the disks are not encrypted',
          },
        ],
        key: 'ebs_encryption_key_arn',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'Disaster Recovery copies the disks of servers to EBS volumes, encrypted with the default key of EBS, with a key that is named, or not at all.',
        sources: [
          'https://docs.aws.amazon.com/drs/latest/APIReference/API_CreateReplicationConfigurationTemplate.html',
        ],
      },
      publicAddress: {
        isWorkload: true,
        setting: { attribute: 'create_public_ip', is: [false], otherwise: 'replication servers have public addresses' },
        facts:
          'Replication servers of Elastic Disaster Recovery take the data of the source servers, and have public addresses where the template says so.',
        sources: ['https://docs.aws.amazon.com/drs/latest/userguide/replication-settings-template.html'],
      },
    },
  },
};
