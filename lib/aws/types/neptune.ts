import { hasSourceCluster, isReplica, replicates, restoredBy } from '../rds/database';
import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Neptune',
  types: {
    aws_neptune_cluster: {
      noun: 'Neptune cluster',
      holdsData: true,
      authentication: {
        demand: 'admits IAM identities',
        ways: [[{ attribute: 'iam_database_authentication_enabled', is: [true], default: false }]],
        otherwise: 'anyone who reaches the cluster reads and writes it',
        facts:
          'Neptune has no passwords: without IAM authentication, which is off by default, everyone who reaches a cluster may query it.',
        sources: [
          'https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html',
          'AWS Security Hub RDS.10, RDS.12, Neptune.7',
        ],
      },
      network: {
        drawn: { as: 'database', what: 'Neptune cluster' },
        groups: ['vpc_security_group_ids'],
        subnets: [],
        subnetGroup: ['neptune_subnet_group_name', 'aws_neptune_subnet_group'],
      },
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
      backups: {
        noun: 'automated backups',
        days: { attribute: 'backup_retention_period', default: 1 },
        isReplica,
        snapshots: {
          type: 'aws_neptune_cluster_snapshot',
          attribute: 'db_cluster_identifier',
          nameOf: 'cluster_identifier',
        },
        facts: 'A cluster of Neptune keeps automated backups for one day unless told otherwise, and 35 days at most.',
        sources: [
          'https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html',
          'AWS Security Hub Neptune.5',
        ],
      },
      deletionProtection: {
        setting: { attribute: 'deletion_protection', is: [true], otherwise: 'one call deletes the database' },
        demand: 'is protected from deletion',
        isReplica,
        facts: 'By default one call deletes a database.',
        sources: [
          'https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html',
          'AWS Security Hub Neptune.4',
        ],
      },
      lastCopy: {
        setting: {
          attribute: 'skip_final_snapshot',
          is: [false],
          default: false,
          otherwise: 'nothing is left of the database once it is deleted',
        },
        demand: 'leaves a final snapshot',
        isReplica,
        facts:
          'Automated backups go with the database unless it is told to keep them: the final snapshot is what is left then. Terraform has one taken by default.',
        note: 'Name the snapshot in `final_snapshot_identifier`.',
        sources: ['https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html'],
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
      deletionProtection: {
        setting: { attribute: 'deletion_protection', is: [true], otherwise: 'one call deletes the database' },
        demand: 'is protected from deletion',

        facts: 'A global cluster holds no data of its own, but joins the clusters that do.',
        sources: ['https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html'],
      },
    },
    aws_neptunegraph_graph: {
      noun: 'Neptune graph',
      holdsData: true,
      atRest: {
        data: 'any',
        key: 'kms_key_identifier',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'A graph of Neptune Analytics is always encrypted, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/neptune-analytics/latest/userguide/encrypting.html'],
      },
      publicAddress: {
        setting: { attribute: 'public_connectivity', is: [false], default: false },
        sources: ['https://docs.aws.amazon.com/neptune-analytics/latest/apiref/API_CreateGraph.html'],
      },
      deletionProtection: {
        setting: {
          attribute: 'deletion_protection',
          is: [true],
          default: true,
          otherwise: 'one call deletes the graph',
        },
        demand: 'is protected from deletion',
        facts: 'A graph of Neptune Analytics is protected from deletion unless told otherwise.',
        sources: ['https://docs.aws.amazon.com/neptune-analytics/latest/apiref/API_CreateGraph.html'],
      },
    },
    aws_neptune_cluster_instance: {
      noun: 'instance of a Neptune cluster',
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        sources: ['https://docs.aws.amazon.com/neptune/latest/userguide/get-started-vpc.html'],
      },
      minorVersions: {
        setting: { attribute: 'auto_minor_version_upgrade', is: [true], default: true },
        sources: ['https://docs.aws.amazon.com/neptune/latest/userguide/engine-maintenance-management.html'],
      },
    },
  },
};
