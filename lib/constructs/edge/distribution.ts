import { Construct, IConstruct } from 'constructs';
import { accountOf } from '../core/account';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';

/** A distribution: one of this library's, or one that is already there. */
export interface IWebDistribution extends IConstruct {
  /**
   * The id of the distribution.
   *
   * @attribute
   */
  readonly distributionId: string;

  /**
   * The ARN of the distribution.
   *
   * @attribute
   */
  readonly distributionArn: string;

  /** The name under which DNS knows it, for an alias. */
  readonly distributionDnsName: string;

  /** The zone of that name, for an alias. */
  readonly distributionZoneId: string;

  /** Lets a role empty the cache, as after new files. */
  grantInvalidate(grantee: IGrantee): void;
}

/** The zone of all distributions. https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html */
const ZONE_ID = 'Z2FDTNDATAQYW2';

/**
 * What every distribution can do: grants.
 * @internal
 */
export abstract class WebDistributionBase extends Construct implements IWebDistribution {
  public abstract readonly distributionId: string;
  public abstract readonly distributionArn: string;
  public abstract readonly distributionDnsName: string;
  public readonly distributionZoneId: string = ZONE_ID;

  public grantInvalidate(grantee: IGrantee): void {
    const actions = ['cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation'];
    grant(this, grantee, 'Invalidate', [{ actions, resources: [this.distributionArn] }]);
  }
}

/** The ARN of a distribution of this account. */
export function distributionArn(scope: IConstruct, distributionId: string): string {
  const { id, partition } = accountOf(scope);
  return `arn:${partition}:cloudfront::${id}:distribution/${distributionId}`;
}
