import { Resource } from '../../terraform/stack';
import { Service } from './resource-type';

/** Scratch file systems of Lustre are made to be lost, and take no backups. */
function isScratch(fileSystem: Resource): boolean {
  const type = fileSystem.get('deployment_type');
  return typeof type === 'string' && type.startsWith('SCRATCH_');
}

export const SERVICE: Service = {
  name: 'FSx',
  types: {
    aws_fsx_file_cache: {
      noun: 'file cache',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'FSx always encrypts, by default with a key that AWS manages.',
        sources: ['https://docs.aws.amazon.com/fsx/latest/LustreGuide/encryption-at-rest.html'],
      },
    },
    aws_fsx_s3_access_point_attachment: {
      noun: 'S3 access point of a file system',
      policy: { attribute: 's3_access_point.policy' },
      reading: {
        reads: [{ action: 's3:GetObject', part: '/object/*' }],
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html'],
      },
    },
    aws_fsx_lustre_file_system: {
      noun: 'FSx for Lustre file system',
      holdsData: true,
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'FSx always encrypts, by default with a key that AWS manages.',
        note: 'FSx for Lustre takes a key only in its persistent deployment types.',
        sources: ['https://docs.aws.amazon.com/fsx/latest/LustreGuide/encryption-at-rest.html'],
      },
      lastCopy: {
        setting: {
          attribute: 'skip_final_backup',
          is: [false],
          default: true,
          otherwise: 'nothing is left of the files once it is deleted',
        },
        demand: 'leaves a final backup',
        facts:
          'FSx takes a final backup of a file system or volume that is deleted, unless told to skip it. Terraform skips it by default.',
        note: 'Scratch file systems take no backups.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_lustre_file_system'],
        isTemporary: isScratch,
      },
      backups: {
        noun: 'automatic backups',
        isTemporary: isScratch,
        days: { attribute: 'automatic_backup_retention_days', default: 0 },
        facts:
          'FSx keeps automatic backups of a file system for as many days as it is told, and 90 days at most. Terraform asks for none unless told to.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_lustre_file_system'],
      },
    },
    aws_fsx_ontap_file_system: {
      noun: 'FSx for ONTAP file system',
      holdsData: true,
      zones: {
        setting: {
          attribute: 'deployment_type',
          is: ['MULTI_AZ_2', 'MULTI_AZ_1'],
          otherwise: 'the files are out of reach with their Availability Zone',
        },
        environments: 'production',
        facts: 'A file system of a multi-AZ deployment has a standby in another zone, and keeps its data in both.',
        note: 'Another deployment type replaces the file system.',
        sources: ['https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/high-availability-AZ.html'],
      },
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'FSx always encrypts, by default with a key that AWS manages.',
        sources: ['https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/encryption-at-rest.html'],
      },
      backups: {
        noun: 'automatic backups',
        days: { attribute: 'automatic_backup_retention_days', default: 0 },
        facts:
          'FSx keeps automatic backups of a file system for as many days as it is told, and 90 days at most. Terraform asks for none unless told to.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_ontap_file_system'],
      },
    },
    aws_fsx_openzfs_file_system: {
      noun: 'FSx for OpenZFS file system',
      holdsData: true,
      zones: {
        setting: {
          attribute: 'deployment_type',
          is: ['MULTI_AZ_1'],
          otherwise: 'the files are out of reach with their Availability Zone',
        },
        environments: 'production',
        facts: 'A file system of a multi-AZ deployment has a standby in another zone, and keeps its data in both.',
        note: 'Another deployment type replaces the file system.',
        sources: ['https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/availability-durability.html'],
      },
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'FSx always encrypts, by default with a key that AWS manages.',
        sources: ['https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/encryption-rest.html'],
      },
      lastCopy: {
        setting: {
          attribute: 'skip_final_backup',
          is: [false],
          default: false,
          otherwise: 'nothing is left of the files once it is deleted',
        },
        demand: 'leaves a final backup',
        facts: 'FSx takes a final backup of a file system or volume that is deleted, unless told to skip it.',
        sources: [
          'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_openzfs_file_system',
        ],
      },
      backups: {
        noun: 'automatic backups',
        days: { attribute: 'automatic_backup_retention_days', default: 0 },
        facts:
          'FSx keeps automatic backups of a file system for as many days as it is told, and 90 days at most. Terraform asks for none unless told to.',
        sources: [
          'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_openzfs_file_system',
        ],
      },
    },
    aws_fsx_windows_file_system: {
      noun: 'FSx for Windows file system',
      holdsData: true,
      zones: {
        setting: {
          attribute: 'deployment_type',
          is: ['MULTI_AZ_1'],
          default: 'SINGLE_AZ_1',
          otherwise: 'the files are out of reach with their Availability Zone',
        },
        environments: 'production',
        facts: 'A file system of a multi-AZ deployment has a standby in another zone, and keeps its data in both.',
        note: 'Another deployment type replaces the file system.',
        sources: ['https://docs.aws.amazon.com/fsx/latest/WindowsGuide/high-availability-multiAZ.html'],
      },
      logs: {
        what: 'who opens its files and shares',
        ways: [
          [
            {
              attribute: 'audit_log_configuration.file_access_audit_log_level',
              is: ['SUCCESS_AND_FAILURE', 'FAILURE_ONLY', 'SUCCESS_ONLY'],
              default: 'DISABLED',
            },
            {
              attribute: 'audit_log_configuration.file_share_access_audit_log_level',
              is: ['SUCCESS_AND_FAILURE', 'FAILURE_ONLY', 'SUCCESS_ONLY'],
              default: 'DISABLED',
            },
          ],
        ],
        otherwise: 'no log says who opened what',
        facts:
          'File access auditing of FSx for Windows is off by default. Where it is on, attempts to open files and shares that an audit control of Windows names are logged.',
        sources: ['https://docs.aws.amazon.com/fsx/latest/WindowsGuide/file-access-auditing.html'],
      },
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'FSx always encrypts, by default with a key that AWS manages.',
        sources: ['https://docs.aws.amazon.com/fsx/latest/WindowsGuide/encryption-at-rest.html'],
      },
      lastCopy: {
        setting: {
          attribute: 'skip_final_backup',
          is: [false],
          default: false,
          otherwise: 'nothing is left of the files once it is deleted',
        },
        demand: 'leaves a final backup',
        facts: 'FSx takes a final backup of a file system or volume that is deleted, unless told to skip it.',
        sources: [
          'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_windows_file_system',
        ],
      },
      backups: {
        noun: 'automatic backups',
        days: { attribute: 'automatic_backup_retention_days', default: 7 },
        facts:
          'FSx keeps automatic backups of a file system for as many days as it is told, and 90 days at most. Terraform asks for 7.',
        sources: [
          'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_windows_file_system',
        ],
      },
    },
    aws_fsx_ontap_volume: {
      noun: 'FSx for ONTAP volume',
      lastCopy: {
        setting: {
          attribute: 'skip_final_backup',
          is: [false],
          default: false,
          otherwise: 'nothing is left of the files once it is deleted',
        },
        demand: 'leaves a final backup',
        facts: 'FSx takes a final backup of a file system or volume that is deleted, unless told to skip it.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_ontap_volume'],
      },
    },
  },
};
