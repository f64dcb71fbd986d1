import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Aurora DSQL',
  types: {
    aws_dsql_cluster: {
      noun: 'Aurora DSQL cluster',
      holdsData: true,
      atRest: {
        data: 'any',
        key: 'kms_encryption_key',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'Aurora DSQL always encrypts, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/aurora-dsql/latest/userguide/data-encryption.html'],
      },
      deletionProtection: {
        setting: {
          attribute: 'deletion_protection_enabled',
          is: [true],
          default: false,
          otherwise: 'one call deletes the database',
        },
        demand: 'is protected from deletion',
        facts: 'The provider makes a cluster of Aurora DSQL without deletion protection unless told otherwise.',
        sources: ['https://docs.aws.amazon.com/aurora-dsql/latest/APIReference/API_CreateCluster.html'],
      },
    },
  },
};
