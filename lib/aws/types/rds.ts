import { hasSourceCluster, isReplica, replicates, restoredBy } from '../rds/database';
import { AtRestPart, Service } from './resource-type';

/** What RDS keeps beside a database, under aws/rds and aws/secretsmanager unless keys are named. */
const SIDE_DATA: readonly AtRestPart[] = [
  {
    only: { attribute: 'performance_insights_enabled', is: 'true' },
    key: 'performance_insights_kms_key_id',
    withoutKey: 'AWS encrypts the records of Performance Insights with aws/rds, whose policy nobody can change',
  },
  {
    only: { attribute: 'manage_master_user_password', is: 'true' },
    key: 'master_user_secret_kms_key_id',
    withoutKey: 'Secrets Manager encrypts the password with aws/secretsmanager, whose policy nobody can change',
  },
];

export const SERVICE: Service = {
  name: 'RDS and Aurora',
  types: {
    aws_db_instance: {
      noun: 'database',
      holdsData: true,
      authentication: {
        demand: 'admits IAM identities',
        ways: [[{ attribute: 'iam_database_authentication_enabled', is: [true], default: false }]],
        only: [{ attribute: 'engine', is: ['postgres', 'mysql', 'mariadb'] }],
        otherwise: 'people and programs need passwords that somebody has to keep',
        facts:
          'A database that takes IAM tokens needs no passwords of people and programs: a token is good for 15 minutes, and a role decides who gets one. RDS does not take them by default. Oracle, SQL Server and Db2 cannot.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
          'AWS Security Hub RDS.10, RDS.12, Neptune.7',
        ],
      },
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
          'CIS AWS Foundations Benchmark 3.0.0, 2.3.3',
          'AWS Security Hub RDS.2',
        ],
      },
      network: {
        drawn: { as: 'database', what: 'database' },
        groups: ['vpc_security_group_ids'],
        subnets: [],
        subnetGroup: ['db_subnet_group_name', 'aws_db_subnet_group'],
      },
      secrets: [{ path: 'password', instead: 'manage_master_user_password = true, or password_wo' }],
      atRest: {
        data: 'any',
        settings: [{ attribute: 'storage_encrypted', is: [true] }],
        key: 'kms_key_id',
        parts: SIDE_DATA,
        withoutKey: 'nobody can change the policy of the key that encrypts the database',
        inherits: replicates,
        restoredBy,
        facts:
          'Storage, replicas, automated backups and snapshots of an encrypted database are encrypted under its key. By default RDS encrypts nothing. Replicas have the encryption of what they copy. With aws/rds nobody can share a snapshot with another account. Performance Insights keeps the SQL that runs, with the values in it, and Secrets Manager the password of the master user, each under a key of its own.',
        note: 'An existing database cannot be encrypted in place, and Terraform would replace it by an empty one: copy a snapshot of it under the key, and restore that.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
          'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
          'AWS Security Hub RDS.3, RDS.27',
        ],
      },
      backups: {
        noun: 'automated backups',
        days: { attribute: 'backup_retention_period', default: 0 },
        isReplica,
        restoredBy,
        snapshots: { type: 'aws_db_snapshot', attribute: 'db_instance_identifier', nameOf: 'identifier' },
        facts: 'An instance of RDS keeps no automated backups unless told to, and 35 days at most.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
          'AWS Security Hub RDS.11',
        ],
      },
      deletionProtection: {
        setting: { attribute: 'deletion_protection', is: [true], otherwise: 'one call deletes the database' },
        demand: 'is protected from deletion',
        isReplica,
        facts: 'By default one call deletes a database.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
          'AWS Security Hub RDS.8',
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
        sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html'],
      },
      minorVersions: {
        setting: { attribute: 'auto_minor_version_upgrade', is: [true], default: true },
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
          'AWS Security Hub RDS.13',
        ],
      },
    },
    aws_rds_cluster: {
      noun: 'database cluster',
      holdsData: true,
      authentication: {
        demand: 'admits IAM identities',
        ways: [[{ attribute: 'iam_database_authentication_enabled', is: [true], default: false }]],
        only: [
          {
            attribute: 'engine',
            is: ['aurora-postgresql', 'aurora-mysql', 'aurora', 'postgres', 'mysql'],
            default: 'aurora',
          },
        ],
        otherwise: 'people and programs need passwords that somebody has to keep',
        facts:
          'A database that takes IAM tokens needs no passwords of people and programs: a token is good for 15 minutes, and a role decides who gets one. RDS does not take them by default. Oracle, SQL Server and Db2 cannot.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
          'AWS Security Hub RDS.10, RDS.12, Neptune.7',
        ],
      },
      network: {
        drawn: { as: 'database', what: 'database cluster' },
        groups: ['vpc_security_group_ids'],
        subnets: [],
        subnetGroup: ['db_subnet_group_name', 'aws_db_subnet_group'],
      },
      secrets: [{ path: 'master_password', instead: 'manage_master_user_password = true, or master_password_wo' }],
      atRest: {
        data: 'any',
        settings: [{ attribute: 'storage_encrypted', is: [true] }],
        key: 'kms_key_id',
        parts: SIDE_DATA,
        withoutKey: 'nobody can change the policy of the key that encrypts the database',
        inherits: replicates,
        restoredBy,
        facts:
          'Aurora encrypts what was made since February 2026 and leaves what is older as it was, so the configuration has to ask for it.',
        note: 'An existing database cannot be encrypted in place, and Terraform would replace it by an empty one: copy a snapshot of it under the key, and restore that.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
          'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
          'AWS Security Hub RDS.3, RDS.27',
        ],
      },
      backups: {
        noun: 'automated backups',
        days: { attribute: 'backup_retention_period', default: 1 },
        isReplica,
        snapshots: {
          type: 'aws_db_cluster_snapshot',
          attribute: 'db_cluster_identifier',
          nameOf: 'cluster_identifier',
        },
        facts: 'A cluster of Aurora keeps automated backups for one day unless told otherwise, and 35 days at most.',
        sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html'],
      },
      deletionProtection: {
        setting: { attribute: 'deletion_protection', is: [true], otherwise: 'one call deletes the database' },
        demand: 'is protected from deletion',
        isReplica,
        facts: 'By default one call deletes a database.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html',
          'AWS Security Hub RDS.7',
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
        sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html'],
      },
    },
    aws_rds_global_cluster: {
      noun: 'global database cluster',
      atRest: {
        data: 'any',
        settings: [{ attribute: 'storage_encrypted', is: [true] }],
        inherits: hasSourceCluster,
        restoredBy,
        facts: 'Members of a global cluster are databases of their own, with keys of their regions.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
          'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
          'AWS Security Hub RDS.3, RDS.27',
        ],
      },
      deletionProtection: {
        setting: { attribute: 'deletion_protection', is: [true], otherwise: 'one call deletes the database' },
        demand: 'is protected from deletion',

        facts: 'A global cluster holds no data of its own, but joins the clusters that do.',
        sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html'],
      },
    },
    aws_rds_cluster_instance: {
      noun: 'instance of a database cluster',
      holdsData: true,
      atRest: {
        data: 'personal',
        parts: [
          { only: { attribute: 'performance_insights_enabled', is: 'true' }, key: 'performance_insights_kms_key_id' },
        ],
        withoutKey: 'AWS encrypts the records of Performance Insights with aws/rds, whose policy nobody can change',
        facts:
          'Performance Insights keeps the SQL that runs, with the values in it. They are encrypted with aws/rds unless a key is named.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.cmk-policy.html',
        ],
      },
      minorVersions: {
        setting: { attribute: 'auto_minor_version_upgrade', is: [true], default: true },
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
          'AWS Security Hub RDS.13',
        ],
      },
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
          'CIS AWS Foundations Benchmark 3.0.0, 2.3.3',
          'AWS Security Hub RDS.2',
        ],
      },
    },
    aws_db_instance_automated_backups_replication: {
      noun: 'copy of automated backups',
      atRest: {
        data: 'any',
        key: 'kms_key_id',
        keyOfAny: 'customer',
        unknownWithoutKey:
          'AWS does not say which key of the Region encrypts the copy then, since that of its source is of another Region',
        facts:
          'Automated backups are copied to another Region, and a key is of one Region: the copy takes the key of its Region that it names.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartDBInstanceAutomatedBackupsReplication.html',
          'AWS Security Hub RDS.4',
        ],
      },
    },
    aws_db_snapshot_copy: {
      noun: 'copy of a database snapshot',
      holdsData: true,
      atRest: {
        data: 'any',
        key: 'kms_key_id',
        keyOfAny: 'customer',
        keepsKeyOfSource: true,
        facts: 'A copy of a snapshot that names no key stays under the key of its source, and is not judged here.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html',
          'AWS Security Hub RDS.4',
        ],
      },
    },
    aws_rds_cluster_snapshot_copy: {
      noun: 'copy of a cluster snapshot',
      holdsData: true,
      atRest: {
        data: 'any',
        key: 'kms_key_id',
        keyOfAny: 'customer',
        keepsKeyOfSource: true,
        facts: 'A copy of a snapshot that names no key stays under the key of its source, and is not judged here.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html',
          'AWS Security Hub RDS.4',
        ],
      },
    },
    aws_db_proxy: {
      noun: 'database proxy',
      inTransit: {
        demand: 'takes only TLS connections',
        settings: [
          {
            attribute: 'require_tls',
            is: [true],
            otherwise: 'the proxy takes connections without TLS too',
          },
        ],
        facts:
          'Clients log in at the proxy. By default it takes them without TLS too, and credentials and data then cross the network unencrypted, however strict the database behind it is.',
        sources: [
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html',
          'AWS Security Hub RDS.43',
        ],
      },
    },
    aws_db_snapshot: {
      noun: 'database snapshot',
      holdsData: true,
    },
    aws_db_cluster_snapshot: {
      noun: 'snapshot of a database cluster',
      holdsData: true,
    },
    aws_rds_shard_group: {
      noun: 'shard group of Aurora',
      publicAddress: {
        setting: {
          attribute: 'publicly_accessible',
          is: [false],
          otherwise: 'its subnets decide whether the internet reaches it',
        },
        facts: 'The shards of Aurora Limitless have public addresses where the group is publicly accessible.',
        sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/limitless-shard.html'],
      },
    },
    aws_rds_cluster_activity_stream: {
      noun: 'activity stream',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'no key encrypts the stream',
        facts: 'An activity stream holds every statement, encrypted under the key that it names.',
        sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartActivityStream.html'],
      },
    },
    aws_rds_custom_db_engine_version: {
      noun: 'custom engine version',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'no key of the account encrypts it',
        facts: 'A custom engine version is encrypted under the key that it names.',
        sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateCustomDBEngineVersion.html'],
      },
    },
    aws_rds_export_task: {
      noun: 'export of a snapshot',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'no key encrypts the export',
        facts: 'An export holds the tables of a snapshot in files in a bucket, encrypted under the key that it names.',
        sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartExportTask.html'],
      },
    },
    aws_rds_integration: {
      noun: 'integration of a database',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'An integration copies a database to a warehouse as it changes, encrypted by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateIntegration.html'],
      },
    },
  },
};
