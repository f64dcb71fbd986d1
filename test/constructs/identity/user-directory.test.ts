import { CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  DataClass,
  DirectoryClientOptions,
  EncryptedStateBackend,
  Environment,
  UserDirectory,
  UserDirectoryProps,
  WebAclScope,
  WebFirewall,
} from '../../../lib';
import { resolved } from '../../../lib/constructs/core/resolved';
import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';
import { JsonObject } from '../../../lib/terraform/value';
import { STATE } from '../../support/constructs';
import { Written, messageOf, newStack } from '../../support/synth';

const CLIENT: DirectoryClientOptions = { callbackUrls: ['https://shop.example.com/login'] };
const POOL_ARN = 'arn:aws:cognito-idp:eu-central-1:111122223333:userpool/eu-central-1_aBc123';

/** The one resource of a type, without where it was made. */
function bodyOf(stack: TerraformStack, type: string): JsonObject {
  const body = { ...Written.of(stack).resource(type) };
  delete body['//'];
  return body;
}

function pool(props?: UserDirectoryProps, posture?: Parameters<typeof newStack>[0]): JsonObject {
  const stack = newStack(posture);
  new UserDirectory(stack, 'Customers', props);
  return bodyOf(stack, 'aws_cognito_user_pool');
}

test('asks everyone for a second factor, acts on threats and cannot be deleted by accident, without any props', () => {
  expect(pool()).toMatchInlineSnapshot(`
   {
     "account_recovery_setting": {
       "recovery_mechanism": [
         {
           "name": "verified_email",
           "priority": 1,
         },
       ],
     },
     "admin_create_user_config": {
       "allow_admin_create_user_only": true,
     },
     "auto_verified_attributes": [
       "email",
     ],
     "deletion_protection": "ACTIVE",
     "lifecycle": {
       "prevent_destroy": true,
     },
     "mfa_configuration": "ON",
     "name": "test-customers",
     "password_policy": {
       "minimum_length": 14,
       "password_history_size": 24,
       "require_lowercase": true,
       "require_numbers": true,
       "require_symbols": true,
       "require_uppercase": true,
       "temporary_password_validity_days": 1,
     },
     "software_token_mfa_configuration": {
       "enabled": true,
     },
     "tags": {
       "tom:data-class": "personal",
       "tom:environment": "production",
       "tom:owner": "tests",
     },
     "user_attribute_update_settings": {
       "attributes_require_verification_before_update": [
         "email",
       ],
     },
     "user_pool_add_ons": {
       "advanced_security_mode": "ENFORCED",
     },
     "user_pool_tier": "PLUS",
     "username_attributes": [
       "email",
     ],
     "username_configuration": {
       "case_sensitive": false,
     },
   }
  `);
});

test('has a client with a secret, short tokens and one safe flow', () => {
  const stack = newStack();
  const users = new UserDirectory(stack, 'Customers');
  users.addClient('Shop', CLIENT);
  expect(bodyOf(stack, 'aws_cognito_user_pool_client')).toMatchInlineSnapshot(`
   {
     "access_token_validity": 60,
     "allowed_oauth_flows": [
       "code",
     ],
     "allowed_oauth_flows_user_pool_client": true,
     "allowed_oauth_scopes": [
       "openid",
     ],
     "callback_urls": [
       "https://shop.example.com/login",
     ],
     "enable_token_revocation": true,
     "explicit_auth_flows": [
       "ALLOW_REFRESH_TOKEN_AUTH",
       "ALLOW_USER_SRP_AUTH",
     ],
     "generate_secret": true,
     "id_token_validity": 60,
     "name": "test-customers-shop",
     "prevent_user_existence_errors": "ENABLED",
     "refresh_token_validity": 8,
     "supported_identity_providers": [
       "COGNITO",
     ],
     "token_validity_units": [
       {
         "access_token": "minutes",
         "id_token": "minutes",
         "refresh_token": "hours",
       },
     ],
     "user_pool_id": "\${aws_cognito_user_pool.Customers_6955EA0A.id}",
   }
  `);
});

