import { Construct, IConstruct } from 'constructs';
import { Apigatewayv2Integration } from '@cdktf/provider-aws/lib/apigatewayv2-integration';
import { Apigatewayv2Route } from '@cdktf/provider-aws/lib/apigatewayv2-route';
import { refuse, refuseProps } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { ApiAccess, ApiAuthorizer, requireAuthorizer } from './api-authorizer';
import { Authorization } from './api-authorizers';
import { ApiTarget } from './api-target';
import { HttpRouteOptions } from './http-api-props';
import { HTTP_ROUTE } from './refused';

const MEASURE = '3.1.1';

/** A route of an HTTP API. */
export interface IHttpRoute extends IConstruct {
  /** The route itself. */
  readonly resource: Apigatewayv2Route;

  /** What it answers: `GET /orders/{order}`. */
  readonly routeKey: string;

  /**
   * Lets a role call the route.
   *
   * @throws ValidationError where the route does not ask for signatures of IAM.
   */
  grantInvoke(grantee: IGrantee): void;
}

/** What a route knows of its API. */
export interface ApiOfRoute {
  readonly api: Construct;
  readonly apiId: string;
  readonly executionArn: string;
  readonly region?: string;
  readonly authorizer?: ApiAuthorizer;
  /** The authorizer itself, made where it is not there yet, and what routes call its kind. */
  readonly authorize: (access: ApiAccess) => Authorization;
}

/**
 * What `HttpApi.addRoute` makes.
 * @internal
 */
export class HttpRoute extends Construct implements IHttpRoute {
  public readonly resource: Apigatewayv2Route;

  private readonly access: ApiAccess;
  private readonly callArn: string;

  constructor(
    scope: Construct,
    id: string,
    of: ApiOfRoute,
    public readonly routeKey: string,
    target: ApiTarget,
    options: HttpRouteOptions
  ) {
    super(scope, id);
    refuseProps(this, options, HTTP_ROUTE);
    const [, verb, path] = requireRouteKey(this, routeKey);
    this.access = requireAccess(this, options.authorizer ?? of.authorizer);
    requireScopes(this, this.access, options.scopes);
    const { apiId, region, executionArn } = of;
    this.callArn = path === undefined ? `${executionArn}/*` : `${executionArn}/*/${called(verb)}${matching(path)}`;

    const integration = new Apigatewayv2Integration(this, 'Integration', {
      apiId,
      description: described(routeKey, this.access),
      ...target._bindHttp(this, {
        api: of.api,
        region,
        sourceArn: path === undefined ? `${executionArn}/*/$default` : this.callArn,
      }),
      region,
    });
    this.resource = new Apigatewayv2Route(this, 'Resource', {
      apiId,
      routeKey,
      target: `integrations/${integration.id}`,
      ...of.authorize(this.access),
      authorizationScopes: options.scopes,
      region,
    });
    this.node.defaultChild = this.resource;
  }

  public grantInvoke(grantee: IGrantee): void {
    requireIamAccess(this, this.access, this.routeKey);
    grant(this, grantee, 'Invoke', [{ actions: ['execute-api:Invoke'], resources: [this.callArn] }]);
  }
}

/** Refuses a route that nobody decides about. */
export function requireAccess(scope: IConstruct, authorizer: ApiAuthorizer | undefined): ApiAccess {
  if (!authorizer) {
    refuse(scope, {
      prop: 'authorizer',
      must: 'is required on the route or on the API: without one everybody may call',
      measure: MEASURE,
      fix: "write authorizer: ApiAuthorizer.userDirectory('Customers', users, [client]), ApiAuthorizer.iam(), or ApiAuthorizer.openToEverybody('why, and how callers are checked')",
    });
  }
  requireAuthorizer(scope, authorizer._access);
  return authorizer._access;
}

/** Refuses a grant for a route that knows no roles. */
export function requireIamAccess(scope: IConstruct, { kind }: ApiAccess, routeKey: string): void {
  if (kind === 'iam') return;
  refuse(scope, {
    prop: 'grantInvoke',
    must: 'must be called on a route that asks for signatures of IAM: another one knows no roles',
    value: routeKey,
    measure: MEASURE,
    fix: 'write authorizer: ApiAuthorizer.iam()',
  });
}

const ROUTE_KEY = /^(ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) (\/[^\s?#]*)$/;

function requireRouteKey(scope: IConstruct, routeKey: string): readonly (string | undefined)[] {
  if (routeKey === '$default') return [];
  const found = ROUTE_KEY.exec(routeKey);
  if (found) return found;
  return refuse(scope, {
    prop: 'routeKey',
    must: 'must be a method and a path, or $default for all that no other route answers',
    value: routeKey,
    fix: "write 'GET /orders/{order}'",
  });
}

/** Refuses scopes where no token has any. */
export function requireScopes(scope: IConstruct, { kind }: ApiAccess, scopes: readonly string[] | undefined): void {
  if (scopes === undefined || kind === 'jwt') return;
  refuse(scope, {
    prop: 'scopes',
    must: 'must not be set where calls carry no tokens of an issuer, which have scopes',
    value: scopes,
    measure: MEASURE,
    fix: 'leave it out, or write ApiAuthorizer.jwt or ApiAuthorizer.userDirectory',
  });
}

function described(routeKey: string, access: ApiAccess): string {
  return access.kind === 'open' ? `${routeKey} (open to everybody: ${access.reason})` : routeKey;
}

/** The method as policies of IAM name it. */
export function called(verb: string | undefined): string {
  return verb === undefined || verb === 'ANY' ? '*' : verb;
}

/** The path as policies of IAM name it: a parameter is whatever is there. */
export function matching(path: string): string {
  return path.replace(/\{[^}]*\}/g, '*');
}
