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
      deletionProtection: {
        setting: { attribute: 'deletion_protection', is: [true], otherwise: 'one call deletes the database' },
        demand: 'is protected from deletion',
        isReplica,
        facts: 'By default one call deletes a database.',
        sources: [
          'https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html',
          'AWS Security Hub DocumentDB.5',
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
        sources: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html'],
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
      deletionProtection: {
        setting: { attribute: 'deletion_protection', is: [true], otherwise: 'one call deletes the database' },
        demand: 'is protected from deletion',

        facts: 'A global cluster holds no data of its own, but joins the clusters that do.',
        sources: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html'],
      },
    },
    aws_docdbelastic_cluster: {
      noun: 'elastic DocumentDB cluster',
      holdsData: true,
      atRest: {
        data: 'any',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'An elastic cluster of DocumentDB is always encrypted, by default with a key that AWS manages.',
        sources: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/elastic-encryption.html'],
      },
      secrets: [
        {
          path: 'admin_user_password',
          only: { attribute: 'auth_type', is: ['PLAIN_TEXT'] },
          instead: 'auth_type SECRET_ARN',
        },
      ],
      backups: {
        noun: 'automated snapshots',
        days: { attribute: 'backup_retention_period', default: 1 },
        facts: 'An elastic cluster keeps automated snapshots for one day unless told otherwise, and 35 days at most.',
        sources: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/API_elastic_CreateCluster.html'],
      },
    },
    aws_docdb_cluster_instance: {
      noun: 'instance of a DocumentDB cluster',
      atRest: {
        data: 'personal',
        parts: [
          { only: { attribute: 'enable_performance_insights', is: 'true' }, key: 'performance_insights_kms_key_id' },
        ],
        withoutKey: 'AWS encrypts the records of Performance Insights with aws/rds, whose policy nobody can change',
        facts:
          'Performance Insights keeps the SQL that runs, with the values in it. They are encrypted with aws/rds unless a key is named.',
        sources: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/performance-insights.html'],
      },
    },
  },
};
