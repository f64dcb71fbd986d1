import { Construct } from 'constructs';
import { ITrail, TrailBase, TrailProps, trailFromArn } from './trail';

/**
 * Records who did what in every account of an organization, those to come included, as an `AccountTrail` does for one (TOM 8.1, 8.2, 8.3).
 * It stands in the management account, or in the account that administers CloudTrail on its behalf.
 *
 * ```ts
 * const archive = new AuditLogArchive(this, 'Archive');
 * new OrganizationTrail(this, 'Trail', { archive });
 * ```
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html
 */
export class OrganizationTrail extends TrailBase {
  /**
   * A trail that is already there, by its ARN, which names the management account. Nothing about it is checked.
   *
   * @throws ValidationError where the ARN is no trail's.
   */
  public static fromTrailArn(scope: Construct, id: string, trailArn: string): ITrail {
    return trailFromArn(scope, id, trailArn);
  }

  /**
   * @throws ValidationError without an archive, where a bucket of the archive is among those of data events, where a name is malformed or taken,
   * or on a prop that would weaken the trail.
   */
  constructor(scope: Construct, id: string, props: TrailProps) {
    super(scope, id, props, true);
  }
}
