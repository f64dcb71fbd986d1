import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { Route53ResolverFirewallConfig } from '@cdktf/provider-aws/lib/route53-resolver-firewall-config';
import { Route53ResolverFirewallDomainList } from '@cdktf/provider-aws/lib/route53-resolver-firewall-domain-list';
import { Route53ResolverFirewallRule } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule';
import { Route53ResolverFirewallRuleGroup } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group';
import { Route53ResolverFirewallRuleGroupAssociation } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group-association';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { NetworkContext } from './tier';

const MEASURE = '3.3.4';

/** Which names a network may ask for. */
export interface DnsFirewallProps {
  readonly network: NetworkContext;
  readonly allowedDomains?: string[];
  readonly blockedDomainListIds?: string[];
  /** What names begin with. */
  readonly name: string;
}

/** Every name there is. */
const EVERYTHING = '*';

/**
 * Names that nobody but AWS and the own network answers for: asking for them tells nobody else anything. `internal` is kept out of the public DNS.
 */
function alwaysAllowed(dnsSuffix: string): string[] {
  return [`*.${dnsSuffix}`, '*.api.aws', '*.internal'];
}

/** Resolves the names that are allowed and no others, and none at all where the firewall does not answer (TOM 3.3.4, 9.3). */
export function addDnsFirewall(scope: Construct, props: DnsFirewallProps): void {
  const { network, name } = props;
  const { region } = network;
  const blocked = props.blockedDomainListIds ?? [];
  const allowed = props.allowedDomains ?? [];
  for (const domain of allowed) requireDomain(scope, domain, blocked);
  for (const id of blocked) requireListId(scope, id);

  const called = (part: string): string => `${name.slice(0, 63 - part.length)}-${part}`;
  new Route53ResolverFirewallConfig(scope, 'DnsFirewallConfig', {
    resourceId: network.vpcId,
    firewallFailOpen: 'DISABLED',
    region,
  });
  const group = new Route53ResolverFirewallRuleGroup(scope, 'DnsFirewall', {
    name: called('dns'),
    region,
    tags: network.tagsOf('dns-firewall'),
  });
  const firewallRuleGroupId = group.id;
  const list = (id: string, part: string, domains: string[]): string =>
    new Route53ResolverFirewallDomainList(scope, id, {
      name: called(part),
      // As Route 53 hands them back: with the dot of the root.
      domains: domains.map((domain) => (domain.endsWith('.') ? domain : `${domain}.`)),
      region,
      tags: network.tagsOf(part),
    }).id;
  const block = (id: string, priority: number, firewallDomainListId: string): void => {
    new Route53ResolverFirewallRule(scope, id, {
      name: called(id.toLowerCase()),
      firewallRuleGroupId,
      firewallDomainListId,
      action: 'BLOCK',
      blockResponse: 'NXDOMAIN',
      priority,
      region,
    });
  };

  blocked.forEach((id, at) => block(`DnsBlockedList${at + 1}`, 100 + at, id));
  if (!allowed.includes(EVERYTHING)) {
    new Route53ResolverFirewallRule(scope, 'DnsAllowed', {
      name: called('dnsallowed'),
      firewallRuleGroupId,
      firewallDomainListId: list('DnsAllowedDomains', 'allowed', [
        ...alwaysAllowed(accountOf(scope).dnsSuffix),
        ...allowed,
      ]),
      action: 'ALLOW',
      // Who is allowed says where their name leads, to a content network for example, which need not be named.
      firewallDomainRedirectionAction: 'TRUST_REDIRECTION_DOMAIN',
      priority: 1000,
      region,
    });
    block('DnsRest', 2000, list('DnsRestDomains', 'rest', [EVERYTHING]));
  }
  new Route53ResolverFirewallRuleGroupAssociation(scope, 'DnsFirewallAssociation', {
    name: called('dns'),
    firewallRuleGroupId,
    vpcId: network.vpcId,
    priority: 101,
    region,
    tags: network.tagsOf('dns-firewall'),
  });
}

function requireDomain(scope: Construct, domain: string, blocked: string[]): void {
  const prop = 'allowedDomains';
  if (Token.isUnresolved(domain)) return;
  if (domain === EVERYTHING) {
    if (blocked.length > 0) return;
    refuse(scope, {
      prop,
      must: 'must not be every name there is, unless lists of AWS say which are bad',
      value: domain,
      measure: MEASURE,
      fix: "name the domains, such as '*.example.com', or write blockedDomainListIds: ['rslvr-fdl-…']",
    });
  }
  if (!/^(\*\.)?([a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}\.?$/i.test(domain)) {
    refuse(scope, {
      prop,
      must: "must hold names of domains, of which the first part may be '*'",
      value: domain,
      measure: MEASURE,
      fix: "write allowedDomains: ['example.com', '*.example.com']",
    });
  }
}

function requireListId(scope: Construct, id: string): void {
  if (Token.isUnresolved(id) || /^rslvr-fdl-[0-9a-f]+$/.test(id)) return;
  refuse(scope, {
    prop: 'blockedDomainListIds',
    must: 'must hold ids of domain lists of the region',
    value: id,
    measure: MEASURE,
    fix: "write those that 'aws route53resolver list-firewall-domain-lists' prints: ['rslvr-fdl-…']",
  });
}
