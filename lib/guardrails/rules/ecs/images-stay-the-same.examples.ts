import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the tag of a build',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:42' },
              ]),
            },
          },
        },
      },
    },
    {
      title: 'a digest',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                { name: 'web', image: `111122223333.dkr.ecr.eu-central-1.amazonaws.com/web@sha256:${'0'.repeat(64)}` },
              ]),
            },
          },
        },
      },
    },
    {
      title: 'the tag of a build in a repository of the stack',
      terraform: {
        resource: {
          aws_ecr_repository: { web: { name: 'web', image_tag_mutability: 'IMMUTABLE' } },
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                { name: 'web', image: '${aws_ecr_repository.web.repository_url}:42' },
              ]),
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'latest',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:latest' },
              ]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
    {
      title: 'no tag',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web' },
              ]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
    {
      title: 'a pod, and a registry with a port',
      terraform: {
        resource: {
          aws_batch_job_definition: {
            job: {
              name: 'job',
              type: 'container',
              eks_properties: {
                pod_properties: { containers: { name: 'web', image: 'registry.example.com:5000/web' } },
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
      title: 'a variable',
      terraform: {
        variable: { image: {} },
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([{ name: 'web', image: '${var.image}' }]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
  ],
};
