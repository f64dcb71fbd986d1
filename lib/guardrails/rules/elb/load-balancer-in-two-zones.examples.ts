import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'subnets of the configuration, mapped subnets, and instances of one counted subnet',
      terraform: {
        resource: {
          aws_subnet: {
            a: { availability_zone: 'eu-central-1a' },
            b: { availability_zone: 'eu-central-1b' },
            each: { count: 2, availability_zone: '${data.aws_availability_zones.all.names[count.index]}' },
          },
          aws_lb: {
            counted: { count: 2, subnets: ['${aws_subnet.each[0].id}', '${aws_subnet.each[1].id}'] },
            edge: { subnet_mapping: [{ subnet_id: '${aws_subnet.a.id}' }, { subnet_id: '${aws_subnet.b.id}' }] },
            web: { subnets: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] },
          },
        },
      },
    },
    {
      title: 'ids, zones by name, and a test environment; in lists',
      terraform: {
        resource: [
          {
            aws_alb: [
              { web: [{ subnets: ['subnet-0a', 'subnet-0b'] }] },
              {
                test: [
                  { load_balancer_type: 'network', subnets: ['subnet-0a'], tags: { 'tom:environment': 'ephemeral' } },
                ],
              },
            ],
            aws_elb: [{ old: [{ availability_zones: ['eu-central-1a', 'eu-central-1b'] }] }],
          },
        ],
      },
    },
    {
      title: 'instances of one subnet, in a plan that names them by their index',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            resources: [
              {
                address: 'aws_subnet.public[0]',
                mode: 'managed',
                type: 'aws_subnet',
                name: 'public',
                values: { availability_zone: 'eu-central-1a' },
              },
              {
                address: 'aws_subnet.public[1]',
                mode: 'managed',
                type: 'aws_subnet',
                name: 'public',
                values: { availability_zone: 'eu-central-1b' },
              },
              {
                address: 'aws_lb.web',
                mode: 'managed',
                type: 'aws_lb',
                name: 'web',
                values: { subnets: ['${aws_subnet.public[0].id}', '${aws_subnet.public[1].id}'] },
              },
            ],
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'one subnet, mapped or not, also where a variable names it',
      terraform: {
        variable: { subnet: {} },
        resource: {
          aws_lb: {
            edge: { load_balancer_type: 'network', subnet_mapping: { subnet_id: '${var.subnet}' } },
            inspection: { load_balancer_type: 'gateway', subnets: ['subnet-0a'] },
          },
          aws_elb: { old: { availability_zones: ['eu-central-1a', 'eu-central-1a'] } },
        },
      },
      addresses: ['aws_elb.old', 'aws_lb.edge', 'aws_lb.inspection'],
    },
    {
      title: 'two subnets of one zone, and of the zone that one variable names',
      terraform: {
        variable: { zone: {} },
        resource: {
          aws_subnet: {
            a: { availability_zone: 'eu-central-1a' },
            b: { availability_zone: 'eu-central-1a' },
            c: { availability_zone_id: '${var.zone}' },
            d: { availability_zone_id: '${var.zone}' },
          },
          aws_lb: {
            edge: { load_balancer_type: 'network', subnets: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] },
            inner: { load_balancer_type: 'network', subnets: ['${aws_subnet.c.id}', '${aws_subnet.d.id}'] },
          },
        },
      },
      addresses: ['aws_lb.edge', 'aws_lb.inner'],
    },
    {
      title: 'one subnet within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.edge',
                resources: [
                  {
                    address: 'module.edge.aws_lb.main',
                    mode: 'managed',
                    type: 'aws_lb',
                    name: 'main',
                    values: {
                      load_balancer_type: 'network',
                      subnets: ['subnet-0a'],
                      subnet_mapping: [{ subnet_id: 'subnet-0a' }],
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.edge.aws_lb.main'],
    },
  ],
  undetermined: [
    {
      title: 'lists that a variable, a splat and a dynamic block make',
      terraform: {
        variable: { subnets: {} },
        resource: {
          aws_lb: {
            dynamic: {
              dynamic: {
                subnet_mapping: { for_each: '${var.subnets}', content: { subnet_id: '${subnet_mapping.value}' } },
              },
            },
            splat: { subnets: '${aws_subnet.public[*].id}' },
            web: { subnets: '${var.subnets}' },
          },
        },
      },
      addresses: ['aws_lb.dynamic', 'aws_lb.splat', 'aws_lb.web'],
    },
  ],
};
