import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { Ec2ClientVpnAuthorizationRule } from '@cdktf/provider-aws/lib/ec2-client-vpn-authorization-rule';
import { Ec2ClientVpnEndpoint } from '@cdktf/provider-aws/lib/ec2-client-vpn-endpoint';
import { Ec2ClientVpnNetworkAssociation } from '@cdktf/provider-aws/lib/ec2-client-vpn-network-association';
import { Ec2ClientVpnRoute } from '@cdktf/provider-aws/lib/ec2-client-vpn-route';
import { IpRange, WIDEST, contains, overlaps, parseNetwork } from '../../aws/ip-ranges';
import { refuse } from '../core/errors';
import { defaultName } from '../core/names';
import { openConstruct } from '../core/open';
import { ClassifiedProps } from '../core/props';
import { providerRegion } from '../core/provider-region';
import { Certificate } from '../encryption/certificate';
import { IKey } from '../encryption/key';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { Connections, IConnectable } from './connections';
import { REMOTE_ACCESS_VPN } from './refused';
import { SecurityGroup } from './security-group';
import { IVpc, Subnet, SubnetTier } from './vpc';

const MEASURE = '1.1.3';

/** The least that AWS takes, and the most that the measure allows. */
const SESSION_HOURS = 8;

/** The sizes that AWS takes for the addresses of clients. */
const CLIENT_PREFIX = { min: 12, max: 22 };

/** Who enters which network, and how. */
export interface RemoteAccessVpnProps extends ClassifiedProps {
  /** The network that is entered, by its application tier in every zone. */
  readonly vpc: IVpc;

  /** The ARN of the SAML provider in IAM: the identity provider says who enters, and asks for a second factor (TOM 6.3). */
  readonly samlProviderArn: string;

  /** The certificate that the endpoint proves itself by, in the region of the network. */
  readonly serverCertificate: Certificate;

  /**
   * The addresses that clients get, /12 to /22 and none of the network's: `10.250.0.0/20`. Each client takes several. A changed range makes a
   * new endpoint.
   */
  readonly clientCidrBlock: string;

  /**
   * The ARN of the SAML provider of the portal where people fetch the client and its configuration.
   *
   * @default - no portal
   */
  readonly selfServiceSamlProviderArn?: string;

  /**
   * Lets devices send what is not for the network past the tunnel.
   *
   * @default false: all traffic goes through the tunnel, and what no rule allows ends there, the internet too
   */
  readonly splitTunnel?: boolean;

  /**
   * The addresses of the servers by which devices resolve names, two at most.
   *
   * @default - those of the device
   */
  readonly dnsServers?: string[];

  /**
   * What people read before they are connected, up to 1400 characters.
   *
   * @default - that access is only for the authorized, and logged
   */
  readonly loginBanner?: string;

  /**
   * The key that encrypts the log of connections.
   *
   * @default - one key that the stores of the stack share for each class of data
   */
  readonly encryptionKey?: IKey;
}

/**
 * A Client VPN by which people enter a network from outside (TOM 1.1.3): over TLS, known to an identity provider that asks for a second factor,
 * for 8 hours at most, with every connection logged. It leads nowhere until groups and connections are named.
 *
 * ```ts
 * const vpn = new RemoteAccessVpn(this, 'Vpn', {
 *   vpc,
 *   clientCidrBlock: '10.250.0.0/20',
 *   samlProviderArn: 'arn:aws:iam::111122223333:saml-provider/workforce',
 *   serverCertificate: certificate,
 * });
 * vpn.allowGroup('operations', vpc.vpcCidrBlock, 'operations to the network');
 * vpn.connections.allowTo(application, Port.HTTPS);
 * ```
 *
 * @see https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is.html
 */
export class RemoteAccessVpn extends Construct implements IConnectable {
  /** The endpoint itself. */
  public readonly resource: Ec2ClientVpnEndpoint;
  /**
   * The id of the endpoint.
   *
   * @attribute
   */
  public readonly endpointId: string;
  /** The log of connections. */
  public readonly connectionLogGroup: RetainedLogGroup;
  /** What clients may connect to, on which port. */
  public readonly connections: Connections;

  private readonly vpc: IVpc;
  private readonly clientCidrBlock: string;
  private readonly associations: { readonly subnet: Subnet; readonly resource: Ec2ClientVpnNetworkAssociation }[];

