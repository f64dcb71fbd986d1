import { Construct } from 'constructs';
import { requirePort } from '../core/require';
import { LoadBalancerType } from '../encryption/tls-endpoint';
import { AlpnPolicy, TlsListener } from '../encryption/tls-listener';
import { allowFromInternet } from './connections';
import {
  ILoadBalancer,
  ImportedLoadBalancer,
  LoadBalancerAttributes,
  LoadBalancerBase,
  LoadBalancerProps,
} from './load-balancer';
import { Port } from './port';
import { requireAllowed } from './vpc-encryption';

/** Where a load balancer listens, and what it agrees on. */
export interface NetworkTlsLoadBalancerProps extends LoadBalancerProps {
  /**
   * The port: 1 to 65535. The internet is let in only on 443; on another port, name who may connect by `connections`.
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
export class NetworkTlsLoadBalancer extends LoadBalancerBase {
  /** A load balancer that is already there. Nothing about it is checked. */
  public static fromLoadBalancerAttributes(
    scope: Construct,
    id: string,
    attributes: LoadBalancerAttributes
  ): ILoadBalancer {
    return new ImportedLoadBalancer(scope, id, LoadBalancerType.NETWORK, attributes);
  }

  /** Takes TLS. */
  public readonly listener: TlsListener;

  /**
   * @throws ValidationError where the network has subnets in only one zone, the port is none, there is no certificate or one of another region, the name
   * is malformed, or it is given a policy, a protocol, logs or openness of its own.
   */
  constructor(scope: Construct, id: string, props: NetworkTlsLoadBalancerProps) {
    super(scope, id, LoadBalancerType.NETWORK, props, (logs) => {
      const access = logs('access');
      return {
        enableCrossZoneLoadBalancing: true,
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'on',
        accessLogs: { enabled: true, bucket: access.bucketName, prefix: access.prefix },
        dependsOn: access.policy && [access.policy],
      };
    });
    requireAllowed(this, props.vpc, 'TLS listeners of Network Load Balancers');
    const port = props.port ?? 443;
    requirePort(this, port, '1.1.1');
    this.listener = new TlsListener(this, 'Listener', {
      loadBalancer: this,
      port,
      certificates: props.certificates,
      cryptoProfile: props.cryptoProfile,
      alpnPolicy: props.alpnPolicy,
      tags: props.tags,
    });
    for (const client of props.clients ?? []) this.connections.allowFrom(client, Port.tcp(port));
    if (props.internetFacing && !props.clients && port === 443) {
      allowFromInternet(this.securityGroup, Port.HTTPS, 'TLS from the internet', props.dualStack === true);
    }
  }
}
