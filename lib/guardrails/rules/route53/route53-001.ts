import { ResourceRule } from '../../rule';
import { requireAttribute } from '../checks';

/** DNS firewalls that answer nothing while they cannot look. */
export const ROUTE53_001: ResourceRule = {
  id: 'ROUTE53-001',
  title: 'A DNS firewall fails closed',
  severity: 'medium',
  measures: ['3.3.4'],
  rationale:
    'A firewall that lets every query through while it is impaired is no firewall for who can wait, or cause that. Closed is what AWS does where nobody says anything.',
  fix: 'Leave `firewall_fail_open` out, or set it to DISABLED.',
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-vpc-configuration.html',
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_FirewallConfig.html',
  ],
  types: ['aws_route53_resolver_firewall_config'],
  check: (config) =>
    requireAttribute(config, 'firewall_fail_open', (value) => value === undefined || value === 'DISABLED', {
      firewall_fail_open: 'DISABLED',
    }),
  examples: {
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
  },
};