  /**
   * @throws ValidationError without a SAML provider; on certificates or directories as authentication, on all groups at once, longer sessions
   * and logs that are off; on a certificate of another region; and on addresses of clients that do not parse, are too many or too few, or belong to the network.
   */
  constructor(scope: Construct, id: string, props: RemoteAccessVpnProps) {
    super(scope, id);
    const { vpc, clientCidrBlock } = props;
    const { region } = vpc;
    const opening = { refused: REMOTE_ACCESS_VPN, region };
    const { posture, dataClass, tags } = openConstruct(this, props, opening);
    this.vpc = vpc;
    this.clientCidrBlock = clientCidrBlock;
    this.requireSaml('samlProviderArn', props.samlProviderArn);
    if (props.selfServiceSamlProviderArn !== undefined) {
      this.requireSaml('selfServiceSamlProviderArn', props.selfServiceSamlProviderArn);
    }
    this.requireCertificate(props.serverCertificate);
    this.requireClientCidr();
    const loginBanner = props.loginBanner ?? BANNER;
    this.requireBanner(loginBanner);
    const subnets = vpc.subnets(SubnetTier.APPLICATION);

    this.connectionLogGroup = new RetainedLogGroup(this, 'Connections', {
      dataClass,
      encryptionKey: props.encryptionKey,
      region,
      tags: props.tags,
    });
    const group = new SecurityGroup(this, 'SecurityGroup', { vpc, dataClass, tags: props.tags });
    this.connections = group.connections;
    this.resource = new Ec2ClientVpnEndpoint(this, 'Resource', {
      description: this.node.path,
      clientCidrBlock,
      serverCertificateArn: props.serverCertificate.certificateArn,
      authenticationOptions: [
        {
          type: 'federated-authentication',
          samlProviderArn: props.samlProviderArn,
          selfServiceSamlProviderArn: props.selfServiceSamlProviderArn,
        },
      ],
      selfServicePortal: props.selfServiceSamlProviderArn === undefined ? 'disabled' : 'enabled',
      connectionLogOptions: { enabled: true, cloudwatchLogGroup: this.connectionLogGroup.logGroupName },
      clientLoginBannerOptions: { enabled: true, bannerText: loginBanner },
      clientRouteEnforcementOptions: { enforced: true },
      sessionTimeoutHours: SESSION_HOURS,
      disconnectOnSessionTimeout: true,
      splitTunnel: props.splitTunnel ?? false,
      transportProtocol: 'udp',
      vpnPort: 443,
      dnsServers: props.dnsServers,
      vpcId: vpc.vpcId,
      securityGroupIds: [group.securityGroupId],
      region,
      tags: { Name: defaultName(this, posture), ...tags },
    });
    this.node.defaultChild = this.resource;
    this.endpointId = this.resource.id;
    this.associations = subnets.map((subnet, index) => ({
      subnet,
      resource: new Ec2ClientVpnNetworkAssociation(this, `Association-${zoneOf(subnet, index)}`, {
        clientVpnEndpointId: this.endpointId,
        subnetId: subnet.subnetId,
        region,
      }),
    }));
  }

  /**
   * Lets the members of one group reach a range of addresses. Which ports they reach is what `connections` says. A range beyond the network gets
   * a route through every zone; the network must know the way on.
   *
   * @param accessGroupId the id of the group, as the identity provider sends it
   * @param cidr the range: `vpc.vpcCidrBlock`, or another
   * @param description what for. A changed description makes a new rule
   * @throws ValidationError where no group is named, the range does not parse, is everything or the clients' own, or the description is empty or taken.
   */
  public allowGroup(accessGroupId: string, cidr: string, description: string): void {
    if (!Token.isUnresolved(accessGroupId) && (accessGroupId.trim() === '' || accessGroupId.includes('*'))) {
      refuse(this, {
        prop: 'accessGroupId',
        must: 'must name one group',
        value: accessGroupId,
        measure: MEASURE,
        fix: 'write the id of the group as the identity provider sends it, and call allowGroup for each group',
      });
    }
    const id = this.requireDescription(description);
    const isBeyond = this.isBeyond(cidr);
    new Ec2ClientVpnAuthorizationRule(this, id, {
      clientVpnEndpointId: this.endpointId,
      accessGroupId,
      targetNetworkCidr: cidr,
      description,
      region: this.vpc.region,
    });
    if (isBeyond) this.addRoutes(cidr);
  }

  private addRoutes(cidr: string): void {
    this.associations.forEach(({ subnet, resource }, index) => {
      const id = `Route-${cidr.replace(/[./]/g, '-')}-${zoneOf(subnet, index)}`;
      if (this.node.tryFindChild(id)) return;
      new Ec2ClientVpnRoute(this, id, {
        clientVpnEndpointId: this.endpointId,
        destinationCidrBlock: cidr,
        targetVpcSubnetId: subnet.subnetId,
        region: this.vpc.region,
        // AWS makes routes only through associated subnets.
        dependsOn: [resource],
      });
    });
  }