test('has a firewall of its own in front, whose logs are of personal data', () => {
  const stack = newStack({ dataClass: DataClass.INTERNAL, owner: 'tests' });
  new UserDirectory(stack, 'Customers');
  const written = Written.of(stack);
  expect(written.resource('aws_wafv2_web_acl_association')).toMatchObject({
    resource_arn: '${aws_cognito_user_pool.Customers_6955EA0A.arn}',
    web_acl_arn: expect.stringMatching(/^\$\{aws_wafv2_web_acl\.Customers_WebFirewall_\w+\.arn\}$/) as string,
  });
  expect(written.resource('aws_cognito_user_pool').tags).toMatchObject({ 'tom:data-class': 'personal' });
});

test('takes a region, a name, a class, mail, sign-up, longer passwords, tags and a firewall', () => {
  const stack = newStack();
  const region = 'eu-west-1';
  const webFirewall = new WebFirewall(stack, 'Firewall', { region });
  const users = new UserDirectory(stack, 'Customers', {
    region,
    userPoolName: 'acme customers',
    dataClass: DataClass.SPECIAL_CATEGORY,
    selfSignUp: true,
    minPasswordLength: 20,
    email: {
      identityArn: 'arn:aws:ses:eu-west-1:111122223333:identity/example.com',
      from: 'login@example.com',
      replyTo: 'help@example.com',
      configurationSetName: 'tls',
    },
    webFirewall,
    tags: { team: 'shop', 'tom:data-class': 'public' },
  });
  users.addClient('Shop', { ...CLIENT, scopes: ['openid', 'email'], accessTokenMinutes: 5, refreshTokenHours: 1 });
  const written = Written.of(stack);
  expect(users.webFirewall).toBe(webFirewall);
  expect(written.resource('aws_cognito_user_pool')).toMatchObject({
    name: 'acme customers',
    region,
    admin_create_user_config: { allow_admin_create_user_only: false },
    password_policy: { minimum_length: 20 },
    email_configuration: {
      email_sending_account: 'DEVELOPER',
      source_arn: 'arn:aws:ses:eu-west-1:111122223333:identity/example.com',
      from_email_address: 'login@example.com',
      reply_to_email_address: 'help@example.com',
      configuration_set: 'tls',
    },
    tags: { team: 'shop', 'tom:data-class': 'special-category' },
  });
  expect(written.resource('aws_cognito_user_pool_client')).toMatchObject({
    region,
    allowed_oauth_scopes: ['openid', 'email'],
    access_token_validity: 5,
    id_token_validity: 5,
    refresh_token_validity: 1,
  });
  expect(Object.keys(written.resources('aws_wafv2_web_acl'))).toEqual(['Firewall/Resource']);
  expect(written.resource('aws_wafv2_web_acl_association').region).toBe(region);
});

test('may be destroyed in an ephemeral environment', () => {
  const written = pool({}, { environment: Environment.EPHEMERAL });
  expect(written.deletion_protection).toBe('INACTIVE');
  expect(written).not.toHaveProperty('lifecycle');
});

test('has login pages at a domain of its own, and at one of Cognito', () => {
  const stack = newStack();
  const users = new UserDirectory(stack, 'Customers', { region: 'eu-west-1' });
  const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab';
  users.addDomain('Own', { domainName: 'login.example.com', certificateArn });
  users.addDomain('Prefix', { prefix: 'acme-shop' });
  const domains = Written.of(stack).resources('aws_cognito_user_pool_domain');
  const common = { region: 'eu-west-1', user_pool_id: '${aws_cognito_user_pool.Customers_6955EA0A.id}' };
  expect(domains['Customers/Own']).toMatchObject({
    ...common,
    domain: 'login.example.com',
    certificate_arn: certificateArn,
  });
  expect(domains['Customers/Prefix']).toMatchObject({ ...common, domain: 'acme-shop' });
  expect(domains['Customers/Prefix']).not.toHaveProperty('certificate_arn');
});

