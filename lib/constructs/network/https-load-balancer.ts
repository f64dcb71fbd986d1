import { Construct } from 'constructs';
import { Lb } from '@cdktf/provider-aws/lib/lb';
import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import { openConstruct } from '../core/open';
import { tags } from '../core/tags';
import { ITargetGroup, ITrustStore, LoadBalancerType } from '../encryption/tls-endpoint';
import { TlsListener } from '../encryption/tls-listener';
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
import { IWebFirewall, WebFirewall } from './web-firewall';

const MEASURES = ['1.1.1', '1.1.2', '3.2.4', '3.3.1', '8.1'];

/** Who reaches a load balancer, and what stands before it. */
export interface HttpsLoadBalancerProps extends LoadBalancerProps {
  /**
   * The firewall before it.
   *
   * @default - one of its own where it faces the internet, which costs extra, else none
   */
  readonly webFirewall?: IWebFirewall;

  /**
   * The authorities whose certificates clients must show (mutual TLS).
   *
   * @default - clients need no certificate
   */
  readonly trustStore?: ITrustStore;
}

/**
 * Balances HTTPS (TOM 1.1.1, 1.1.2, 3.2.4): TLS 1.2 with forward secrecy or newer from clients, TLS to targets and in health checks, a redirect on
 * port 80, no malformed or ambiguous request, a firewall where it faces the internet, and logs of requests, connections and health checks.
 *
 * ```ts
 * const loadBalancer = new HttpsLoadBalancer(this, 'Front', { vpc, certificates: [certificate], internetFacing: true });
 * const targets = loadBalancer.addTargets('Shop', { port: 8443, healthCheckPath: '/health' });
 * loadBalancer.connections.allowTo(application, Port.tcp(8443));
 * ```
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html
 */
export class HttpsLoadBalancer extends Construct implements ILoadBalancer {
  /** A load balancer that is already there. Nothing about it is checked. */
  public static fromLoadBalancerAttributes(
    scope: Construct,
    id: string,
    attributes: LoadBalancerAttributes
  ): ILoadBalancer {
    return new ImportedLoadBalancer(scope, id, LoadBalancerType.APPLICATION, attributes);
  }

  /** The load balancer itself. */
  public readonly resource: Lb;
  /**
   * The ARN of the load balancer.
   *
   * @attribute
   */
  public readonly loadBalancerArn: string;
  public readonly loadBalancerType: LoadBalancerType = LoadBalancerType.APPLICATION;
  public readonly loadBalancerDnsName: string;
  public readonly loadBalancerZoneId: string;
  public readonly region?: string;
  public readonly connections: Connections;
  /** Its security group. */
  public readonly securityGroup: SecurityGroup;
  /** Takes HTTPS on port 443. */
  public readonly listener: TlsListener;
  /** Redirects port 80 to it. */
  public readonly redirectListener: LbListener;
  /** The firewall before it, where there is one. */
  public readonly webFirewall?: IWebFirewall;

  private readonly vpc: IVpc;

  /**
   * @throws ValidationError where the network has subnets in one zone alone, there is no certificate or one of another region, the name is malformed,
   * or it is given a policy, a protocol, logs or openness of its own.
   */
  constructor(scope: Construct, id: string, props: HttpsLoadBalancerProps) {
    super(scope, id);
    const opened = openConstruct(this, props, { measures: MEASURES, refused: REFUSED });
    const { posture } = opened;
    const internetFacing = props.internetFacing === true;
    this.vpc = props.vpc;
    this.region = props.vpc.region;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { vpc: props.vpc, tags: props.tags });
    this.connections = this.securityGroup.connections;
    const logs = loadBalancerLogs(this, props);
    const [access, connection, health] = [logs('access'), logs('connection'), logs('health-check')];
    this.resource = new Lb(this, 'Resource', {
      ...commonConfig(this, props, this.securityGroup, opened),
      loadBalancerType: this.loadBalancerType,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: 'strictest',
      enableWafFailOpen: false,
      accessLogs: { enabled: true, bucket: access.bucketName, prefix: access.prefix },
      connectionLogs: { enabled: true, bucket: connection.bucketName, prefix: connection.prefix },
      healthCheckLogs: { enabled: true, bucket: health.bucketName, prefix: health.prefix },
      dependsOn: access.policy && [access.policy],
    });
    this.node.defaultChild = this.resource;
    this.loadBalancerArn = this.resource.arn;
    this.loadBalancerDnsName = this.resource.dnsName;
    this.loadBalancerZoneId = this.resource.zoneId;

    this.listener = new TlsListener(this, 'Listener', {
      loadBalancer: this,
      certificates: props.certificates,
      cryptoProfile: props.cryptoProfile,
      trustStore: props.trustStore,
      tags: props.tags,
    });
    this.redirectListener = new LbListener(this, 'RedirectListener', {
      loadBalancerArn: this.loadBalancerArn,
      port: 80,
      protocol: 'HTTP',
      defaultAction: [{ type: 'redirect', redirect: { port: '443', protocol: 'HTTPS', statusCode: 'HTTP_301' } }],
      routingHttpResponseServerEnabled: false,
      region: this.region,
      tags: tags(posture, posture.dataClass, ['1.1.1'], props.tags),
    });
    if (internetFacing) {
      const ipv6 = props.dualStack === true;
      allowFromInternet(this.securityGroup, Port.HTTPS, 'HTTPS from the internet', ipv6);
      allowFromInternet(this.securityGroup, Port.tcp(80), 'redirected to HTTPS', ipv6);
    }
    this.webFirewall = props.webFirewall ?? (internetFacing ? this.ownFirewall(props) : undefined);
    if (this.webFirewall) {
      const { webAclArn } = this.webFirewall;
      const { loadBalancerArn: resourceArn, region } = this;
      new Wafv2WebAclAssociation(this, 'WebFirewallAssociation', { resourceArn, webAclArn, region });
    }
  }

  /**
   * Makes targets and sends every request to them, but for rules of your own. Let the load balancer reach them, by `connections.allowTo`.
   *
   * @throws ValidationError where requests go to others already.
   */
  public addTargets(id: string, options: EncryptedTargetGroupOptions = {}): EncryptedTargetGroup {
    const { vpc, loadBalancerType } = this;
    const targets = new EncryptedTargetGroup(this, id, { ...options, vpc, loadBalancerType });
    this.forwardTo(targets);
    return targets;
  }

  /**
   * Sends every request to targets, but for rules of your own.
   *
   * @throws ValidationError where requests go to others already, or the targets are for another type of load balancer.
   */
  public forwardTo(targets: ITargetGroup): void {
    this.listener.forwardTo(targets);
  }

  private ownFirewall(props: HttpsLoadBalancerProps): WebFirewall {
    return new WebFirewall(this, 'WebFirewall', { region: this.region, tags: props.tags });
  }
}
