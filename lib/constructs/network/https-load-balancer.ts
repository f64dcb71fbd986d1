import { Construct } from 'constructs';
import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import { Posture } from '../core/posture';
import { tags } from '../core/tags';
import { ITrustStore, LoadBalancerType } from '../encryption/tls-endpoint';
import { TlsListener } from '../encryption/tls-listener';
import { allowFromInternet } from './connections';
import {
  ILoadBalancer,
  ImportedLoadBalancer,
  LoadBalancerAttributes,
  LoadBalancerBase,
  LoadBalancerProps,
} from './load-balancer';
import { Peer } from './peer';
import { Port } from './port';
import { IWebFirewall, requireRegional } from './web-acl';
import { WebFirewall } from './web-firewall';

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
export class HttpsLoadBalancer extends LoadBalancerBase {
  /** A load balancer that is already there. Nothing about it is checked. */
  public static fromLoadBalancerAttributes(
    scope: Construct,
    id: string,
    attributes: LoadBalancerAttributes
  ): ILoadBalancer {
    return new ImportedLoadBalancer(scope, id, LoadBalancerType.APPLICATION, attributes);
  }

  /** Takes HTTPS on port 443. */
  public readonly listener: TlsListener;
  /** Redirects port 80 to it. */
  public readonly redirectListener: LbListener;
  /** The firewall before it, where there is one. */
  public readonly webFirewall?: IWebFirewall;

  /**
   * @throws ValidationError where the network has subnets in only one zone, there is no certificate or one of another region, the name is malformed,
   * or it is given a policy, a protocol, logs or openness of its own.
   */
  constructor(scope: Construct, id: string, props: HttpsLoadBalancerProps) {
    super(scope, id, LoadBalancerType.APPLICATION, props, (logs) => {
      const [access, connection, health] = [logs('access'), logs('connection'), logs('health-check')];
      return {
        dropInvalidHeaderFields: true,
        desyncMitigationMode: 'strictest',
        enableWafFailOpen: false,
        accessLogs: { enabled: true, bucket: access.bucketName, prefix: access.prefix },
        connectionLogs: { enabled: true, bucket: connection.bucketName, prefix: connection.prefix },
        healthCheckLogs: { enabled: true, bucket: health.bucketName, prefix: health.prefix },
        dependsOn: access.policy && [access.policy],
      };
    });
    const posture = Posture.of(this);
    const { clients, internetFacing = false } = props;
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
      tags: tags(posture, posture.dataClass, props.tags),
    });
    for (const client of clients ?? []) this.connections.allowFrom(client, Port.HTTPS);
    if (internetFacing && !clients) {
      const ipv6 = props.dualStack === true;
      allowFromInternet(this.securityGroup, Port.HTTPS, 'HTTPS from the internet', ipv6);
      allowFromInternet(this.securityGroup, Port.tcp(80), 'redirected to HTTPS', ipv6);
    }
    this.webFirewall = props.webFirewall ?? (internetFacing ? this.ownFirewall(props) : undefined);
    if (this.webFirewall) {
      requireRegional(this, 'webFirewall', this.webFirewall);
      const { webAclArn } = this.webFirewall;
      const { loadBalancerArn: resourceArn, region } = this;
      new Wafv2WebAclAssociation(this, 'WebFirewallAssociation', { resourceArn, webAclArn, region });
    }
  }

  private ownFirewall(props: HttpsLoadBalancerProps): WebFirewall {
    const isBehindCloudFront = props.clients?.some((client) => client instanceof Peer && client._isCloudFront);
    return new WebFirewall(this, 'WebFirewall', {
      // All connections are those of CloudFront: a limit on each of its addresses would stop everybody.
      clientAddressHeader: isBehindCloudFront ? 'x-forwarded-for' : undefined,
      region: this.region,
      tags: props.tags,
    });
  }
}
