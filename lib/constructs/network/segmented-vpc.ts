import { Fn, ITerraformDependable, Op, TerraformResource, Token } from 'cdktf';
import { Construct } from 'constructs';
import { DefaultNetworkAcl } from '@cdktf/provider-aws/lib/default-network-acl';
import { DefaultRouteTable } from '@cdktf/provider-aws/lib/default-route-table';
import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { NetworkAclRule } from '@cdktf/provider-aws/lib/network-acl-rule';
import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { VpcDhcpOptions } from '@cdktf/provider-aws/lib/vpc-dhcp-options';
import { VpcDhcpOptionsAssociation } from '@cdktf/provider-aws/lib/vpc-dhcp-options-association';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { defaultName } from '../core/names';
import { openConstruct } from '../core/open';
import { tags } from '../core/tags';
import { ILogGroup } from '../logging/retained-log-group';
import { AwsService } from './aws-service';
import { blockPublicAccess, excludeFromBlock } from './block-public-access';
import { planCidrs } from './cidr-plan';
import { IConnectable } from './connections';
import { addDnsFirewall } from './dns-firewall';
import { controlEncryption } from './encryption-control';
import { Endpoints } from './endpoints';
import { NatGateways, addGateways } from './gateways';
import { aclOf } from './network-acls';
import { addFlowLogs, addQueryLogs } from './network-logs';
import { Peer } from './peer';
import { Port } from './port';
import { SEGMENTED_VPC } from './refused';
import { SecurityGroup } from './security-group';
import { SegmentedVpcProps } from './segmented-vpc-props';
import { NetworkContext, Tier } from './tier';
import { VpcEncryption, VpcEncryptionExclusion } from './vpc-encryption';
import { IVpc, ImportedVpc, Subnet, SubnetTier, VpcAttributes } from './vpc';
import { zonesOf } from './zones';

/** Where every network of AWS has the time from. */
const AMAZON_TIME = '169.254.169.123';

/** What an instance without a way out takes to be administered, to decrypt, and to log. */
const DEFAULT_ENDPOINTS = [AwsService.SSM, AwsService.SSM_MESSAGES, AwsService.KMS, AwsService.LOGS];

const ON_THE_WAY = [VpcEndpoint, NetworkAclRule, Route, RouteTableAssociation, VpcSecurityGroupIngressRule];

type ByTier<T> = { readonly [_ in SubnetTier]: T };

/**
 * A network of four tiers over two or three zones (TOM 3.3.4, 8.1, 8.2, 9.3): public, application, data and endpoint, with a network ACL each.
 *
 * The data and endpoint tiers have no route to the internet, the application tier has one out where it has NAT gateways. All traffic and all DNS queries
 * are logged, only allowed names are resolved, AWS is reached by private endpoints that admit the own account or organization, and what AWS puts into
 * every network by default is closed.
 *
 * ```ts
 * const vpc = new SegmentedVpc(this, 'Network', { blockPublicAccess: BlockPublicAccess.ON });
 * const application = new SecurityGroup(this, 'Application', { vpc });
 * application.connections.allowTo(vpc.interfaceEndpoints!, Port.HTTPS);
 * ```
 *
 * VPC Block Public Access is a setting of the whole account in the region: `blockPublicAccess` says who makes it.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-best-practices.html
 */
export class SegmentedVpc extends Construct implements IVpc {
  /** A network that is already there. Nothing about it is checked. */
  public static fromVpcAttributes(scope: Construct, id: string, attributes: VpcAttributes): IVpc {
    return new ImportedVpc(scope, id, attributes);
  }

  /** The network itself. */
  public readonly resource: Vpc;
  /**
   * The id of the network.
   *
   * @attribute
   */
  public readonly vpcId: string;
  /** Its IPv4 addresses. */
  public readonly vpcCidrBlock: string;
  /** The region that it lies in, where that is not the region of the stack's provider. */
  public readonly region?: string;
  /** The zones that it spans. */
  public readonly availabilityZones: string[];
  /** The organization whose principals and resources its endpoints admit, where that is not only the own account. */
  public readonly organizationId?: string;
  /** The interface endpoints: what calls AWS must be allowed to reach them on TCP 443. */
  public readonly interfaceEndpoints?: IConnectable;
  /** The addresses of S3 behind the gateway endpoint: what calls S3 must be allowed to reach them on TCP 443. */
  public readonly s3Endpoint?: IConnectable;
  /** What VPC encryption control does. */
  public readonly vpcEncryption?: VpcEncryption;
  /** What may be in it although AWS does not encrypt what it sends. */
  public readonly vpcEncryptionExclusions?: VpcEncryptionExclusion[];
  /** Where the flow logs are kept, unless an archive takes them. */
  public readonly flowLogGroup?: ILogGroup;
  /** Where the DNS query logs are kept, unless an archive takes them. */
  public readonly queryLogGroup?: ILogGroup;

