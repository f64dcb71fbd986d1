import { TerraformVariable } from 'cdktf';
import { SegmentedVpcProps } from '../../../lib';
import { segmentedVpc } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const TITLE = 'TOM 3.3.4 Layered network defence';
const RULE = 'aws_route53_resolver_firewall_rule';
const LIST = 'aws_route53_resolver_firewall_domain_list';

function written(props?: Partial<SegmentedVpcProps>): Written {
  const stack = newStack();
  segmentedVpc(stack, 'It', props);
  return Written.of(stack);
}

test('resolves the names of AWS and internal ones, no others, and none where it does not answer', () => {
  const found = written();
  expect(found.resource('aws_route53_resolver_firewall_config').firewall_fail_open).toBe('DISABLED');
  expect(found.resource(LIST, 'It/DnsAllowedDomains').domains).toEqual([
    expect.stringMatching(/^\*\.\$\{data\.aws_partition\..+\.dns_suffix\}\.$/),
    '*.api.aws.',
    '*.internal.',
  ]);
  expect(found.resource(LIST, 'It/DnsRestDomains').domains).toEqual(['*.']);
  expect(found.resource(RULE, 'It/DnsAllowed')).toMatchObject({
    action: 'ALLOW',
    priority: 1000,
    firewall_domain_redirection_action: 'TRUST_REDIRECTION_DOMAIN',
  });
  expect(found.resource(RULE, 'It/DnsRest')).toMatchObject({
    action: 'BLOCK',
    block_response: 'NXDOMAIN',
    priority: 2000,
  });
  expect(found.resource('aws_route53_resolver_firewall_rule_group_association')).toMatchObject({ priority: 101 });
});

test('resolves what else is allowed', () => {
  const allowedDomains = ['example.com', '*.example.com.'];
  const { domains } = written({ allowedDomains }).resource(LIST, 'It/DnsAllowedDomains');
  expect((domains as string[]).slice(3)).toEqual(['example.com.', '*.example.com.']);
});

test('asks the lists of bad domains first', () => {
  const found = written({ blockedDomainListIds: ['rslvr-fdl-0a1b', 'rslvr-fdl-2c3d'] });
  expect(found.resource(RULE, 'It/DnsBlockedList1')).toMatchObject({
    action: 'BLOCK',
    priority: 100,
    firewall_domain_list_id: 'rslvr-fdl-0a1b',
  });
  expect(found.resource(RULE, 'It/DnsBlockedList2').priority).toBe(101);
  expect(Object.keys(found.resources(RULE))).toHaveLength(4);
});

test('resolves everything but bad domains, where that is asked for', () => {
  const found = written({ allowedDomains: ['*'], blockedDomainListIds: ['rslvr-fdl-0a1b'] });
  expect(Object.keys(found.resources(RULE))).toEqual(['It/DnsBlockedList1']);
  expect(found.resources(LIST)).toEqual({});
});

test('takes tokens', () => {
  const stack = newStack();
  const value = new TerraformVariable(stack, 'value', {}).stringValue;
  segmentedVpc(stack, 'It', { allowedDomains: [value], blockedDomainListIds: [value] });
  expect(Object.keys(Written.of(stack).resources(RULE))).toHaveLength(3);
});

test('names fit, however long the path is', () => {
  const stack = newStack();
  segmentedVpc(stack, `It${'x'.repeat(80)}`);
  const found = Written.of(stack);
  for (const type of [RULE, LIST, 'aws_route53_resolver_firewall_rule_group']) {
    for (const { name } of Object.values(found.resources(type)))
      expect((name as string).length).toBeLessThanOrEqual(64);
  }
});

describe('refuses', () => {
  test.each<[string, Partial<SegmentedVpcProps>, string]>([
    [
      'everything without lists of what is bad',
      { allowedDomains: ['*'] },
      `'allowedDomains' must not be every name there is, unless lists of AWS say which are bad (${TITLE}), got "*"; name the domains, such as '*.example.com', or write blockedDomainListIds: ['rslvr-fdl-…']`,
    ],
    [
      'what is no name',
      { allowedDomains: ['https://example.com'] },
      `'allowedDomains' must hold names of domains, of which the first part may be '*' (${TITLE}), got "https://example.com"; write allowedDomains: ['example.com', '*.example.com']`,
    ],
    [
      'a star within a name',
      { allowedDomains: ['api.*.example.com'] },
      `'allowedDomains' must hold names of domains, of which the first part may be '*' (${TITLE}), got "api.*.example.com"; write allowedDomains: ['example.com', '*.example.com']`,
    ],
    [
      'what is no list',
      { blockedDomainListIds: ['AWSManagedDomainsMalwareDomainList'] },
      `'blockedDomainListIds' must hold ids of domain lists of the region (${TITLE}), got "AWSManagedDomainsMalwareDomainList"; write those that 'aws route53resolver list-firewall-domain-lists' prints: ['rslvr-fdl-…']`,
    ],
  ])('%s', (_title, props, message) => {
    expect(messageOf(() => written(props))).toBe(`[test/It] ${message}`);
  });
});
