import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Elastic Disaster Recovery',
  types: {
    aws_drs_replication_configuration_template: {
      noun: 'replication template',
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
