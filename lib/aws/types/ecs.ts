import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'ECS',
  types: {
    aws_ecs_cluster: {
      noun: 'ECS cluster',
      holdsData: true,
    },
    aws_ecs_service: {
      noun: 'ECS service',
      holdsData: true,
      network: {
        drawn: { as: 'workload', what: 'ECS service' },
        groups: ['network_configuration.security_groups'],
        subnets: ['network_configuration.subnets'],
      },
    },
  },
};
