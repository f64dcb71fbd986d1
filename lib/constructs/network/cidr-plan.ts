import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { IpRange, contains, isInside, overlaps, parseNetwork, showRange, sizeOf } from '../../aws/ip-ranges';
import { refuse } from '../core/errors';
import { SubnetTier } from './vpc';

const MEASURE = '3.3.4';

/** The ranges of the subnets of each tier, one a zone. */
export type CidrPlan = { readonly [T in SubnetTier]: readonly string[] };

/** The ranges of subnets that somebody chose. All four tiers are named, or none. */
export interface GivenCidrs {
  readonly publicCidrs?: string[];
  readonly applicationCidrs?: string[];
  readonly dataCidrs?: string[];
  readonly endpointCidrs?: string[];
}

/** What networks of one's own are numbered from: RFC 1918 and RFC 6598. Every other address is somebody's on the internet. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

/** What EC2 takes as a network and as a subnet. */
const EC2_PREFIXES = { shortest: 16, longest: 28 };

/** The smallest network that the computed plan leaves every tier enough of: load balancers want a /27 each. */
const LONGEST_COMPUTED = 22;

/** The smallest subnet in which a load balancer can be made. */
const LONGEST_PUBLIC = 27;

/**
 * The plan of a network of `zones` zones.
 *
 * Each zone has a quarter of the range, and the last quarter is left: a third zone moves nobody. Of its quarter a zone gives half to the
 * application tier, a quarter to data, and an eighth each to the public and the endpoint tier.
 */
export function planCidrs(scope: IConstruct, ipv4Cidr: string, zones: number, given: GivenCidrs): CidrPlan {
  const network = requireNetwork(scope, ipv4Cidr);
  const lists = Object.entries(GIVEN).map(([prop, tier]) => ({ prop, tier, cidrs: given[prop as keyof GivenCidrs] }));
  if (lists.some(({ cidrs }) => cidrs !== undefined)) return requireGiven(scope, network, zones, lists);
  if (network.prefix > LONGEST_COMPUTED) {
    refuse(scope, {
      prop: 'ipv4Cidr',
      must: `must be a range from /${EC2_PREFIXES.shortest} to /${LONGEST_COMPUTED}, or the subnets run out of addresses`,
      value: ipv4Cidr,
      measure: MEASURE,
      fix: "write ipv4Cidr: '10.0.0.0/16', or name the ranges of all four tiers",
    });
  }
  return computed(network, zones);
}

const GIVEN: { readonly [P in keyof Required<GivenCidrs>]: SubnetTier } = {
  publicCidrs: SubnetTier.PUBLIC,
  applicationCidrs: SubnetTier.APPLICATION,
  dataCidrs: SubnetTier.DATA,
  endpointCidrs: SubnetTier.ENDPOINT,
};

/** Where in the quarter of a zone a tier begins, in sixteenths, and how many bits of the network's range are fixed beyond it. */
const SHARES: { readonly [T in SubnetTier]: { readonly sixteenths: number; readonly bits: number } } = {
  [SubnetTier.APPLICATION]: { sixteenths: 0, bits: 3 },
  [SubnetTier.DATA]: { sixteenths: 8, bits: 4 },
  [SubnetTier.PUBLIC]: { sixteenths: 12, bits: 5 },
  [SubnetTier.ENDPOINT]: { sixteenths: 14, bits: 5 },
};

function computed(network: IpRange, zones: number): CidrPlan {
  const quarter = sizeOf(network) / 4n;
  const tier = ({ sixteenths, bits }: { sixteenths: number; bits: number }): string[] =>
    Array.from({ length: zones }, (_, zone) => {
      const first = network.bits + BigInt(zone) * quarter + (BigInt(sixteenths) * quarter) / 16n;
      return showRange({ family: 'ipv4', bits: first, prefix: network.prefix + bits });
    });
  return {
    [SubnetTier.PUBLIC]: tier(SHARES[SubnetTier.PUBLIC]),
    [SubnetTier.APPLICATION]: tier(SHARES[SubnetTier.APPLICATION]),
    [SubnetTier.DATA]: tier(SHARES[SubnetTier.DATA]),
    [SubnetTier.ENDPOINT]: tier(SHARES[SubnetTier.ENDPOINT]),
  };
}

