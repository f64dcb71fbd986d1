import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the role of each of several tasks',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            shop: {
              count: 2,
              volume: {
                name: 'files',
                efs_volume_configuration: {
                  authorization_config: { iam: 'ENABLED' },
                  file_system_id: '${aws_efs_file_system.files.id}',
                },
              },
            },
          },
        },
      },
    },
    {
      title: 'two volumes, one of which is no file system, and none',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            mail: { family: 'mail' },
            shop: {
              volume: [
                { name: 'scratch' },
                { name: 'files', efs_volume_configuration: { authorization_config: { iam: 'ENABLED' } } },
              ],
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'not set',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            shop: { volume: { name: 'files', efs_volume_configuration: { authorization_config: [] } } },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.shop'],
    },
    {
      title: 'not set, and off on the second of two volumes',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            shop: { volume: { name: 'files', efs_volume_configuration: { transit_encryption: 'ENABLED' } } },
            stock: {
              volume: [
                { name: 'files', efs_volume_configuration: { authorization_config: { iam: 'ENABLED' } } },
                { name: 'lists', efs_volume_configuration: { authorization_config: { iam: 'DISABLED' } } },
              ],
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.shop', 'aws_ecs_task_definition.stock'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { iam: {}, volumes: {} },
        resource: {
          aws_ecs_task_definition: {
            shop: { volume: [{ efs_volume_configuration: [{ authorization_config: [{ iam: '${var.iam}' }] }] }] },
            stock: { volume: '${var.volumes}' },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.shop', 'aws_ecs_task_definition.stock'],
    },
  ],
};
