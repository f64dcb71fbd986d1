import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EFS',
  types: {
    aws_efs_file_system: {
      noun: 'EFS file system',
      holdsData: true,
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_efs_file_system_policy', attribute: 'file_system_id', names: 'id' },
        impliesResource: true,
      },
      // EFS decrypts by rights of its own: clients need none on the key.
      reading: {
        reads: [{ action: 'elasticfilesystem:ClientMount' }],
        sources: ['https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html'],
      },
      plainTransport: {
        // Required to mount, so that a client without it does nothing at all.
        action: 'elasticfilesystem:ClientMount',
        facts: 'EFS takes NFS without TLS by default, and every file then passes unencrypted.',
        note: 'Clients then mount with the EFS mount helper and its option tls.',
        sources: [
          'https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html',
          'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
        ],
      },
      atRest: {
        data: 'any',
        settings: [{ attribute: 'encrypted', is: [true], otherwise: 'files lie on disk unencrypted' }],
        key: 'kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'An EFS file system is encrypted only if it asks for it when it is created.',
        note: 'A file system gets its key when it is created.',
        sources: [
          'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
          'CIS AWS Foundations Benchmark 3.0.0, 2.4.1',
          'AWS Security Hub EFS.1, EFS.8',
        ],
      },
      zones: {
        oneZone: 'availability_zone_name',
        environments: 'production',
        facts:
          'EFS keeps files in three zones or more, unless one is named: a One Zone file system is out of reach while its zone is, and lost with it.',
        note: 'Terraform replaces the file system then: copy the files first.',
        sources: ['https://docs.aws.amazon.com/efs/latest/ug/availability-durability.html'],
      },
    },
    aws_efs_mount_target: {
      noun: 'mount target',
      network: {
        drawn: { as: 'database', what: 'file system' },
        groups: ['security_groups'],
        subnets: ['subnet_id'],
      },
    },
    aws_efs_access_point: {
      noun: 'access point of EFS',
      authentication: {
        demand: 'holds its clients to a user and a directory',
        ways: [
          [
            { attribute: 'posix_user', such: { uid: 1000, gid: 1000 } },
            { attribute: 'root_directory.path', such: '/app', not: ['/'] },
          ],
        ],
        otherwise: 'its clients choose who they are, or see the whole file system',
        facts:
          'An access point replaces the user that a client claims to be, and the root of what it sees, only where both are set. Otherwise a client says itself which user it is, and mounts the whole file system.',
        sources: [
          'https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html',
          'https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html',
          'AWS Security Hub EFS.3, EFS.4',
        ],
      },
    },
    aws_efs_replication_configuration: {
      noun: 'replication of a file system',
      atRest: {
        data: 'personal',
        parts: [{ blocks: 'destination', only: { attribute: 'file_system_id', unset: true }, key: 'kms_key_id' }],
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'EFS encrypts the file system that it makes for a replication, by default with aws/elasticfilesystem.',
        sources: ['https://docs.aws.amazon.com/efs/latest/ug/API_DestinationToCreate.html'],
      },
    },
    aws_efs_backup_policy: {
      noun: 'backup policy of a file system',
      backups: {
        noun: 'automatic backups',
        setting: {
          attribute: 'backup_policy.status',
          is: ['ENABLED'],
          otherwise: 'no plan of AWS takes backups of the file system',
        },
        facts: 'A backup policy puts a file system into the daily plan of AWS Backup, or takes it out.',
        sources: ['https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html', 'AWS Security Hub EFS.2'],
      },
    },
  },
};
