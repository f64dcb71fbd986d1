import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'MemoryDB',
  types: {
    aws_memorydb_cluster: {
      noun: 'MemoryDB cluster',
      holdsData: true,
      minorVersions: {
        setting: { attribute: 'auto_minor_version_upgrade', is: [true], default: true },
        sources: ['https://docs.aws.amazon.com/memorydb/latest/devguide/engine-versions.html'],
      },
      authentication: {
        demand: 'authenticates its clients',
        ways: [[{ attribute: 'acl_name', such: '${aws_memorydb_acl.app.id}', not: ['open-access'] }]],
        otherwise: 'anyone who reaches the cluster reads it',
        facts: 'The list open-access of MemoryDB lets in everyone without a password.',
        sources: ['https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html'],
      },
      network: {
        drawn: { as: 'database', what: 'cache' },
        groups: ['security_group_ids'],
        subnets: [],
        subnetGroup: ['subnet_group_name', 'aws_memorydb_subnet_group'],
      },
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'a key that the service owns encrypts personal data',
        facts:
          'MemoryDB always encrypts its transaction log and its snapshots, by default with a key that the service owns.',
        note: 'Another key replaces the cluster.',
        sources: ['https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html'],
      },
      backups: {
        noun: 'daily snapshots',
        days: { attribute: 'snapshot_retention_limit', default: 0 },
        isCache: true,
        facts: 'MemoryDB takes no snapshot unless a retention is set, and keeps it for 35 days at most.',
        sources: ['https://docs.aws.amazon.com/memorydb/latest/devguide/snapshots-automatic.html'],
      },
      inTransit: {
        demand: 'takes only TLS connections',
        settings: [
          {
            attribute: 'tls_enabled',
            is: [true],
            default: true,
            otherwise: 'records pass unencrypted between clients and nodes, and from node to node',
          },
        ],
        facts:
          'MemoryDB encrypts connections by default. Without TLS users cannot sign in with a password either: the cluster takes only the access control list open-access, which authenticates nobody.',
        note: 'A change replaces the cluster.',
        sources: ['https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html'],
      },
      lastCopy: {
        setting: {
          attribute: 'final_snapshot_name',
          is: [],
          otherwise: 'nothing is left of the cache once it is deleted',
          anything: true,
        },
        demand: 'leaves a final snapshot',
        facts:
          'Automatic snapshots go with the cache: the final snapshot is what is left then, and is taken only where it has a name.',
        note: 'A cache of copies that can be made again needs none: waive the rule for it.',
        sources: ['https://docs.aws.amazon.com/memorydb/latest/APIReference/API_DeleteCluster.html'],
      },
    },
    aws_memorydb_user: {
      noun: 'MemoryDB user',
      secrets: [{ path: 'authentication_mode.passwords', instead: 'authentication_mode of type iam' }],
    },
    aws_memorydb_snapshot: {
      noun: 'snapshot of MemoryDB',
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'MemoryDB encrypts snapshots, by default with a key that the service owns.',
        sources: ['https://docs.aws.amazon.com/memorydb/latest/APIReference/API_CreateSnapshot.html'],
      },
    },
    aws_memorydb_multi_region_cluster: {
      noun: 'MemoryDB cluster of several Regions',
      inTransit: {
        demand: 'takes only TLS connections',
        settings: [
          { attribute: 'tls_enabled', is: [true], default: true, otherwise: 'clients talk to the cache unencrypted' },
        ],
        facts: 'A cluster of several Regions takes TLS only by default, for all clusters in it.',
        sources: ['https://docs.aws.amazon.com/memorydb/latest/APIReference/API_CreateMultiRegionCluster.html'],
      },
    },
  },
};
