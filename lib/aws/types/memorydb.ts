import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'MemoryDB',
  types: {
    aws_memorydb_cluster: {
      noun: 'MemoryDB cluster',
      holdsData: true,
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'a key that the service owns encrypts personal data',
        facts:
          'MemoryDB always encrypts its transaction log and its snapshots, by default with a key that the service owns.',
        note: 'Another key replaces the cluster.',
        sources: ['https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html'],
      },
    },
  },
};
