import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'one role may mount',
      terraform: {
        resource: {
          aws_efs_file_system: { files: { count: 2 } },
          aws_efs_file_system_policy: {
            files: {
              count: 2,
              file_system_id: '${aws_efs_file_system.files[count.index].id}',
              policy: JSON.stringify({
                Statement: {
                  Effect: 'Allow',
                  Principal: { AWS: '${aws_iam_role.shop.arn}' },
                  Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
                },
              }),
            },
          },
        },
      },
    },
    {
      title: 'a denial leaves it to the roles, and everyone who may write may not mount',
      terraform: {
        data: {
          aws_iam_policy_document: {
            files: {
              statement: [
                {
                  effect: 'Deny',
                  actions: ['elasticfilesystem:Client*'],
                  principals: [{ type: 'AWS', identifiers: ['*'] }],
                  condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
                },
              ],
            },
          },
        },
        resource: {
          aws_efs_file_system: { files: {}, stock: {} },
          aws_efs_file_system_policy: {
            files: {
              file_system_id: '${aws_efs_file_system.files.id}',
              policy: '${data.aws_iam_policy_document.files.json}',
            },
            stock: {
              file_system_id: '${aws_efs_file_system.stock.id}',
              policy:
                '${jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "elasticfilesystem:ClientWrite" }] })}',
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no policy',
      terraform: { resource: { aws_efs_file_system: { files: { encrypted: true } } } },
      addresses: ['aws_efs_file_system.files'],
    },
    {
      title: 'anyone may mount by a mount target',
      terraform: {
        resource: {
          aws_efs_file_system: { files: {} },
          aws_efs_file_system_policy: {
            files: {
              file_system_id: '${aws_efs_file_system.files.id}',
              policy: JSON.stringify({
                Statement: {
                  Effect: 'Allow',
                  Principal: { AWS: '*' },
                  Action: ['elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientMount'],
                  Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
                },
              }),
            },
          },
        },
      },
      addresses: ['aws_efs_file_system.files'],
    },
  ],
  undetermined: [
    {
      title: 'a variable is the policy, or names the file system',
      terraform: {
        variable: { policy: {}, system: {} },
        resource: {
          aws_efs_file_system: { files: {}, stock: {} },
          aws_efs_file_system_policy: {
            files: { file_system_id: '${aws_efs_file_system.files.id}', policy: '${var.policy}' },
            other: { file_system_id: '${var.system}', policy: JSON.stringify({ Statement: [] }) },
          },
        },
      },
      addresses: ['aws_efs_file_system.files', 'aws_efs_file_system.stock'],
    },
  ],
};
