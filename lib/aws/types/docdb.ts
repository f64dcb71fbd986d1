import { hasSourceCluster, isReplica, replicates, restoredBy } from '../rds/database';
import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'DocumentDB',
  types: {
    aws_docdb_cluster: {
      noun: 'DocumentDB cluster',
      holdsData: true,
      network: {
        drawn: { as: 'database', what: 'DocumentDB cluster' },
        groups: ['vpc_security_group_ids'],
        subnets: [],
        subnetGroup: ['db_subnet_group_name', 'aws_docdb_subnet_group'],
      },
      secrets: [{ path: 'master_password', instead: 'manage_master_user_password = true, or master_password_wo' }],
      atRest: {
        data: 'any',
        settings: [{ attribute: 'storage_encrypted', is: [true] }],
        key: 'kms_key_id',
        withoutKey: 'nobody can change the policy of the key that encrypts the database',
        inherits: replicates,
        restoredBy,
        facts: 'By default DocumentDB encrypts nothing.',
        note: 'An existing database cannot be encrypted in place, and Terraform would replace it by an empty one: copy a snapshot of it under the key, and restore that.',
        sources: [
          'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
          'AWS Security Hub DocumentDB.1',
        ],
      },
      backups: {
        noun: 'automated backups',
        days: { attribute: 'backup_retention_period', default: 1 },
        isReplica,
        snapshots: {
          type: 'aws_docdb_cluster_snapshot',
          attribute: 'db_cluster_identifier',
          nameOf: 'cluster_identifier',
        },
        facts:
          'A cluster of DocumentDB keeps automated backups for one day unless told otherwise, and 35 days at most.',
        sources: [
          'https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html',
          'AWS Security Hub DocumentDB.2',
        ],
      },
    },
    aws_docdb_global_cluster: {
      noun: 'global DocumentDB cluster',
      atRest: {
        data: 'any',
        settings: [{ attribute: 'storage_encrypted', is: [true] }],
        inherits: hasSourceCluster,
        restoredBy,
        facts: 'Members of a global cluster are clusters of their own, with keys of their regions.',
        sources: [
          'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
          'AWS Security Hub DocumentDB.1',
        ],
      },
    },
    aws_docdbelastic_cluster: {
      noun: 'elastic DocumentDB cluster',
      holdsData: true,
      secrets: [
        {
          path: 'admin_user_password',
          only: { attribute: 'auth_type', is: ['PLAIN_TEXT'] },
          instead: 'auth_type SECRET_ARN',
        },
      ],
    },
  },
};
