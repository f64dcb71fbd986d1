import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Storage Gateway',
  types: {
    aws_storagegateway_gateway: {
      noun: 'Storage Gateway',
      holdsData: true,
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
      atRest: {
        data: 'personal',
        settings: [{ attribute: 'kms_encrypted', is: [true], otherwise: 'a key that S3 owns encrypts personal data' }],
        key: 'kms_key_arn',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'File shares of a Storage Gateway leave encryption to S3 unless they name a key.',
        sources: ['https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_CreateSMBFileShare.html'],
      },
    },
  },
};