function requireNetwork(scope: IConstruct, ipv4Cidr: string): IpRange {
  const range = requireRange(scope, 'ipv4Cidr', ipv4Cidr, "write ipv4Cidr: '10.0.0.0/16'");
  if (!PRIVATE.some((cidr) => isInside(ipv4Cidr, cidr))) {
    refuse(scope, {
      prop: 'ipv4Cidr',
      must: `must lie within ${PRIVATE.slice(0, -1).join(', ')} or ${PRIVATE[PRIVATE.length - 1]}: other addresses are somebody's on the internet`,
      value: ipv4Cidr,
      measure: MEASURE,
      fix: "write ipv4Cidr: '10.0.0.0/16'",
    });
  }
  return range;
}

interface GivenTier {
  readonly prop: string;
  readonly tier: SubnetTier;
  readonly cidrs?: string[];
}

function requireGiven(scope: IConstruct, network: IpRange, zones: number, lists: GivenTier[]): CidrPlan {
  const seen: { readonly prop: string; readonly range: IpRange }[] = [];
  for (const { prop, tier, cidrs } of lists) {
    if (cidrs === undefined || Token.isUnresolved(cidrs) || cidrs.length !== zones) {
      refuse(scope, {
        prop,
        must: `must name one range a zone, ${zones} in all, where the ranges of any tier are named`,
        value: cidrs,
        measure: MEASURE,
        fix: `write ${Object.keys(GIVEN).join(', ')}, or none of them`,
      });
    }
    for (const cidr of cidrs) seen.push({ prop, range: requireSubnet(scope, prop, tier, cidr, network, seen) });
  }
  const [publicCidrs, applicationCidrs, dataCidrs, endpointCidrs] = lists.map(({ cidrs }) => [...cidrs!]);
  return {
    [SubnetTier.PUBLIC]: publicCidrs,
    [SubnetTier.APPLICATION]: applicationCidrs,
    [SubnetTier.DATA]: dataCidrs,
    [SubnetTier.ENDPOINT]: endpointCidrs,
  };
}

function requireSubnet(
  scope: IConstruct,
  prop: string,
  tier: SubnetTier,
  cidr: string,
  network: IpRange,
  seen: readonly { readonly prop: string; readonly range: IpRange }[]
): IpRange {
  const longest = tier === SubnetTier.PUBLIC ? LONGEST_PUBLIC : EC2_PREFIXES.longest;
  const range = requireRange(scope, prop, cidr, 'write ranges such as 10.0.0.0/24', longest);
  if (!contains(network, range)) {
    refuse(scope, {
      prop,
      must: `must lie within the network, ${showRange(network)}`,
      value: cidr,
      measure: MEASURE,
      fix: 'write ranges of the network, or widen ipv4Cidr',
    });
  }
  const other = seen.find((before) => overlaps(before.range, range));
  if (other) {
    refuse(scope, {
      prop,
      must: `must not overlap ${showRange(other.range)} of ${other.prop}`,
      value: cidr,
      measure: MEASURE,
      fix: 'give every subnet addresses of its own',
    });
  }
  return range;
}

/** Refuses what is no range, and what is larger or smaller than EC2 or the tier takes. */
function requireRange(
  scope: IConstruct,
  prop: string,
  cidr: string,
  fix: string,
  longest = EC2_PREFIXES.longest
): IpRange {
  if (Token.isUnresolved(cidr)) {
    const must = 'must be plain text, known when the program runs';
    refuse(scope, { prop, must, value: cidr, measure: MEASURE, fix });
  }
  const range = parseNetwork(cidr, 'ipv4');
  if (typeof range === 'string') {
    const must = `must be a range of addresses: this ${range}`;
    refuse(scope, { prop, must, value: cidr, measure: MEASURE, fix });
  }
  if (range.prefix < EC2_PREFIXES.shortest || range.prefix > longest) {
    const must = `must be a range from /${EC2_PREFIXES.shortest} to /${longest}`;
    refuse(scope, { prop, must, value: cidr, measure: MEASURE, fix });
  }
  return range;
}
