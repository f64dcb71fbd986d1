import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a user of its own',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1', user: '1000:1000' },
              ]),
            },
          },
        },
      },
    },
    {
      title: 'a job with a user by name',
      terraform: {
        resource: {
          aws_batch_job_definition: {
            job: {
              name: 'job',
              type: 'container',
              container_properties: JSON.stringify({
                image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                user: 'app',
              }),
            },
          },
        },
      },
    },
    {
      title: 'a pod that refuses root',
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
                    security_context: { run_as_non_root: true },
                  },
                },
              },
            },
          },
        },
      },
    },
    {
      title: 'a pod with a user of its own',
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
                    security_context: { run_as_user: 1000 },
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
      title: 'root, by name and by number',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            name: {
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1', user: 'root:app' },
              ]),
            },
            number: {
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1', user: '0' },
              ]),
            },
            zeros: {
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1', user: '00:1000' },
              ]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.name', 'aws_ecs_task_definition.number', 'aws_ecs_task_definition.zeros'],
    },
    {
      title: 'a job',
      terraform: {
        resource: {
          aws_batch_job_definition: {
            job: {
              name: 'job',
              type: 'container',
              container_properties: JSON.stringify({
                image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                user: 'root',
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
                    security_context: { run_as_user: 0 },
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
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1', user: '${var.open}' },
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
