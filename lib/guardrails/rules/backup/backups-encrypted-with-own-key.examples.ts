import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'keys of the stack',
      terraform: {
        resource: {
          aws_kms_key: { backup: {} },
          aws_backup_logically_air_gapped_vault: { main: { encryption_key_arn: '${aws_kms_key.backup.arn}' } },
          aws_backup_vault: { main: { count: 2, kms_key_arn: '${aws_kms_key.backup.arn}' } },
        },
      },
    },
    {
      title: 'copies, one under the key of its source, blocks as lists',
      terraform: {
        resource: [
          {
            aws_db_snapshot_copy: [
              { far: [{ kms_key_id: 'arn:aws:kms:eu-west-1:111122223333:key/1234' }] },
              { near: [{ source_db_snapshot_identifier: 'orders' }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no key, and a key of AWS',
      terraform: {
        resource: {
          aws_backup_logically_air_gapped_vault: { main: { min_retention_days: 7, max_retention_days: 35 } },
          aws_backup_vault: { main: { count: 2 }, other: { kms_key_arn: 'alias/aws/backup' } },
        },
      },
      addresses: ['aws_backup_logically_air_gapped_vault.main', 'aws_backup_vault.main', 'aws_backup_vault.other'],
    },
    {
      title: 'a copy under the key of AWS, blocks as lists',
      terraform: {
        data: { aws_kms_alias: { rds: { name: 'alias/aws/rds' } } },
        resource: [{ aws_db_snapshot_copy: [{ far: [{ kms_key_id: '${data.aws_kms_alias.rds.target_key_arn}' }] }] }],
      },
      addresses: ['aws_db_snapshot_copy.far'],
    },
    {
      title: 'no key within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.backup',
                resources: [
                  {
                    address: 'module.backup.aws_backup_vault.main',
                    mode: 'managed',
                    type: 'aws_backup_vault',
                    name: 'main',
                    values: { name: 'main' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.backup.aws_backup_vault.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the key',
      terraform: {
        variable: { key: {} },
        resource: { aws_backup_vault: { main: { kms_key_arn: '${var.key}' } } },
      },
      addresses: ['aws_backup_vault.main'],
    },
  ],
};
