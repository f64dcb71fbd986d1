import { DataAwsEc2ManagedPrefixList } from '@cdktf/provider-aws/lib/data-aws-ec2-managed-prefix-list';
import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { parseNetwork } from '../../aws/ip-ranges';
import { refuse } from '../core/errors';
import { AddressRange, Connections, IConnectable } from './connections';

/**
 * Addresses that a rule of a security group names: a range, or a prefix list (TOM 3.3.4). Rather name a security group wherever there is one.
 *
 * ```ts
 * application.connections.allowTo(Peer.ipv4('192.0.2.0/24'), Port.HTTPS);
 * ```
 */
export class Peer implements IConnectable {
  /**
   * A range of IPv4 addresses: `10.0.0.0/16`. `0.0.0.0/0` is everybody, whom only egress on TCP 443 may name.
   *
   * @param cidr the range
   * @param name what to call it in ids and descriptions, by default the range itself; a token needs one
   * @throws ValidationError where it is no range, or a token without a name.
   */
  public static ipv4(cidr: string, name?: string): Peer {
    if (!Token.isUnresolved(cidr)) {
      const range = parseNetwork(cidr, 'ipv4');
      if (typeof range === 'string') refuseRange(cidr, range, "Peer.ipv4('10.0.0.0/16')");
    }
    return new Peer({ cidrIpv4: cidr, name: nameOf(cidr, name, "Peer.ipv4(cidr, 'office')") });
  }

  /**
   * A range of IPv6 addresses: `2001:db8::/32`. `::/0` is everybody, whom only egress on TCP 443 may name.
   *
   * @param cidr the range
   * @param name what to call it in ids and descriptions, by default the range itself; a token needs one
   * @throws ValidationError where it is no range, or a token without a name.
   */
  public static ipv6(cidr: string, name?: string): Peer {
    if (!Token.isUnresolved(cidr)) {
      const range = parseNetwork(cidr, 'ipv6');
      if (typeof range === 'string') refuseRange(cidr, range, "Peer.ipv6('2001:db8::/32')");
    }
    return new Peer({ cidrIpv6: cidr, name: nameOf(cidr, name, "Peer.ipv6(cidr, 'office')") });
  }

  /**
   * The addresses of a prefix list: `pl-…`.
   *
   * @param prefixListId the id of the list
   * @param name what to call it in ids and descriptions, by default its id; a token needs one
   * @throws ValidationError where it is no id of one, or a token without a name.
   */
  public static prefixList(prefixListId: string, name?: string): Peer {
    if (!Token.isUnresolved(prefixListId) && !/^pl-[0-9a-f]+$/.test(prefixListId)) {
      refuseRange(prefixListId, 'is no id of a prefix list', "Peer.prefixList('pl-0123456789abcdef0')");
    }
    return new Peer({ prefixListId, name: nameOf(prefixListId, name, "Peer.prefixList(prefixListId, 'S3')") });
  }

  /**
   * The addresses from which CloudFront connects to origins, by the prefix list that AWS keeps of them: that of every customer's distributions, over IPv4.
   * A rule with it counts as 55 towards the quota of rules of a security group, which is 60 by default.
   *
   * @param scope where the list is looked up, once a stack and region
   * @param region that of the network, by default the region of the stack's provider
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
   */
  public static cloudFront(scope: Construct, region?: string): Peer {
    const stack = TerraformStack.of(scope);
    const id = region === undefined ? 'CloudFrontOriginFacing' : `CloudFrontOriginFacing-${region}`;
    const name = 'com.amazonaws.global.cloudfront.origin-facing';
    const list =
      (stack.node.tryFindChild(id) as DataAwsEc2ManagedPrefixList | undefined) ??
      new DataAwsEc2ManagedPrefixList(stack, id, { name, region });
    return new Peer({ prefixListId: list.id, name: 'CloudFront' }, true);
  }

  public readonly connections: Connections;

  private constructor(
    range: AddressRange,
    /** @internal */
    public readonly _isCloudFront = false
  ) {
    this.connections = Connections._ofRange(range);
  }
}

/** Ids of rules are made of it, and a token has no text that stays the same. */
function nameOf(value: string, name: string | undefined, example: string): string {
  if (name === undefined && Token.isUnresolved(value)) {
    const must = 'must have a name where its value is a token';
    refuse(undefined, { prop: 'peer', must, value, measure: '3.3.4', fix: `write ${example}` });
  }
  return name ?? value;
}

function refuseRange(value: string, problem: string, example: string): never {
  const must = `must be a range of addresses: this ${problem}`;
  refuse(undefined, { prop: 'peer', must, value, measure: '3.3.4', fix: `write ${example}` });
}
