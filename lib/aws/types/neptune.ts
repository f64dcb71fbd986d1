import { hasSourceCluster, replicates, restoredBy } from '../rds/database';
import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Neptune',
  types: {
    aws_neptune_cluster: {
      noun: 'Neptune cluster',
      holdsData: true,
      atRest: {
        data: 'any',
        settings: [{ attribute: 'storage_encrypted', is: [true] }],
        key: 'kms_key_arn',
        withoutKey: 'nobody can change the policy of the key that encrypts the database',
        inherits: replicates,
        restoredBy,
        facts: 'By default Neptune encrypts nothing.',
        note: 'An existing database cannot be encrypted in place, and Terraform would replace it by an empty one: copy a snapshot of it under the key, and restore that.',
        sources: ['https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html', 'AWS Security Hub Neptune.1'],
      },
    },
    aws_neptune_global_cluster: {
      noun: 'global Neptune cluster',
      atRest: {
        data: 'any',
        settings: [{ attribute: 'storage_encrypted', is: [true] }],
        inherits: hasSourceCluster,
        restoredBy,
        facts: 'Members of a global cluster are clusters of their own, with keys of their regions.',
        sources: ['https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html', 'AWS Security Hub Neptune.1'],
      },
    },
    aws_neptunegraph_graph: {
      noun: 'Neptune graph',
      holdsData: true,
    },
  },
};
