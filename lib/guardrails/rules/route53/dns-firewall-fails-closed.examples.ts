import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'closed, for each of several VPCs',
      terraform: {
        resource: {
          aws_vpc: { main: { count: 2 } },
          aws_route53_resolver_firewall_config: {
            main: { count: 2, resource_id: '${aws_vpc.main[count.index].id}', firewall_fail_open: 'DISABLED' },
          },
        },
      },
    },
    {
      title: 'not said, blocks as lists',
      terraform: { resource: [{ aws_route53_resolver_firewall_config: [{ main: [{ resource_id: 'vpc-1' }] }] }] },
    },
  ],
  fail: [
    {
      title: 'open',
      terraform: {
        resource: {
          aws_route53_resolver_firewall_config: { main: { resource_id: 'vpc-1', firewall_fail_open: 'ENABLED' } },
        },
      },
      addresses: ['aws_route53_resolver_firewall_config.main'],
    },
    {
      title: 'open in a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.dns',
                resources: [
                  {
                    address: 'module.dns.aws_route53_resolver_firewall_config.this',
                    mode: 'managed',
                    type: 'aws_route53_resolver_firewall_config',
                    name: 'this',
                    values: { resource_id: 'vpc-1', firewall_fail_open: 'ENABLED' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.dns.aws_route53_resolver_firewall_config.this'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { open: {} },
        resource: {
          aws_route53_resolver_firewall_config: { main: { resource_id: 'vpc-1', firewall_fail_open: '${var.open}' } },
        },
      },
      addresses: ['aws_route53_resolver_firewall_config.main'],
    },
  ],
};