  /** Whether a range is not the network's. AWS makes the route into the network itself. */
  private isBeyond(cidr: string): boolean {
    if (cidr === this.vpc.vpcCidrBlock) return false;
    const fix = 'write vpc.vpcCidrBlock, or a range such as 10.20.0.0/16';
    if (Token.isUnresolved(cidr) || Token.isUnresolved(this.vpc.vpcCidrBlock)) {
      const must = "must be the network's own where only Terraform knows one of the two ranges";
      refuse(this, { prop: 'cidr', must, value: cidr, measure: MEASURE, fix });
    }
    const range = this.requireRange('cidr', cidr, fix);
    if (range.prefix < WIDEST.ipv4) {
      refuse(this, {
        prop: 'cidr',
        must: `must be no wider than a /${WIDEST.ipv4}`,
        value: cidr,
        measure: MEASURE,
        fix: 'name the ranges that the group reaches; with splitTunnel: true devices reach the internet themselves',
      });
    }
    const clients = parsed(this.clientCidrBlock);
    if (clients && overlaps(range, clients)) {
      const must = `must have no address of the clients (${this.clientCidrBlock})`;
      refuse(this, { prop: 'cidr', must, value: cidr, measure: MEASURE, fix });
    }
    const network = parsed(this.vpc.vpcCidrBlock);
    return !network || !contains(network, range);
  }

  private requireRange(prop: string, cidr: string, fix: string): IpRange {
    const range = parseNetwork(cidr, 'ipv4');
    if (typeof range !== 'string') return range;
    refuse(this, { prop, must: `must be a range of addresses: this ${range}`, value: cidr, measure: MEASURE, fix });
  }

  private requireClientCidr(): void {
    const cidr = this.clientCidrBlock;
    if (Token.isUnresolved(cidr)) return;
    const fix = "write clientCidrBlock: '10.250.0.0/20', or another range that nobody uses";
    const range = this.requireRange('clientCidrBlock', cidr, fix);
    const { min, max } = CLIENT_PREFIX;
    if (range.prefix < min || range.prefix > max) {
      const must = `must be a range from /${min} to /${max}`;
      refuse(this, { prop: 'clientCidrBlock', must, value: cidr, measure: MEASURE, fix });
    }
    const network = parsed(this.vpc.vpcCidrBlock);
    if (network && overlaps(range, network)) {
      const must = `must have no address of the network (${this.vpc.vpcCidrBlock})`;
      refuse(this, { prop: 'clientCidrBlock', must, value: cidr, measure: MEASURE, fix });
    }
  }

  private requireSaml(prop: string, arn: string | undefined): void {
    if (Token.isUnresolved(arn) || (arn !== undefined && SAML_ARN.test(arn))) return;
    const must = 'must be the ARN of a SAML provider, which knows people and asks for a second factor';
    const fix = `write ${prop}: 'arn:aws:iam::111122223333:saml-provider/workforce'`;
    refuse(this, { prop, must, value: arn, measure: MEASURE, fix });
  }

  private requireCertificate({ certificateArn, region }: Certificate): void {
    const here = this.vpc.region ?? providerRegion(this);
    if (here === undefined || region === undefined || region === here) return;
    refuse(this, {
      prop: 'serverCertificate',
      must: `must lie in the region of the network, ${here}`,
      value: certificateArn,
      measure: MEASURE,
      fix: 'request the certificate there: certificates of AWS Certificate Manager stay in their region',
    });
  }

  private requireBanner(loginBanner: string): void {
    if (Token.isUnresolved(loginBanner) || (loginBanner.trim() !== '' && loginBanner.length <= 1400)) return;
    const must = 'must be 1 to 1400 characters';
    refuse(this, { prop: 'loginBanner', must, value: loginBanner, measure: MEASURE, fix: 'leave it out' });
  }

  /** Refuses a description that says nothing, and one that another rule has. Returns the id of the rule, which is made of it. */
  private requireDescription(description: string): string {
    const id = `Group-${description.replace(/[^A-Za-z0-9]+/g, '-')}`;
    const fix = "write what the group does there, such as 'operations to the network'";
    if (Token.isUnresolved(description) || description.trim() === '' || description.length > 255) {
      const must = 'must be a plain text of 1 to 255 characters';
      refuse(this, { prop: 'description', must, value: description, measure: MEASURE, fix });
    }
    if (this.node.tryFindChild(id)) {
      const must = 'must be unique: the address of the rule is made of it';
      refuse(this, { prop: 'description', must, value: description, measure: MEASURE, fix });
    }
    return id;
  }
}

const SAML_ARN = /^arn:aws[a-z-]*:iam::\d{12}:saml-provider\/.+$/;

const BANNER = 'For authorized people alone. Connections are logged.';

/** The zone, by which ids stay the same when another is added. One that only Terraform knows has none but its place. */
function zoneOf({ availabilityZone }: Subnet, index: number): string {
  return Token.isUnresolved(availabilityZone) ? String(index + 1) : availabilityZone;
}

/** A range that is known when the program runs. */
function parsed(cidr: string): IpRange | undefined {
  const range = Token.isUnresolved(cidr) ? undefined : parseNetwork(cidr, 'ipv4');
  return typeof range === 'string' ? undefined : range;
}
