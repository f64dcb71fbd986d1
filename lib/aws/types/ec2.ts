import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EC2 and VPC',
  types: {
    aws_ami: {
      noun: 'image',
      holdsData: true,
    },
    aws_ami_copy: {
      noun: 'copy of an image',
      holdsData: true,
    },
    aws_ami_from_instance: {
      noun: 'image of an instance',
      holdsData: true,
    },
    aws_ebs_snapshot: {
      noun: 'EBS snapshot',
      holdsData: true,
    },
    aws_ebs_snapshot_copy: {
      noun: 'copy of an EBS snapshot',
      holdsData: true,
    },
    aws_ebs_volume: {
      noun: 'EBS volume',
      holdsData: true,
    },
    aws_instance: {
      noun: 'instance',
      holdsData: true,
      network: {
        drawn: { as: 'workload', what: 'instance' },
        groups: ['vpc_security_group_ids', 'security_groups'],
        subnets: ['subnet_id'],
        templates: ['launch_template.id', 'launch_template.name'],
      },
    },
    aws_ec2_client_vpn_endpoint: {
      noun: 'Client VPN endpoint',
      network: {
        drawn: { as: 'vpn', what: 'client VPN' },
        groups: ['security_group_ids'],
        subnets: [],
      },
    },
  },
};
