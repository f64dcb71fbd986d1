import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack',
      terraform: {
        resource: {
          aws_kms_key: { data: {} },
          aws_efs_file_system: { files: { count: 2, encrypted: true, kms_key_id: '${aws_kms_key.data.arn}' } },
          aws_fsx_windows_file_system: { files: { kms_key_id: '${aws_kms_key.data.arn}' } },
          aws_storagegateway_smb_file_share: {
            files: { kms_encrypted: true, kms_key_arn: '${aws_kms_key.data.arn}' },
          },
        },
      },
    },
    {
      title: 'the data is internal, in lists',
      terraform: {
        resource: [
          { aws_efs_file_system: [{ builds: [{ encrypted: 'true', tags: { 'tom:data-class': 'internal' } }] }] },
          { aws_fsx_lustre_file_system: [{ builds: [{ tags: { 'tom:data-class': 'internal' } }] }] },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no encryption, and no key',
      terraform: {
        resource: {
          aws_efs_file_system: {
            builds: { tags: { 'tom:data-class': 'internal' } },
            files: { encrypted: true },
          },
          aws_fsx_lustre_file_system: { scratch: { deployment_type: 'SCRATCH_2' } },
          aws_storagegateway_nfs_file_share: { files: { kms_key_arn: 'alias/files' } },
        },
      },
      addresses: [
        'aws_efs_file_system.builds',
        'aws_efs_file_system.files',
        'aws_fsx_lustre_file_system.scratch',
        'aws_storagegateway_nfs_file_share.files',
      ],
    },
    {
      title: 'AWS manages the key of personal data, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_efs_file_system.files',
                    mode: 'managed',
                    type: 'aws_efs_file_system',
                    name: 'files',
                    values: {
                      encrypted: true,
                      kms_key_id: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/elasticfilesystem',
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_efs_file_system.files'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { encrypt: {}, key: {} },
        resource: {
          aws_efs_file_system: { files: { encrypted: '${var.encrypt}', kms_key_id: 'alias/files' } },
          aws_fsx_ontap_file_system: { files: { kms_key_id: '${var.key}' } },
          aws_storagegateway_smb_file_share: { files: { kms_encrypted: '${var.encrypt}' } },
        },
      },
      addresses: [
        'aws_efs_file_system.files',
        'aws_fsx_ontap_file_system.files',
        'aws_storagegateway_smb_file_share.files',
      ],
    },
  ],
};
