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
      title: 'unset',
      terraform: { resource: { aws_route53_resolver_firewall_config: { main: { resource_id: 'vpc-1' } } } },
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
      title: 'open, for one of two',
      terraform: {
        resource: {
          aws_route53_resolver_firewall_config: {
            closed: { resource_id: 'vpc-1', firewall_fail_open: 'DISABLED' },
            open: { resource_id: 'vpc-2', firewall_fail_open: 'ENABLED' },
          },
        },
      },
      addresses: ['aws_route53_resolver_firewall_config.open'],
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
