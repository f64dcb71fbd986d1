import { Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { ApiGatewayIntegration } from '@cdktf/provider-aws/lib/api-gateway-integration';
import { ApiGatewayMethod } from '@cdktf/provider-aws/lib/api-gateway-method';
import { ApiGatewayModel } from '@cdktf/provider-aws/lib/api-gateway-model';
import { refuse, refuseProps } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { jsonObject } from '../core/json-object';
import { ApiAccess, ApiAuthorizer } from './api-authorizer';
import { Authorization } from './api-authorizers';
import { ApiTarget, invocationUri, letInvoke } from './api-target';
import { HTTP_ROUTE } from './refused';
import { RestRouteOptions } from './rest-api-props';
import { called, matching, requireAccess, requireIamAccess, requireScopes } from './http-route';

/** A route of a REST API. */
export interface IRestRoute extends IConstruct {
  /** The method of the API that it is. */
  readonly resource: ApiGatewayMethod;

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
export interface RestApiOfRoute {
  readonly restApiId: string;
  readonly executionArn: string;
  readonly requestValidatorId: string;
  readonly region?: string;
  readonly authorizer?: ApiAuthorizer;
  readonly authorize: (access: ApiAccess) => Authorization;
  /** The id of the resource of a path, made where it is not there yet. */
  readonly resourceId: (path: string) => string;
}

/**
 * What `RestApi.addRoute` makes.
 * @internal
 */
export class RestRoute extends Construct implements IRestRoute {
  public readonly resource: ApiGatewayMethod;

  private readonly access: ApiAccess;
  private readonly callArn: string;

  constructor(
    scope: Construct,
    id: string,
    of: RestApiOfRoute,
    public readonly routeKey: string,
    target: ApiTarget,
    options: RestRouteOptions
  ) {
    super(scope, id);
    refuseProps(this, options, HTTP_ROUTE);
    const [httpMethod, path] = requireMethodAndPath(this, routeKey);
    this.access = requireAccess(this, options.authorizer ?? of.authorizer);
    requireScopes(this, this.access, options.scopes);
    const fn = requireFunction(this, target);
    if (options.bodySchema !== undefined) requireSchema(this, options.bodySchema);
    const { restApiId, region, executionArn } = of;
    this.callArn = `${executionArn}/*/${called(httpMethod)}${matching(path)}`;

    const resourceId = of.resourceId(path);
    this.resource = new ApiGatewayMethod(this, 'Resource', {
      restApiId,
      resourceId,
      httpMethod,
      ...authorizationOf(of.authorize(this.access)),
      authorizationScopes: options.scopes,
      operationName: id,
      requestValidatorId: of.requestValidatorId,
      requestParameters: parametersOf(path, options),
      requestModels: this.models(restApiId, region, options.bodySchema),
      region,
    });
    this.node.defaultChild = this.resource;
    letInvoke(this, fn, this.callArn, region);
    new ApiGatewayIntegration(this, 'Integration', {
      restApiId,
      resourceId,
      // It is made after the method.
      httpMethod: this.resource.httpMethod,
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: invocationUri(this, fn, region),
      region,
    });
  }

  public grantInvoke(grantee: IGrantee): void {
    requireIamAccess(this, this.access, this.routeKey);
    grant(this, grantee, 'Invoke', [{ actions: ['execute-api:Invoke'], resources: [this.callArn] }]);
  }

  private models(restApiId: string, region: string | undefined, schema: string | undefined) {
    if (schema === undefined) return undefined;
    const name = this.node.id.replace(/[^A-Za-z0-9]/g, '');
    const contentType = 'application/json';
    const model = new ApiGatewayModel(this, 'Body', { restApiId, name, contentType, schema, region });
    return { [contentType]: model.name };
  }
}

function authorizationOf({ authorizationType: authorization, authorizerId }: Authorization) {
  return { authorization, authorizerId };
}

/** What a call must have. The parameters of a path are always there. */
function parametersOf(path: string, { requiredQuery = [], requiredHeaders = [] }: RestRouteOptions) {
  const named = [
    ...[...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name]) => `path.${name}`),
    ...requiredQuery.map((name) => `querystring.${name}`),
    ...requiredHeaders.map((name) => `header.${name}`),
  ];
  if (named.length === 0) return undefined;
  return Object.fromEntries(named.map((name) => [`method.request.${name}`, true]));
}

const SEGMENT = '(?:[\\w.:~-]+|\\{[\\w.:-]+\\+?\\})';
const ROUTE_KEY = new RegExp(`^(ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) (\\/|(?:\\/${SEGMENT})+)$`);

function requireMethodAndPath(scope: IConstruct, routeKey: string): readonly [string, string] {
  const [, method, path] = ROUTE_KEY.exec(routeKey) ?? [];
  if (method !== undefined) return [method, path];
  return refuse(scope, {
    prop: 'routeKey',
    must: 'must be a method and a path of names and {parameters}, without a slash at its end',
    value: routeKey,
    fix: "write 'GET /orders/{order}', or 'ANY /{path+}' for all that no other route answers",
  });
}

function requireFunction(scope: IConstruct, { _function }: ApiTarget) {
  if (_function) return _function;
  return refuse(scope, {
    prop: 'target',
    must: 'must be a function: calls of a REST API are passed on to nothing else here',
    fix: 'write ApiTarget.secureFunction(…), or make an HttpApi',
  });
}

function requireSchema(scope: IConstruct, schema: string): void {
  if (Token.isUnresolved(schema) || jsonObject(schema) !== undefined) return;
  refuse(scope, {
    prop: 'bodySchema',
    must: 'must be a JSON Schema as text: an object',
    value: schema,
    fix: "write JSON.stringify({ type: 'object', required: ['order'] })",
  });
}
