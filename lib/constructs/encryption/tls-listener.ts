import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { LbListener, LbListenerDefaultAction } from '@cdktf/provider-aws/lib/lb-listener';
import { LbListenerCertificate } from '@cdktf/provider-aws/lib/lb-listener-certificate';
import { refuse } from '../core/errors';
import { openConstruct } from '../core/open';
import { TaggedProps } from '../core/props';
import { providerRegion } from '../core/provider-region';
import { requirePort } from '../core/require';
import { Certificate } from './certificate';
import { CryptoProfile, sslPolicy } from './crypto-profile';
import { ITargetGroup, ITlsEndpoint, ITrustStore, LoadBalancerType } from './tls-endpoint';

const MEASURE = '1.1.1';

/** How long browsers come back only by HTTPS: a year. */
const HSTS = 'max-age=31536000';

/** Which protocol a network load balancer agrees on within TLS. */
export enum AlpnPolicy {
  /** HTTP/1.1 and 1.0. */
  HTTP1_ONLY = 'HTTP1Only',
  /** HTTP/2. */
  HTTP2_ONLY = 'HTTP2Only',
  /** HTTP/1 before HTTP/2. */
  HTTP2_OPTIONAL = 'HTTP2Optional',
  /** HTTP/2 before HTTP/1. */
  HTTP2_PREFERRED = 'HTTP2Preferred',
  /** It agrees on none. */
  NONE = 'None',
}

/** What a listener takes, and where it sends it. */
export interface TlsListenerProps extends TaggedProps {
  /** The load balancer that listens. */
  readonly loadBalancer: ITlsEndpoint;

  /** The certificates, in the region of the load balancer: the first for clients that name no host, the others by the host that they name. */
  readonly certificates: Certificate[];

  /**
   * The port: 1 to 65535.
   *
   * @default 443
   */
  readonly port?: number;

  /**
   * What it demands of clients.
   *
   * @default CryptoProfile.MODERN
   */
  readonly cryptoProfile?: CryptoProfile;

  /**
   * Where it sends what it takes.
   *
   * @default - until `forwardTo` is called, an application load balancer answers 404; a network load balancer needs one
   */
  readonly targets?: ITargetGroup;

  /**
   * The host to which it redirects every request, by HTTPS and for good (301), instead of sending it to targets. Only application load balancers.
   *
   * @default - none
   */
  readonly redirectHost?: string;

  /**
   * The authorities whose certificates clients must show (mutual TLS). Only application load balancers.
   *
   * @default - clients need no certificate
   */
  readonly trustStore?: ITrustStore;

  /**
   * Which protocol it agrees on within TLS. Only network load balancers.
   *
   * @default AlpnPolicy.NONE
   */
  readonly alpnPolicy?: AlpnPolicy;
}

