import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EC2 Auto Scaling',
  types: {
    aws_autoscaling_group: {
      noun: 'Auto Scaling group',
      network: {
        drawn: { as: 'workload', what: 'Auto Scaling group' },
        groups: [],
        subnets: ['vpc_zone_identifier'],
        templates: [
          'launch_template.id',
          'launch_template.name',
          'launch_configuration',
          'mixed_instances_policy.launch_template.launch_template_specification.launch_template_id',
          'mixed_instances_policy.launch_template.launch_template_specification.launch_template_name',
          'mixed_instances_policy.launch_template.override.launch_template_specification.launch_template_id',
        ],
      },
      zones: {
        subnets: ['vpc_zone_identifier'],
        zones: 'availability_zones',
        environments: 'production',
        facts:
          'A group that spans zones starts in the others what one has lost. In one zone it can start nothing while that zone is out.',
        sources: [
          'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html',
          'AWS Security Hub AutoScaling.2',
        ],
      },
    },
  },
};
