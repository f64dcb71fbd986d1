import { Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { requireWholeNumber } from '../core/require';

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

/** An API of this account and region that is already there. */
export function importedApi(scope: Construct, id: string, apiId: string): IApi {
  class ImportedApi extends ApiBase {
    public readonly apiId = apiId;
    public readonly executionArn = executionArnOf(this, apiId);
  }
  const api = new ImportedApi(scope, id);
  if (!Token.isUnresolved(apiId) && !/^[a-z0-9]{10}$/.test(apiId)) {
    refuse(api, { prop: 'apiId', must: 'must be the id of an API', value: apiId, fix: "write 'a1b2c3d4e5'" });
  }
  return api;
}

/** How many requests a route takes. */
interface Rates {
  readonly maxRequestsPerSecond?: number;
  readonly maxRequestBurst?: number;
}

/** The limits of the routes of an API. */
export function requireRates(scope: IConstruct, props: Rates): Required<Rates> {
  const { maxRequestsPerSecond = 100, maxRequestBurst = 2 * maxRequestsPerSecond } = props;
  const limit = { min: 1, of: 'requests', because: ': with 0 nobody is answered', measure: '3.3.2', example: 100 };
  requireWholeNumber(scope, 'maxRequestsPerSecond', maxRequestsPerSecond, limit);
  requireWholeNumber(scope, 'maxRequestBurst', maxRequestBurst, limit);
  return { maxRequestsPerSecond, maxRequestBurst };
}

/** Refuses a route that another one answers already. */
export function requireFreeRoute(scope: IConstruct, routes: ReadonlyMap<string, string>, routeKey: string): void {
  const taken = routes.get(routeKey);
  if (taken === undefined) return;
  refuse(scope, {
    prop: 'routeKey',
    must: `must be none that another route of the API answers already: ${taken}`,
    value: routeKey,
    fix: 'write another method or path',
  });
}

/** Refuses what is no name of an API. */
export function requireApiName(scope: IConstruct, name: string): void {
  if (Token.isUnresolved(name) || (name.trim() !== '' && name.length <= 128)) return;
  refuse(scope, {
    prop: 'apiName',
    must: 'must be 1 to 128 characters',
    value: name,
    fix: "write apiName: 'acme-orders', or leave it out",
  });
}