/**
 * A listener that takes TLS 1.2 with forward secrecy, or newer, and nothing else (TOM 1.1.1, 1.1.2, 3.2.4). Load balancers of this
 * library have one on port 443; this is for further ports, and for load balancers that are already there.
 *
 * ```ts
 * new TlsListener(this, 'Admin', { loadBalancer, port: 8443, certificates: [certificate], redirectHost: 'admin.example.com' });
 * ```
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export class TlsListener extends Construct {
  /** The listener itself. */
  public readonly resource: LbListener;
  /**
   * The ARN of the listener, for rules of your own.
   *
   * @attribute
   */
  public readonly listenerArn: string;
  /** The port. */
  public readonly port: number;

  private readonly endpoint: ITlsEndpoint;
  private taken?: string;

  /**
   * @throws ValidationError where the port is none, there is no certificate or one of another region, the listener is to forward and to redirect,
   * it is given a policy or protocol of its own, or what the type of the load balancer does not have.
   */
  constructor(scope: Construct, id: string, props: TlsListenerProps) {
    super(scope, id);
    const { tags } = openConstruct(this, props, { refused: REFUSED });
    this.endpoint = props.loadBalancer;
    const isApplication = this.endpoint.loadBalancerType === LoadBalancerType.APPLICATION;
    this.port = props.port ?? 443;
    requirePort(this, this.port, MEASURE);
    this.requireCertificates(props.certificates);
    this.requireOfItsType(props, isApplication);

    const [first, ...others] = props.certificates;
    this.resource = new LbListener(this, 'Resource', {
      loadBalancerArn: this.endpoint.loadBalancerArn,
      port: this.port,
      protocol: isApplication ? 'HTTPS' : 'TLS',
      sslPolicy: sslPolicy(props.cryptoProfile ?? CryptoProfile.MODERN),
      certificateArn: first.certificateArn,
      defaultAction: isApplication ? [NOT_FOUND] : [],
      mutualAuthentication: props.trustStore && { mode: 'verify', trustStoreArn: props.trustStore.trustStoreArn },
      alpnPolicy: isApplication ? undefined : (props.alpnPolicy ?? AlpnPolicy.NONE),
      routingHttpResponseServerEnabled: isApplication ? false : undefined,
      routingHttpResponseStrictTransportSecurityHeaderValue: isApplication ? HSTS : undefined,
      region: this.endpoint.region,
      tags,
    });
    this.node.defaultChild = this.resource;
    this.listenerArn = this.resource.arn;
    others.forEach(({ certificateArn }, index) => {
      const { listenerArn } = this;
      const region = this.endpoint.region;
      new LbListenerCertificate(this, `Certificate${index + 2}`, { listenerArn, certificateArn, region });
    });
    if (props.redirectHost !== undefined) this.redirectTo(props.redirectHost);
    if (props.targets !== undefined) this.forwardTo(props.targets);
    this.node.addValidation({ validate: () => (isApplication || this.taken ? [] : [NOWHERE]) });
  }

  /**
   * Sends what the listener takes to targets, but for rules of your own.
   *
   * @throws ValidationError where it redirects or forwards already, or the targets are for another type of load balancer.
   */
  public forwardTo(targets: ITargetGroup): void {
    if (targets.loadBalancerType !== this.endpoint.loadBalancerType) {
      refuse(this, {
        prop: 'targets',
        must: `must be for ${this.endpoint.loadBalancerType} load balancers`,
        value: targets.loadBalancerType,
        measure: '1.1.2',
        fix: 'call addTargets of the load balancer, which makes what it can send to',
      });
    }
    this.take('targets', `forwards to ${targets.node.path}`);
    this.resource.putDefaultAction([{ type: 'forward', targetGroupArn: targets.targetGroupArn }]);
  }

  private redirectTo(host: string): void {
    this.take('redirectHost', `redirects to ${host}`);
    const redirect = { host, port: '443', protocol: 'HTTPS', statusCode: 'HTTP_301' };
    this.resource.putDefaultAction([{ type: 'redirect', redirect }]);
  }

  private take(prop: string, does: string): void {
    if (this.taken !== undefined) {
      refuse(this, {
        prop,
        must: `must be the only thing that the listener does: it ${this.taken}`,
        measure: MEASURE,
        fix: 'decide for one, or make an aws_lb_listener_rule of listenerArn for some of the requests',
      });
    }
    this.taken = does;
  }

  private requireCertificates(certificates: Certificate[]): void {
    if (certificates.length === 0) {
      refuse(this, {
        prop: 'certificates',
        must: 'must hold at least one',
        value: certificates,
        measure: MEASURE,
        fix: "write certificates: [Certificate.fromArn('arn:aws:acm:…')]",
      });
    }
    const here = this.endpoint.region ?? providerRegion(this.endpoint);
    if (here === undefined || Token.isUnresolved(here)) return;
    const stranger = certificates.find(({ region }) => region !== undefined && region !== here);
    if (!stranger) return;
    refuse(this, {
      prop: 'certificates',
      must: `must lie in the region of the load balancer, ${here}`,
      value: stranger.certificateArn,
      measure: MEASURE,
      fix: 'request the certificate there: certificates of AWS Certificate Manager stay in their region',
    });
  }

  private requireOfItsType(props: TlsListenerProps, isApplication: boolean): void {
    for (const prop of isApplication ? (['alpnPolicy'] as const) : (['redirectHost', 'trustStore'] as const)) {
      if (props[prop] === undefined) continue;
      const other = isApplication ? LoadBalancerType.NETWORK : LoadBalancerType.APPLICATION;
      refuse(this, {
        prop,
        must: `must not be set: only ${other} load balancers have it`,
        measure: MEASURE,
        fix: 'leave it out',
      });
    }
  }
}

const NOT_FOUND: LbListenerDefaultAction = {
  type: 'fixed-response',
  fixedResponse: { contentType: 'text/plain', messageBody: 'Not found', statusCode: '404' },
};
const NOWHERE = 'the listener sends what it takes nowhere; call addTargets of the load balancer, or forwardTo';

const POLICY = {
  must: 'must not be set: no policy that admits less than TLS 1.2 with forward secrecy can be written',
  measure: MEASURE,
  fix: 'write cryptoProfile, or leave it out',
};
const TLS_ONLY = { must: 'must not be set: the listener takes only TLS', measure: MEASURE, fix: 'leave it out' };
const ACTIONS = {
  must: 'must not be set: a listener does one thing',
  measure: MEASURE,
  fix: 'write targets or redirectHost',
};
const ARNS = { must: 'is not a prop of this construct', measure: MEASURE, fix: 'write certificates' };

/** What L1 listeners and other libraries call the ways to loosen one. */
const REFUSED = {
  sslPolicy: POLICY,
  securityPolicy: POLICY,
  protocol: TLS_ONLY,
  certificateArn: ARNS,
  certificateArns: ARNS,
  defaultAction: ACTIONS,
  defaultActions: ACTIONS,
};
