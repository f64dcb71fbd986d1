import { App, TerraformStack } from 'cdktf';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import {
  ApiAuthorizer,
  ApiTarget,
  Certificate,
  CorsOptions,
  EncryptedBucket,
  FunctionCode,
  Grantee,
  HttpApi,
  HttpApiProps,
  HttpsLoadBalancer,
  IFunction,
  Posture,
  SecureFunction,
  UserDirectory,
} from '../../../lib';
import { HANDLER } from '../../support/constructs';
import { CERTIFICATE, network } from '../../support/network';
import { Written, messageOf, newStack, temporaryApp } from '../../support/synth';

const IAM = ApiAuthorizer.iam();
const NAMED = { domainName: 'api.example.com', certificate: CERTIFICATE };

function fn(stack: TerraformStack, id = 'Accept'): IFunction {
  return new SecureFunction(stack, id, {
    code: FunctionCode.fromAsset(HANDLER),
    handler: 'index.handler',
    runtime: 'nodejs22.x',
  });
}

/** An API with one route, and what else is done to it. */
function written(props: HttpApiProps = {}, more: (api: HttpApi, stack: TerraformStack) => void = () => {}): Written {
  const stack = newStack();
  const api = new HttpApi(stack, 'Api', { authorizer: IAM, ...props });
  api.addRoute('Accept', 'POST /orders', ApiTarget.secureFunction(fn(stack)));
  more(api, stack);
  return Written.of(stack);
}

function refused(props: object, more?: (api: HttpApi, stack: TerraformStack) => void): string {
  return messageOf(() => written(props, more));
}

/** The message of a route that is refused, with whatever authorizer and options. */
function refusedRoute(options: object, routeKey = 'GET /orders'): string {
  return refused({}, (api, stack) =>
    api.addRoute('Route', routeKey, ApiTarget.secureFunction(fn(stack, 'Other')), options)
  );
}

test('deploys all that is written, with a limit and a log', () => {
  const found = written();
  expect(found.resource('aws_apigatewayv2_api')).toMatchObject({
    name: 'test-api',
    description: 'test/Api',
    protocol_type: 'HTTP',
    disable_execute_api_endpoint: false,
  });
  expect(found.resource('aws_apigatewayv2_api').cors_configuration).toBeUndefined();
  expect(found.resource('aws_apigatewayv2_stage')).toMatchObject({
    name: '$default',
    auto_deploy: true,
    default_route_settings: { throttling_rate_limit: 100, throttling_burst_limit: 200 },
    access_log_settings: {
      destination_arn: expect.stringMatching(/^\$\{aws_cloudwatch_log_group\.Api_AccessLog_.+\.arn\}$/),
    },
    depends_on: [expect.stringMatching(/^aws_cloudwatch_log_resource_policy\.ApiLogDelivery_/)],
  });
  expect(found.resource('aws_cloudwatch_log_group', 'Api')).toMatchObject({
    name: '/aws/apigateway/test-api',
    retention_in_days: 365,
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\./),
  });
});

test('logs who called what with which result, and nothing of what was sent', () => {
  const { access_log_settings } = written().resource('aws_apigatewayv2_stage');
  const format = JSON.parse((access_log_settings as { format: string }).format) as { [field: string]: string };
  expect(Object.values(format)).toEqual(
    expect.arrayContaining([
      '$context.requestId',
      '$context.requestTime',
      '$context.identity.sourceIp',
      '$context.authorizer.claims.sub',
      '$context.identity.userArn',
      '$context.routeKey',
      '$context.status',
    ])
  );
  for (const value of Object.values(format)) {
    expect(value).not.toMatch(/path|query|header|userAgent|email|clientCert/i);
  }
});

test('lets the delivery of logs write to the logs of APIs of this account only', () => {
  const document = JSON.parse(
    written().resource('aws_cloudwatch_log_resource_policy').policy_document as string
  ) as object;
  expect(document).toMatchObject({
    Statement: [
      {
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Resource: expect.stringMatching(/:log-group:\/aws\/apigateway\/\*:log-stream:\*$/),
        Condition: { StringEquals: { 'aws:SourceAccount': expect.anything() } },
      },
    ],
  });
});

