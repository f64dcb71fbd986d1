import { refusedProps } from '../core/errors';

/** What L1 zones and other libraries call the ways to weaken a zone. */
export const DNS_ZONE = refusedProps([
  {
    props: ['forceDestroy', 'removalPolicy'],
    must: 'must not be set: a zone is deleted only when it is empty',
    measure: '4.1',
    fix: 'leave it out',
  },
  {
    props: ['dnssec', 'enableDnssec', 'signing', 'signingStatus'],
    must: 'must not be set: every public zone is signed',
    measure: '3.2.4',
    fix: 'leave it out',
  },
  {
    props: ['queryLogsLogGroupArn', 'queryLogging', 'queryLogGroup'],
    must: 'must not be set: a public zone logs its queries to a log group of its own',
    measure: '8.1',
    fix: 'write queryLogRetentionDays, or leave it out',
  },
  {
    props: ['vpcs'],
    must: 'is not a prop of this construct',
    fix: 'write vpc',
  },
]);

/** The same of certificates. */
export const MANAGED_CERTIFICATE = refusedProps([
  {
    props: ['validation', 'validationMethod', 'validationOption'],
    must: 'must not be set: names are validated by DNS, so that ACM renews the certificate without anyone',
    measure: '1.3.2',
    fix: 'leave it out',
  },
  {
    props: ['certificateTransparencyLoggingPreference', 'transparencyLoggingEnabled', 'options'],
    must: 'must not be set: every certificate is in the public logs, where a forged one is noticed',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['privateKey', 'certificateBody', 'certificateChain'],
    isSecret: true,
    must: 'must not be set: the private key never leaves ACM',
    measure: '1.3.1',
    fix: 'leave it out, or write Certificate.fromArn for one that is imported',
  },
  {
    props: ['hostedZone'],
    must: 'is not a prop of this construct',
    fix: 'write zone',
  },
]);

/** The same of distributions. */
export const WEB_DISTRIBUTION = refusedProps([
  {
    props: ['minimumProtocolVersion', 'sslSupportMethod', 'viewerCertificate'],
    must: 'must not be set: viewers use TLS 1.2 or newer, under a certificate of yours',
    measure: '1.1.1',
    fix: 'write certificate, and viewerTls for TLS 1.3 only',
  },
  {
    props: ['viewerProtocolPolicy', 'originProtocolPolicy', 'originSslProtocols'],
    must: 'must not be set: viewers are redirected to HTTPS, and origins asked by nothing else',
    measure: '1.1.1',
    fix: 'leave it out',
  },
  {
    props: ['enableLogging', 'logBucket', 'logFilePrefix', 'loggingConfig'],
    must: 'must not be set: requests are always logged, without addresses, which the firewall logs',
    measure: '8.1',
    fix: 'write accessLogBucket, or leave it out',
  },
  {
    props: ['webAclId'],
    must: 'is not a prop of this construct',
    measure: '3.3.3',
    fix: 'write webFirewall',
  },
  {
    props: ['responseHeadersPolicy', 'responseHeadersPolicyId'],
    must: 'must not be set: browsers are told to stay on HTTPS with every answer',
    measure: '1.1.1',
    fix: 'write contentSecurityPolicy, or leave it out',
  },
  {
    props: ['origins', 'origin', 'defaultBehavior', 'additionalBehaviors'],
    must: 'is not a prop of this construct',
    fix: 'write defaultOrigin: WebOrigin.bucket(bucket), and call addBehavior for other paths',
  },
]);

const ASKED = 'must not be set: every route says how it knows who calls';
const OWN_STAGE = 'must not be set: the API has one stage, of which all is deployed, with a log and limits';

