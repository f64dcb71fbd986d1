import { Construct } from 'constructs';
import { ITrail, TrailBase, TrailProps, trailFromArn, trailFromName } from './trail';

/**
 * Records who did what in an account, in every region: to an archive where nobody changes it, signed and encrypted with the archive's key,
 * and to a log group (TOM 8.1, 8.2, 8.3).
 *
 * ```ts
 * const archive = new AuditLogArchive(this, 'Archive');
 * new AccountTrail(this, 'Trail', { archive });
 * ```
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
 */
export class AccountTrail extends TrailBase {
  /**
   * A trail that is already there, by its ARN. Nothing about it is checked.
   *
   * @throws ValidationError where the ARN is no trail's.
   */
  public static fromTrailArn(scope: Construct, id: string, trailArn: string): ITrail {
    return trailFromArn(scope, id, trailArn);
  }

  /** A trail that is already there, by its name, in this account and region. Nothing about it is checked. */
  public static fromTrailName(scope: Construct, id: string, trailName: string): ITrail {
    return trailFromName(scope, id, trailName);
  }

  /**
   * @throws ValidationError without an archive, where a bucket of the archive is among those of data events, where a name is malformed or taken,
   * or on a prop that would weaken the trail.
   */
  constructor(scope: Construct, id: string, props: TrailProps) {
    super(scope, id, props, false);
  }
}
