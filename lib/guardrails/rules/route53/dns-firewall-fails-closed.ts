import { ResourceRule } from '../../rule';
import { requireAttribute } from '../../verdicts/checks';

/** DNS firewalls that answer nothing while they cannot look. */
export const RULE: ResourceRule = {
  id: 'ROUTE53-001',
  name: 'dns-firewall-fails-closed',
  title: 'A DNS firewall fails closed',
  severity: 'medium',
  claims: ['3.3.4.f'],
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
};
