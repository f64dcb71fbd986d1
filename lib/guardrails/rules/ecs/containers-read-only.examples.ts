import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a read-only root',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                {
                  name: 'web',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  readonlyRootFilesystem: true,
                },
              ]),
            },
          },
        },
      },
    },
    {
      title: 'a job with a read-only root',
      terraform: {
        resource: {
          aws_batch_job_definition: {
            job: {
              name: 'job',
              type: 'container',
              container_properties: JSON.stringify({
                image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                readonlyRootFilesystem: true,
              }),
            },
          },
        },
      },
    },
    {
      title: 'a container of Windows',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1' },
              ]),
              runtime_platform: { operating_system_family: 'WINDOWS_SERVER_2022_CORE' },
            },
          },
        },
      },
    },
    {
      title: 'a pod with a read-only root',
      terraform: {
        resource: {
          aws_batch_job_definition: {
            job: {
              name: 'job',
              type: 'container',
              eks_properties: {
                pod_properties: {
                  host_network: false,
                  containers: {
                    name: 'web',
                    image_pull_policy: 'Always',
                    image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                    security_context: { read_only_root_file_system: true },
                  },
                },
              },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'nothing is set',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1' },
              ]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
    {
      title: 'one of two containers',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                {
                  name: 'web',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  readonlyRootFilesystem: true,
                },
                {
                  name: 'agent',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  readonlyRootFilesystem: false,
                },
              ]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
    {
      title: 'a job',
      terraform: {
        resource: {
          aws_batch_job_definition: {
            job: {
              name: 'job',
              type: 'container',
              container_properties: JSON.stringify({ image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1' }),
            },
          },
        },
      },
      addresses: ['aws_batch_job_definition.job'],
    },
    {
      title: 'a job of ECS tasks',
      terraform: {
        resource: {
          aws_batch_job_definition: {
            job: {
              name: 'job',
              type: 'container',
              ecs_properties: JSON.stringify({
                taskProperties: [
                  { containers: [{ name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1' }] },
                ],
              }),
            },
          },
        },
      },
      addresses: ['aws_batch_job_definition.job'],
    },
    {
      title: 'a pod',
      terraform: {
        resource: {
          aws_batch_job_definition: {
            job: {
              name: 'job',
              type: 'container',
              eks_properties: {
                pod_properties: {
                  host_network: false,
                  containers: {
                    name: 'web',
                    image_pull_policy: 'Always',
                    image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                    security_context: { privileged: false },
                  },
                },
              },
            },
          },
        },
      },
      addresses: ['aws_batch_job_definition.job'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { defs: {} },
        resource: { aws_ecs_task_definition: { web: { container_definitions: '${var.defs}' } } },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
    {
      title: 'a variable decides about one',
      terraform: {
        variable: { open: {} },
        resource: {
          aws_ecs_task_definition: {
            web: {
              container_definitions: JSON.stringify([
                {
                  name: 'web',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  readonlyRootFilesystem: '${var.open}',
                },
              ]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
    {
      title: 'what is no JSON',
      terraform: { resource: { aws_ecs_task_definition: { web: { container_definitions: '[{' } } } },
      addresses: ['aws_ecs_task_definition.web'],
    },
  ],
};
