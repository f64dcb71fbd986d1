import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EKS',
  types: {
    aws_eks_cluster: {
      noun: 'EKS cluster',
      holdsData: true,
      network: {
        drawn: { as: 'workload', what: 'EKS cluster' },
        groups: ['vpc_config.security_group_ids'],
        subnets: ['vpc_config.subnet_ids'],
      },
    },
    aws_eks_node_group: {
      noun: 'node group',
      network: {
        drawn: { as: 'workload', what: 'EKS nodes' },
        groups: [],
        subnets: ['subnet_ids'],
        templates: ['launch_template.id', 'launch_template.name'],
      },
    },
  },
};
