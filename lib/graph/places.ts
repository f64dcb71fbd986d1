import { SUBNETS, VPCS } from '../aws/ec2/networks';
import { Resource } from '../terraform/stack';
import { asNumber, asStrings } from '../terraform/value';
import { TAG } from '../toms/tags';
import { compare } from '../terraform/compare';
import { getOr } from './collections';
import { Draft, DraftBox, DraftNode } from './draft';
import { nameOf } from './names';
import { ReferenceTracker } from './reference-tracker';
import { waysOf } from './routes';

/** A network and its tiers. */
export interface Network {
  readonly box: DraftBox;
  readonly cidrs: readonly string[];
  /** The tiers by the address range of a subnet. */
  readonly tierOfCidr: Map<string, Tier>;
}

/** The subnets of one purpose in a network. */
export interface Tier {
  readonly box: DraftBox;
  /** What its routes are drawn from. A title has no room for its zones: renderers do not make a box wider for it. */
  readonly node: DraftNode;
  /** Whether none of its subnets has a route out, and all routes are known. */
  isIsolated: boolean;
  readonly gateways: Set<Resource>;
  readonly zones: Set<string>;
  subnets: number;
}

/** The boundaries of the picture, and where in them a resource stands. */
export class Places {
  readonly tiers = new Map<DraftBox, Tier>();
  private readonly networks = new Map<Resource | string, Network>();
  private readonly ofSubnet = new Map<Resource, Tier>();

  constructor(
    private readonly draft: Draft,
    private readonly references: ReferenceTracker
  ) {
    const { model } = references;
    for (const type of VPCS) for (const network of model.resources(type)) this.network(network);
    for (const type of SUBNETS) for (const subnet of model.resources(type)) this.addSubnet(subnet);
    for (const tier of this.tiers.values()) describeTier(tier);
  }

  /** The account and region of a resource, as far as its provider says them. */
  public account(resource: Resource): DraftBox {
    const account = accountOf(resource);
    const region = text(resource, 'region') ?? regionOf(resource) ?? '';
    const box = this.draft.outside.box('account', `${account}\0${region}`, `AWS account${account && ` ${account}`}`);
    if (region !== '') box.details.add(region);
    return box;
  }

  /** The network that an attribute of a resource names. */
  public networkOf(resource: Resource, attribute = 'vpc_id'): Network | undefined {
    const found = this.references.find(resource, [attribute], VPCS)[0];
    return found === undefined ? undefined : this.network(found, resource);
  }

  /** The boundary of a network. */
  public networkBox(network: Resource): DraftBox {
    return this.network(network).box;
  }

  /** The tier of a subnet. */
  public tierOf(subnet: Resource): Tier {
    return this.ofSubnet.get(subnet) ?? this.addSubnet(subnet);
  }

  /** Where something stands that lies in these subnets, or else in the network of one of these security groups. */
  public placeOf(resource: Resource, subnets: readonly Resource[], groups: readonly Resource[] = []): DraftBox {
    const boxes = new Set(subnets.map((subnet) => this.tierOf(subnet).box));
    const [first, second] = boxes;
    if (first && !second) return first;
    if (first) return first.parent!;
    const network = resource.has('vpc_id') ? this.networkOf(resource) : undefined;
    const ofGroup = network ?? groups.map((group) => this.networkOf(group)).find((found) => found !== undefined);
    return ofGroup?.box ?? this.account(resource);
  }

  /** Whether nothing in a box can reach the internet, and that is certain. */
  public isIsolated(box: DraftBox): boolean {
    return this.tiers.get(box)?.isIsolated ?? false;
  }

  private network(id: Resource | string, seenFrom?: Resource): Network {
    let network = this.networks.get(id);
    if (network) return network;
    const resource = typeof id === 'string' ? undefined : id;
    const [key, name] = typeof id === 'string' ? [id, id] : [id.qualifiedAddress, nameOf(id)];
    const box = this.account(resource ?? seenFrom!).box('vpc', key, name);
    const cidrs = ['cidr_block', 'ipv6_cidr_block'].flatMap((range) => (resource && text(resource, range)) ?? []);
    for (const cidr of cidrs) box.details.add(cidr);
    network = { box, cidrs, tierOfCidr: new Map() };
    this.networks.set(id, network);
    return network;
  }

  private addSubnet(subnet: Resource): Tier {
    const ways = waysOf(this.references, subnet);
    const isIsolated = ways.gateways.size === 0 && !ways.isOpen;
    const network = this.networkOf(subnet);
    const tag = subnet.tag(TAG.tier);
    const kind = isIsolated ? 'isolated ' : ways.isPublic ? 'public ' : ways.isOpen ? '' : 'private ';
    const [key, name] = typeof tag === 'string' ? [`tag:${tag}`, `${tag} tier`] : [kind, `${kind}subnets`];
    const box = (network?.box ?? this.account(subnet)).box('tier', key, name);
    const tier = getOr(this.tiers, box, () => newTier(box));
    tier.isIsolated &&= isIsolated;
    tier.subnets += asNumber(subnet.get('count')) ?? 1;
    for (const gateway of ways.gateways) tier.gateways.add(gateway);
    const zone = text(subnet, 'availability_zone') ?? text(subnet, 'availability_zone_id');
    if (zone !== undefined) tier.zones.add(zone);
    for (const attribute of ['cidr_block', 'ipv6_cidr_block']) {
      const cidr = text(subnet, attribute);
      if (cidr !== undefined) network?.tierOfCidr.set(cidr, tier);
    }
    this.ofSubnet.set(subnet, tier);
    return tier;
  }
}

function newTier(box: DraftBox): Tier {
  const node = box.node('subnets', 'subnets', 'subnets');
  return { box, node, isIsolated: true, gateways: new Set(), zones: new Set(), subnets: 0 };
}

function describeTier({ node, subnets, zones, isIsolated }: Tier): void {
  node.name = subnets === 1 ? '1 subnet' : `${subnets} subnets`;
  if (zones.size > 0) node.details.add(zonesText([...zones].sort(compare)));
  if (isIsolated) node.details.add('no route out');
}

/** `eu-central-1a, b, c`. */
function zonesText(zones: readonly string[]): string {
  const region = zones[0].slice(0, -1);
  const isOne = zones.every((zone) => zone.length === region.length + 1 && zone.startsWith(region));
  return zones.map((zone, at) => (isOne && at > 0 ? zone.slice(-1) : zone)).join(', ');
}

/** What tells the account: the role that the provider assumes, the one account that it allows, or its profile. */
function accountOf(resource: Resource): string {
  const provider = resource.provider;
  if (!provider) return '';
  const role = provider.get('assume_role.role_arn');
  const ofRole = typeof role === 'string' ? /^arn:[^:]*:iam::(\d{12}):/.exec(role)?.[1] : undefined;
  const allowed = asStrings(provider.get('allowed_account_ids'));
  const profile = provider.get('profile');
  const named = typeof profile === 'string' ? profile : '';
  return ofRole ?? (allowed.length === 1 ? allowed[0] : named);
}

function regionOf(resource: Resource): string | undefined {
  const region = resource.provider?.get('region');
  return typeof region === 'string' ? region : undefined;
}

/** What an attribute holds where it is text that is known. */
export function text(resource: Resource, path: string): string | undefined {
  const value = resource.get(path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
