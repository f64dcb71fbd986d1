import { createHash } from 'node:crypto';
import { IResolveContext, Lazy, TerraformElement, TerraformResource, dependable } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { ApiGatewayAuthorizer } from '@cdktf/provider-aws/lib/api-gateway-authorizer';
import { ApiGatewayDeployment } from '@cdktf/provider-aws/lib/api-gateway-deployment';
import { ApiGatewayMethodSettings } from '@cdktf/provider-aws/lib/api-gateway-method-settings';
import { ApiGatewayRequestValidator } from '@cdktf/provider-aws/lib/api-gateway-request-validator';
import { ApiGatewayResource } from '@cdktf/provider-aws/lib/api-gateway-resource';
import { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { ApiGatewayRestApiPolicy } from '@cdktf/provider-aws/lib/api-gateway-rest-api-policy';
import { ApiGatewayStage } from '@cdktf/provider-aws/lib/api-gateway-stage';
import { Apigatewayv2DomainName } from '@cdktf/provider-aws/lib/apigatewayv2-domain-name';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import { refuse } from '../core/errors';
import { defaultName } from '../core/names';
import { Effect, PolicyStatement, policyText } from '../core/policy';
import { IKey } from '../encryption/key';
import { openStore } from '../encryption/store';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';
import { IWebFirewall, requireRegional } from '../network/web-acl';
import { WebFirewall } from '../network/web-firewall';
import { logDays } from '../stores/log-days';
import { ApiBase, IApi, importedApi, requireApiName, requireFreeRoute, requireRates } from './api';
import { ApiAccess, ApiAuthorizer, NamedAccess, requireAuthorizer } from './api-authorizer';
import { ApiAuthorizers, Authorization } from './api-authorizers';
import { apiDomain, mapDomain, requireDomain } from './api-domain';
import { CERTIFICATE_FIELDS, REST_FIELDS, apiLog, logFormat } from './api-log';
import { ApiTarget, invocationUri } from './api-target';
import { REST_API } from './refused';
import { RestApiProps, RestRouteOptions } from './rest-api-props';
import { IRestRoute, RestRoute } from './rest-route';

const STAGE = 'live';

/**
 * A REST API of API Gateway (TOM 1.1.1, 1.1.2, 2.1, 3.1.1, 3.3.2, 3.3.3, 3.3.4, 8.1, 8.2): no route without an authorizer, a firewall before it or a network around it, requests that are
 * validated, calls logged without what they carry, a limit on their rate, traces, and TLS 1.2 or newer. Its logs take an `ApiGatewayAccount` in the account and region.
 *
 * ```ts
 * const api = new RestApi(this, 'Partners', {
 *   authorizer: ApiAuthorizer.iam(),
 *   domainName: 'partners.example.com',
 *   certificate,
 * });
 * api.addRoute('Accept', 'POST /orders', ApiTarget.secureFunction(accept), {
 *   bodySchema: JSON.stringify({ type: 'object', required: ['article'] }),
 * });
 * ```
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-protect.html
 */
export class RestApi extends ApiBase {
  /**
   * An API of this account and region that is already there, by its id. Nothing about it is checked.
   *
   * @throws ValidationError where it is no id of one.
   */
  public static fromApiId(scope: Construct, id: string, apiId: string): IApi {
    return importedApi(scope, id, apiId);
  }

  /** The API itself. */
  public readonly resource: ApiGatewayRestApi;
  /** What of it is deployed, replaced where a route, an authorizer or the policy changes. */
  public readonly deployment: ApiGatewayDeployment;
  /** Its one stage. */
  public readonly stage: ApiGatewayStage;
  /**
   * The id of the API.
   *
   * @attribute
   */
  public readonly apiId: string;
  public readonly executionArn: string;
  /** The name of the API, by which CloudWatch knows it. */
  public readonly apiName: string;
  /** The address under which it is called: that of `domainName`, else of its stage. */
  public readonly url: string;
  /** The key that encrypts its logs. */
  public readonly encryptionKey: IKey;
  /** The log of calls. */
  public readonly logGroup: RetainedLogGroup;
  /** The log of what API Gateway could not do. */
  public readonly executionLogGroup: RetainedLogGroup;
  /** The firewall before it, where there is one. */
  public readonly webFirewall?: IWebFirewall;
  /** The domain, where it has one. */
  public readonly domain?: Apigatewayv2DomainName;
  /** The name under which DNS knows the domain, for an alias. */
  public readonly domainDnsName?: string;
  /** The zone of that name, for an alias. */
  public readonly domainZoneId?: string;

  private readonly authorizer?: ApiAuthorizer;
  private readonly region?: string;
  private readonly requestValidator: ApiGatewayRequestValidator;
  private readonly routes = new Map<string, string>();
  private readonly authorizers: ApiAuthorizers;
  private readonly paths = new Map<string, string>();

  /**
   * @throws ValidationError where it has neither a domain nor an endpoint, or both, an authorizer that admits nobody or everybody, a domain without a certificate or with one of another region,
   * a firewall for distributions, limits that are no positive whole numbers, a log under 365 days, a key of another region, or a region that is unknown or outside the residency; and on what
   * would let calls past authorizers, domain, firewall or log.
   */
  constructor(scope: Construct, id: string, props: RestApiProps) {
    super(scope, id);
    const { posture, dataClass, key, region, tags } = openStore(this, props, { refused: REST_API });
    const { vpcEndpointId } = props;
    const { maxRequestsPerSecond, maxRequestBurst } = requireRates(this, props);
    if (props.authorizer) requireAuthorizer(this, props.authorizer._access);
    requirePlace(this, props);
    requireDomain(this, props, region);
    if (props.webFirewall) requireRegional(this, 'webFirewall', props.webFirewall);
    const name = props.apiName ?? defaultName(this, posture).slice(0, 128);
    requireApiName(this, name);
    this.apiName = name;
    this.authorizer = props.authorizer;
    this.encryptionKey = key;
    this.region = region;

    const logs = { encryptionKey: key, dataClass, region, tags: props.tags };
    this.logGroup = apiLog(this, { ...logs, retentionDays: props.logRetentionDays });
    this.resource = new ApiGatewayRestApi(this, 'Resource', {
      name,
      description: props.description ?? this.node.path,
      endpointConfiguration:
        vpcEndpointId === undefined ? { types: ['REGIONAL'] } : { types: ['PRIVATE'], vpcEndpointIds: [vpcEndpointId] },
      disableExecuteApiEndpoint: props.domainName !== undefined,
      region,
      tags,
    });
    this.node.defaultChild = this.resource;
    const restApiId = this.resource.id;
    this.apiId = restApiId;
    this.executionArn = this.resource.executionArn;
    this.authorizers = new ApiAuthorizers(this, {
      executionArn: this.executionArn,
      region,
      byToken: 'COGNITO_USER_POOLS',
      make: (holder, access) =>
        new ApiGatewayAuthorizer(holder, 'Resource', {
          restApiId: this.apiId,
          name: access.name,
          ...this.asks(holder, access),
          region,
        }).id,
    });
    if (vpcEndpointId !== undefined) {
      const policy = policyText(this, 'api', endpointStatements(this.executionArn, vpcEndpointId));
      new ApiGatewayRestApiPolicy(this, 'Policy', { restApiId, policy, region });
    }
    this.requestValidator = new ApiGatewayRequestValidator(this, 'RequestValidator', {
      restApiId,
      name: 'all',
      validateRequestBody: true,
      validateRequestParameters: true,
      region,
    });
    // API Gateway would make it itself, without a key and an end.
    this.executionLogGroup = new RetainedLogGroup(this, 'ExecutionLog', {
      ...logs,
      logGroupName: `API-Gateway-Execution-Logs_${restApiId}/${STAGE}`,
      logType: LogType.APPLICATION,
      retentionDays: logDays(posture),
    });
    this.deployment = new ApiGatewayDeployment(this, 'Deployment', {
      restApiId,
      triggers: { content: Lazy.stringValue({ produce: (context) => this.contentHash(context) }) },
      region,
      // The stage changes to the next one before this one goes.
      lifecycle: { createBeforeDestroy: true },
    });
    this.deployment.dependsOn = Lazy.listValue({ produce: () => this.deployed().map(dependable) });
    this.stage = new ApiGatewayStage(this, 'Stage', {
      restApiId,
      deploymentId: this.deployment.id,
      stageName: STAGE,
      xrayTracingEnabled: true,
      accessLogSettings: {
        destinationArn: this.logGroup.logGroupArn,
        format: logFormat(REST_FIELDS, props.trustStore ? CERTIFICATE_FIELDS : {}),
      },
      region,
      tags,
      dependsOn: [this.executionLogGroup.resource],
    });
    new ApiGatewayMethodSettings(this, 'Settings', {
      restApiId,
      stageName: this.stage.stageName,
      methodPath: '*/*',
      settings: {
        loggingLevel: 'ERROR',
        dataTraceEnabled: false,
        metricsEnabled: true,
        throttlingRateLimit: maxRequestsPerSecond,
        throttlingBurstLimit: maxRequestBurst,
        // Nothing is cached: an answer to one caller is for no other.
        cachingEnabled: false,
        cacheDataEncrypted: true,
      },
      region,
    });
    this.webFirewall =
      props.webFirewall ??
      (vpcEndpointId === undefined ? new WebFirewall(this, 'WebFirewall', { region, tags: props.tags }) : undefined);
    if (this.webFirewall) {
      const { webAclArn } = this.webFirewall;
      new Wafv2WebAclAssociation(this, 'WebFirewallAssociation', { resourceArn: this.stage.arn, webAclArn, region });
    }
    const domain = apiDomain(this, props, region, tags);
    this.url = domain ? `https://${domain.domainName}` : this.stage.invokeUrl;
    if (!domain) return;
    mapDomain(this, domain, restApiId, this.stage.stageName, region);
    this.domain = domain.resource;
    this.domainDnsName = domain.resource.domainNameConfiguration.targetDomainName;
    this.domainZoneId = domain.resource.domainNameConfiguration.hostedZoneId;
  }

  /**
   * Answers a method and a path by a function.
   *
   * @param id the id of the route within the API
   * @param routeKey a method and a path: `GET /orders/{order}`
   * @param target what calls are passed on to
   * @param options how it knows who calls, and what a call must hold
   * @throws ValidationError where neither it nor the API has an authorizer, it takes tokens of an issuer that is no directory, its key is malformed or taken, its target is no function, it asks
   * for scopes of what is no token, or its schema is none.
   */
  public addRoute(id: string, routeKey: string, target: ApiTarget, options: RestRouteOptions = {}): IRestRoute {
    requireFreeRoute(this, this.routes, routeKey);
    const { apiId: restApiId, executionArn, region, authorizer } = this;
    const of = {
      restApiId,
      executionArn,
      region,
      authorizer,
      requestValidatorId: this.requestValidator.id,
      authorize: (access: ApiAccess): Authorization => this.authorizers.authorize(access),
      resourceId: (path: string): string => this.resourceId(path),
    };
    const route = new RestRoute(this, id, of, routeKey, target, options);
    this.routes.set(routeKey, route.node.path);
    return route;
  }

  /** Each part of a path is a resource of its own. */
  private resourceId(path: string): string {
    if (path === '' || path === '/') return this.resource.rootResourceId;
    const there = this.paths.get(path);
    if (there !== undefined) return there;
    const at = path.lastIndexOf('/');
    const { id } = new ApiGatewayResource(this, `Path${path.replace(/\//g, '-')}`, {
      restApiId: this.apiId,
      parentId: this.resourceId(path.slice(0, at)),
      pathPart: path.slice(at + 1),
      region: this.region,
    });
    this.paths.set(path, id);
    return id;
  }

  private asks(holder: Construct, access: NamedAccess) {
    if (access.kind === 'jwt') {
      if (!access.directory) {
        refuse(holder, {
          prop: 'authorizer',
          must: 'must not take tokens of an issuer that is no UserDirectory: REST APIs know no others',
          value: access.issuer,
          measure: '3.1.1',
          fix: 'write ApiAuthorizer.userDirectory or ApiAuthorizer.secureFunction, or make an HttpApi',
        });
      }
      return {
        type: 'COGNITO_USER_POOLS',
        identitySource: 'method.request.header.Authorization',
        providerArns: [access.directory.userPoolArn],
      };
    }
    const { target, header, cacheSeconds } = access;
    // An answer about one method must not hold for another.
    const ofMethod = cacheSeconds > 0 ? ['context.resourcePath', 'context.httpMethod'] : [];
    return {
      type: 'REQUEST',
      authorizerUri: invocationUri(holder, target, this.region),
      identitySource: [`method.request.header.${header}`, ...ofMethod].join(','),
      authorizerResultTtlInSeconds: cacheSeconds,
    };
  }

  /** What a deployment is a picture of. */
  private deployed(): TerraformResource[] {
    return this.node.findAll().filter(isDeployed);
  }

  /**
   * A hash of all that is deployed, as Terraform reads it: an API answers by the last deployment, whatever was written since.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html
   */
  private contentHash(context: IResolveContext): string {
    const all = this.deployed()
      .map((element) => ({ at: element.friendlyUniqueId, text: textOf(context.resolve(element.toTerraform())) }))
      .sort((one, other) => (one.at < other.at ? -1 : 1));
    return createHash('sha256').update(JSON.stringify(all)).digest('hex');
  }
}

const DEPLOYED = new Set([
  'aws_api_gateway_authorizer',
  'aws_api_gateway_gateway_response',
  'aws_api_gateway_integration',
  'aws_api_gateway_integration_response',
  'aws_api_gateway_method',
  'aws_api_gateway_method_response',
  'aws_api_gateway_model',
  'aws_api_gateway_request_validator',
  'aws_api_gateway_resource',
  'aws_api_gateway_rest_api_policy',
]);

function isDeployed(element: IConstruct): element is TerraformResource {
  return (
    TerraformElement.isTerraformElement(element) &&
    TerraformResource.isTerraformResource(element) &&
    DEPLOYED.has(element.terraformResourceType)
  );
}

/** Without what the program says of itself, such as where it was written. */
function textOf(written: unknown): string {
  return JSON.stringify(written, (name, value: unknown) => (name === '//' ? undefined : value));
}

/** Refuses an API that is reached from nowhere, or from the internet by TLS 1.0. */
function requirePlace(scope: IConstruct, { domainName, vpcEndpointId }: RestApiProps): void {
  if (vpcEndpointId === undefined) {
    if (domainName !== undefined) return;
    refuse(scope, {
      prop: 'domainName',
      must: 'is required where vpcEndpointId is not set: under the name that AWS gives it, a REST API admits TLS 1.0',
      measure: '1.1.1',
      fix: "write domainName: 'api.example.com' and certificate, or vpcEndpointId for a private API",
    });
  }
  if (domainName !== undefined) {
    refuse(scope, {
      prop: 'domainName',
      must: 'must not be set with vpcEndpointId: a private API is reached under the name that AWS gives it',
      value: domainName,
      measure: '3.3.4',
      fix: 'leave one of the two out',
    });
  }
}

/**
 * Admits what comes through one endpoint. The denial holds for roles of the account too, whatever they are granted.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html
 */
function endpointStatements(executionArn: string, vpcEndpointId: string): PolicyStatement[] {
  const one = { principals: { '*': ['*'] }, actions: ['execute-api:Invoke'], resources: [`${executionArn}/*`] };
  const endpoint = { 'aws:SourceVpce': [vpcEndpointId] };
  return [
    { ...one, sid: 'AllowEndpoint', conditions: { StringEquals: endpoint } },
    { ...one, sid: 'DenyOthers', effect: Effect.DENY, conditions: { StringNotEquals: endpoint } },
  ];
}
