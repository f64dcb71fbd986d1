import { Block, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { isUnknown } from '../../value';
import { allOf, unknownAttribute } from '../checks';

const VOLUME = 'volume.efs_volume_configuration';
const ENABLED: { readonly [attribute: string]: string } = {
  transit_encryption: 'files pass in the clear',
  'authorization_config.iam': 'the file system is not told who the task is',
};

/** Tasks that mount file systems over TLS, as themselves. */
export const ECS_001: ResourceRule = {
  id: 'ECS-001',
  title: 'A task mounts EFS file systems over TLS and by its IAM role',
  severity: 'medium',
  measures: ['1.1.2', '3.1.1'],
  rationale:
    'ECS mounts a file system over plain NFS unless it is told otherwise: files pass in the clear within the VPC. Without IAM authorization the task mounts as nobody, so that a file system policy can only admit everybody in the VPC or no task at all.',
  fix: 'Set `transit_encryption` and `authorization_config.iam` of each `efs_volume_configuration` to ENABLED, and let the task role mount the file system.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html',
  ],
  types: ['aws_ecs_task_definition'],
  check: (task) => volumesVerdict(task),
  examples: {
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
  },
};

function volumesVerdict(task: Resource): Verdict | undefined {
  const volumes = task.get('volume');
  if (isUnknown(volumes)) return unknownAttribute('volume', volumes);
  const mounted = task.blocks(VOLUME);
  if (mounted.length === 0) return undefined;
  return allOf(mounted.flatMap((volume) => Object.keys(ENABLED).map((attribute) => enabledVerdict(volume, attribute))));
}

function enabledVerdict(volume: Block, attribute: string): Verdict {
  const value = volume.get(attribute);
  if (isUnknown(value)) return unknownAttribute(`${VOLUME}.${attribute}`, value);
  if (value === 'ENABLED') return MET;
  return violated(`${VOLUME}.${attribute} is ${describe(value)}: ${ENABLED[attribute]}`);
}
