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
      title: 'two volumes, one of which is no file system, and none; blocks as lists',
      terraform: {
        resource: [
          {
            aws_ecs_task_definition: [
              { mail: [{ family: 'mail' }] },
              {
                shop: [
                  {
                    volume: [
                      { name: 'scratch' },
                      { name: 'files', efs_volume_configuration: [{ authorization_config: [{ iam: 'ENABLED' }] }] },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
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
    {
      title: 'not set within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_ecs_task_definition.shop',
                    mode: 'managed',
                    type: 'aws_ecs_task_definition',
                    name: 'shop',
                    values: { volume: [{ name: 'files', efs_volume_configuration: [{ authorization_config: [] }] }] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_ecs_task_definition.shop'],
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