test('makes no identity pool', () => {
  const stack = newStack();
  new UserDirectory(stack, 'Customers').addClient('Shop', CLIENT);
  expect(Written.of(stack).resources('aws_cognito_identity_pool')).toEqual({});
});

describe('grants', () => {
  const role = (stack: TerraformStack): IamRole => new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });

  test('grantRead finds users, and changes none', () => {
    const stack = newStack();
    new UserDirectory(stack, 'Customers').grantRead(role(stack));
    expect(Written.of(stack).granted()).toEqual({
      '<Customers>': [
        'cognito-idp:AdminGetUser',
        'cognito-idp:AdminListGroupsForUser',
        'cognito-idp:DescribeUserPool',
        'cognito-idp:ListGroups',
        'cognito-idp:ListUsers',
        'cognito-idp:ListUsersInGroup',
      ],
    });
  });

  test('grantManage erases users, and cannot log in as one', () => {
    const stack = newStack();
    new UserDirectory(stack, 'Customers').grantManage(role(stack));
    const actions = Written.of(stack).granted()['<Customers>'];
    expect(actions).toEqual(expect.arrayContaining(['cognito-idp:AdminDeleteUser', 'cognito-idp:ListUsers']));
    expect(
      actions.filter((action) => /Password$|Mfa|MFA|Initiate|Respond|Attributes$|ConfirmSignUp/.test(action)).sort()
    ).toEqual(['cognito-idp:AdminDeleteUserAttributes', 'cognito-idp:AdminResetUserPassword']);
  });

  test('grantReadSecret of a client reads secrets of clients, and no user', () => {
    const stack = newStack();
    const client = new UserDirectory(stack, 'Customers').addClient('Shop', CLIENT);
    client.grantReadSecret(role(stack));
    expect(Written.of(stack).granted()).toEqual({ '<Customers>': ['cognito-idp:DescribeUserPoolClient'] });
  });

  test('cover a user pool that is already there', () => {
    const stack = newStack();
    const users = UserDirectory.fromUserPoolArn(stack, 'Old', POOL_ARN);
    users.grantRead(role(stack));
    expect(users.userPoolId).toBe('eu-central-1_aBc123');
    expect(Object.keys(Written.of(stack).granted())).toEqual([POOL_ARN]);
  });
});

test('takes the id of a pool from an ARN that only Terraform knows', () => {
  const stack = newStack();
  const { arn } = new CognitoUserPool(stack, 'Raw', { name: 'raw' });
  const { userPoolId } = UserDirectory.fromUserPoolArn(stack, 'Old', arn);
  expect(resolved(stack, userPoolId)).toBe('${element(split("/", aws_cognito_user_pool.Raw.arn), 1)}');
});

test('refuses what is no ARN of a user pool', () => {
  expect(messageOf(() => UserDirectory.fromUserPoolArn(newStack(), 'Old', 'eu-central-1_aBc123'))).toBe(
    "[test/Old] 'userPoolArn' must be the ARN of a user pool, got \"eu-central-1_aBc123\"; write 'arn:aws:cognito-idp:<region>:<account>:userpool/<id>'"
  );
});

const FACTOR = '(TOM 6.3 Multi-factor authentication)';

