import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a log group',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                {
                  name: 'web',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'web' } },
                },
              ]),
            },
          },
        },
      },
    },
    {
      title: 'a log router, which logs itself',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                {
                  name: 'web',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  logConfiguration: { logDriver: 'awsfirelens' },
                },
                {
                  name: 'router',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'web' } },
                },
              ]),
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
                  logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'web' } },
                },
                { name: 'agent', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1' },
              ]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
    {
      title: 'the driver none',
      terraform: {
        resource: {
          aws_ecs_task_definition: {
            web: {
              family: 'web',
              container_definitions: JSON.stringify([
                {
                  name: 'web',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  logConfiguration: { logDriver: 'none' },
                },
              ]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
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
      title: 'a variable decides the driver',
      terraform: {
        variable: { open: {} },
        resource: {
          aws_ecs_task_definition: {
            web: {
              container_definitions: JSON.stringify([
                {
                  name: 'web',
                  image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/web:1',
                  logConfiguration: { logDriver: '${var.open}' },
                },
              ]),
            },
          },
        },
      },
      addresses: ['aws_ecs_task_definition.web'],
    },
  ],
};
