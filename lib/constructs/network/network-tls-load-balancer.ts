import { Construct } from 'constructs';
import { Lb } from '@cdktf/provider-aws/lib/lb';
import { openConstruct } from '../core/open';
import { requirePort } from '../core/require';
import { ITargetGroup, LoadBalancerType } from '../encryption/tls-endpoint';
import { AlpnPolicy, TlsListener } from '../encryption/tls-listener';
import { Connections, allowFromInternet } from './connections';
import { EncryptedTargetGroup, EncryptedTargetGroupOptions } from './encrypted-target-group';
import {
  ILoadBalancer,
  ImportedLoadBalancer,
  LoadBalancerAttributes,
  LoadBalancerProps,
  REFUSED,
  commonConfig,
  loadBalancerLogs,
} from './load-balancer';
import { Port } from './port';
import { SecurityGroup } from './security-group';
import { IVpc } from './vpc';

const MEASURES = ['1.1.1', '1.1.2', '3.2.4', '3.3.1', '8.1'];

/** Where a load balancer listens, and what it agrees on. */
export interface NetworkTlsLoadBalancerProps extends LoadBalancerProps {
  /**
   * The port: 1 to 65535. The internet is let in on 443 alone; on another port, name who may connect by `connections`.
   *
   * @default 443
   */
  readonly port?: number;

  /**
   * Which protocol it agrees on within TLS.
   *
   * @default AlpnPolicy.NONE
   */
  readonly alpnPolicy?: AlpnPolicy;
}

/**
 * Balances TLS connections (TOM 1.1.1, 1.1.2, 3.2.4), for what is no HTTP: TLS 1.2 with forward secrecy or newer from clients, TLS to targets, a
 * security group, every zone for every client, and logs of connections.
 *
 * ```ts
 * const broker = new NetworkTlsLoadBalancer(this, 'Broker', { vpc, certificates: [certificate], port: 8883 });
 * broker.addTargets('Brokers', { port: 8883 });
 * broker.connections.allowTo(application, Port.tcp(8883));
 * ```
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html
 */
export class NetworkTlsLoadBalancer extends Construct implements ILoadBalancer {
  /** A load balancer that is already there. Nothing about it is checked. */
  public static fromLoadBalancerAttributes(
    scope: Construct,
    id: string,
    attributes: LoadBalancerAttributes
  ): ILoadBalancer {
    return new ImportedLoadBalancer(scope, id, LoadBalancerType.NETWORK, attributes);
  }

  /** The load balancer itself. */
  public readonly resource: Lb;
  /**
   * The ARN of the load balancer.
   *
   * @attribute
   */
  public readonly loadBalancerArn: string;
  public readonly loadBalancerType: LoadBalancerType = LoadBalancerType.NETWORK;
  public readonly loadBalancerDnsName: string;
  public readonly loadBalancerZoneId: string;
  public readonly region?: string;
  public readonly connections: Connections;
  /** Its security group. */
  public readonly securityGroup: SecurityGroup;
  /** Takes TLS. */
  public readonly listener: TlsListener;

  private readonly vpc: IVpc;

  /**
   * @throws ValidationError where the network has subnets in one zone alone, the port is none, there is no certificate or one of another region, the name
   * is malformed, or it is given a policy, a protocol, logs or openness of its own.
   */
  constructor(scope: Construct, id: string, props: NetworkTlsLoadBalancerProps) {
    super(scope, id);
    const opened = openConstruct(this, props, { measures: MEASURES, refused: REFUSED });
    const port = props.port ?? 443;
    requirePort(this, port, '1.1.1');
    this.vpc = props.vpc;
    this.region = props.vpc.region;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { vpc: props.vpc, tags: props.tags });
    this.connections = this.securityGroup.connections;
    const access = loadBalancerLogs(this, props)('access');
    this.resource = new Lb(this, 'Resource', {
      ...commonConfig(this, props, this.securityGroup, opened),
      loadBalancerType: this.loadBalancerType,
      enableCrossZoneLoadBalancing: true,
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'on',
      accessLogs: { enabled: true, bucket: access.bucketName, prefix: access.prefix },
      dependsOn: access.policy && [access.policy],
    });
    this.node.defaultChild = this.resource;
    this.loadBalancerArn = this.resource.arn;
    this.loadBalancerDnsName = this.resource.dnsName;
    this.loadBalancerZoneId = this.resource.zoneId;

    this.listener = new TlsListener(this, 'Listener', {
      loadBalancer: this,
      port,
      certificates: props.certificates,
      cryptoProfile: props.cryptoProfile,
      alpnPolicy: props.alpnPolicy,
      tags: props.tags,
    });
    if (props.internetFacing && port === 443) {
      allowFromInternet(this.securityGroup, Port.HTTPS, 'TLS from the internet', props.dualStack === true);
    }
  }

  /**
   * Makes targets and sends every connection to them. Let the load balancer reach them, by `connections.allowTo`.
   *
   * @throws ValidationError where connections go to others already.
   */
  public addTargets(id: string, options: EncryptedTargetGroupOptions = {}): EncryptedTargetGroup {
    const { vpc, loadBalancerType } = this;
    const targets = new EncryptedTargetGroup(this, id, { ...options, vpc, loadBalancerType });
    this.forwardTo(targets);
    return targets;
  }

  /**
   * Sends every connection to targets.
   *
   * @throws ValidationError where connections go to others already, or the targets are for another type of load balancer.
   */
  public forwardTo(targets: ITargetGroup): void {
    this.listener.forwardTo(targets);
  }
}
