import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'subnets of the configuration, and zones by name',
      terraform: {
        resource: {
          aws_subnet: {
            a: { availability_zone: 'eu-central-1a' },
            b: { availability_zone: 'eu-central-1b' },
          },
          aws_autoscaling_group: {
            old: { availability_zones: ['eu-central-1a', 'eu-central-1b'] },
            web: { count: 2, vpc_zone_identifier: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] },
          },
        },
      },
    },
    {
      title: 'ids, and a development environment by a tag of the group; in lists',
      terraform: {
        resource: [
          {
            aws_autoscaling_group: [
              {
                test: [
                  {
                    tag: [{ key: 'tom:environment', propagate_at_launch: true, value: 'development' }],
                    vpc_zone_identifier: ['subnet-0a'],
                  },
                ],
              },
              { web: [{ vpc_zone_identifier: ['subnet-0a', 'subnet-0b'] }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'one subnet, two of one zone, one zone by name, and none',
      terraform: {
        resource: {
          aws_subnet: {
            a: { availability_zone: 'eu-central-1a' },
            b: { availability_zone: 'eu-central-1a' },
          },
          aws_autoscaling_group: {
            none: { min_size: 1 },
            old: { availability_zones: ['eu-central-1a'] },
            one: {
              tag: [{ key: 'tom:environment', propagate_at_launch: true, value: 'production' }],
              vpc_zone_identifier: ['subnet-0a'],
            },
            same: { vpc_zone_identifier: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] },
          },
        },
      },
      addresses: [
        'aws_autoscaling_group.none',
        'aws_autoscaling_group.old',
        'aws_autoscaling_group.one',
        'aws_autoscaling_group.same',
      ],
    },
    {
      title: 'one subnet within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_autoscaling_group.web',
                    mode: 'managed',
                    type: 'aws_autoscaling_group',
                    name: 'web',
                    values: { availability_zones: ['eu-central-1a'], vpc_zone_identifier: ['subnet-0a'] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_autoscaling_group.web'],
    },
  ],
  undetermined: [
    {
      title: 'lists that a variable and a splat make',
      terraform: {
        variable: { subnets: {}, zones: {} },
        resource: {
          aws_autoscaling_group: {
            old: { availability_zones: '${var.zones}' },
            splat: { vpc_zone_identifier: '${aws_subnet.app[*].id}' },
            web: { vpc_zone_identifier: '${var.subnets}' },
          },
        },
      },
      addresses: ['aws_autoscaling_group.old', 'aws_autoscaling_group.splat', 'aws_autoscaling_group.web'],
    },
  ],
};
