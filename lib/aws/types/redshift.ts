import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Redshift',
  types: {
    aws_redshift_cluster: {
      noun: 'Redshift warehouse',
      holdsData: true,
      minorVersions: {
        setting: { attribute: 'allow_version_upgrade', is: [true], default: true },
        sources: [
          'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-considerations.html',
          'AWS Security Hub Redshift.6',
        ],
      },
      zones: {
        setting: {
          attribute: 'multi_az',
          is: [true],
          default: false,
          otherwise: 'the warehouse answers nobody while its Availability Zone is out',
        },
        environments: 'production',
        facts:
          'A Redshift cluster stands in one zone. With Multi-AZ it has compute in two, and answers on while one is out.',
        note: 'Redshift has Multi-AZ for nodes of type RA3.',
        sources: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-multi-az.html'],
      },
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        facts:
          'By version 5 of the provider a Redshift cluster is public by default, and a plan shows which version is used.',
        sources: ['AWS Security Hub Redshift.1'],
      },
      network: {
        drawn: { as: 'database', what: 'Redshift cluster' },
        groups: ['vpc_security_group_ids'],
        subnets: [],
        subnetGroup: ['cluster_subnet_group_name', 'aws_redshift_subnet_group'],
      },
      secrets: [{ path: 'master_password', instead: 'manage_master_password = true, or master_password_wo' }],
      atRest: {
        data: 'any',
        settings: [{ attribute: 'encrypted', is: [true], default: true }],
        key: 'kms_key_id',
        parts: [
          {
            only: { attribute: 'manage_master_password', is: 'true' },
            key: 'master_password_secret_kms_key_id',
            withoutKey: 'Secrets Manager encrypts the password with aws/secretsmanager, whose policy nobody can change',
          },
        ],
        withoutKey: 'AWS owns the key that encrypts the warehouse',
        facts:
          'Tables, backups and snapshots of an encrypted warehouse are encrypted under its key. AWS encrypts every cluster made since January 2025, by default with a key that it owns. From version 6 on, the provider takes an unset `encrypted` for true, and encrypts an older cluster that does not set it.',
        sources: [
          'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
          'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-workgroups-and-namespaces-rotate-kms-key.html',
          'AWS Security Hub Redshift.10',
        ],
      },
      backups: {
        noun: 'automated snapshots',
        days: { attribute: 'automated_snapshot_retention_period', default: 1 },
        snapshots: {
          type: 'aws_redshift_cluster_snapshot',
          attribute: 'cluster_identifier',
          nameOf: 'cluster_identifier',
        },
        facts:
          'Redshift takes a snapshot of a cluster every few hours, and keeps it for one day unless told otherwise, and 35 days at most. The recovery points of Redshift Serverless are always kept for one day.',
        sources: [
          'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-snapshots-console.html',
          'AWS Security Hub Redshift.3',
        ],
      },
      lastCopy: {
        setting: {
          attribute: 'skip_final_snapshot',
          is: [false],
          default: false,
          otherwise: 'nothing is left of the warehouse once it is deleted',
        },
        demand: 'leaves a final snapshot',
        facts:
          'Automated snapshots go with the cluster: the final snapshot is what is left then. Terraform has one taken by default.',
        note: 'Name the snapshot in `final_snapshot_identifier`.',
        sources: ['https://docs.aws.amazon.com/redshift/latest/APIReference/API_DeleteCluster.html'],
      },
    },
    aws_redshiftserverless_namespace: {
      noun: 'namespace of Redshift Serverless',
      holdsData: true,
      secrets: [{ path: 'admin_user_password', instead: 'manage_admin_password = true, or admin_user_password_wo' }],
      atRest: {
        data: 'any',
        key: 'kms_key_id',
        parts: [
          {
            only: { attribute: 'manage_admin_password', is: 'true' },
            key: 'admin_password_secret_kms_key_id',
            withoutKey: 'Secrets Manager encrypts the password with aws/secretsmanager, whose policy nobody can change',
          },
        ],
        withoutKey: 'AWS owns the key that encrypts the warehouse',
        facts: 'AWS encrypts every namespace of Redshift Serverless, by default with a key that it owns.',
        sources: [
          'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
          'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-workgroups-and-namespaces-rotate-kms-key.html',
          'AWS Security Hub Redshift.10',
        ],
      },
    },
    aws_redshift_cluster_snapshot: {
      noun: 'snapshot of a Redshift cluster',
      holdsData: true,
    },
    aws_redshiftserverless_snapshot: {
      noun: 'snapshot of Redshift Serverless',
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_redshiftserverless_resource_policy', attribute: 'resource_arn', names: 'arn' },
      },
      reading: {
        reads: [{ action: 'redshift-serverless:RestoreFromSnapshot' }],
        sources: ['https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_PutResourcePolicy.html'],
      },
    },
    aws_redshiftserverless_workgroup: {
      noun: 'workgroup of Redshift Serverless',
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        sources: ['https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateWorkgroup.html'],
      },
    },
    aws_redshift_integration: {
      noun: 'integration into a warehouse',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'An integration copies a source to a warehouse as it changes, encrypted by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateIntegration.html'],
      },
    },
    aws_redshift_snapshot_copy_grant: {
      noun: 'grant for copies of snapshots',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'The grant names the key of the other Region under which copies of snapshots are encrypted: by default one that AWS manages.',
        sources: ['https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateSnapshotCopyGrant.html'],
      },
    },
  },
};
