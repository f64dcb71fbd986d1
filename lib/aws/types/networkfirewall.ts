import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Network Firewall',
  types: {
    aws_networkfirewall_firewall: {
      noun: 'network firewall',
      network: {
        drawn: { as: 'firewall', what: 'network firewall' },
        groups: [],
        subnets: ['subnet_mapping.subnet_id'],
      },
    },
  },
};
