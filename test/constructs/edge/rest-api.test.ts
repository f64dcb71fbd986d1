import { TerraformStack } from 'cdktf';
import { ApiGatewayMethod } from '@cdktf/provider-aws/lib/api-gateway-method';
import {
  ApiAuthorizer,
  ApiGatewayAccount,
  ApiTarget,
  EncryptedBucket,
  FunctionCode,
  Grantee,
  HttpsLoadBalancer,
  IFunction,
  RestApi,
  RestApiProps,
  SecureFunction,
  UserDirectory,
  WebAclScope,
  WebFirewall,
} from '../../../lib';
import { HANDLER } from '../../support/constructs';
import { CERTIFICATE, network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const NAMED = { domainName: 'api.example.com', certificate: CERTIFICATE };
const INNER = { vpcEndpointId: 'vpce-0123456789abcdef0' };

function fn(stack: TerraformStack, id = 'Accept'): IFunction {
  return new SecureFunction(stack, id, {
    code: FunctionCode.fromAsset(HANDLER),
    handler: 'index.handler',
    runtime: 'nodejs22.x',
  });
}

/** An API with one route, and what else is done to it. */
function written(props: RestApiProps, more: (api: RestApi, stack: TerraformStack) => void = () => {}): Written {
  const stack = newStack();
  const api = new RestApi(stack, 'Api', { authorizer: ApiAuthorizer.iam(), ...props });
  api.addRoute('Accept', 'POST /orders', ApiTarget.secureFunction(fn(stack)));
  more(api, stack);
  return Written.of(stack);
}

function refused(props: object, more?: (api: RestApi, stack: TerraformStack) => void): string {
  return messageOf(() => written(props, more));
}

function refusedRoute(options: object, routeKey = 'GET /orders'): string {
  return refused(INNER, (api, stack) =>
    api.addRoute('Route', routeKey, ApiTarget.secureFunction(fn(stack, 'Other')), options)
  );
}

test('is reached under a name of yours by TLS 1.2 or newer, and under no other', () => {
  const found = written(NAMED, (api) => {
    expect(api.url).toBe('https://api.example.com');
    expect(api.domainDnsName).toBeDefined();
    expect(api.domainZoneId).toBeDefined();
  });
  expect(found.resource('aws_api_gateway_rest_api')).toMatchObject({
    name: 'test-api',
    disable_execute_api_endpoint: true,
    endpoint_configuration: { types: ['REGIONAL'] },
  });
  expect(found.resource('aws_apigatewayv2_domain_name').domain_name_configuration).toMatchObject({
    security_policy: 'TLS_1_2',
    endpoint_type: 'REGIONAL',
  });
  expect(found.resource('aws_apigatewayv2_api_mapping')).toMatchObject({
    api_id: expect.stringMatching(/^\$\{aws_api_gateway_rest_api\./),
    stage: expect.stringMatching(/^\$\{aws_api_gateway_stage\..+\.stage_name\}$/),
  });
  expect(found.resources('aws_api_gateway_rest_api_policy')).toEqual({});
});

test('stands behind a firewall, of its own or another', () => {
  const association = (found: Written): object => found.resource('aws_wafv2_web_acl_association');
  const resource_arn = expect.stringMatching(/^\$\{aws_api_gateway_stage\.Api_Stage_\w+\.arn\}$/);
  expect(association(written(NAMED))).toMatchObject({
    resource_arn,
    web_acl_arn: expect.stringMatching(/^\$\{aws_wafv2_web_acl\.Api_WebFirewall_/),
  });
  const stack = newStack();
  new RestApi(stack, 'Api', { ...INNER, webFirewall: new WebFirewall(stack, 'Firewall') });
  expect(association(Written.of(stack))).toMatchObject({
    resource_arn,
    web_acl_arn: expect.stringMatching(/^\$\{aws_wafv2_web_acl\.Firewall_/),
  });
});

test('is private where an endpoint is named, and then admits nothing else, whatever roles are granted', () => {
  const found = written(INNER);
  expect(found.resource('aws_api_gateway_rest_api')).toMatchObject({
    disable_execute_api_endpoint: false,
    endpoint_configuration: { types: ['PRIVATE'], vpc_endpoint_ids: ['vpce-0123456789abcdef0'] },
  });
  expect(found.resources('aws_wafv2_web_acl_association')).toEqual({});
  const statements = found.statements('aws_api_gateway_rest_api_policy');
  const all = {
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: expect.stringMatching(/^\$\{aws_api_gateway_rest_api\.Api_\w+\.execution_arn\}\/\*$/),
  };
  const endpoint = { 'aws:SourceVpce': 'vpce-0123456789abcdef0' };
  expect(statements).toEqual({
    AllowEndpoint: { Sid: 'AllowEndpoint', Effect: 'Allow', ...all, Condition: { StringEquals: endpoint } },
    DenyOthers: { Sid: 'DenyOthers', Effect: 'Deny', ...all, Condition: { StringNotEquals: endpoint } },
  });
});

test('logs calls and failures without what calls carry, traces them, and limits their rate', () => {
  const found = written(INNER);
  expect(found.resource('aws_api_gateway_stage')).toMatchObject({
    stage_name: 'live',
    xray_tracing_enabled: true,
    depends_on: [expect.stringMatching(/^aws_cloudwatch_log_group\.Api_ExecutionLog_/)],
  });
  const { format } = found.resource('aws_api_gateway_stage').access_log_settings as { format: string };
  const fields = Object.values(JSON.parse(format) as { [field: string]: string });
  expect(fields).toEqual(
    expect.arrayContaining([
      '$context.identity.sourceIp',
      '$context.resourcePath',
      '$context.status',
      '$context.tlsVersion',
    ])
  );
  for (const field of fields) expect(field).not.toMatch(/context\.path|query|header|userAgent|email|clientCert/i);
  expect(found.resource('aws_api_gateway_method_settings')).toMatchObject({
    method_path: '*/*',
    settings: {
      logging_level: 'ERROR',
      data_trace_enabled: false,
      metrics_enabled: true,
      throttling_rate_limit: 100,
      throttling_burst_limit: 200,
      caching_enabled: false,
      cache_data_encrypted: true,
    },
  });
  const groups = found.resources('aws_cloudwatch_log_group');
  const kms_key_id = expect.stringMatching(/^\$\{aws_kms_key\./);
  expect(groups['Api/AccessLog/Resource']).toMatchObject({ retention_in_days: 365, kms_key_id });
  expect(groups['Api/ExecutionLog/Resource']).toMatchObject({
    name: expect.stringMatching(/^API-Gateway-Execution-Logs_\$\{aws_api_gateway_rest_api\.Api_\w+\.id\}\/live$/),
    retention_in_days: 30,
    kms_key_id,
  });
});

test('passes calls on to a function that only these calls invoke, along paths that are made once', () => {
  const found = written(INNER, (api, stack) => {
    const target = ApiTarget.secureFunction(fn(stack, 'Other'));
    api.addRoute('Read', 'GET /orders/{order}', target);
    api.addRoute('Lines', 'ANY /orders/{order}/lines/{rest+}', target);
    api.addRoute('Root', 'GET /', target);
  });
  const parts = Object.values(found.resources('aws_api_gateway_resource')).map(({ path_part }) => path_part as string);
  expect(parts.sort()).toEqual(['lines', 'orders', '{order}', '{rest+}']);
  const sources = Object.values(found.resources('aws_lambda_permission')).map((permission) => {
    expect(permission).toMatchObject({ principal: 'apigateway.amazonaws.com' });
    return (permission.source_arn as string).replace(/^\$\{aws_api_gateway_rest_api\.Api_\w+\.execution_arn\}/, '');
  });
  expect(sources.sort()).toEqual(['/*/*/orders/*/lines/*', '/*/GET/', '/*/GET/orders/*', '/*/POST/orders']);
  expect(found.resource('aws_api_gateway_integration', 'Api/Root')).toMatchObject({
    type: 'AWS_PROXY',
    integration_http_method: 'POST',
    http_method: expect.stringMatching(/^\$\{aws_api_gateway_method\.Api_Root_\w+\.http_method\}$/),
    uri: expect.stringMatching(/:lambda:path\/2015-03-31\/functions\/\$\{aws_lambda_function\..+\.arn\}\/invocations$/),
  });
});

test('turns calls away that lack what they must have', () => {
  const bodySchema = '{"type":"object","required":["article"]}';
  const found = written(INNER, (api, stack) => {
    const target = ApiTarget.secureFunction(fn(stack, 'Other'));
    const options = { requiredQuery: ['year'], requiredHeaders: ['X-Shop'], bodySchema };
    api.addRoute('Change', 'PUT /orders/{order}', target, options);
  });
  expect(found.resource('aws_api_gateway_request_validator')).toMatchObject({
    validate_request_body: true,
    validate_request_parameters: true,
  });
  expect(found.resource('aws_api_gateway_method', 'Api/Change')).toMatchObject({
    request_validator_id: expect.stringMatching(/^\$\{aws_api_gateway_request_validator\./),
    request_parameters: {
      'method.request.path.order': true,
      'method.request.querystring.year': true,
      'method.request.header.X-Shop': true,
    },
    request_models: { 'application/json': expect.stringMatching(/^\$\{aws_api_gateway_model\.Api_Change_Body_/) },
  });
  expect(found.resource('aws_api_gateway_model')).toMatchObject({ name: 'Change', schema: bodySchema });
  expect(found.resource('aws_api_gateway_method', 'Api/Accept').request_validator_id).toBeDefined();
});

test('knows who calls by a directory, by IAM or by a function, and is open only by name', () => {
  const stack = newStack();
  const users = new UserDirectory(stack, 'Users');
  const shop = users.addClient('Shop', { callbackUrls: ['https://shop.example.com/login'] });
  const customers = ApiAuthorizer.userDirectory('Customers', users, [shop]);
  const accept = fn(stack);
  const target = ApiTarget.secureFunction(accept);
  const api = new RestApi(stack, 'Api', { ...INNER, authorizer: customers });
  api.addRoute('A', 'GET /a', target, { scopes: ['orders/read'] });
  api.addRoute('B', 'GET /b', target);
  api.addRoute('C', 'GET /c', target, { authorizer: ApiAuthorizer.secureFunction('Once', accept) });
  const authorizer = ApiAuthorizer.secureFunction('Devices', accept, { header: 'X-Device', cacheSeconds: 60 });
  api.addRoute('D', 'GET /d', target, { authorizer });
  api.addRoute('E', 'GET /e', target, { authorizer: ApiAuthorizer.openToEverybody('prices are public') });
  const found = Written.of(stack);
  expect(found.resource('aws_api_gateway_authorizer', 'Api/Authorizer-Customers')).toMatchObject({
    type: 'COGNITO_USER_POOLS',
    identity_source: 'method.request.header.Authorization',
    provider_arns: [expect.stringMatching(/^\$\{aws_cognito_user_pool\.Users_\w+\.arn\}$/)],
  });
  expect(found.resource('aws_api_gateway_authorizer', 'Api/Authorizer-Once')).toMatchObject({
    type: 'REQUEST',
    identity_source: 'method.request.header.Authorization',
    authorizer_result_ttl_in_seconds: 0,
  });
  expect(found.resource('aws_api_gateway_authorizer', 'Api/Authorizer-Devices')).toMatchObject({
    identity_source: 'method.request.header.X-Device,context.resourcePath,context.httpMethod',
    authorizer_result_ttl_in_seconds: 60,
  });
  const methods = found.resources('aws_api_gateway_method');
  expect(methods['Api/A/Resource']).toMatchObject({
    authorization: 'COGNITO_USER_POOLS',
    authorizer_id: expect.stringMatching(/^\$\{aws_api_gateway_authorizer\.Api_Authorizer-Customers_/),
    authorization_scopes: ['orders/read'],
  });
  expect(['B', 'C', 'D', 'E'].map((id) => methods[`Api/${id}/Resource`].authorization as string)).toEqual([
    'COGNITO_USER_POOLS',
    'CUSTOM',
    'CUSTOM',
    'NONE',
  ]);
});

describe('a deployment', () => {
  function deployed(more: (api: RestApi, stack: TerraformStack) => void = () => {}, props: RestApiProps = INNER) {
    const { triggers, depends_on, lifecycle } = written(props, more).resource('aws_api_gateway_deployment');
    return { content: (triggers as { content: string }).content, depends_on: depends_on as string[], lifecycle };
  }
  const usual = deployed();

  test('comes after all that it deploys, and the next one before it goes', () => {
    expect(usual.depends_on.map((address) => address.split('.')[0]).sort()).toEqual([
      'aws_api_gateway_integration',
      'aws_api_gateway_method',
      'aws_api_gateway_request_validator',
      'aws_api_gateway_resource',
      'aws_api_gateway_rest_api_policy',
    ]);
    expect(usual.lifecycle).toMatchObject({ create_before_destroy: true });
  });

  test('is the same for the same program', () => {
    expect(usual.content).toMatch(/^[0-9a-f]{64}$/);
    expect(deployed().content).toBe(usual.content);
    expect(deployed(undefined, { ...INNER, maxRequestsPerSecond: 5, description: 'Orders' }).content).toBe(
      usual.content
    );
  });

  test.each<[string, ((api: RestApi, stack: TerraformStack) => void) | undefined, RestApiProps]>([
    ['a route', (api, stack) => api.addRoute('R', 'GET /r', ApiTarget.secureFunction(fn(stack, 'O'))), INNER],
    ['an authorizer', undefined, { ...INNER, authorizer: ApiAuthorizer.openToEverybody('prices are public') }],
    ['the policy', undefined, { vpcEndpointId: 'vpce-0fedcba9876543210' }],
    [
      'what somebody overrides',
      (api) => {
        const method = api.node.findAll().find((one) => one instanceof ApiGatewayMethod) as ApiGatewayMethod;
        method.addOverride('api_key_required', true);
      },
      INNER,
    ],
  ])('is made anew where %s changes', (_title, more, props) => {
    expect(deployed(more, props).content).not.toBe(usual.content);
  });
});

test('asks clients for certificates, and logs whose they showed', () => {
  const stack = newStack();
  new RestApi(stack, 'Api', {
    ...NAMED,
    trustStore: { bucket: new EncryptedBucket(stack, 'Authorities'), objectKey: 'p.pem' },
  });
  const found = Written.of(stack);
  expect(found.resource('aws_apigatewayv2_domain_name').mutual_tls_authentication).toMatchObject({
    truststore_uri: expect.stringMatching(/^s3:\/\/\$\{aws_s3_bucket\.Authorities_\w+\.bucket\}\/p\.pem$/),
  });
  const { format } = found.resource('aws_api_gateway_stage').access_log_settings as { format: string };
  expect(format).toContain('$context.identity.clientCert.subjectDN');
});

test('lets roles call one route, or all', () => {
  const found = written(INNER, (api, stack) => {
    const route = api.addRoute('Read', 'GET /orders/{order}', ApiTarget.secureFunction(fn(stack, 'Other')));
    route.grantInvoke(Grantee.fromRoleName(stack, 'partner'));
    api.grantInvoke(Grantee.fromRoleName(stack, 'admin'));
    RestApi.fromApiId(stack, 'There', 'a1b2c3d4e5').grantInvoke(Grantee.fromRoleName(stack, 'other'));
  });
  const policy = (name: string): string => found.resource('aws_iam_role_policy', `Grants-${name}`).policy as string;
  expect(policy('partner')).toMatch(/"execute-api:Invoke".*\.execution_arn\}\/\*\/GET\/orders\/\*"/);
  expect(policy('admin')).toMatch(/"execute-api:Invoke".*\.execution_arn\}\/\*"/);
  expect(policy('other')).toMatch(/"execute-api:Invoke".*:execute-api:.*:a1b2c3d4e5\/\*"/);
});

test('the account lets API Gateway of this account write logs, and keeps doing so', () => {
  const stack = newStack();
  new ApiGatewayAccount(stack, 'ApiLogs');
  const found = Written.of(stack);
  expect(found.resource('aws_api_gateway_account')).toMatchObject({
    cloudwatch_role_arn: expect.stringMatching(/^\$\{aws_iam_role\.ApiLogs_Role_/),
    lifecycle: { prevent_destroy: true },
    depends_on: [expect.stringMatching(/^aws_iam_role_policy_attachment\./)],
  });
  const trust = JSON.parse(found.resource('aws_iam_role').assume_role_policy as string) as object;
  expect(trust).toMatchObject({
    Statement: [
      {
        Principal: { Service: 'apigateway.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': expect.anything() } },
      },
    ],
  });
  expect(messageOf(() => new ApiGatewayAccount(newStack(), 'A', { roleArn: 'arn' } as object))).toBe(
    `[test/A] 'roleArn' must not be set: the role may write logs and nothing else (TOM 3.1.1 Least privilege through roles), got "arn"; leave it out`
  );
});

describe('refuses', () => {
  test('a route without an authorizer', () => {
    const message = messageOf(() => {
      const stack = newStack();
      new RestApi(stack, 'Api', INNER).addRoute('Read', 'GET /orders', ApiTarget.secureFunction(fn(stack)));
    });
    expect(message).toBe(
      "[test/Api/Read] 'authorizer' is required on the route or on the API: without one everybody may call (TOM 3.1.1 Least privilege through roles); write authorizer: ApiAuthorizer.userDirectory('Customers', users, [client]), ApiAuthorizer.iam(), or ApiAuthorizer.openToEverybody('why, and how callers are checked')"
    );
  });

  test('tokens of an issuer that is no directory', () => {
    const authorizer = ApiAuthorizer.jwt('Partners', { issuer: 'https://login.example.com', audiences: ['orders'] });
    expect(refusedRoute({ authorizer })).toBe(
      `[test/Api/Authorizer-Partners] 'authorizer' must not take tokens of an issuer that is no UserDirectory: REST APIs know no others (TOM 3.1.1 Least privilege through roles), got "https://login.example.com"; write ApiAuthorizer.userDirectory or ApiAuthorizer.secureFunction, or make an HttpApi`
    );
  });

  test('two authorizers of one name', () => {
    expect(
      refused(INNER, (api, stack) => {
        const other = fn(stack, 'Other');
        const [a, b] = [1, 2].map(() => ApiAuthorizer.secureFunction('Devices', other));
        api.addRoute('A', 'GET /a', ApiTarget.secureFunction(other), { authorizer: a });
        api.addRoute('B', 'GET /b', ApiTarget.secureFunction(other), { authorizer: b });
      })
    ).toBe(
      `[test/Api] 'authorizer.name' must be none that another authorizer of the API has, got "Devices"; write another name, or use one ApiAuthorizer for both routes`
    );
  });

  test('scopes of what is no token, and grants of what knows no roles', () => {
    expect(refusedRoute({ scopes: ['orders'] })).toBe(
      `[test/Api/Route] 'scopes' must not be set where calls carry no tokens of an issuer, which have scopes (TOM 3.1.1 Least privilege through roles), got ["orders"]; leave it out, or write ApiAuthorizer.jwt or ApiAuthorizer.userDirectory`
    );
    expect(
      refused(INNER, (api, stack) => {
        const authorizer = ApiAuthorizer.openToEverybody('public prices');
        const route = api.addRoute('R', 'GET /', ApiTarget.secureFunction(fn(stack, 'Other')), { authorizer });
        route.grantInvoke(Grantee.fromRoleName(stack, 'partner'));
      })
    ).toBe(
      `[test/Api/R] 'grantInvoke' must be called on a route that asks for signatures of IAM: another one knows no roles (TOM 3.1.1 Least privilege through roles), got "GET /"; write authorizer: ApiAuthorizer.iam()`
    );
  });

  test('a key of a route that is none, or taken', () => {
    expect(refusedRoute({}, '$default')).toBe(
      `[test/Api/Route] 'routeKey' must be a method and a path of names and {parameters}, without a slash at its end, got "$default"; write 'GET /orders/{order}', or 'ANY /{path+}' for all that no other route answers`
    );
    expect(refusedRoute({}, 'GET /orders/')).toBe(
      `[test/Api/Route] 'routeKey' must be a method and a path of names and {parameters}, without a slash at its end, got "GET /orders/"; write 'GET /orders/{order}', or 'ANY /{path+}' for all that no other route answers`
    );
    expect(refusedRoute({}, 'POST /orders')).toBe(
      `[test/Api] 'routeKey' must be none that another route of the API answers already: test/Api/Accept, got "POST /orders"; write another method or path`
    );
  });

  test('a schema that is none', () => {
    expect(refusedRoute({ bodySchema: '["article"]' })).toBe(
      `[test/Api/Route] 'bodySchema' must be a JSON Schema as text: an object, got "[\\"article\\"]"; write JSON.stringify({ type: 'object', required: ['order'] })`
    );
    expect(refusedRoute({ bodySchema: 'article' })).toBe(
      `[test/Api/Route] 'bodySchema' must be a JSON Schema as text: an object, got "article"; write JSON.stringify({ type: 'object', required: ['order'] })`
    );
  });

  test('what is no function', () => {
    expect(
      refused(INNER, (api, stack) => {
        const vpc = network(stack);
        const balancer = new HttpsLoadBalancer(stack, 'Balancer', { vpc, certificates: [CERTIFICATE] });
        api.addRoute('Shop', 'GET /shop', ApiTarget.loadBalancer(balancer, 'shop.example.com'));
      })
    ).toBe(
      "[test/Api/Shop] 'target' must be a function: calls of a REST API are passed on to nothing else here; write ApiTarget.secureFunction(\u2026), or make an HttpApi"
    );
  });

  test.each<[string, object, string]>([
    [
      'neither a domain nor an endpoint',
      {},
      "[test/Api] 'domainName' is required where vpcEndpointId is not set: under the name that AWS gives it, a REST API admits TLS 1.0 (TOM 1.1.1 TLS on untrusted networks); write domainName: 'api.example.com' and certificate, or vpcEndpointId for a private API",
    ],
    [
      'a domain and an endpoint',
      { ...NAMED, ...INNER },
      `[test/Api] 'domainName' must not be set with vpcEndpointId: a private API is reached under the name that AWS gives it (TOM 3.3.4 Layered network defence), got "api.example.com"; leave one of the two out`,
    ],
    [
      'a domain without a certificate',
      { domainName: 'api.example.com' },
      "[test/Api] 'certificate' is required with domainName (TOM 1.1.1 TLS on untrusted networks); write certificate: new ManagedCertificate(this, 'Certificate', { domainName, zone }).certificate",
    ],
    [
      'a rate of nothing',
      { ...INNER, maxRequestsPerSecond: 0 },
      "[test/Api] 'maxRequestsPerSecond' must be a whole number of requests, at least 1: with 0 nobody is answered (TOM 3.3.2 Capacity management), got 0; write maxRequestsPerSecond: 100",
    ],
    [
      'a burst of nothing',
      { ...INNER, maxRequestBurst: 0 },
      "[test/Api] 'maxRequestBurst' must be a whole number of requests, at least 1: with 0 nobody is answered (TOM 3.3.2 Capacity management), got 0; write maxRequestBurst: 100",
    ],
    [
      'a log that ends early',
      { ...INNER, logRetentionDays: 30 },
      "[test/Api] 'logRetentionDays' must be a whole number of days, at least 365 (TOM 8.4 Log retention of at least 12 months), got 30; write logRetentionDays: 365",
    ],
    [
      'a cache',
      { ...INNER, cacheClusterEnabled: true },
      "[test/Api] 'cacheClusterEnabled' must not be set: an answer to one caller is for no other (TOM 3.1.1 Least privilege through roles), got true; leave it out, or cache behind the API",
    ],
    [
      'a role of its own for logs',
      { ...INNER, cloudWatchRole: true },
      "[test/Api] 'cloudWatchRole' must not be set: the role is that of the whole account and region (TOM 8.1 Central logging and correlation), got true; make an ApiGatewayAccount in the stack of the account",
    ],
    [
      'another endpoint',
      { ...NAMED, endpointTypes: ['EDGE'] },
      `[test/Api] 'endpointTypes' must not be set: an API is reached under its domain, or through one VPC endpoint (TOM 3.3.4 Layered network defence), got ["EDGE"]; write domainName, or vpcEndpointId`,
    ],
  ])('%s', (_title, props, message) => {
    expect(refused(props)).toBe(message);
  });

  test('a firewall for distributions', () => {
    const stack = newStack({ owner: 'tests', retentionDays: 400, globalServiceLogs: 'our transfer assessment' });
    const webFirewall = new WebFirewall(stack, 'Firewall', { webAclScope: WebAclScope.CLOUDFRONT });
    expect(messageOf(() => new RestApi(stack, 'Api', { ...NAMED, webFirewall }))).toBe(
      `[test/Api] 'webFirewall' must be of a firewall for regional resources (TOM 3.3.3 Protection against denial of service), got "CLOUDFRONT"; leave webAclScope out; a distribution names its firewall itself: webAclId: firewall.webAclArn`
    );
  });
});
