import { NetworkAcl } from '@cdktf/provider-aws/lib/network-acl';
import { NetworkAclRule } from '@cdktf/provider-aws/lib/network-acl-rule';
import { TAG } from '../../toms/tags';
import { NetworkContext, Tier } from './tier';
import { SubnetTier } from './vpc';

/** One direction of traffic. */
type Direction = 'Ingress' | 'Egress';

/** What an entry speaks of: a protocol, and its ports or its kind of message. */
interface Traffic {
  readonly protocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
}

/** Addresses of IPv4, and of IPv6 where the network has some. */
interface Addresses {
  readonly ipv4: string;
  readonly ipv6?: string;
}

/** A numbered entry. That of IPv6 has the next number. */
interface Entry {
  readonly number: number;
  readonly action: 'allow' | 'deny';
  readonly traffic: Traffic;
  readonly with: Addresses;
}

/** The ranges that entries speak of. */
export interface AclRanges {
  readonly network: Addresses;
  readonly application: readonly Addresses[];
  readonly data: readonly Addresses[];
  readonly endpoint: readonly Addresses[];
}

const EVERYTHING: Traffic = { protocol: '-1' };
const HTTPS = tcp(443);
const HTTP = tcp(80);
const ALL_TCP = tcp(0, 65535);
/** Where answers arrive: an ACL remembers no connections. */
const ANSWERS = tcp(1024, 65535);
/** Tells a sender that its packets are too large. Without it, large answers never arrive. */
const TOO_LARGE: Traffic = { protocol: 'icmp', icmpType: 3, icmpCode: 4 };
const TOO_LARGE_IPV6: Traffic = { protocol: '58', icmpType: 2, icmpCode: 0 };

function tcp(fromPort: number, toPort = fromPort): Traffic {
  return { protocol: 'tcp', fromPort, toPort };
}

/**
 * The network ACL of a tier (TOM 3.3.4): what its subnets take and send, whatever security groups say. Numbers from 1000 are free for entries
 * of one's own.
 *
 * @returns its id
 */
export function aclOf(tier: Tier, network: NetworkContext, ranges: AclRanges): string {
  const acl = new NetworkAcl(tier, 'NetworkAcl', {
    vpcId: network.vpcId,
    subnetIds: tier.subnetIds,
    region: network.region,
    tags: network.tagsOf(tier.tier, { [TAG.tier]: tier.tier }),
  });
  const networkAclId = acl.id;
  const write = (direction: Direction, number: number, { action, traffic }: Entry, range: object): void => {
    new NetworkAclRule(tier, `${direction}-${number}`, {
      networkAclId,
      ruleNumber: number,
      egress: direction === 'Egress',
      ruleAction: action,
      ...traffic,
      ...range,
      region: network.region,
    });
  };
  const { ingress, egress } = ENTRIES[tier.tier](ranges);
  for (const [direction, entries] of [['Ingress', ingress] as const, ['Egress', egress] as const]) {
    for (const entry of entries) {
      write(direction, entry.number, entry, { cidrBlock: entry.with.ipv4 });
      if (entry.with.ipv6 === undefined) continue;
      const inIpv6 = entry.traffic === TOO_LARGE ? { ...entry, traffic: TOO_LARGE_IPV6 } : entry;
      write(direction, entry.number + 1, inIpv6, { ipv6CidrBlock: entry.with.ipv6 });
    }
  }
  return networkAclId;
}

interface Entries {
  readonly ingress: Entry[];
  readonly egress: Entry[];
}

const ENTRIES: { readonly [T in SubnetTier]: (ranges: AclRanges) => Entries } = {
  [SubnetTier.PUBLIC]: publicEntries,
  [SubnetTier.APPLICATION]: applicationEntries,
  [SubnetTier.DATA]: dataEntries,
  [SubnetTier.ENDPOINT]: endpointEntries,
};

/** The web is let in, administrators are not, wherever they come from. Answers to everybody go out, and NAT gateways reach HTTPS. */
function publicEntries({ network }: AclRanges): Entries {
  const everybody = everybodyOf(network);
  return {
    ingress: [
      deny(100, tcp(22), everybody),
      deny(110, tcp(3389), everybody),
      deny(120, tcp(5985, 5986), everybody),
      allow(200, EVERYTHING, network),
      allow(300, HTTPS, everybody),
      allow(310, HTTP, everybody),
      allow(320, ANSWERS, everybody),
      allow(330, TOO_LARGE, everybody),
    ],
    egress: [allow(200, EVERYTHING, network), allow(300, HTTPS, everybody), allow(320, ANSWERS, everybody)],
  };
}

/**
 * Talks with the network, and with what routes lead to: S3 and DynamoDB by their endpoints, the internet by a NAT gateway, and the clients whose
 * addresses a Network Load Balancer keeps, so that an ACL cannot tell them from strangers.
 */
function applicationEntries({ network }: AclRanges): Entries {
  const everybody = everybodyOf(network);
  return {
    ingress: [
      allow(100, EVERYTHING, network),
      deny(200, tcp(3389), everybody),
      deny(210, tcp(5985, 5986), everybody),
      allow(300, HTTPS, everybody),
      allow(320, ANSWERS, everybody),
      allow(330, TOO_LARGE, everybody),
    ],
    egress: [allow(100, EVERYTHING, network), allow(300, HTTPS, everybody), allow(320, ANSWERS, everybody)],
  };
}

/** Talks with the application tier and with itself, and calls the endpoints of AWS services. */
function dataEntries({ application, data, endpoint }: AclRanges): Entries {
  const each = (first: number, traffic: Traffic, ranges: readonly Addresses[]): Entry[] =>
    ranges.map((range, at) => allow(first + at * 10, traffic, range));
  return {
    ingress: [
      ...each(100, ALL_TCP, application),
      ...each(200, ALL_TCP, data),
      ...each(300, ANSWERS, onlyIpv4(endpoint)),
    ],
    egress: [...each(100, ANSWERS, application), ...each(200, ALL_TCP, data), ...each(300, HTTPS, onlyIpv4(endpoint))],
  };
}

/** Takes HTTPS from the network, and answers it. Endpoints have only IPv4 addresses. */
function endpointEntries({ network }: AclRanges): Entries {
  const { ipv4 } = network;
  return { ingress: [allow(100, HTTPS, { ipv4 })], egress: [allow(100, ANSWERS, { ipv4 })] };
}

function onlyIpv4(ranges: readonly Addresses[]): Addresses[] {
  return ranges.map(({ ipv4 }) => ({ ipv4 }));
}

function allow(number: number, traffic: Traffic, range: Addresses): Entry {
  return { number, action: 'allow', traffic, with: range };
}

function deny(number: number, traffic: Traffic, range: Addresses): Entry {
  return { number, action: 'deny', traffic, with: range };
}

function everybodyOf(network: Addresses): Addresses {
  return { ipv4: '0.0.0.0/0', ipv6: network.ipv6 === undefined ? undefined : '::/0' };
}
