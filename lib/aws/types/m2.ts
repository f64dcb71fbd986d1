import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Mainframe Modernization',
  types: {
    aws_m2_environment: {
      noun: 'runtime environment',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'Mainframe Modernization encrypts applications and environments, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/m2/latest/userguide/data-protection.html'],
      },
      publicAddress: {
        isWorkload: true,
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        facts:
          'A runtime environment of Mainframe Modernization is within its VPC unless it is made publicly accessible.',
        sources: ['https://docs.aws.amazon.com/m2/latest/userguide/create-environments-m2.html'],
      },
    },
    aws_m2_application: {
      noun: 'mainframe application',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'Mainframe Modernization encrypts applications and environments, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/m2/latest/userguide/data-protection.html'],
      },
    },
  },
};