  private readonly tiers: ByTier<Tier>;
  private readonly acls: ByTier<string>;
  private readonly endpoints: Endpoints;
  private readonly endpointGroup: SecurityGroup;

  /**
   * @throws ValidationError on ranges that do not parse, overlap, run out or are too small, on one zone, more than three or one of another region, on
   * domains and ids that are none, on a region that is unknown or outside the residency, and on props that would open a tier or turn logs off.
   */
  constructor(scope: Construct, id: string, props: SegmentedVpcProps) {
    super(scope, id);
    const { posture, dataClass, region } = openConstruct(this, props, { refused: SEGMENTED_VPC });
    const { archive, organizationId } = props;
    if (organizationId !== undefined) this.requireOrganization(organizationId);
    const natGateways = props.natGateways ?? NatGateways.NONE;
    const zones = zonesOf(this, props);
    this.region = region;
    this.availabilityZones = zones.names;
    this.organizationId = organizationId;
    this.vpcCidrBlock = props.ipv4Cidr ?? '10.0.0.0/16';
    const plan = planCidrs(this, this.vpcCidrBlock, zones.names.length, props);

    const name = defaultName(this, posture);
    const tagsOf = (part: string, own: { [key: string]: string } = {}): { [key: string]: string } =>
      tags(posture, dataClass, { Name: part === '' ? name : `${name}-${part}`, ...props.tags, ...own });
    this.resource = new Vpc(this, 'Resource', {
      cidrBlock: this.vpcCidrBlock,
      assignGeneratedIpv6CidrBlock: props.ipv6 ? true : undefined,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      region,
      tags: tagsOf(''),
    });
    this.node.defaultChild = this.resource;
    this.vpcId = this.resource.id;
    const ipv6CidrBlock = props.ipv6 ? this.resource.ipv6CidrBlock : undefined;
    const network: NetworkContext = { vpcId: this.vpcId, region, zones, ipv6CidrBlock, tagsOf };
    this.emptyDefaults(network);
    this.setTime(network);

    const tier = (tierId: string, of: SubnetTier, routesByZone = false): Tier =>
      new Tier(this, tierId, { tier: of, network, cidrs: plan[of], routesByZone });
    const publicTier = tier('Public', SubnetTier.PUBLIC);
    const applicationTier = tier('Application', SubnetTier.APPLICATION, true);
    const dataTier = tier('Data', SubnetTier.DATA);
    const endpointTier = tier('Endpoint', SubnetTier.ENDPOINT);
    this.tiers = byTier(publicTier, applicationTier, dataTier, endpointTier);
    addGateways(this, network, publicTier, applicationTier, natGateways);
    const ranges = {
      network: { ipv4: this.vpcCidrBlock, ipv6: ipv6CidrBlock },
      application: applicationTier.ranges,
      data: dataTier.ranges,
      endpoint: endpointTier.ranges,
    };
    const acl = (of: Tier): string => aclOf(of, network, ranges);
    this.acls = byTier(acl(publicTier), acl(applicationTier), acl(dataTier), acl(endpointTier));

    const leavesByIpv6 = props.ipv6 === true && natGateways !== NatGateways.NONE;
    blockPublicAccess(this, props.blockPublicAccess, region, [
      ...excludeFromBlock(publicTier, network, 'allow-bidirectional'),
      ...(leavesByIpv6 ? excludeFromBlock(applicationTier, network, 'allow-egress') : []),
    ]);
    const { vpcEncryption: mode = VpcEncryption.MONITOR, encryptionExclusions: exclusions = [] } = props;
    this.vpcEncryption = mode;
    this.vpcEncryptionExclusions = [...exclusions];
    controlEncryption(this, { network, mode, exclusions, natGateways, leavesByIpv6 });

    const logs = { network, archive, dataClass, name, tags: props.tags };
    this.flowLogGroup = addFlowLogs(this, logs);
    this.queryLogGroup = addQueryLogs(this, logs);
    const { allowedDomains, blockedDomainListIds } = props;
    addDnsFirewall(this, { network, allowedDomains, blockedDomainListIds, name });

    this.endpoints = new Endpoints(this, network, organizationId);
    this.s3Endpoint = Peer.prefixList(this.endpoints.addGateways(applicationTier), 'S3');
    this.endpointGroup = new SecurityGroup(this, 'Endpoints', { vpc: this, dataClass, tags: props.tags });
    this.endpointGroup.connections.allowFrom(Peer.ipv4(this.vpcCidrBlock, 'network'), Port.HTTPS);
    this.interfaceEndpoints = this.endpointGroup;
    for (const service of props.interfaceEndpoints ?? DEFAULT_ENDPOINTS) this.addInterfaceEndpoint(service);
  }

