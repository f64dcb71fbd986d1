import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Elastic Load Balancing',
  types: {
    aws_lb: {
      noun: 'load balancer',
      network: {
        drawn: { as: 'balancer', what: 'load balancer' },
        groups: ['security_groups'],
        subnets: ['subnets', 'subnet_mapping.subnet_id'],
      },
    },
    aws_alb: {
      noun: 'load balancer',
      network: {
        drawn: { as: 'balancer', what: 'load balancer' },
        groups: ['security_groups'],
        subnets: ['subnets', 'subnet_mapping.subnet_id'],
      },
    },
    aws_elb: {
      noun: 'Classic Load Balancer',
      network: {
        drawn: { as: 'balancer', what: 'load balancer' },
        groups: ['security_groups'],
        subnets: ['subnets', 'subnet_mapping.subnet_id'],
      },
    },
  },
};