test.each<[string, object, string]>([
  [
    'logins without a second factor',
    { mfaConfiguration: 'OPTIONAL' },
    `'mfaConfiguration' must not be set: everybody logs in with a second factor, an authenticator app ${FACTOR}, got "OPTIONAL"; leave it out`,
  ],
  [
    'text messages',
    { smsConfiguration: {} },
    `'smsConfiguration' must not be set: who has the phone number, or the mailbox that also resets the password, would have the second factor ${FACTOR}, got an object; leave it out: an authenticator app is the second factor`,
  ],
  [
    'short passwords',
    { minPasswordLength: 8 },
    "'minPasswordLength' must be a whole number from 14 to 99 (TOM 6.1 Central identities), got 8; write minPasswordLength: 14",
  ],
  [
    'threat protection that only counts',
    { advancedSecurityMode: 'AUDIT' },
    `'advancedSecurityMode' must not be set: threat protection acts, which takes the plan PLUS (TOM 8.1 Central logging and correlation), got "AUDIT"; leave it out`,
  ],
  [
    'deletion',
    { deletionProtection: false },
    "'deletionProtection' must not be set: the environment decides it (TOM 3.2.1 Change management), got false; leave it out; environment EPHEMERAL is for what may be lost",
  ],
  [
    'data that is not personal',
    { dataClass: DataClass.INTERNAL },
    `'dataClass' must be personal data or a special category of it: users are people (TOM 3.1.2 Data classification), got "internal"; leave it out`,
  ],
  [
    'an address of nobody',
    { email: { identityArn: 'example.com', from: 'login@example.com' } },
    `'email.identityArn' must be the ARN of an identity of SES, got "example.com"; write 'arn:aws:ses:<region>:<account>:identity/example.com'`,
  ],
  [
    'a name with a slash',
    { userPoolName: 'acme/customers' },
    `'userPoolName' must be 1 to 128 letters, digits, blanks and '_+=,.@-', got "acme/customers"; write userPoolName: 'acme-customers', or leave it out`,
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => new UserDirectory(newStack(), 'Customers', props))).toBe(`[test/Customers] ${message}`);
});

test('refuses a region outside the residency, a firewall for distributions, and a name that is taken', () => {
  expect(messageOf(() => pool({ region: 'us-east-1' }))).toContain(
    "[test/Customers] 'region' must be within the residency of personal data"
  );
  const stack = newStack({ owner: 'tests', globalServiceLogs: 'CloudFront logs where AWS lets it' });
  const webFirewall = new WebFirewall(stack, 'Firewall', { webAclScope: WebAclScope.CLOUDFRONT });
  expect(messageOf(() => new UserDirectory(stack, 'Customers', { webFirewall }))).toContain(
    "[test/Customers] 'webFirewall' must be of a firewall for regional resources"
  );
  new UserDirectory(stack, 'One', { userPoolName: 'acme' });
  expect(messageOf(() => new UserDirectory(stack, 'Two', { userPoolName: 'acme' }))).toBe(
    `[test/Two] 'userPoolName' must be unique: test/One has this name, got "acme"; write another userPoolName, or leave it out`
  );
});

const TLS = '(TOM 1.1.1 TLS on untrusted networks)';
const WHOLE =
  'must hold whole addresses by HTTPS, without wildcards and fragments, or of http://localhost: the code of a login goes there';
const SESSIONS = '(TOM 6.5.3 Immediate revocation of access)';

