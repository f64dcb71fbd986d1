import { holdsPersonalData } from '../../aws/declared';
import {
  LISTENERS,
  LOAD_BALANCERS,
  TARGET_GROUPS,
  loadBalancerOf,
  readLoadBalancer,
} from '../../aws/elb/load-balancer';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { isTrue } from '../../terraform/value';
import { PopulationReader, every, isSet, those, together } from '../population';

/** Only what certainly has no address on the internet is private. */
function isPublicBalancer(_model: Model, balancer: Resource): boolean {
  return readLoadBalancer(balancer).isInternal !== true;
}

function isPublicListener(model: Model, listener: Resource): boolean {
  return loadBalancerOf(model, listener).isInternal !== true;
}

/** A gateway load balancer passes packets on, and ends no connection. */
function isHttp(_model: Model, balancer: Resource): boolean {
  const { kind } = readLoadBalancer(balancer);
  return kind === 'application' || kind === 'open';
}

function endsConnections(model: Model, listener: Resource): boolean {
  return loadBalancerOf(model, listener).kind !== 'gateway';
}

const CLASSIC = every('aws_elb');
const BALANCERS = every(...LOAD_BALANCERS);
const HTTP_BALANCERS = those(BALANCERS, isHttp);
const ALL_LISTENERS = those(every(...LISTENERS), endsConnections);
const APIS = every('aws_api_gateway_stage', 'aws_apigatewayv2_stage', 'aws_appsync_graphql_api');
const DISTRIBUTIONS = every('aws_cloudfront_distribution');
const OTHER_FRONTS = every('aws_apprunner_service', 'aws_lambda_function_url');
/** What else takes requests, or passes them on, and can say of whom. */
const OTHERS_THAT_LOG = every(
  'aws_appmesh_virtual_gateway',
  'aws_appmesh_virtual_node',
  'aws_appsync_api',
  'aws_globalaccelerator_accelerator',
  'aws_globalaccelerator_custom_routing_accelerator',
  'aws_verifiedaccess_instance',
  'aws_vpclattice_service',
  'aws_vpclattice_service_network'
);
const WEB_ACLS = every('aws_waf_web_acl', 'aws_wafregional_web_acl', 'aws_wafv2_web_acl');

/** Whether a listener takes TLS: one without it has no version and no ciphers. */
function takesTls(_model: Model, listener: Resource): boolean {
  const protocol = configured(listener, 'protocol');
  return typeof protocol !== 'string' || /^(?:HTTPS|TLS)$/i.test(protocol);
}

/** A function that is a target is invoked through the API of AWS, and no connection leads to it. */
function takesConnections(_model: Model, group: Resource): boolean {
  return configured(group, 'target_type') !== 'lambda' && holdsPersonalData(group);
}

/** Whether a zone answers everybody. */
function isPublicZone(_model: Model, zone: Resource): boolean {
  return !isSet(zone, 'vpc');
}

export const FRONT_POPULATIONS = {
  'public fronts': together(
    those(ALL_LISTENERS, isPublicListener),
    those(CLASSIC, (_model, balancer) => !isTrue(configured(balancer, 'internal'))),
    APIS,
    DISTRIBUTIONS,
    OTHER_FRONTS
  ),
  'public HTTP fronts': together(
    those(HTTP_BALANCERS, isPublicBalancer),
    those(CLASSIC, (_model, balancer) => !isTrue(configured(balancer, 'internal'))),
    APIS,
    DISTRIBUTIONS,
    OTHER_FRONTS,
    every('aws_cognito_user_pool')
  ),
  'TLS fronts': together(
    those(ALL_LISTENERS, takesTls),
    DISTRIBUTIONS,
    every(
      'aws_api_gateway_domain_name',
      'aws_apigatewayv2_domain_name',
      'aws_cloudfront_vpc_origin',
      'aws_elasticsearch_domain',
      'aws_opensearch_domain',
      'aws_transfer_server'
    )
  ),
  'internal TLS ends': those(ALL_LISTENERS, (model, listener) => loadBalancerOf(model, listener).isInternal !== false),
  'target groups of personal data': those(every(...TARGET_GROUPS), takesConnections),
  fronts: together(BALANCERS, CLASSIC, WEB_ACLS, DISTRIBUTIONS, APIS, OTHERS_THAT_LOG),
  'web ACLs': WEB_ACLS,
  distributions: DISTRIBUTIONS,
  'load balancers': HTTP_BALANCERS,
  filters: together(HTTP_BALANCERS, every('aws_networkfirewall_firewall', 'aws_route53_resolver_firewall_config')),
  'public DNS zones': those(every('aws_route53_zone'), isPublicZone),
  'outward deliveries': every(
    'aws_api_gateway_integration',
    'aws_apigatewayv2_integration',
    'aws_cloudwatch_event_api_destination',
    'aws_ses_configuration_set',
    'aws_sesv2_configuration_set',
    'aws_sns_topic_subscription'
  ),
  'integrations and functions': every(
    'aws_api_gateway_integration',
    'aws_apigatewayv2_integration',
    'aws_cloudwatch_event_api_destination',
    'aws_lambda_function'
  ),
  'payload logs': those(
    together(
      APIS,
      every(
        'aws_api_gateway_domain_name',
        'aws_apigatewayv2_domain_name',
        'aws_bedrock_model_invocation_logging_configuration',
        'aws_db_proxy',
        'aws_sfn_state_machine'
      )
    ),
    // A domain of an API logs nothing: its verdicts are about TLS.
    (_model, { type }) => !type.endsWith('_domain_name')
  ),
} as const satisfies { readonly [population: string]: PopulationReader };
