import { ResourceRule } from '../../rule';
import { requireTrue } from '../../verdicts/checks';

/** DAX clusters whose disks are encrypted. */
export const RULE: ResourceRule = {
  id: 'DAX-002',
  name: 'dax-encrypted',
  title: 'A DAX cluster is encrypted at rest',
  severity: 'high',
  measures: ['1.2.1'],
  rationale:
    'DAX writes items of the tables behind it to disk when it passes changes from its primary node to the replicas. It is only encrypted there if it asks for it when it is made. It then uses a key of the service: DAX takes no other, whatever the class of the data.',
  fix: 'Set `server_side_encryption.enabled` to true. It makes the cluster anew.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html',
    'AWS Security Hub DynamoDB.3',
  ],
  types: ['aws_dax_cluster'],
  check: (cluster) => requireTrue(cluster, 'server_side_encryption.enabled', 'items lie on disk unencrypted'),
};