test('passes calls on to a function that only these calls invoke', () => {
  const found = written({}, (api, stack) => {
    const other = fn(stack, 'Other');
    api.addRoute('Read', 'ANY /orders/{order}', ApiTarget.secureFunction(other));
    api.addRoute('Rest', '$default', ApiTarget.secureFunction(other));
  });
  expect(found.resource('aws_apigatewayv2_integration', 'Api/Accept')).toMatchObject({
    integration_type: 'AWS_PROXY',
    integration_uri: expect.stringMatching(/^\$\{aws_lambda_function\.Accept_.+\.arn\}$/),
    payload_format_version: '2.0',
    description: 'POST /orders',
  });
  expect(found.resource('aws_apigatewayv2_route', 'Api/Accept')).toMatchObject({
    route_key: 'POST /orders',
    authorization_type: 'AWS_IAM',
    target: expect.stringMatching(/^integrations\/\$\{aws_apigatewayv2_integration\.Api_Accept_.+\.id\}$/),
  });
  const sources = Object.values(found.resources('aws_lambda_permission')).map((permission) => {
    expect(permission).toMatchObject({ action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com' });
    return (permission.source_arn as string).replace(/^\$\{aws_apigatewayv2_api\.Api_\w+\.execution_arn\}/, '');
  });
  expect(sources).toEqual(['/*/POST/orders', '/*/*/orders/*', '/*/$default']);
});

test('stands in a stack after that of its function, which knows nothing of it', () => {
  const app = temporaryApp();
  Posture.set(app, { owner: 'tests', retentionDays: 400 });
  const [edge, service] = ['edge', 'service'].map((id) => {
    const stack = new TerraformStack(app, id);
    new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
    return stack;
  });
  const api = new HttpApi(edge, 'Api', { authorizer: IAM });
  api.addRoute('Accept', 'POST /orders', ApiTarget.secureFunction(fn(service)));
  expect(Object.keys(Written.of(edge).resources('aws_lambda_permission'))).toEqual(['Api/Accept/Permission']);
  expect(App.of(edge).manifest.forStack(edge).dependencies).toEqual(['service']);
  expect(App.of(edge).manifest.forStack(service).dependencies).toEqual([]);
});

test('takes tokens of an issuer for its audiences, and asks routes for scopes', () => {
  const partners = ApiAuthorizer.jwt('Partners', { issuer: 'https://login.example.com', audiences: ['orders'] });
  const found = written({ authorizer: partners }, (api, stack) =>
    api.addRoute('Read', 'GET /orders', ApiTarget.secureFunction(fn(stack, 'Other')), { scopes: ['orders.read'] })
  );
  expect(found.resource('aws_apigatewayv2_authorizer')).toMatchObject({
    name: 'Partners',
    authorizer_type: 'JWT',
    identity_sources: ['$request.header.Authorization'],
    jwt_configuration: { issuer: 'https://login.example.com', audience: ['orders'] },
  });
  expect(found.resource('aws_apigatewayv2_route', 'Api/Read')).toMatchObject({
    authorization_type: 'JWT',
    authorizer_id: expect.stringMatching(/^\$\{aws_apigatewayv2_authorizer\.Api_Authorizer-Partners_/),
    authorization_scopes: ['orders.read'],
  });
});

test('takes tokens of a directory of users, of this program or not', () => {
  const stack = newStack();
  const users = new UserDirectory(stack, 'Users');
  const shop = users.addClient('Shop', { callbackUrls: ['https://shop.example.com/login'] });
  const others = UserDirectory.fromUserPoolArn(
    stack,
    'Others',
    'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_aB3dE5fG7'
  );
  const target = ApiTarget.secureFunction(fn(stack));
  const api = new HttpApi(stack, 'Api', { authorizer: ApiAuthorizer.userDirectory('Customers', users, [shop]) });
  api.addRoute('Accept', 'POST /orders', target);
  const authorizer = ApiAuthorizer.userDirectory('Staff', others, [shop]);
  api.addRoute('Staff', 'GET /orders', target, { authorizer });
  const found = Written.of(stack);
  expect(found.resource('aws_apigatewayv2_authorizer', 'Api/Authorizer-Customers').jwt_configuration).toEqual({
    issuer: expect.stringMatching(/^https:\/\/\$\{aws_cognito_user_pool\.Users_\w+\.endpoint\}$/),
    audience: [expect.stringMatching(/^\$\{aws_cognito_user_pool_client\.Users_Shop_/)],
  });
  expect(found.resource('aws_apigatewayv2_authorizer', 'Api/Authorizer-Staff').jwt_configuration).toMatchObject({
    issuer: expect.stringMatching(
      /^https:\/\/cognito-idp\.eu-west-1\.\$\{data\.aws_partition\..+\}\/eu-west-1_aB3dE5fG7$/
    ),
  });
});

test('lets a function decide, whose answers hold for one route where they hold for a while', () => {
  const found = written({}, (api, stack) => {
    const target = fn(stack, 'Devices');
    const always = ApiAuthorizer.secureFunction('Always', target);
    const sometimes = ApiAuthorizer.secureFunction('Sometimes', target, { header: 'X-Device', cacheSeconds: 60 });
    api.addRoute('A', 'GET /a', ApiTarget.secureFunction(target), { authorizer: always });
    api.addRoute('B', 'GET /b', ApiTarget.secureFunction(target), { authorizer: sometimes });
    api.addRoute('C', 'GET /c', ApiTarget.secureFunction(target), { authorizer: sometimes });
  });
  expect(found.resource('aws_apigatewayv2_authorizer', 'Api/Authorizer-Always')).toMatchObject({
    authorizer_type: 'REQUEST',
    authorizer_payload_format_version: '2.0',
    enable_simple_responses: true,
    identity_sources: ['$request.header.Authorization'],
    authorizer_result_ttl_in_seconds: 0,
    authorizer_uri: expect.stringMatching(
      /:lambda:path\/2015-03-31\/functions\/\$\{aws_lambda_function\..+\.arn\}\/invocations$/
    ),
  });
  expect(found.resource('aws_apigatewayv2_authorizer', 'Api/Authorizer-Sometimes')).toMatchObject({
    identity_sources: ['$request.header.X-Device', '$context.routeKey'],
    authorizer_result_ttl_in_seconds: 60,
  });
  expect(found.resource('aws_lambda_permission', 'Api/Authorizer-Always').source_arn).toMatch(
    /\.execution_arn\}\/authorizers\/\$\{aws_apigatewayv2_authorizer\.Api_Authorizer-Always_\w+\.id\}$/
  );
  expect(found.resource('aws_apigatewayv2_route', 'Api/C').authorization_type).toBe('CUSTOM');
});

test('leaves a route open only by name, with a reason that stands in the configuration', () => {
  const found = written({}, (api, stack) => {
    const authorizer = ApiAuthorizer.openToEverybody('the sender signs what it sends');
    api.addRoute('Hook', 'POST /hook', ApiTarget.secureFunction(fn(stack, 'Hook')), { authorizer });
  });
  expect(found.resource('aws_apigatewayv2_route', 'Api/Hook').authorization_type).toBe('NONE');
  expect(found.resource('aws_apigatewayv2_integration', 'Api/Hook').description).toBe(
    'POST /hook (open to everybody: the sender signs what it sends)'
  );
});

test('answers under a name of yours by TLS 1.2 or newer, and then under no other', () => {
  const found = written({ ...NAMED }, (api) => {
    expect(api.url).toBe('https://api.example.com');
    expect(api.domainDnsName).toBeDefined();
    expect(api.domainZoneId).toBeDefined();
  });
  expect(found.resource('aws_apigatewayv2_api').disable_execute_api_endpoint).toBe(true);
  expect(found.resource('aws_apigatewayv2_domain_name')).toMatchObject({
    domain_name: 'api.example.com',
    domain_name_configuration: {
      certificate_arn: CERTIFICATE.certificateArn,
      endpoint_type: 'REGIONAL',
      security_policy: 'TLS_1_2',
    },
  });
  expect(found.resource('aws_apigatewayv2_domain_name').mutual_tls_authentication).toBeUndefined();
  expect(found.resource('aws_apigatewayv2_api_mapping')).toMatchObject({
    api_id: expect.stringMatching(/^\$\{aws_apigatewayv2_api\./),
    stage: expect.stringMatching(/^\$\{aws_apigatewayv2_stage\./),
  });
});

test('asks clients for certificates, and logs whose they showed', () => {
  const stack = newStack();
  const trustStore = { bucket: new EncryptedBucket(stack, 'Authorities'), objectKey: 'p.pem', objectVersion: 'v3' };
  new HttpApi(stack, 'Api', { ...NAMED, trustStore });
  const found = Written.of(stack);
  expect(found.resource('aws_apigatewayv2_domain_name').mutual_tls_authentication).toEqual({
    truststore_uri: expect.stringMatching(/^s3:\/\/\$\{aws_s3_bucket\.Authorities_\w+\.bucket\}\/p\.pem$/),
    truststore_version: 'v3',
  });
  const { access_log_settings } = found.resource('aws_apigatewayv2_stage');
  expect((access_log_settings as { format: string }).format).toContain('$context.identity.clientCert.subjectDN');
});

test('reaches a load balancer within a network by HTTPS, by one link', () => {
  const found = written({}, (api, stack) => {
    const vpc = network(stack);
    const balancer = new HttpsLoadBalancer(stack, 'Balancer', { vpc, certificates: [CERTIFICATE] });
    const target = ApiTarget.loadBalancer(balancer, 'shop.example.com');
    api.addRoute('Shop', 'ANY /shop/{path+}', target);
    api.addRoute('Index', 'GET /shop', target);
  });
  expect(found.resource('aws_apigatewayv2_integration', 'Api/Shop')).toMatchObject({
    integration_type: 'HTTP_PROXY',
    integration_method: 'ANY',
    integration_uri: expect.stringMatching(/^\$\{aws_lb_listener\.Balancer_Listener_.+\.arn\}$/),
    connection_type: 'VPC_LINK',
    connection_id: expect.stringMatching(/^\$\{aws_apigatewayv2_vpc_link\./),
    tls_config: { server_name_to_verify: 'shop.example.com' },
  });
  expect(found.resource('aws_apigatewayv2_vpc_link')).toMatchObject({
    subnet_ids: ['subnet-application-0', 'subnet-application-1'],
    security_group_ids: [expect.stringMatching(/^\$\{aws_security_group\.Api_VpcLink-test-Network_/)],
  });
  expect(found.resource('aws_vpc_security_group_egress_rule', 'Api')).toMatchObject({
    from_port: 443,
    to_port: 443,
    referenced_security_group_id: expect.stringMatching(/^\$\{aws_security_group\.Balancer_/),
  });
});

test('lets sites of yours call it from browsers', () => {
  const cors: CorsOptions = { origins: ['https://shop.example.com'], methods: ['GET', 'POST'], allowCredentials: true };
  expect(written({ cors }).resource('aws_apigatewayv2_api').cors_configuration).toEqual({
    allow_origins: ['https://shop.example.com'],
    allow_methods: ['GET', 'POST'],
    allow_headers: ['authorization', 'content-type'],
    allow_credentials: true,
    max_age: 300,
  });
  const everybody = written({ cors: { origins: ['*'] } }).resource('aws_apigatewayv2_api');
  expect(everybody.cors_configuration).toMatchObject({ allow_origins: ['*'], allow_credentials: false });
});

test('lets roles call one route, or all', () => {
  const found = written({}, (api, stack) => {
    const route = api.addRoute('Read', 'GET /orders/{order}/lines', ApiTarget.secureFunction(fn(stack, 'Other')));
    route.grantInvoke(Grantee.fromRoleName(stack, 'partner'));
    api.grantInvoke(Grantee.fromRoleName(stack, 'admin'));
    HttpApi.fromApiId(stack, 'There', 'a1b2c3d4e5').grantInvoke(Grantee.fromRoleName(stack, 'other'));
  });
  const policy = (name: string): string => found.resource('aws_iam_role_policy', `Grants-${name}`).policy as string;
  expect(policy('partner')).toMatch(/"execute-api:Invoke".*\.execution_arn\}\/\*\/GET\/orders\/\*\/lines"/);
  expect(policy('admin')).toMatch(/"execute-api:Invoke".*\.execution_arn\}\/\*"/);
  expect(policy('other')).toMatch(/"execute-api:Invoke".*:execute-api:.*:a1b2c3d4e5\/\*"/);
});

describe('refuses', () => {
  test('a route without an authorizer', () => {
    const message = messageOf(() => {
      const stack = newStack();
      new HttpApi(stack, 'Api').addRoute('Read', 'GET /orders', ApiTarget.secureFunction(fn(stack)));
    });
    expect(message).toBe(
      "[test/Api/Read] 'authorizer' is required on the route or on the API: without one everybody may call (TOM 3.1.1 Least privilege through roles); write authorizer: ApiAuthorizer.userDirectory('Customers', users, [client]), ApiAuthorizer.iam(), or ApiAuthorizer.openToEverybody('why, and how callers are checked')"
    );
  });

  test('an open route without a reason', () => {
    expect(refusedRoute({ authorizer: ApiAuthorizer.openToEverybody(' ') })).toBe(
      `[test/Api/Route] 'authorizer.reason' must say in 1 to 900 characters why everybody may call, known when the program runs (TOM 3.1.1 Least privilege through roles), got " "; write ApiAuthorizer.openToEverybody('the sender signs what it sends, and the function checks it')`
    );
  });

  test.each<[string, ApiAuthorizer, string]>([
    [
      'an issuer by plain HTTP',
      ApiAuthorizer.jwt('P', { issuer: 'http://login.example.com', audiences: ['a'] }),
      `[test/Api/Route] 'authorizer.issuer' must be the address of an issuer by HTTPS: the keys that prove its tokens come from there (TOM 3.1.1 Least privilege through roles), got "http://login.example.com"; write issuer: 'https://login.example.com'`,
    ],
    [
      'tokens for anyone',
      ApiAuthorizer.jwt('P', { issuer: 'https://login.example.com', audiences: [] }),
      "[test/Api/Route] 'authorizer.audiences' must name at least one: a token for another program of the issuer would do (TOM 3.1.1 Least privilege through roles), got []; write audiences: ['orders'], or the clients of the directory",
    ],
    [
      'a name that is none',
      ApiAuthorizer.jwt('a b', { issuer: 'https://login.example.com', audiences: ['a'] }),
      `[test/Api/Route] 'authorizer.name' must be 1 to 64 letters, digits, '_' and '-', a letter first, known when the program runs, got "a b"; write ApiAuthorizer.jwt('Partners', …)`,
    ],
  ])('%s', (_title, authorizer, message) => {
    expect(refusedRoute({ authorizer })).toBe(message);
  });

  test('a function that decides by no header, or for days', () => {
    const asked = (options: object): string =>
      refused({}, (api, stack) => {
        const target = fn(stack, 'Other');
        const authorizer = ApiAuthorizer.secureFunction('Devices', target, options);
        api.addRoute('Route', 'GET /orders', ApiTarget.secureFunction(target), { authorizer });
      });
    expect(asked({ header: 'X Device' })).toBe(
      `[test/Api/Route] 'authorizer.header' must be the name of a header (TOM 3.1.1 Least privilege through roles), got "X Device"; write header: 'Authorization', or leave it out`
    );
    expect(asked({ cacheSeconds: 86400 })).toBe(
      "[test/Api/Route] 'authorizer.cacheSeconds' must be a whole number of seconds from 0 to 3600 (TOM 6.5.3 Immediate revocation of access), got 86400; write authorizer.cacheSeconds: 0"
    );
  });

  test('two authorizers of one name', () => {
    const of = (issuer: string): ApiAuthorizer => ApiAuthorizer.jwt('Partners', { issuer, audiences: ['orders'] });
    expect(
      refused({ authorizer: of('https://a.example.com') }, (api, stack) =>
        api.addRoute('Route', 'GET /orders', ApiTarget.secureFunction(fn(stack, 'Other')), {
          authorizer: of('https://b.example.com'),
        })
      )
    ).toBe(
      `[test/Api] 'authorizer.name' must be none that another authorizer of the API has, got "Partners"; write another name, or use one ApiAuthorizer for both routes`
    );
  });

  test('scopes of what is no token, and grants of what knows no roles', () => {
    expect(refusedRoute({ scopes: ['orders'] })).toBe(
      `[test/Api/Route] 'scopes' must not be set where calls carry no tokens of an issuer, which have scopes (TOM 3.1.1 Least privilege through roles), got ["orders"]; leave it out, or write ApiAuthorizer.jwt or ApiAuthorizer.userDirectory`
    );
    expect(
      refused({}, (api, stack) => {
        const authorizer = ApiAuthorizer.openToEverybody('public prices');
        const route = api.addRoute('R', 'GET /', ApiTarget.secureFunction(fn(stack, 'Other')), { authorizer });
        route.grantInvoke(Grantee.fromRoleName(stack, 'partner'));
      })
    ).toBe(
      `[test/Api/R] 'grantInvoke' must be called on a route that asks for signatures of IAM: another one knows no roles (TOM 3.1.1 Least privilege through roles), got "GET /"; write authorizer: ApiAuthorizer.iam()`
    );
  });

  test('a key of a route that is none, or taken', () => {
    expect(refusedRoute({}, '/orders')).toBe(
      `[test/Api/Route] 'routeKey' must be a method and a path, or $default for all that no other route answers, got "/orders"; write 'GET /orders/{order}'`
    );
    expect(refusedRoute({}, 'POST /orders')).toBe(
      `[test/Api] 'routeKey' must be none that another route of the API answers already: test/Api/Accept, got "POST /orders"; write another method or path`
    );
  });

  test.each<[string, object, string]>([
    [
      'a domain without a certificate',
      { domainName: 'api.example.com' },
      "[test/Api] 'certificate' is required with domainName (TOM 1.1.1 TLS on untrusted networks); write certificate: new ManagedCertificate(this, 'Certificate', { domainName, zone }).certificate",
    ],
    [
      'a certificate without a domain',
      { certificate: CERTIFICATE },
      "[test/Api] 'domainName' is required with certificate: under the name that AWS gives it, an API takes neither a certificate of yours nor asks for those of clients (TOM 1.1.1 TLS on untrusted networks); write domainName: 'api.example.com'",
    ],
    [
      'a certificate of another region',
      {
        ...NAMED,
        certificate: Certificate.fromArn(
          'arn:aws:acm:us-east-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab'
        ),
      },
      `[test/Api] 'certificate' must lie in the region of the API, eu-central-1 (TOM 1.1.1 TLS on untrusted networks), got "arn:aws:acm:us-east-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab"; request the certificate there: certificates of AWS Certificate Manager stay in their region`,
    ],
    [
      'no name of a domain',
      { ...NAMED, domainName: 'https://api.example.com' },
      `[test/Api] 'domainName' must be the name of a domain, known when the program runs, got "https://api.example.com"; write domainName: 'api.example.com'`,
    ],
    [
      'every site with credentials',
      { cors: { origins: ['https://*'], allowCredentials: true } },
      `[test/Api] 'cors.origins' must name each origin where credentials are allowed: every other web site could call in the name of its visitors (TOM 3.1.1 Least privilege through roles), got "https://*"; write origins: ['https://shop.example.com'], or leave allowCredentials out`,
    ],
    [
      'a site by plain HTTP',
      { cors: { origins: ['http://shop.example.com'] } },
      `[test/Api] 'cors.origins' must hold origins by HTTPS, without a path, or of http://localhost: who changes a page on its way would call in the name of its visitor (TOM 1.1.1 TLS on untrusted networks), got "http://shop.example.com"; write origins: ['https://shop.example.com']`,
    ],
    [
      'no site',
      { cors: { origins: [] } },
      "[test/Api] 'cors.origins' must hold origins by HTTPS, without a path, or of http://localhost: who changes a page on its way would call in the name of its visitor (TOM 1.1.1 TLS on untrusted networks), got []; write origins: ['https://shop.example.com']",
    ],
    [
      'a memory of browsers for weeks',
      { cors: { origins: ['*'], maxAgeSeconds: 604800 } },
      "[test/Api] 'cors.maxAgeSeconds' must be a whole number of seconds from 0 to 86400, got 604800; write cors.maxAgeSeconds: 300",
    ],
    [
      'a rate of nothing',
      { maxRequestsPerSecond: 0 },
      "[test/Api] 'maxRequestsPerSecond' must be a whole number of requests, at least 1: with 0 nobody is answered (TOM 3.3.2 Capacity management), got 0; write maxRequestsPerSecond: 100",
    ],
    [
      'a burst of nothing',
      { maxRequestBurst: 0 },
      "[test/Api] 'maxRequestBurst' must be a whole number of requests, at least 1: with 0 nobody is answered (TOM 3.3.2 Capacity management), got 0; write maxRequestBurst: 100",
    ],
    [
      'a log that ends early',
      { logRetentionDays: 30 },
      "[test/Api] 'logRetentionDays' must be a whole number of days, at least 365 (TOM 8.4 Log retention of at least 12 months), got 30; write logRetentionDays: 365",
    ],
    [
      'a name that is too long',
      { apiName: 'a'.repeat(129) },
      `[test/Api] 'apiName' must be 1 to 128 characters, got "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; write apiName: 'acme-orders', or leave it out`,
    ],
    [
      'a definition from elsewhere',
      { body: '{}' },
      `[test/Api] 'body' must not be set: every route says how it knows who calls (TOM 3.1.1 Least privilege through roles), got "{}"; call addRoute`,
    ],
    [
      'another domain',
      { disableExecuteApiEndpoint: true },
      "[test/Api] 'disableExecuteApiEndpoint' must not be set: with a domain the API answers under no other name, and without one under that of AWS only (TOM 1.1.1 TLS on untrusted networks), got true; write domainName",
    ],
    [
      'a firewall',
      { webAclArn: 'arn' },
      `[test/Api] 'webAclArn' must not be set: AWS WAF protects no HTTP APIs (TOM 3.3.3 Protection against denial of service), got "arn"; put a WebDistribution before it, or make a RestApi`,
    ],
  ])('%s', (_title, props, message) => {
    expect(refused(props)).toBe(message);
  });

  test('a trust store without a name', () => {
    expect(
      messageOf(() => {
        const stack = newStack();
        const trustStore = { bucket: new EncryptedBucket(stack, 'Authorities'), objectKey: '/p.pem' };
        new HttpApi(stack, 'Api', { ...NAMED, trustStore });
      })
    ).toBe(
      `[test/Api] 'trustStore.objectKey' must be the name of an object, without a slash before it (TOM 1.1.2 Strong ciphers between services too), got "/p.pem"; write objectKey: 'partners.pem'`
    );
  });

  test('a load balancer that is reached past the API', () => {
    expect(
      refused({}, (api, stack) => {
        const vpc = network(stack);
        const certificates = [CERTIFICATE];
        const balancer = new HttpsLoadBalancer(stack, 'Balancer', { vpc, certificates, internetFacing: true });
        api.addRoute('Shop', 'GET /shop', ApiTarget.loadBalancer(balancer, 'shop.example.com'));
      })
    ).toBe(
      `[test/Api/Shop] 'target' must be a load balancer within a network: one that faces the internet is reached past the API and its authorizers (TOM 3.3.4 Layered network defence), got "test/Balancer"; leave internetFacing of the load balancer out`
    );
  });

  test('what is no id of an API', () => {
    expect(messageOf(() => HttpApi.fromApiId(newStack(), 'There', 'https://api.example.com'))).toBe(
      `[test/There] 'apiId' must be the id of an API, got "https://api.example.com"; write 'a1b2c3d4e5'`
    );
  });

  test('options of a route that would go past its authorizer', () => {
    expect(refusedRoute({ authorizationType: 'NONE' })).toBe(
      `[test/Api/Route] 'authorizationType' is not an option of a route (TOM 3.1.1 Least privilege through roles), got "NONE"; write authorizer`
    );
  });
});
