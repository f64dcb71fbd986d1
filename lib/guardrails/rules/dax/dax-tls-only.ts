import { ResourceRule } from '../../rule';
import { requireAttribute } from '../../verdicts/checks';

const ATTRIBUTE = 'cluster_endpoint_encryption_type';

/** DAX clusters that nobody talks to in the clear. */
export const RULE: ResourceRule = {
  id: 'DAX-001',
  name: 'dax-tls-only',
  title: 'A DAX cluster takes TLS connections alone',
  severity: 'high',
  measures: ['1.1.2'],
  rationale:
    'A DAX cluster passes the items of DynamoDB tables to its clients. Unless it says otherwise, its endpoint is one without TLS, and they pass in the clear.',
  fix: `Set \`${ATTRIBUTE}\` to TLS. It makes the cluster anew, under an endpoint that begins with daxs://.`,
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html',
    'AWS Security Hub DynamoDB.7',
  ],
  types: ['aws_dax_cluster'],
  check: (cluster) =>
    requireAttribute(
      cluster,
      ATTRIBUTE,
      (value) => value === 'TLS',
      { [ATTRIBUTE]: 'TLS' },
      'clients talk to the cluster in the clear'
    ),
};
