import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'nothing of the host',
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
    },
    {
      title: 'a job that is not privileged, and drops capabilities',
      terraform: {
        resource: {
          aws_batch_job_definition: {
            job: {
              name: 'job',
              type: 'container',
              container_properties: JSON.stringify({
                image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                privileged: false,
              }),
            },
          },
        },
      },
    },
    {
      title: 'capabilities of its own',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                {
                  name: 'web',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  linuxParameters: { capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] } },
                },
              ]),
              pid_mode: 'task',
              ipc_mode: 'none',
            },
          },
        },
      },
    },
    {
      title: 'a pod with a network of its own',
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
    },
  ],
  fail: [
    {
      title: 'a privileged container',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1', privileged: true },
              ]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
    {
      title: 'the processes of the host',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1' },
              ]),
              pid_mode: 'host',
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
    {
      title: 'the memory of the host',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1' },
              ]),
              ipc_mode: 'host',
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
    {
      title: 'capabilities of the host',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1' },
                {
                  name: 'agent',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  linuxParameters: { capabilities: { add: ['SYS_ADMIN'] } },
                },
              ]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
    {
      title: 'a privileged job',
      terraform: {
        resource: {
          aws_batch_job_definition: {
            job: {
              name: 'job',
              type: 'container',
              container_properties: JSON.stringify({
                image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                privileged: true,
              }),
            },
          },
        },
      },
      addresses: ['aws_batch_job_definition.job'],
    },
    {
      title: 'a privileged job on several nodes',
      terraform: {
        resource: {
          aws_batch_job_definition: {
            job: {
              name: 'job',
              type: 'container',
              node_properties: JSON.stringify({
                mainNode: 0,
                numNodes: 2,
                nodeRangeProperties: [
                  {
                    targetNodes: '0:',
                    container: { image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1', privileged: true },
                  },
                ],
              }),
            },
          },
        },
      },
      addresses: ['aws_batch_job_definition.job'],
    },
    {
      title: 'a privileged pod',
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
                    security_context: { privileged: true },
                  },
                },
              },
            },
          },
        },
      },
      addresses: ['aws_batch_job_definition.job'],
    },
    {
      title: 'a pod in the network of its host, which is the default',
      terraform: {
        resource: {
          aws_batch_job_definition: {
            job: {
              eks_properties: {
                pod_properties: { containers: { image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1' } },
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
      title: 'a variable decides whether a container is privileged, or which processes it sees',
      terraform: {
        variable: { open: {} },
        resource: {
          aws_ecs_task_definition: {
            web: {
              container_definitions: JSON.stringify([
                {
                  name: 'web',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  privileged: '${var.open}',
                },
              ]),
            },
            ipc: {
              container_definitions: JSON.stringify([
                { name: 'web', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1' },
              ]),
              ipc_mode: '${var.open}',
            },
            more: {
              container_definitions: JSON.stringify([
                {
                  name: 'web',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  linuxParameters: { capabilities: { add: ['${var.open}'] } },
                },
              ]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.ipc', 'aws_ecs_task_definition.more', 'aws_ecs_task_definition.web'],
    },
    {
      title: 'what is no JSON',
      terraform: { resource: { aws_ecs_task_definition: { web: { container_definitions: '[{' } } } },
      addresses: ['aws_ecs_task_definition.web'],
    },
  ],
};
