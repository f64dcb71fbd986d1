import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Storage Gateway',
  types: {
    aws_storagegateway_gateway: {
      noun: 'Storage Gateway',
      holdsData: true,
      logs: {
        what: 'its health',
        ways: [[{ attribute: 'cloudwatch_log_group_arn', such: '${aws_cloudwatch_log_group.log.arn}' }]],
        otherwise: 'its errors leave no trace',
        facts: 'A gateway reports errors of files and volumes to the log group that it names, and nowhere otherwise.',
        sources: [
          'https://docs.aws.amazon.com/filegateway/latest/files3/monitoring-file-gateway.html',
          'https://docs.aws.amazon.com/storagegateway/latest/tgw/monitoring-tape-gateway.html',
        ],
      },
    },
    aws_storagegateway_nfs_file_share: {
      noun: 'NFS file share',
      atRest: {
        data: 'personal',
        settings: [{ attribute: 'kms_encrypted', is: [true], otherwise: 'a key that S3 owns encrypts personal data' }],
        key: 'kms_key_arn',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'File shares of a Storage Gateway leave encryption to S3 unless they name a key.',
        sources: ['https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_CreateNFSFileShare.html'],
      },
    },
    aws_storagegateway_smb_file_share: {
      noun: 'SMB file share',
      authentication: {
        demand: 'lets in no guests',
        ways: [[{ attribute: 'authentication', is: ['ActiveDirectory'], default: 'ActiveDirectory' }]],
        otherwise: 'everyone who has the password of the gateway is the same guest',
        facts:
          'A share with guest access knows one user, smbguest, whose password everyone shares. Active Directory is the default.',
        sources: ['https://docs.aws.amazon.com/filegateway/latest/files3/CreatingAnSMBFileShare.html'],
      },
      logs: {
        what: 'who opens its files',
        ways: [[{ attribute: 'audit_destination_arn', such: '${aws_cloudwatch_log_group.log.arn}' }]],
        otherwise: 'no log says who opened what',
        facts:
          'A file gateway audits the operations of users on a share where it names a log group, and not otherwise.',
        sources: ['https://docs.aws.amazon.com/filegateway/latest/files3/monitoring-file-gateway.html'],
      },
      atRest: {
        data: 'personal',
        settings: [{ attribute: 'kms_encrypted', is: [true], otherwise: 'a key that S3 owns encrypts personal data' }],
        key: 'kms_key_arn',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'File shares of a Storage Gateway leave encryption to S3 unless they name a key.',
        sources: ['https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_CreateSMBFileShare.html'],
      },
    },
    aws_storagegateway_file_system_association: {
      noun: 'file system association',
      logs: {
        what: 'who opens its files',
        ways: [[{ attribute: 'audit_destination_arn', such: '${aws_cloudwatch_log_group.log.arn}' }]],
        otherwise: 'no log says who opened what',
        facts:
          'A file gateway audits the operations of users on a share where it names a log group, and not otherwise.',
        sources: ['https://docs.aws.amazon.com/filegateway/latest/files3/monitoring-file-gateway.html'],
      },
    },
    aws_storagegateway_cached_iscsi_volume: {
      noun: 'cached volume',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'kms_encrypted',
            is: [true],
            default: false,
            otherwise: 'a key that S3 owns encrypts personal data',
          },
        ],
        key: 'kms_key',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Volumes of a Storage Gateway lie in S3, encrypted with a key that S3 owns unless a KMS key is asked for.',
        sources: ['https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_CreateCachediSCSIVolume.html'],
      },
    },
    aws_storagegateway_stored_iscsi_volume: {
      noun: 'stored volume',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'kms_encrypted',
            is: [true],
            default: false,
            otherwise: 'a key that S3 owns encrypts personal data',
          },
        ],
        key: 'kms_key',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Volumes of a Storage Gateway lie in S3, encrypted with a key that S3 owns unless a KMS key is asked for.',
        sources: ['https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_CreateStorediSCSIVolume.html'],
      },
    },
  },
};
