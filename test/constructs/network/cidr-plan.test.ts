import { TerraformVariable } from 'cdktf';
import { SubnetTier } from '../../../lib';
import { IpRange, contains, overlaps, parseNetwork } from '../../../lib/aws/ip-ranges';
import { CidrPlan, GivenCidrs, planCidrs } from '../../../lib/constructs/network/cidr-plan';
import { messageOf, newStack } from '../../support/synth';

const TITLE = 'TOM 3.3.4 Layered network defence';
const GIVEN = {
  publicCidrs: ['10.1.0.0/27', '10.1.0.32/27'],
  applicationCidrs: ['10.1.1.0/24', '10.1.2.0/24'],
  dataCidrs: ['10.1.3.0/28', '10.1.3.16/28'],
  endpointCidrs: ['10.1.4.0/26', '10.1.4.64/26'],
};

function plan(ipv4Cidr: string, zones = 3, given: GivenCidrs = {}): CidrPlan {
  return planCidrs(newStack(), ipv4Cidr, zones, given);
}

function ranges(cidrs: CidrPlan): IpRange[] {
  return Object.values(cidrs)
    .flat()
    .map((cidr) => parseNetwork(cidr, 'ipv4') as IpRange);
}

test('gives each zone a quarter, half of it to the application tier', () => {
  expect(plan('10.0.0.0/16')).toEqual({
    public: ['10.0.48.0/21', '10.0.112.0/21', '10.0.176.0/21'],
    application: ['10.0.0.0/19', '10.0.64.0/19', '10.0.128.0/19'],
    data: ['10.0.32.0/20', '10.0.96.0/20', '10.0.160.0/20'],
    endpoint: ['10.0.56.0/21', '10.0.120.0/21', '10.0.184.0/21'],
  });
});

test.each([16, 17, 18, 19, 20, 21, 22])('a /%d is divided without overlaps, and load balancers fit', (prefix) => {
  const network = parseNetwork(`172.16.0.0/${prefix}`, 'ipv4') as IpRange;
  const all = ranges(plan(`172.16.0.0/${prefix}`));
  expect(all).toHaveLength(12);
  expect(all.filter((range) => !contains(network, range) || range.prefix > 27)).toEqual([]);
  expect(all.filter((a, at) => all.slice(at + 1).some((b) => overlaps(a, b)))).toEqual([]);
});

test('a third zone moves nobody', () => {
  const [two, three] = [plan('10.0.0.0/20', 2), plan('10.0.0.0/20', 3)];
  for (const tier of Object.values(SubnetTier)) expect(three[tier].slice(0, 2)).toEqual(two[tier]);
});

test('takes the ranges that are named', () => {
  expect(plan('10.1.0.0/16', 2, GIVEN)).toEqual({
    public: GIVEN.publicCidrs,
    application: GIVEN.applicationCidrs,
    data: GIVEN.dataCidrs,
    endpoint: GIVEN.endpointCidrs,
  });
});

describe('refuses as the range of the network', () => {
  test.each([
    [
      '10.0.0/16',
      `'ipv4Cidr' must be a range of addresses: this is no IPv4 range (${TITLE}), got "10.0.0/16"; write ipv4Cidr: '10.0.0.0/16'`,
    ],
    [
      '10.0.0.1/16',
      `'ipv4Cidr' must be a range of addresses: this begins within the range 10.0.0.0/16 (${TITLE}), got "10.0.0.1/16"; write ipv4Cidr: '10.0.0.0/16'`,
    ],
    [
      '10.0.0.0/8',
      `'ipv4Cidr' must be a range from /16 to /28 (${TITLE}), got "10.0.0.0/8"; write ipv4Cidr: '10.0.0.0/16'`,
    ],
    [
      '8.8.0.0/16',
      `'ipv4Cidr' must lie within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10: other addresses are somebody's on the internet (${TITLE}), got "8.8.0.0/16"; write ipv4Cidr: '10.0.0.0/16'`,
    ],
    [
      '10.0.0.0/23',
      `'ipv4Cidr' must be a range from /16 to /22, or the subnets run out of addresses (${TITLE}), got "10.0.0.0/23"; write ipv4Cidr: '10.0.0.0/16', or name the ranges of all four tiers`,
    ],
  ])('%s', (cidr, message) => {
    expect(messageOf(() => plan(cidr))).toBe(`[test] ${message}`);
  });

  test('a token', () => {
    const stack = newStack();
    const cidr = new TerraformVariable(stack, 'cidr', {}).stringValue;
    expect(messageOf(() => planCidrs(stack, cidr, 3, {}))).toBe(
      `[test] 'ipv4Cidr' must be plain text, known when the program runs (${TITLE}), got a token; write ipv4Cidr: '10.0.0.0/16'`
    );
  });
});

describe('refuses as the ranges of tiers', () => {
  test.each<[string, GivenCidrs, string]>([
    [
      'some without the others',
      { ...GIVEN, endpointCidrs: undefined },
      `'endpointCidrs' must name one range a zone, 2 in all, where the ranges of any tier are named (${TITLE}), got undefined; write publicCidrs, applicationCidrs, dataCidrs, endpointCidrs, or none of them`,
    ],
    [
      'fewer than there are zones',
      { ...GIVEN, dataCidrs: ['10.1.3.0/28'] },
      `'dataCidrs' must name one range a zone, 2 in all, where the ranges of any tier are named (${TITLE}), got ["10.1.3.0/28"]; write publicCidrs, applicationCidrs, dataCidrs, endpointCidrs, or none of them`,
    ],
    [
      'what does not parse',
      { ...GIVEN, dataCidrs: ['10.1.3.0/28', 'data'] },
      `'dataCidrs' must be a range of addresses: this is no IPv4 range (${TITLE}), got "data"; write ranges such as 10.0.0.0/24`,
    ],
    [
      'too small a subnet',
      { ...GIVEN, dataCidrs: ['10.1.3.0/29', '10.1.3.16/28'] },
      `'dataCidrs' must be a range from /16 to /28 (${TITLE}), got "10.1.3.0/29"; write ranges such as 10.0.0.0/24`,
    ],
    [
      'a public subnet without room for a load balancer',
      { ...GIVEN, publicCidrs: ['10.1.0.0/28', '10.1.0.32/27'] },
      `'publicCidrs' must be a range from /16 to /27 (${TITLE}), got "10.1.0.0/28"; write ranges such as 10.0.0.0/24`,
    ],
    [
      'addresses of another network',
      { ...GIVEN, dataCidrs: ['10.2.3.0/28', '10.1.3.16/28'] },
      `'dataCidrs' must lie within the network, 10.1.0.0/16 (${TITLE}), got "10.2.3.0/28"; write ranges of the network, or widen ipv4Cidr`,
    ],
    [
      'an overlap',
      { ...GIVEN, dataCidrs: ['10.1.2.128/28', '10.1.3.16/28'] },
      `'dataCidrs' must not overlap 10.1.2.0/24 of applicationCidrs (${TITLE}), got "10.1.2.128/28"; give every subnet addresses of its own`,
    ],
  ])('%s', (_title, given, message) => {
    expect(messageOf(() => plan('10.1.0.0/16', 2, given))).toBe(`[test] ${message}`);
  });
});
