import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a private subnet, and an instance in it',
      terraform: {
        resource: {
          aws_subnet: { app: { map_public_ip_on_launch: false } },
          aws_instance: { app: { subnet_id: '${aws_subnet.app.id}' } },
        },
      },
    },
    {
      title: 'private subnets, and an instance and a task within them',
      terraform: {
        resource: {
          aws_subnet: {
            app: { count: 3, map_public_ip_on_launch: false },
            public: { assign_ipv6_address_on_creation: true },
          },
          aws_instance: { app: { subnet_id: '${aws_subnet.app[0].id}' } },
          aws_ecs_service: { app: { network_configuration: { subnets: ['${aws_subnet.app[0].id}'] } } },
        },
      },
    },
    {
      title: 'set on each',
      terraform: {
        resource: {
          aws_instance: { app: { subnet_id: 'subnet-1', associate_public_ip_address: false } },
          aws_launch_template: { app: { network_interfaces: { associate_public_ip_address: 'false' } } },
          aws_ecs_service: { app: { network_configuration: { assign_public_ip: false } } },
          aws_spot_fleet_request: {
            jobs: { launch_specification: { associate_public_ip_address: false, subnet_id: 'subnet-1' } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a subnet that gives public addresses, and an instance in it',
      terraform: {
        resource: {
          aws_subnet: { public: { count: 2, map_public_ip_on_launch: true } },
          aws_instance: { web: { subnet_id: '${aws_subnet.public[0].id}' } },
        },
      },
      addresses: ['aws_instance.web', 'aws_subnet.public'],
    },
    {
      title: 'asked for by an instance, a template, a service and a fleet',
      terraform: {
        resource: {
          aws_instance: { web: { associate_public_ip_address: true } },
          aws_launch_template: {
            web: { network_interfaces: [{ device_index: 0 }, { associate_public_ip_address: 'true' }] },
          },
          aws_ecs_service: { web: { network_configuration: { assign_public_ip: true } } },
          aws_spot_fleet_request: { jobs: { launch_specification: { associate_public_ip_address: true } } },
        },
      },
      addresses: ['aws_ecs_service.web', 'aws_instance.web', 'aws_launch_template.web', 'aws_spot_fleet_request.jobs'],
    },
    {
      title: 'given by default subnets',
      terraform: {
        resource: { aws_default_subnet: { a: { availability_zone: 'eu-central-1a' } }, aws_instance: { web: {} } },
      },
      addresses: ['aws_default_subnet.a', 'aws_instance.web'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides, names the subnet, or holds the network of a service',
      terraform: {
        variable: { public: {}, subnet: {}, network: {} },
        resource: {
          aws_subnet: { app: { map_public_ip_on_launch: '${var.public}' } },
          aws_instance: { app: { subnet_id: '${var.subnet}' } },
          aws_ecs_service: { app: { network_configuration: '${var.network}' } },
        },
      },
      addresses: ['aws_ecs_service.app', 'aws_instance.app', 'aws_subnet.app'],
    },
  ],
};
