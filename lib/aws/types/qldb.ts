import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'QLDB',
  types: {
    aws_qldb_ledger: {
      noun: 'ledger',
      atRest: {
        data: 'personal',
        key: 'kms_key',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'QLDB encrypts a ledger, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/qldb/latest/developerguide/encryption-at-rest.html'],
      },
      deletionProtection: {
        setting: {
          attribute: 'deletion_protection',
          is: [true],
          default: true,
          otherwise: 'one call deletes the ledger',
        },
        demand: 'is protected from deletion',
        facts: 'A ledger is protected from deletion unless told otherwise.',
        sources: ['https://docs.aws.amazon.com/qldb/latest/developerguide/ledger-management.basics.html'],
      },
    },
  },
};