test.each<[string, object, string]>([
  [
    'callbacks by HTTP',
    { callbackUrls: ['https://shop.example.com', 'http://shop.example.com'] },
    `'callbackUrls' ${WHOLE} ${TLS}, got "http://shop.example.com"; write callbackUrls: ['https://shop.example.com/login']`,
  ],
  [
    'a host that begins as localhost',
    { callbackUrls: ['http://localhost.example.com/login'] },
    `'callbackUrls' ${WHOLE} ${TLS}, got "http://localhost.example.com/login"; write callbackUrls: ['https://shop.example.com/login']`,
  ],
  [
    'callbacks with a wildcard',
    { callbackUrls: ['https://*.example.com/login'] },
    `'callbackUrls' ${WHOLE} ${TLS}, got "https://*.example.com/login"; write callbackUrls: ['https://shop.example.com/login']`,
  ],
  [
    'a host behind a name of a user',
    { callbackUrls: ['https://shop.example.com@evil.example'] },
    `'callbackUrls' ${WHOLE} ${TLS}, got "https://shop.example.com@evil.example"; write callbackUrls: ['https://shop.example.com/login']`,
  ],
  [
    'no callback',
    { callbackUrls: [] },
    `'callbackUrls' ${WHOLE} ${TLS}, got []; write callbackUrls: ['https://shop.example.com/login']`,
  ],
  [
    'a logout to a fragment',
    { logoutUrls: ['https://shop.example.com/#out'] },
    `'logoutUrls' ${WHOLE} ${TLS}, got "https://shop.example.com/#out"; write logoutUrls: ['https://shop.example.com/login']`,
  ],
  [
    'access for a day',
    { accessTokenMinutes: 1440 },
    `'accessTokenMinutes' must be a whole number from 5 to 60 ${SESSIONS}, got 1440; write accessTokenMinutes: 60`,
  ],
  [
    'a login for a year',
    { refreshTokenHours: 8760 },
    `'refreshTokenHours' must be a whole number from 1 to 720 ${SESSIONS}, got 8760; write refreshTokenHours: 8`,
  ],
  [
    'the implicit flow',
    { allowedOauthFlows: ['implicit'] },
    `'allowedOauthFlows' must not be set: the implicit flow puts tokens into addresses, which histories and logs keep (TOM 6.1 Central identities), got ["implicit"]; leave it out: programs get a code`,
  ],
  [
    'a client without a secret',
    { generateSecret: false },
    `'generateSecret' must not be set: without a secret anyone who has the id of the program is the program (TOM 3.1.1 Least privilege through roles), got false; leave it out; a browser or an app logs in by a server of yours`,
  ],
])('a client refuses %s', (_title, options, message) => {
  const users = new UserDirectory(newStack(), 'Customers');
  expect(messageOf(() => users.addClient('Shop', { ...CLIENT, ...options }))).toBe(`[test/Customers/Shop] ${message}`);
});

test('lets developers come back to localhost', () => {
  const stack = newStack();
  const callbackUrls = ['http://localhost', 'http://localhost:3000/login', 'https://shop.example.com:8443/login?x=1'];
  new UserDirectory(stack, 'Customers').addClient('Shop', { callbackUrls });
  expect(Written.of(stack).resource('aws_cognito_user_pool_client').callback_urls).toEqual(callbackUrls);
});

test('logs in again after a working day where the directory is of special categories', () => {
  const users = new UserDirectory(newStack(), 'Patients', { dataClass: DataClass.SPECIAL_CATEGORY });
  expect(messageOf(() => users.addClient('Portal', { ...CLIENT, refreshTokenHours: 9 }))).toBe(
    `[test/Patients/Portal] 'refreshTokenHours' must be a whole number from 1 to 8 ${SESSIONS}, got 9; write refreshTokenHours: 8`
  );
});

const CERTIFICATE =
  'must be the ARN of a certificate of ACM in us-east-1, from where Cognito serves domains of your own (TOM 1.1.1 TLS on untrusted networks), got ';

test.each<[string, object, string]>([
  [
    'no name',
    {},
    "'domainName' is required, or a prefix, got undefined; write { domainName: 'login.example.com', certificateArn } or { prefix: 'acme-shop' }",
  ],
  [
    'both names',
    { domainName: 'login.example.com', prefix: 'acme' },
    `'domainName' must not be set with a prefix, got "login.example.com"; write { domainName: 'login.example.com', certificateArn } or { prefix: 'acme-shop' }`,
  ],
  [
    'an own domain without a certificate',
    { domainName: 'login.example.com' },
    `'certificateArn' ${CERTIFICATE}undefined; write 'arn:aws:acm:us-east-1:<account>:certificate/<id>'`,
  ],
  [
    'a certificate of another region',
    { domainName: 'login.example.com', certificateArn: 'arn:aws:acm:eu-central-1:111122223333:certificate/1' },
    `'certificateArn' ${CERTIFICATE}"arn:aws:acm:eu-central-1:111122223333:certificate/1"; write 'arn:aws:acm:us-east-1:<account>:certificate/<id>'`,
  ],
  [
    'a prefix that AWS keeps',
    { prefix: 'my-cognito' },
    `'prefix' must be 1 to 63 lower case letters, digits and hyphens, without aws, amazon and cognito, got "my-cognito"; write prefix: 'acme-shop'`,
  ],
])('a domain refuses %s', (_title, options, message) => {
  const users = new UserDirectory(newStack(), 'Customers');
  expect(messageOf(() => users.addDomain('Login', options))).toBe(`[test/Customers] ${message}`);
});

