import { Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { Apigatewayv2Api, Apigatewayv2ApiCorsConfiguration } from '@cdktf/provider-aws/lib/apigatewayv2-api';
import { Apigatewayv2Authorizer } from '@cdktf/provider-aws/lib/apigatewayv2-authorizer';
import { Apigatewayv2DomainName } from '@cdktf/provider-aws/lib/apigatewayv2-domain-name';
import { Apigatewayv2Stage } from '@cdktf/provider-aws/lib/apigatewayv2-stage';
import { refuse } from '../core/errors';
import { defaultName } from '../core/names';
import { requireWholeNumber } from '../core/require';
import { IKey } from '../encryption/key';
import { openStore } from '../encryption/store';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { ApiBase, IApi, importedApi, requireApiName, requireFreeRoute, requireRates } from './api';
import { ApiAccess, ApiAuthorizer, NamedAccess, requireAuthorizer } from './api-authorizer';
import { ApiAuthorizers, Authorization } from './api-authorizers';
import { apiDomain, mapDomain, requireDomain } from './api-domain';
import { CERTIFICATE_FIELDS, HTTP_FIELDS, apiLog, apiLogDelivery, logFormat } from './api-log';
import { ApiTarget, invocationUri } from './api-target';
import { CorsOptions, HttpApiProps, HttpRouteOptions } from './http-api-props';
import { HttpRoute, IHttpRoute } from './http-route';
import { HTTP_API } from './refused';

/** The only stage: calls then have no name of a stage in their path. */
const STAGE = '$default';

/**
 * An HTTP API of API Gateway (TOM 1.1.1, 1.1.2, 2.1, 3.1.1, 3.3.2, 8.1, 8.2): no route without an authorizer, calls logged without what they carry, a limit on their rate, and TLS 1.2 or
 * newer under a name of yours.
 *
 * ```ts
 * const api = new HttpApi(this, 'Api', {
 *   authorizer: ApiAuthorizer.jwt('Customers', { issuer: 'https://login.example.com', audiences: ['shop'] }),
 *   domainName: 'api.example.com',
 *   certificate,
 * });
 * api.addRoute('Accept', 'POST /orders', ApiTarget.secureFunction(accept), { scopes: ['orders'] });
 * ```
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-protect.html
 */
export class HttpApi extends ApiBase {
  /**
   * An API of this account and region that is already there, by its id. Nothing about it is checked.
   *
   * @throws ValidationError where it is no id of one.
   */
  public static fromApiId(scope: Construct, id: string, apiId: string): IApi {
    return importedApi(scope, id, apiId);
  }

  /** The API itself. */
  public readonly resource: Apigatewayv2Api;
  /** What of it is deployed: all that is written. */
  public readonly stage: Apigatewayv2Stage;
  /**
   * The id of the API.
   *
   * @attribute
   */
  public readonly apiId: string;
  public readonly executionArn: string;
  /** The address under which it is called: that of `domainName`, else the one that AWS gives it. */
  public readonly url: string;
  /** The key that encrypts the log of calls. */
  public readonly encryptionKey: IKey;
  /** The log of calls. */
  public readonly logGroup: RetainedLogGroup;
  /** The domain, where it has one. */
  public readonly domain?: Apigatewayv2DomainName;
  /** The name under which DNS knows the domain, for an alias. */
  public readonly domainDnsName?: string;
  /** The zone of that name, for an alias. */
  public readonly domainZoneId?: string;

  private readonly authorizer?: ApiAuthorizer;
  private readonly region?: string;
  private readonly routes = new Map<string, string>();
  private readonly authorizers: ApiAuthorizers;

  /**
   * @throws ValidationError on an authorizer that admits nobody or everybody, a domain without a certificate or with one of another region, sites by plain HTTP or by a wildcard with
   * credentials, limits that are no positive whole numbers, a log under 365 days, a key of another region, or a region that is unknown or outside the residency; and on what would let calls
   * past authorizers, domain or log.
   */
  constructor(scope: Construct, id: string, props: HttpApiProps = {}) {
    super(scope, id);
    const { posture, dataClass, key, region, tags } = openStore(this, props, { refused: HTTP_API });
    const { cors } = props;
    const { maxRequestsPerSecond, maxRequestBurst } = requireRates(this, props);
    if (props.authorizer) requireAuthorizer(this, props.authorizer._access);
    requireDomain(this, props, region);
    const corsConfiguration = cors && corsOf(this, cors);
    const name = props.apiName ?? defaultName(this, posture).slice(0, 128);
    requireApiName(this, name);
    this.authorizer = props.authorizer;
    this.encryptionKey = key;
    this.region = region;

    this.logGroup = apiLog(this, {
      retentionDays: props.logRetentionDays,
      encryptionKey: key,
      dataClass,
      region,
      tags: props.tags,
    });
    const delivery = apiLogDelivery(this, region);
    this.resource = new Apigatewayv2Api(this, 'Resource', {
      name,
      description: props.description ?? this.node.path,
      protocolType: 'HTTP',
      corsConfiguration,
      disableExecuteApiEndpoint: props.domainName !== undefined,
      region,
      tags,
    });
    this.node.defaultChild = this.resource;
    this.apiId = this.resource.id;
    this.executionArn = this.resource.executionArn;
    this.authorizers = new ApiAuthorizers(this, {
      executionArn: this.executionArn,
      region,
      byToken: 'JWT',
      make: (holder, access) =>
        new Apigatewayv2Authorizer(holder, 'Resource', {
          apiId: this.apiId,
          name: access.name,
          ...this.asks(holder, access),
          region,
        }).id,
    });
    this.stage = new Apigatewayv2Stage(this, 'Stage', {
      apiId: this.apiId,
      name: STAGE,
      autoDeploy: true,
      accessLogSettings: {
        destinationArn: this.logGroup.logGroupArn,
        format: logFormat(HTTP_FIELDS, props.trustStore ? CERTIFICATE_FIELDS : {}),
      },
      defaultRouteSettings: {
        throttlingRateLimit: maxRequestsPerSecond,
        throttlingBurstLimit: maxRequestBurst,
      },
      region,
      tags,
      dependsOn: [delivery],
    });
    const domain = apiDomain(this, props, region, tags);
    this.url = domain ? `https://${domain.domainName}` : this.resource.apiEndpoint;
    if (!domain) return;
    mapDomain(this, domain, this.apiId, this.stage.id, region);
    this.domain = domain.resource;
    this.domainDnsName = domain.resource.domainNameConfiguration.targetDomainName;
    this.domainZoneId = domain.resource.domainNameConfiguration.hostedZoneId;
  }

  /**
   * Answers a method and a path by a function or a load balancer. The most exact route counts.
   *
   * @param id the id of the route within the API
   * @param routeKey a method and a path, `GET /orders/{order}`, or `$default` for all that no other route answers
   * @param target what calls are passed on to
   * @param options how it knows who calls
   * @throws ValidationError where neither it nor the API has an authorizer, its key is malformed or taken, it asks for scopes of what is no token, or its load balancer faces the internet.
   */
  public addRoute(id: string, routeKey: string, target: ApiTarget, options: HttpRouteOptions = {}): IHttpRoute {
    requireFreeRoute(this, this.routes, routeKey);
    const { apiId, executionArn, region, authorizer } = this;
    const authorize = (access: ApiAccess): Authorization => this.authorizers.authorize(access);
    const route = new HttpRoute(
      this,
      id,
      { api: this, apiId, executionArn, region, authorizer, authorize },
      routeKey,
      target,
      options
    );
    this.routes.set(routeKey, route.node.path);
    return route;
  }

  private asks(holder: Construct, access: NamedAccess) {
    if (access.kind === 'jwt') {
      const { issuer, audiences } = access;
      return {
        authorizerType: 'JWT',
        identitySources: ['$request.header.Authorization'],
        jwtConfiguration: { issuer, audience: [...audiences] },
      };
    }
    const { target, header, cacheSeconds } = access;
    // An answer about one route must not hold for another.
    const ofRoute = cacheSeconds > 0 ? ['$context.routeKey'] : [];
    return {
      authorizerType: 'REQUEST',
      authorizerUri: invocationUri(holder, target, this.region),
      authorizerPayloadFormatVersion: '2.0',
      enableSimpleResponses: true,
      identitySources: [`$request.header.${header}`, ...ofRoute],
      authorizerResultTtlInSeconds: cacheSeconds,
    };
  }
}

const WILDCARD = /\*/;

/** Whole origins, as browsers write them: a scheme and a host, with a port where it is another one. */
const ORIGIN = /^(?:\*|https:\/\/[^\s/?#*]+|https:\/\/\*|http:\/\/localhost(?::\d+)?)$/;

/**
 * Which web sites may call the API from browsers.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
function corsOf(scope: IConstruct, cors: CorsOptions): Apigatewayv2ApiCorsConfiguration {
  const { origins, methods = ['GET'], headers = ['authorization', 'content-type'] } = cors;
  const { allowCredentials = false, maxAgeSeconds = 300 } = cors;
  const wrong = origins.find((origin) => !Token.isUnresolved(origin) && !ORIGIN.test(origin));
  if (origins.length === 0 || wrong !== undefined) {
    refuse(scope, {
      prop: 'cors.origins',
      must: 'must hold origins by HTTPS, without a path, or of http://localhost: who changes a page on its way would call in the name of its visitor',
      value: wrong ?? origins,
      measure: '1.1.1',
      fix: "write origins: ['https://shop.example.com']",
    });
  }
  const wildcard = origins.find((origin) => WILDCARD.test(origin));
  if (allowCredentials && wildcard !== undefined) {
    refuse(scope, {
      prop: 'cors.origins',
      must: 'must name each origin where credentials are allowed: every other web site could call in the name of its visitors',
      value: wildcard,
      measure: '3.1.1',
      fix: "write origins: ['https://shop.example.com'], or leave allowCredentials out",
    });
  }
  const age = { min: 0, max: 86_400, of: 'seconds', example: 300 };
  requireWholeNumber(scope, 'cors.maxAgeSeconds', maxAgeSeconds, age);
  return {
    allowOrigins: origins,
    allowMethods: methods,
    allowHeaders: headers,
    exposeHeaders: cors.exposedHeaders,
    allowCredentials,
    maxAge: maxAgeSeconds,
  };
}