/** The same of HTTP APIs. */
export const HTTP_API = refusedProps([
  {
    props: ['body', 'target', 'routeKey', 'defaultIntegration', 'quickCreate'],
    must: ASKED,
    measure: '3.1.1',
    fix: 'call addRoute',
  },
  {
    props: ['defaultAuthorizer', 'defaultAuthorizationScopes', 'apiKeySelectionExpression'],
    must: 'is not a prop of this construct',
    measure: '3.1.1',
    fix: 'write authorizer, and scopes of routes',
  },
  {
    props: ['createDefaultStage', 'autoDeploy', 'stageName'],
    must: OWN_STAGE,
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['accessLogSettings', 'accessLogs', 'dataTraceEnabled', 'loggingLevel'],
    must: 'must not be set: calls are always logged, without what they carry',
    measure: '8.1',
    fix: 'leave it out, or write logRetentionDays',
  },
  {
    props: ['throttle', 'throttlingRateLimit', 'throttlingBurstLimit'],
    must: 'is not a prop of this construct',
    measure: '3.3.2',
    fix: 'write maxRequestsPerSecond and maxRequestBurst',
  },
  {
    props: ['disableExecuteApiEndpoint'],
    must: 'must not be set: with a domain the API answers under no other name, and without one under that of AWS only',
    measure: '1.1.1',
    fix: 'write domainName',
  },
  {
    props: ['defaultDomainMapping', 'securityPolicy', 'mutualTlsAuthentication', 'mtls', 'certificateArn'],
    must: 'is not a prop of this construct',
    measure: '1.1.1',
    fix: 'write domainName and certificate, and trustStore for mutual TLS',
  },
  {
    props: ['corsPreflight', 'corsConfiguration'],
    must: 'is not a prop of this construct',
    measure: '3.1.1',
    fix: 'write cors',
  },
  {
    props: ['webFirewall', 'webAclArn', 'webAclId'],
    must: 'must not be set: AWS WAF protects no HTTP APIs',
    measure: '3.3.3',
    fix: 'put a WebDistribution before it, or make a RestApi',
  },
]);

/** The same of REST APIs. */
export const REST_API = refusedProps([
  {
    props: ['body', 'defaultIntegration', 'defaultMethodOptions', 'proxy'],
    must: ASKED,
    measure: '3.1.1',
    fix: 'call addRoute',
  },
  {
    props: ['defaultAuthorizer', 'apiKeySourceType', 'apiKeySource'],
    must: 'is not a prop of this construct',
    measure: '3.1.1',
    fix: 'write authorizer',
  },
  {
    props: ['deploy', 'deployOptions', 'stageName'],
    must: OWN_STAGE,
    measure: '8.1',
    fix: 'leave it out, or write logRetentionDays and maxRequestsPerSecond',
  },
  {
    props: ['accessLogSettings', 'dataTraceEnabled', 'loggingLevel'],
    must: 'must not be set: calls and failures are always logged, without what calls carry',
    measure: '8.1',
    fix: 'leave it out, or write logRetentionDays',
  },
  {
    props: ['cloudWatchRole', 'cloudWatchRoleArn'],
    must: 'must not be set: the role is that of the whole account and region',
    measure: '8.1',
    fix: 'make an ApiGatewayAccount in the stack of the account',
  },
  {
    props: ['cacheClusterEnabled', 'cacheClusterSize', 'cachingEnabled'],
    must: 'must not be set: an answer to one caller is for no other',
    measure: '3.1.1',
    fix: 'leave it out, or cache behind the API',
  },
  {
    props: ['tracingEnabled', 'xrayTracingEnabled'],
    must: 'must not be set: calls are always traced',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['disableExecuteApiEndpoint', 'endpointTypes', 'endpointConfiguration', 'policy'],
    must: 'must not be set: an API is reached under its domain, or through one VPC endpoint',
    measure: '3.3.4',
    fix: 'write domainName, or vpcEndpointId',
  },
  {
    props: ['securityPolicy', 'mutualTlsAuthentication', 'certificateArn'],
    must: 'is not a prop of this construct',
    measure: '1.1.1',
    fix: 'write domainName and certificate, and trustStore for mutual TLS',
  },
  {
    props: ['webAclArn', 'webAclId'],
    must: 'is not a prop of this construct',
    measure: '3.3.3',
    fix: 'write webFirewall',
  },
  {
    props: ['defaultCorsPreflightOptions', 'cors'],
    must: 'must not be set: browsers show answers of the API to no other site',
    measure: '3.1.1',
    fix: 'make an HttpApi, or let the function answer preflight requests of a route',
  },
]);

/** What else is called the role of an account. */
export const API_GATEWAY_ACCOUNT = refusedProps([
  {
    props: ['cloudwatchRoleArn', 'role', 'roleArn'],
    must: 'must not be set: the role may write logs and nothing else',
    measure: '3.1.1',
    fix: 'leave it out',
  },
]);

/** The same of their routes. */
export const HTTP_ROUTE = refusedProps([
  {
    props: ['authorizationType', 'authorizerId', 'apiKeyRequired'],
    must: 'is not an option of a route',
    measure: '3.1.1',
    fix: 'write authorizer',
  },
  {
    props: ['authorizationScopes'],
    must: 'is not an option of a route',
    measure: '3.1.1',
    fix: 'write scopes',
  },
]);
