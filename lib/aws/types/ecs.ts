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
    aws_ecs_task_definition: {
      noun: 'task',
      inTransit: {
        demand: 'mounts EFS file systems over TLS',
        blocks: 'volume.efs_volume_configuration',
        settings: [
          {
            attribute: 'transit_encryption',
            is: ['ENABLED'],
            otherwise: 'files pass unencrypted',
          },
        ],
        facts: 'ECS mounts a file system over plain NFS by default.',
        sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html'],
      },
    },
  },
};