describe('each secure value is one that a rule demands:', () => {
  /** The rules that a directory with a client violates, once something was changed in what synth wrote. */
  function violated(change: (pool: JsonObject, client: JsonObject, json: JsonObject) => void): string[] {
    const stack = newStack();
    (stack.node.findChild('aws') as AwsProvider).allowedAccountIds = ['111122223333'];
    new EncryptedStateBackend(stack, 'State', STATE);
    new UserDirectory(stack, 'Customers').addClient('Shop', CLIENT);
    const { json } = Written.of(stack);
    const resources = json.resource as { [type: string]: { [name: string]: JsonObject } };
    const one = (type: string): JsonObject => Object.values(resources[type])[0];
    change(one('aws_cognito_user_pool'), one('aws_cognito_user_pool_client'), json);
    const { findings } = check([readStack('test', 'cdk.tf.json', json)]).report;
    return [...new Set(findings.map(({ rule }) => rule))];
  }

  test('as written, it violates none', () => {
    expect(violated(() => undefined)).toEqual([]);
  });

  test.each<[string, JsonObject, string]>([
    ['no second factor', { mfa_configuration: 'OFF' }, 'COGNITO-003'],
    ['threats that are counted', { user_pool_add_ons: { advanced_security_mode: 'AUDIT' } }, 'COGNITO-004'],
    ['a password policy of AWS', { password_policy: {} }, 'COGNITO-005'],
    ['no word on recovery', { account_recovery_setting: {} }, 'COGNITO-005'],
    ['names by case', { username_configuration: { case_sensitive: true } }, 'COGNITO-005'],
    ['no protection from deletion', { deletion_protection: 'INACTIVE' }, 'COGNITO-002'],
    ['a destruction that is let through', { lifecycle: {} }, 'AWS-017'],
  ])('%s of a pool', (_title, change, rule) => {
    expect(violated((body) => Object.assign(body, change))).toEqual([rule]);
  });

  test.each<[string, JsonObject, string]>([
    ['the implicit flow', { allowed_oauth_flows: ['implicit'] }, 'COGNITO-007'],
    ['password flows', { explicit_auth_flows: ['USER_PASSWORD_AUTH'] }, 'COGNITO-007'],
    ['a callback by HTTP', { callback_urls: ['http://shop.example.com'] }, 'COGNITO-007'],
    ['errors that tell users', { prevent_user_existence_errors: 'LEGACY' }, 'COGNITO-007'],
    ['tokens that nobody revokes', { enable_token_revocation: false }, 'COGNITO-007'],
    ['an access token of a day', { access_token_validity: 1440 }, 'COGNITO-006'],
    ['a login of months', { refresh_token_validity: 2000 }, 'COGNITO-006'],
  ])('%s of a client', (_title, change, rule) => {
    expect(violated((_pool, body) => Object.assign(body, change))).toEqual([rule]);
  });

  test('no firewall in front', () => {
    const change = (_pool: JsonObject, _client: JsonObject, json: JsonObject): void => {
      delete (json.resource as { [type: string]: unknown }).aws_wafv2_web_acl_association;
    };
    expect(violated(change)).toEqual(['WAF-001']);
  });
});
