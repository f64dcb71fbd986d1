import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Keyspaces',
  types: {
    aws_keyspaces_keyspace: {
      noun: 'keyspace',
      holdsData: true,
    },
    aws_keyspaces_table: {
      noun: 'Keyspaces table',
      holdsData: true,
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_specification.type',
            is: ['CUSTOMER_MANAGED_KMS_KEY'],
            otherwise: 'a key that Keyspaces owns encrypts personal data',
          },
        ],
        key: 'encryption_specification.kms_key_identifier',
        withoutKey: 'a key that Keyspaces owns encrypts personal data',
        facts: 'Keyspaces always encrypts, by default with a key that the service owns.',
        sources: ['https://docs.aws.amazon.com/keyspaces/latest/devguide/encryption.howitworks.html'],
      },
      backups: {
        noun: 'point-in-time recovery',
        setting: {
          attribute: 'point_in_time_recovery.status',
          is: ['ENABLED'],
          otherwise: 'what is overwritten or deleted is lost',
        },
        facts: 'Point-in-time recovery of Keyspaces keeps every change for 35 days. It is off by default.',
        sources: ['https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery.html'],
      },
    },
  },
};
