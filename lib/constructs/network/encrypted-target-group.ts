import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { LbTargetGroup, LbTargetGroupHealthCheck } from '@cdktf/provider-aws/lib/lb-target-group';
import { LbTargetGroupAttachment } from '@cdktf/provider-aws/lib/lb-target-group-attachment';
import { refuse } from '../core/errors';
import { openConstruct } from '../core/open';
import { TaggedProps } from '../core/props';
import { requirePort } from '../core/require';
import { ITargetGroup, LoadBalancerType } from '../encryption/tls-endpoint';
import { IVpc } from './vpc';

const MEASURE = '1.1.2';

/** What targets are. */
export enum TargetType {
  /** Instances, and Auto Scaling groups of them. */
  INSTANCE = 'instance',
  /** Addresses of the network: containers, and network interfaces. */
  IP = 'ip',
}

/** What a load balancer sends to. */
export interface EncryptedTargetGroupOptions extends TaggedProps {
  /**
   * What the targets are.
   *
   * @default TargetType.INSTANCE
   */
  readonly targetType?: TargetType;

  /**
   * The port on which they take TLS, health checks included: 1 to 65535.
   *
   * @default 443
   */
  readonly port?: number;

  /**
   * What a health check asks for by HTTPS. The answer must be 200.
   *
   * @default - `/`; behind a network load balancer a health check only connects
   */
  readonly healthCheckPath?: string;
}

/** A target group, and where it lies. */
export interface EncryptedTargetGroupProps extends EncryptedTargetGroupOptions {
  /** The network of the targets. */
  readonly vpc: IVpc;

  /**
   * Which load balancers send to it.
   *
   * @default LoadBalancerType.APPLICATION
   */
  readonly loadBalancerType?: LoadBalancerType;
}

/**
 * Targets to which a load balancer talks TLS, in health checks too (TOM 1.1.2, 3.2.4). `addTargets` of a load balancer makes one and forwards
 * to it; this is for those that rules of your own forward to.
 *
 * ```ts
 * const api = new EncryptedTargetGroup(this, 'Api', { vpc, port: 8443, healthCheckPath: '/health' });
 * ```
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
 */
export class EncryptedTargetGroup extends Construct implements ITargetGroup {
  /** A target group that is already there, by its ARN. Nothing about it is checked. */
  public static fromTargetGroupArn(
    scope: Construct,
    id: string,
    targetGroupArn: string,
    loadBalancerType: LoadBalancerType = LoadBalancerType.APPLICATION
  ): ITargetGroup {
    class ImportedTargetGroup extends Construct implements ITargetGroup {
      public readonly targetGroupArn = targetGroupArn;
      public readonly loadBalancerType = loadBalancerType;
    }
    return new ImportedTargetGroup(scope, id);
  }

  /** The target group itself. */
  public readonly resource: LbTargetGroup;
  /**
   * The ARN of the target group, for an Auto Scaling group or a service.
   *
   * @attribute
   */
  public readonly targetGroupArn: string;
  /** Which load balancers send to it. */
  public readonly loadBalancerType: LoadBalancerType;
  /** The port on which the targets take TLS. */
  public readonly port: number;

  private readonly region?: string;

  /**
   * @throws ValidationError on an unencrypted protocol, a port that is none, or a health check that asks for no path.
   */
  constructor(scope: Construct, id: string, props: EncryptedTargetGroupProps) {
    super(scope, id);
    const { tags } = openConstruct(this, props, { refused: REFUSED });
    this.requirePath(props.healthCheckPath);
    this.loadBalancerType = props.loadBalancerType ?? LoadBalancerType.APPLICATION;
    this.port = props.port ?? 443;
    requirePort(this, this.port, MEASURE);
    this.region = props.vpc.region;
    const isApplication = this.loadBalancerType === LoadBalancerType.APPLICATION;
    this.resource = new LbTargetGroup(this, 'Resource', {
      vpcId: props.vpc.vpcId,
      targetType: props.targetType ?? TargetType.INSTANCE,
      port: this.port,
      protocol: isApplication ? 'HTTPS' : 'TLS',
      healthCheck: healthCheck(isApplication, props.healthCheckPath),
      // Targets log who connects, not which load balancer.
      preserveClientIp: isApplication ? undefined : 'true',
      // A load balancer that serves every zone shifts away from one only where this is off.
      targetHealthState: isApplication ? undefined : [{ enableUnhealthyConnectionTermination: false }],
      region: this.region,
      tags,
      // Without a name of its own, a new one can stand beside the old while listeners change over.
      lifecycle: { createBeforeDestroy: true },
    });
    this.node.defaultChild = this.resource;
    this.targetGroupArn = this.resource.arn;
  }

  /** Adds a target: the id of an instance, or an address. Auto Scaling groups take `targetGroupArn` instead. */
  public addTarget(id: string, targetId: string): void {
    const { targetGroupArn, region } = this;
    new LbTargetGroupAttachment(this, id, { targetGroupArn, targetId, port: this.port, region });
  }

  private requirePath(path: string | undefined): void {
    if (path === undefined || Token.isUnresolved(path) || /^\/[^\s]*$/.test(path)) return;
    refuse(this, {
      prop: 'healthCheckPath',
      must: 'must be a path',
      value: path,
      measure: MEASURE,
      fix: "write healthCheckPath: '/health'",
    });
  }
}

function healthCheck(isApplication: boolean, path: string | undefined): LbTargetGroupHealthCheck {
  if (!isApplication && path === undefined) return { protocol: 'TCP', port: 'traffic-port' };
  return { protocol: 'HTTPS', port: 'traffic-port', path: path ?? '/', matcher: '200' };
}

const CLEAR = {
  must: 'must not be set: the load balancer talks TLS to its targets, in health checks too',
  measure: MEASURE,
  fix: 'leave it out, and let the targets listen with TLS; a certificate of their own making will do',
};

/** What L1 target groups and other libraries call the ways to talk unencrypted. */
const REFUSED = { protocol: CLEAR, targetProtocol: CLEAR, healthCheck: CLEAR, healthCheckProtocol: CLEAR };
