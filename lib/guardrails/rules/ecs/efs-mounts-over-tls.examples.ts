import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'TLS and IAM, for each of several tasks',
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
                  transit_encryption: 'ENABLED',
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
                      {
                        name: 'files',
                        efs_volume_configuration: [
                          { authorization_config: [{ iam: 'ENABLED' }], transit_encryption: 'ENABLED' },
                        ],
                      },
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
      title: 'neither is said, and TLS without IAM',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            shop: { volume: { name: 'files', efs_volume_configuration: { file_system_id: 'fs-0123456789abcdef0' } } },
            stock: {
              volume: [
                { name: 'files', efs_volume_configuration: { transit_encryption: 'ENABLED' } },
                { name: 'scratch' },
              ],
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.shop', 'aws_ecs_task_definition.stock'],
    },
    {
      title: 'plain NFS within a module of a plan',
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
                    values: {
                      volume: [
                        {
                          name: 'files',
                          efs_volume_configuration: [{ authorization_config: [], transit_encryption: 'DISABLED' }],
                        },
                      ],
                    },
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
        variable: { tls: {}, volumes: {} },
        resource: {
          aws_ecs_task_definition: {
            shop: {
              volume: {
                efs_volume_configuration: {
                  authorization_config: { iam: 'ENABLED' },
                  transit_encryption: '${var.tls}',
                },
              },
            },
            stock: { volume: '${var.volumes}' },
            user: {
              volume: [
                {
                  efs_volume_configuration: [
                    { authorization_config: [{ iam: '${var.tls}' }], transit_encryption: 'ENABLED' },
                  ],
                },
              ],
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.shop', 'aws_ecs_task_definition.stock', 'aws_ecs_task_definition.user'],
    },
  ],
};
