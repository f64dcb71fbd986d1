import { IConstruct } from 'constructs';

/** How a load balancer balances. */
export enum LoadBalancerType {
  /** HTTP requests. */
  APPLICATION = 'application',
  /** Connections. */
  NETWORK = 'network',
}

/** What a listener listens for: a load balancer, of this library or not. */
export interface ITlsEndpoint extends IConstruct {
  /**
   * The ARN of the load balancer.
   *
   * @attribute
   */
  readonly loadBalancerArn: string;

  /** How it balances. */
  readonly loadBalancerType: LoadBalancerType;

  /** The region that it lies in, where that is not the region of the stack's provider. */
  readonly region?: string;
}

/** Where a listener sends what it takes. */
export interface ITargetGroup extends IConstruct {
  /**
   * The ARN of the target group.
   *
   * @attribute
   */
  readonly targetGroupArn: string;

  /** Which load balancers can send to it. */
  readonly loadBalancerType: LoadBalancerType;
}

/** Whose certificates of clients a listener takes. */
export interface ITrustStore extends IConstruct {
  /**
   * The ARN of the trust store.
   *
   * @attribute
   */
  readonly trustStoreArn: string;
}