  /** The subnets of a tier, one a zone. */
  public subnets(tier: SubnetTier): Subnet[] {
    return [...this.tiers[tier].subnets];
  }

  /** The route tables of a tier: one a zone for the application tier, one in all for the others. */
  public routeTableIds(tier: SubnetTier): string[] {
    return [...this.tiers[tier].routeTableIds];
  }

  /** The network ACL of a tier. Entries of your own take numbers from 1000. */
  public networkAclId(tier: SubnetTier): string {
    return this.acls[tier];
  }

  /** Lets the network reach a service of AWS by a private endpoint. Adding the same twice is adding it once. */
  public addInterfaceEndpoint(service: AwsService): void {
    this.endpoints.addInterface(service, this.tiers[SubnetTier.ENDPOINT], this.endpointGroup.securityGroupId);
  }

  /**
   * What lets the application tier reach AWS: the endpoints that there are by now, and the routes, entries of network ACLs and rules on the way there. An instance that
   * calls AWS when it starts depends on them.
   *
   * @internal
   */
  public _wayToAws(): ITerraformDependable[] {
    const tiers = [this.tiers[SubnetTier.APPLICATION], this.tiers[SubnetTier.ENDPOINT]];
    const parts = [this, ...tiers, this.endpointGroup].flatMap(({ node }) => node.children);
    return parts.filter((part): part is TerraformResource => ON_THE_WAY.some((type) => part instanceof type));
  }

  /** What AWS puts into every network and uses where nobody says otherwise: it lets nothing in or out, and leads nowhere. */
  private emptyDefaults({ region, tagsOf }: NetworkContext): void {
    const common = { region, tags: tagsOf('default-closed') };
    new DefaultSecurityGroup(this, 'DefaultSecurityGroup', {
      vpcId: this.vpcId,
      ingress: [],
      egress: [],
      ...common,
    });
    new DefaultNetworkAcl(this, 'DefaultNetworkAcl', {
      defaultNetworkAclId: this.resource.defaultNetworkAclId,
      ...common,
      // A subnet without an ACL of its own lands in this one. That it does is no change to undo.
      lifecycle: { ignoreChanges: ['subnet_ids'] },
    });
    new DefaultRouteTable(this, 'DefaultRouteTable', {
      defaultRouteTableId: this.resource.defaultRouteTableId,
      route: [],
      ...common,
    });
  }

  /** One time for all logs (TOM 8.2), and names from the resolver that the firewall watches. */
  private setTime({ vpcId, region, tagsOf }: NetworkContext): void {
    const where = region ?? accountOf(this).region;
    const inFirstRegion = Op.eq(where, 'us-east-1');
    const domainName = Token.asString(Fn.conditional(inFirstRegion, 'ec2.internal', `${where}.compute.internal`));
    const options = new VpcDhcpOptions(this, 'DhcpOptions', {
      domainName,
      domainNameServers: ['AmazonProvidedDNS'],
      ntpServers: [AMAZON_TIME],
      region,
      tags: tagsOf('dhcp'),
    });
    new VpcDhcpOptionsAssociation(this, 'DhcpOptionsAssociation', { vpcId, dhcpOptionsId: options.id, region });
  }

  private requireOrganization(organizationId: string): void {
    if (Token.isUnresolved(organizationId) || /^o-[a-z0-9]{10,32}$/.test(organizationId)) return;
    refuse(this, {
      prop: 'organizationId',
      must: 'must be the id of an organization',
      value: organizationId,
      measure: '3.3.4',
      fix: "write organizationId: 'o-exampleorgid'",
    });
  }
}

function byTier<T>(publicTier: T, application: T, data: T, endpoint: T): ByTier<T> {
  return {
    [SubnetTier.PUBLIC]: publicTier,
    [SubnetTier.APPLICATION]: application,
    [SubnetTier.DATA]: data,
    [SubnetTier.ENDPOINT]: endpoint,
  };
}
