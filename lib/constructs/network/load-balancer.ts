import { Construct, IConstruct } from 'constructs';
import { Lb, LbConfig } from '@cdktf/provider-aws/lib/lb';
import { refuse } from '../core/errors';
import { shortName } from '../core/names';
import { openConstruct } from '../core/open';
import { Posture } from '../core/posture';
import { TaggedProps } from '../core/props';
import { Certificate } from '../encryption/certificate';
import { CryptoProfile } from '../encryption/crypto-profile';
import { ITargetGroup, ITlsEndpoint, LoadBalancerType } from '../encryption/tls-endpoint';
import { TlsListener } from '../encryption/tls-listener';
import { accessLogTarget, sharedAccessLogs } from '../stores/buckets/access-log-bucket';
import { IBucket } from '../stores/buckets/bucket';
import { AccessLogTarget } from '../stores/buckets/bucket-resources';
import { Connections, IConnectable } from './connections';
import { EncryptedTargetGroup, EncryptedTargetGroupOptions } from './encrypted-target-group';
import { ISecurityGroup, SecurityGroup } from './security-group';
import { IVpc, SubnetTier } from './vpc';

/** A load balancer: one of this library's, or one that is already there. */
export interface ILoadBalancer extends ITlsEndpoint, IConnectable {
  /** The name under which DNS knows it. Certificates are for names of yours, which are aliases of it. */
  readonly loadBalancerDnsName: string;

  /** The zone of that name, for an alias record of Route 53. */
  readonly loadBalancerZoneId: string;
}

/** What is known of a load balancer that is already there. */
export interface LoadBalancerAttributes {
  /** The ARN of the load balancer. */
  readonly loadBalancerArn: string;
  /** The name under which DNS knows it. */
  readonly loadBalancerDnsName: string;
  /** The zone of that name. */
  readonly loadBalancerZoneId: string;
  /** Its security group. */
  readonly securityGroup: ISecurityGroup;
  /**
   * The region that it lies in.
   *
   * @default - the region of the stack's provider
   */
  readonly region?: string;
}

/** What every load balancer of this library is made of. */
export interface LoadBalancerProps extends TaggedProps {
  /** The network. */
  readonly vpc: IVpc;

  /** The certificates, in the region of the network: the first for clients that name no host, the others by the host that they name. */
  readonly certificates: Certificate[];

  /**
   * Whether it faces the internet, from the public subnets. Then everybody reaches it on port 443, unless `clients` are named. Otherwise it stands in the
   * application subnets, and reaches it who is named by `clients` and `connections`.
   *
   * @default false
   */
  readonly internetFacing?: boolean;

  /**
   * Who may connect to its port: `[Peer.cloudFront(this)]` for distributions of CloudFront only. `connections` names further ones.
   *
   * @default - everybody where it faces the internet on port 443, else nobody
   */
  readonly clients?: IConnectable[];

  /**
   * What it demands of clients.
   *
   * @default CryptoProfile.MODERN
   */
  readonly cryptoProfile?: CryptoProfile;

  /**
   * Whether it has IPv6 addresses too. Its subnets must have some.
   *
   * @default false
   */
  readonly dualStack?: boolean;

  /**
   * Its name: 1 to 32 letters, digits and hyphens.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path, cut and with a hash where that is too long
   */
  readonly loadBalancerName?: string;

  /**
   * The bucket that receives its logs: an archive's `accessLogBucket`, in the same region.
   *
   * @default - one bucket that the stack shares, which keeps access logs for 365 days
   */
  readonly accessLogBucket?: IBucket;
}

/** A load balancer that is already there. */
export class ImportedLoadBalancer extends Construct implements ILoadBalancer {
  public readonly loadBalancerArn: string;
  public readonly loadBalancerDnsName: string;
  public readonly loadBalancerZoneId: string;
  public readonly region?: string;
  public readonly connections: Connections;

  constructor(
    scope: Construct,
    id: string,
    public readonly loadBalancerType: LoadBalancerType,
    attributes: LoadBalancerAttributes
  ) {
    super(scope, id);
    this.loadBalancerArn = attributes.loadBalancerArn;
    this.loadBalancerDnsName = attributes.loadBalancerDnsName;
    this.loadBalancerZoneId = attributes.loadBalancerZoneId;
    this.region = attributes.region;
    this.connections = attributes.securityGroup.connections;
  }
}

/** Where the logs of a load balancer go, by what they are called. */
type LogTargets = (kind: string) => AccessLogTarget;

/**
 * What the two types of load balancers have in common.
 * @internal
 */
export abstract class LoadBalancerBase extends Construct implements ILoadBalancer {
  /** The load balancer itself. */
  public readonly resource: Lb;
  /**
   * The ARN of the load balancer.
   *
   * @attribute
   */
  public readonly loadBalancerArn: string;
  public readonly loadBalancerDnsName: string;
  public readonly loadBalancerZoneId: string;
  public readonly region?: string;
  public readonly connections: Connections;
  /** Its security group. */
  public readonly securityGroup: SecurityGroup;
  public abstract readonly listener: TlsListener;

