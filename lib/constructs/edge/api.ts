import { Construct, IConstruct } from 'constructs';
import { accountOf } from '../core/account';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';

/** An API of API Gateway: one of this library's, or one that is already there. */
export interface IApi extends IConstruct {
  /**
   * The id of the API.
   *
   * @attribute
   */
  readonly apiId: string;

  /**
   * How the ARNs of its calls begin: `arn:aws:execute-api:eu-central-1:111122223333:a1b2c3d4e5`.
   *
   * @attribute
   */
  readonly executionArn: string;

  /** Lets a role call all that the API asks for signatures of IAM (`ApiAuthorizer.iam`). */
  grantInvoke(grantee: IGrantee): void;
}

/**
 * What every API can do: grants.
 * @internal
 */
export abstract class ApiBase extends Construct implements IApi {
  public abstract readonly apiId: string;
  public abstract readonly executionArn: string;

  public grantInvoke(grantee: IGrantee): void {
    grant(this, grantee, 'Invoke', [{ actions: ['execute-api:Invoke'], resources: [`${this.executionArn}/*`] }]);
  }
}

/** How the ARNs of the calls of an API of this account begin. */
export function executionArnOf(scope: IConstruct, apiId: string, region?: string): string {
  const account = accountOf(scope);
  return `arn:${account.partition}:execute-api:${region ?? account.region}:${account.id}:${apiId}`;
}
