import { describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** MemoryDB clusters that nobody talks to in the clear. */
export const RULE: ResourceRule = {
  id: 'MEMORYDB-001',
  name: 'memorydb-tls-only',
  title: 'A MemoryDB cluster takes TLS connections alone',
  severity: 'high',
  measures: ['1.1.2'],
  rationale:
    'MemoryDB encrypts connections unless it is told not to. Without TLS records pass in the clear between clients and nodes, and from node to node, and users cannot sign in with a password: only the list open-access, which asks nobody who they are, can be used.',
  fix: 'Leave out `tls_enabled`, or set it to true. A cluster that runs without TLS has to be made anew.',
  sources: ['https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html'],
  types: ['aws_memorydb_cluster'],
  check: (cluster) => {
    const enabled = cluster.get('tls_enabled');
    if (isUnknown(enabled)) return unknownAttribute('tls_enabled', enabled);
    if (enabled === undefined || isTrue(enabled)) return MET;
    return violated(`tls_enabled is ${describe(enabled)}: clients talk to the cluster in the clear`, {
      tls_enabled: true,
    });
  },
};