  private readonly vpc: IVpc;

  /** @param config what a type has of its own, given where its logs go */
  constructor(
    scope: Construct,
    id: string,
    public readonly loadBalancerType: LoadBalancerType,
    props: LoadBalancerProps,
    config: (logs: LogTargets) => LbConfig
  ) {
    super(scope, id);
    const { posture, tags } = openConstruct(this, props, { refused: REFUSED });
    const { vpc, internetFacing = false } = props;
    this.vpc = vpc;
    this.region = vpc.region;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { vpc, tags: props.tags });
    this.connections = this.securityGroup.connections;
    const bucket = props.accessLogBucket ?? sharedAccessLogs(this, vpc.region);
    this.resource = new Lb(this, 'Resource', {
      name: nameOf(this, props, posture),
      internal: !internetFacing,
      subnets: subnetsOf(this, vpc, internetFacing ? SubnetTier.PUBLIC : SubnetTier.APPLICATION),
      securityGroups: [this.securityGroup.securityGroupId],
      ipAddressType: props.dualStack ? 'dualstack' : 'ipv4',
      enableDeletionProtection: !posture.isEphemeral,
      enableZonalShift: true,
      loadBalancerType,
      region: this.region,
      tags,
      ...config((kind) => accessLogTarget(this, bucket, `${this.node.path}/${kind}`)),
    });
    this.node.defaultChild = this.resource;
    this.loadBalancerArn = this.resource.arn;
    this.loadBalancerDnsName = this.resource.dnsName;
    this.loadBalancerZoneId = this.resource.zoneId;
  }

  /**
   * Makes targets and sends everything to them, but for rules of your own. Let the load balancer reach them, by `connections.allowTo`.
   *
   * @throws ValidationError where it sends to others already.
   */
  public addTargets(id: string, options: EncryptedTargetGroupOptions = {}): EncryptedTargetGroup {
    const { vpc, loadBalancerType } = this;
    const targets = new EncryptedTargetGroup(this, id, { ...options, vpc, loadBalancerType });
    this.forwardTo(targets);
    return targets;
  }

  /**
   * Sends everything to targets, but for rules of your own.
   *
   * @throws ValidationError where it sends to others already, or the targets are for another type of load balancer.
   */
  public forwardTo(targets: ITargetGroup): void {
    this.listener.forwardTo(targets);
  }
}

function nameOf(scope: IConstruct, props: LoadBalancerProps, posture: Posture): string {
  const name = props.loadBalancerName ?? shortName(scope, posture, 32);
  if (!/^(?!internal-)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/.test(name)) {
    refuse(scope, {
      prop: 'loadBalancerName',
      must: "must be 1 to 32 letters, digits and hyphens, no hyphen at an end and no 'internal-' before it, known when the program runs",
      value: name,
      fix: "write loadBalancerName: 'acme-shop'",
    });
  }
  return name;
}

function subnetsOf(scope: IConstruct, vpc: IVpc, tier: SubnetTier): string[] {
  const subnets = vpc.subnets(tier);
  const zones = [...new Set(subnets.map(({ availabilityZone }) => availabilityZone))];
  if (zones.length < 2) {
    refuse(scope, {
      prop: 'vpc',
      must: `must have ${tier} subnets in two zones or more: one zone that fails takes the load balancer along`,
      value: zones,
      measure: '3.3.1',
      fix: 'give the network a second zone',
    });
  }
  return subnets.map(({ subnetId }) => subnetId);
}

const LOGGED = {
  must: 'must not be set: the logs are always kept',
  measure: '8.1',
  fix: 'write accessLogBucket for another bucket, or leave it out',
};
const POLICY = {
  must: 'must not be set: no policy that admits less than TLS 1.2 with forward secrecy can be written',
  measure: '1.1.1',
  fix: 'write cryptoProfile, or leave it out',
};
const STRICT = {
  must: 'must not be set: the load balancer is as strict as it can be',
  measure: '3.3.4',
  fix: 'leave it out',
};
const PROTECTED = {
  must: 'must not be set: the environment of the posture decides it',
  measure: '3.2.1',
  fix: 'set the posture of a test to Environment.EPHEMERAL',
};
const OPEN = {
  must: 'must not be set: who reaches it follows from internetFacing',
  measure: '3.3.4',
  fix: 'call connections.allowFrom, or write internetFacing: true',
};

/** What L1 load balancers and other libraries call the ways to loosen one. */
const REFUSED = {
  accessLogs: LOGGED,
  connectionLogs: LOGGED,
  healthCheckLogs: LOGGED,
  sslPolicy: POLICY,
  desyncMitigationMode: STRICT,
  dropInvalidHeaderFields: STRICT,
  enableWafFailOpen: STRICT,
  deletionProtection: PROTECTED,
  enableDeletionProtection: PROTECTED,
  internal: OPEN,
  open: OPEN,
  securityGroups: OPEN,
};
