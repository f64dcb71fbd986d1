import { Construct } from 'constructs';
import { Apigatewayv2IntegrationConfig } from '@cdktf/provider-aws/lib/apigatewayv2-integration';
import { Apigatewayv2VpcLink } from '@cdktf/provider-aws/lib/apigatewayv2-vpc-link';
import { IFunction } from '../compute/function';
import { letServiceInvoke } from '../compute/invocation';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { shortName } from '../core/names';
import { Posture } from '../core/posture';
import { tags } from '../core/tags';
import { HttpsLoadBalancer } from '../network/https-load-balancer';
import { Port } from '../network/port';
import { SecurityGroup } from '../network/security-group';
import { IVpc, SubnetTier } from '../network/vpc';
import { requireDomainName } from './domain-name';

/** What an API gives to what is behind it. */
export interface TargetContext {
  /** The construct of the API. */
  readonly api: Construct;
  readonly region?: string;
  /** For which calls a function is invoked. */
  readonly sourceArn: string;
}

/** How an HTTP API passes a call on. */
type HttpIntegration = Omit<Apigatewayv2IntegrationConfig, 'apiId' | 'description' | 'region'>;

/** What an API passes calls on to. */
export class ApiTarget {
  /** A function. Only the API may invoke it for this, and for these calls only. */
  public static secureFunction(target: IFunction): ApiTarget {
    return new ApiTarget((scope, { region, sourceArn }) => {
      letInvoke(scope, target, sourceArn, region);
      return { integrationType: 'AWS_PROXY', integrationUri: target.functionArn, payloadFormatVersion: '2.0' };
    }, target);
  }

  /**
   * A load balancer within a network, which the internet does not reach, by HTTPS (TOM 1.1.2): API Gateway has interfaces of its own in the application subnets (a VPC link), whose
   * security group may reach the load balancer and nothing else.
   *
   * @param loadBalancer the load balancer
   * @param serverName the name that its certificate must be for: `shop.example.com`
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
   */
  public static loadBalancer(loadBalancer: HttpsLoadBalancer, serverName: string): ApiTarget {
    return new ApiTarget((scope, { api, region }) => {
      const vpc = requireWithin(scope, loadBalancer);
      const serverNameToVerify = requireDomainName(scope, 'serverName', serverName, 'shop.example.com');
      const link = vpcLink(api, vpc, region);
      link.securityGroup.connections.allowTo(loadBalancer, Port.HTTPS, 'calls of the API');
      return {
        integrationType: 'HTTP_PROXY',
        integrationMethod: 'ANY',
        integrationUri: loadBalancer.listener.listenerArn,
        connectionType: 'VPC_LINK',
        connectionId: link.resource.id,
        payloadFormatVersion: '1.0',
        tlsConfig: { serverNameToVerify },
      };
    });
  }

  /** @internal */
  public readonly _bindHttp: (scope: Construct, context: TargetContext) => HttpIntegration;
  /** @internal */
  public readonly _function?: IFunction;

  private constructor(bindHttp: (scope: Construct, context: TargetContext) => HttpIntegration, target?: IFunction) {
    this._bindHttp = bindHttp;
    this._function = target;
  }
}

/**
 * Lets API Gateway invoke a function for one API. It stands beside what invokes: the function then needs to know nothing of the API.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html
 */
export function letInvoke(scope: Construct, target: IFunction, sourceArn: string, region: string | undefined): void {
  letServiceInvoke(scope, target, { service: 'apigateway.amazonaws.com', sourceArn, region });
}

/** What API Gateway calls the invocation of a function. */
export function invocationUri(scope: Construct, target: IFunction, region: string | undefined): string {
  const account = accountOf(scope);
  const path = `path/2015-03-31/functions/${target.functionArn}/invocations`;
  return `arn:${account.partition}:apigateway:${region ?? account.region}:lambda:${path}`;
}

interface VpcLink {
  readonly resource: Apigatewayv2VpcLink;
  readonly securityGroup: SecurityGroup;
}

/** The way of an API into a network, once each. */
function vpcLink(api: Construct, vpc: IVpc, region: string | undefined): VpcLink {
  const id = `VpcLink-${vpc.node.path.replace(/\//g, '-')}`;
  const there = api.node.tryFindChild(id);
  if (there) {
    return {
      resource: there.node.findChild('Resource') as Apigatewayv2VpcLink,
      securityGroup: there.node.findChild('SecurityGroup') as SecurityGroup,
    };
  }
  const holder = new Construct(api, id);
  const posture = Posture.of(holder);
  const securityGroup = new SecurityGroup(holder, 'SecurityGroup', { vpc });
  const resource = new Apigatewayv2VpcLink(holder, 'Resource', {
    name: shortName(holder, posture, 128),
    subnetIds: vpc.subnets(SubnetTier.APPLICATION).map(({ subnetId }) => subnetId),
    securityGroupIds: [securityGroup.securityGroupId],
    region,
    tags: tags(posture, posture.dataClass),
  });
  return { resource, securityGroup };
}

/** Refuses a load balancer that callers reach past the API and its authorizers. */
function requireWithin(scope: Construct, loadBalancer: HttpsLoadBalancer): IVpc {
  if (loadBalancer.resource.internalInput === false) {
    refuse(scope, {
      prop: 'target',
      must: 'must be a load balancer within a network: one that faces the internet is reached past the API and its authorizers',
      value: loadBalancer.node.path,
      measure: '3.3.4',
      fix: 'leave internetFacing of the load balancer out',
    });
  }
  return loadBalancer.securityGroup.vpc!;
}
