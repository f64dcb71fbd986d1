import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  Certificate,
  DataClass,
  Environment,
  Port,
  RemoteAccessVpn,
  RemoteAccessVpnProps,
  RotatedKey,
  SecurityGroup,
  VpcAttributes,
} from '../../../lib';
import { REMOTE_ACCESS, privateNetwork } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const REMOTE = '(TOM 1.1.3 Secure remote administration)';
const SAML = REMOTE_ACCESS.samlProviderArn;
const IRISH = Certificate.fromArn(
  'arn:aws:acm:eu-west-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab'
);
const RULE = 'aws_ec2_client_vpn_authorization_rule';
const ROUTE = 'aws_ec2_client_vpn_route';

type Props = Partial<Omit<RemoteAccessVpnProps, 'vpc'>>;

function vpnIn(stack: TerraformStack, props: Props = {}, network: Partial<VpcAttributes> = {}): RemoteAccessVpn {
  return new RemoteAccessVpn(stack, 'Vpn', { vpc: privateNetwork(stack, network), ...REMOTE_ACCESS, ...props });
}

function written(props: Props = {}, network: Partial<VpcAttributes> = {}, stack = newStack()): Written {
  vpnIn(stack, props, network);
  return Written.of(stack);
}

describe('with nothing but what it cannot do without', () => {
  const all = written();
  const endpoint = all.resource('aws_ec2_client_vpn_endpoint');

  test('knows people by the SAML provider alone', () => {
    expect(endpoint.authentication_options).toEqual([{ type: 'federated-authentication', saml_provider_arn: SAML }]);
    expect(endpoint.self_service_portal).toBe('disabled');
  });

  test('logs connections for a year', () => {
    expect(endpoint.connection_log_options).toEqual({
      enabled: true,
      cloudwatch_log_group: '${aws_cloudwatch_log_group.Vpn_Connections_773CBCBC.name}',
    });
    expect(all.resource('aws_cloudwatch_log_group')).toMatchObject({
      retention_in_days: 365,
      kms_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
    });
  });

  test('ends connections after 8 hours, keeps routes and says so first', () => {
    expect(endpoint).toMatchObject({
      session_timeout_hours: 8,
      disconnect_on_session_timeout: true,
      client_route_enforcement_options: { enforced: true },
      split_tunnel: false,
      client_login_banner_options: {
        enabled: true,
        banner_text: 'For authorized people alone. Connections are logged.',
      },
      transport_protocol: 'udp',
      vpn_port: 443,
    });
  });

  test('enters the application tier in every zone', () => {
    const associations = all.resources('aws_ec2_client_vpn_network_association');
    expect(Object.entries(associations).map(([path, { subnet_id }]) => [path, String(subnet_id)])).toEqual([
      ['Vpn/Association-eu-central-1a', 'subnet-0123456789abcdef0'],
      ['Vpn/Association-eu-central-1b', 'subnet-0123456789abcdef1'],
    ]);
  });

  test('leads nowhere', () => {
    for (const type of [RULE, ROUTE, 'aws_vpc_security_group_egress_rule', 'aws_vpc_security_group_ingress_rule']) {
      expect(all.resources(type)).toEqual({});
    }
    expect(endpoint.security_group_ids).toEqual(['${aws_security_group.Vpn_SecurityGroup_2432E13F.id}']);
  });

  test('carries its tags', () => {
    expect(endpoint.tags).toEqual({
      Name: 'test-vpn',
      'tom:data-class': 'personal',
      'tom:environment': 'production',
      'tom:owner': 'tests',
    });
  });
});

describe('takes', () => {
  test('a portal, a banner, name servers, a split tunnel, a class of data and tags', () => {
    const all = written({
      selfServiceSamlProviderArn: `${SAML}-portal`,
      loginBanner: 'Acme',
      dnsServers: ['10.0.0.2'],
      splitTunnel: true,
      dataClass: DataClass.INTERNAL,
      tags: { team: 'a' },
    });
    expect(all.resource('aws_ec2_client_vpn_endpoint')).toMatchObject({
      authentication_options: [{ self_service_saml_provider_arn: `${SAML}-portal` }],
      self_service_portal: 'enabled',
      client_login_banner_options: { banner_text: 'Acme' },
      dns_servers: ['10.0.0.2'],
      split_tunnel: true,
      tags: { team: 'a', 'tom:data-class': 'internal' },
    });
    expect(all.resource('aws_cloudwatch_log_group').tags).toMatchObject({ team: 'a', 'tom:data-class': 'internal' });
  });

  test('a key', () => {
    const stack = newStack();
    const all = written({ encryptionKey: new RotatedKey(stack, 'Key') }, {}, stack);
    expect(Object.keys(all.resources('aws_kms_key'))).toEqual(['Key/Resource']);
  });

  test('values that only Terraform knows', () => {
    const stack = newStack();
    const value = (id: string): string => new TerraformVariable(stack, id, {}).stringValue;
    const props = {
      clientCidrBlock: value('cidr'),
      samlProviderArn: value('saml'),
      loginBanner: value('banner'),
    };
    const subnets = [{ subnetId: value('subnet'), availabilityZone: value('zone') }];
    const all = written(props, { vpcCidrBlock: value('network'), applicationSubnets: subnets }, stack);
    expect(all.resource('aws_ec2_client_vpn_endpoint').client_cidr_block).toBe('${var.cidr}');
    expect(Object.keys(all.resources('aws_ec2_client_vpn_network_association'))).toEqual(['Vpn/Association-1']);
  });

  test('a network in another region', () => {
    const stack = newStack();
    vpnIn(stack, { serverCertificate: IRISH }, { region: 'eu-west-1' }).allowGroup(
      'operations',
      '10.20.0.0/16',
      'operations to the peer'
    );
    const all = Written.of(stack);
    for (const type of ['aws_ec2_client_vpn_endpoint', RULE, 'aws_cloudwatch_log_group']) {
      expect(all.resource(type).region).toBe('eu-west-1');
    }
    for (const type of [ROUTE, 'aws_ec2_client_vpn_network_association']) {
      expect(Object.values(all.resources(type)).map(({ region }) => String(region))).toEqual([
        'eu-west-1',
        'eu-west-1',
      ]);
    }
  });
});

test('its log may be destroyed in an ephemeral environment', () => {
  const all = written({}, {}, newStack({ environment: Environment.EPHEMERAL, owner: 'tests' }));
  expect(all.resource('aws_cloudwatch_log_group')).not.toHaveProperty('lifecycle');
});

test('its clients reach on which port is named', () => {
  const stack = newStack();
  const vpc = privateNetwork(stack);
  const vpn = new RemoteAccessVpn(stack, 'Vpn', { vpc, ...REMOTE_ACCESS });
  vpn.connections.allowTo(new SecurityGroup(stack, 'App', { vpc }), Port.HTTPS);
  expect(Written.of(stack).resource('aws_vpc_security_group_ingress_rule', 'App/')).toMatchObject({
    from_port: 443,
    referenced_security_group_id: '${aws_security_group.Vpn_SecurityGroup_2432E13F.id}',
  });
});

describe('allowGroup', () => {
  test('lets one group reach the network, by the route that AWS makes', () => {
    const stack = newStack();
    vpnIn(stack).allowGroup('operations', '10.0.0.0/16', 'operations to the network');
    const all = Written.of(stack);
    expect(all.resource(RULE)).toMatchObject({
      access_group_id: 'operations',
      target_network_cidr: '10.0.0.0/16',
      description: 'operations to the network',
    });
    expect(all.resource(RULE)).not.toHaveProperty('authorize_all_groups');
    expect(Object.keys(all.resources(RULE))).toEqual(['Vpn/Group-operations-to-the-network']);
    expect(all.resources(ROUTE)).toEqual({});
  });

  test('takes a part of the network, and needs no route to it', () => {
    const stack = newStack();
    vpnIn(stack).allowGroup('operations', '10.0.3.0/24', 'operations to the databases');
    expect(Written.of(stack).resources(ROUTE)).toEqual({});
  });

  test('makes a route through every zone to what lies beyond, once for all groups', () => {
    const stack = newStack();
    const vpn = vpnIn(stack);
    vpn.allowGroup('operations', '10.20.0.0/16', 'operations to the peer');
    vpn.allowGroup('support', '10.20.0.0/16', 'support to the peer');
    const all = Written.of(stack);
    expect(Object.keys(all.resources(RULE))).toHaveLength(2);
    expect(all.resources(ROUTE)).toMatchObject({
      'Vpn/Route-10-20-0-0-16-eu-central-1a': {
        destination_cidr_block: '10.20.0.0/16',
        target_vpc_subnet_id: 'subnet-0123456789abcdef0',
        depends_on: ['aws_ec2_client_vpn_network_association.Vpn_Association-eu-central-1a_415F470E'],
      },
      'Vpn/Route-10-20-0-0-16-eu-central-1b': { target_vpc_subnet_id: 'subnet-0123456789abcdef1' },
    });
  });

  test('takes a network and a group that only Terraform knows', () => {
    const stack = newStack();
    const network = new TerraformVariable(stack, 'network', {}).stringValue;
    const group = new TerraformVariable(stack, 'group', {}).stringValue;
    vpnIn(stack, {}, { vpcCidrBlock: network }).allowGroup(group, network, 'operations to the network');
    expect(Written.of(stack).resource(RULE)).toMatchObject({
      access_group_id: '${var.group}',
      target_network_cidr: '${var.network}',
    });
  });

  const range = 'write vpc.vpcCidrBlock, or a range such as 10.20.0.0/16';
  const said = "write what the group does there, such as 'operations to the network'";

  test.each<[string, [string, string, string], string]>([
    [
      'no group',
      ['', '10.0.0.0/16', 'all'],
      `'accessGroupId' must name one group ${REMOTE}, got ""; write the id of the group as the identity provider sends it, and call allowGroup for each group`,
    ],
    [
      'all groups',
      ['*', '10.0.0.0/16', 'all'],
      `'accessGroupId' must name one group ${REMOTE}, got "*"; write the id of the group as the identity provider sends it, and call allowGroup for each group`,
    ],
    [
      'everything',
      ['operations', '0.0.0.0/0', 'all'],
      `'cidr' must be no wider than a /8 ${REMOTE}, got "0.0.0.0/0"; name the ranges that the group reaches; with splitTunnel: true devices reach the internet themselves`,
    ],
    [
      'no range',
      ['operations', 'vpc', 'all'],
      `'cidr' must be a range of addresses: this is no IPv4 range ${REMOTE}, got "vpc"; ${range}`,
    ],
    [
      'the clients themselves',
      ['operations', '10.250.0.0/24', 'all'],
      `'cidr' must have no address of the clients (10.250.0.0/20) ${REMOTE}, got "10.250.0.0/24"; ${range}`,
    ],
    [
      'no description',
      ['operations', '10.0.0.0/16', ' '],
      `'description' must be a plain text of 1 to 255 characters ${REMOTE}, got " "; ${said}`,
    ],
    [
      'a description that is taken',
      ['operations', '10.0.0.0/16', 'taken'],
      `'description' must be unique: the address of the rule is made of it ${REMOTE}, got "taken"; ${said}`,
    ],
  ])('refuses %s', (_title, args, message) => {
    const vpn = vpnIn(newStack());
    vpn.allowGroup('support', '10.0.0.0/16', 'taken');
    expect(messageOf(() => vpn.allowGroup(...args))).toBe(`[test/Vpn] ${message}`);
  });

  test('refuses a range of which nobody knows whether it lies within the network', () => {
    const stack = newStack();
    const network = new TerraformVariable(stack, 'network', {}).stringValue;
    const vpn = vpnIn(stack, {}, { vpcCidrBlock: network });
    expect(messageOf(() => vpn.allowGroup('operations', '10.0.0.0/24', 'all'))).toBe(
      `[test/Vpn] 'cidr' must be the network's own where only Terraform knows one of the two ranges ${REMOTE}, got "10.0.0.0/24"; ${range}`
    );
  });
});

const alone = 'people prove who they are to a SAML provider, which asks for a second factor';
const clients = "write clientCidrBlock: '10.250.0.0/20', or another range that nobody uses";

test.each<[string, object, string]>([
  [
    'certificates alone',
    { rootCertificateChainArn: 'arn' },
    `'rootCertificateChainArn' must not be set: ${alone} ${REMOTE}, got "arn"; write samlProviderArn`,
  ],
  [
    'certificates of other libraries',
    { clientCertificateArn: 'arn' },
    `'clientCertificateArn' must not be set: ${alone} ${REMOTE}, got "arn"; write samlProviderArn`,
  ],
  [
    'a directory',
    { activeDirectoryId: 'd-1' },
    `'activeDirectoryId' must not be set: ${alone} ${REMOTE}, got "d-1"; write samlProviderArn`,
  ],
  [
    'another authentication',
    { authenticationType: 'certificate-authentication' },
    `'authenticationType' must not be set: ${alone} ${REMOTE}, got "certificate-authentication"; write samlProviderArn`,
  ],
  [
    'authentication of other libraries',
    { userBasedAuthentication: {} },
    `'userBasedAuthentication' must not be set: ${alone} ${REMOTE}, got an object; write samlProviderArn`,
  ],
  [
    'all groups',
    { authorizeAllGroups: true },
    `'authorizeAllGroups' must not be set: each group is allowed what it needs ${REMOTE}, got true; call allowGroup for each group`,
  ],
  [
    'all users',
    { authorizeAllUsersToVpcCidr: true },
    `'authorizeAllUsersToVpcCidr' must not be set: each group is allowed what it needs ${REMOTE}, got true; call allowGroup for each group`,
  ],
  [
    'longer sessions',
    { sessionTimeoutHours: 24 },
    `'sessionTimeoutHours' must not be set: connections end after 8 hours, the least that AWS takes ${REMOTE}, got 24; leave it out`,
  ],
  [
    'longer sessions of other libraries',
    { sessionTimeout: 24 },
    `'sessionTimeout' must not be set: connections end after 8 hours, the least that AWS takes ${REMOTE}, got 24; leave it out`,
  ],
  [
    'logs that are off',
    { logging: false },
    `'logging' must not be set: every connection is logged ${REMOTE}, got false; leave it out`,
  ],
  [
    'log options',
    { connectionLogOptions: { enabled: false } },
    `'connectionLogOptions' must not be set: every connection is logged ${REMOTE}, got an object; leave it out`,
  ],
  [
    'no SAML provider',
    { samlProviderArn: undefined },
    `'samlProviderArn' must be the ARN of a SAML provider, which knows people and asks for a second factor ${REMOTE}, got undefined; write samlProviderArn: '${SAML}'`,
  ],
  [
    'what is no SAML provider',
    { samlProviderArn: 'workforce' },
    `'samlProviderArn' must be the ARN of a SAML provider, which knows people and asks for a second factor ${REMOTE}, got "workforce"; write samlProviderArn: '${SAML}'`,
  ],
  [
    'a portal without a SAML provider',
    { selfServiceSamlProviderArn: 'yes' },
    `'selfServiceSamlProviderArn' must be the ARN of a SAML provider, which knows people and asks for a second factor ${REMOTE}, got "yes"; write selfServiceSamlProviderArn: '${SAML}'`,
  ],
  [
    'the argument of Terraform',
    { serverCertificateArn: 'arn' },
    `'serverCertificateArn' is not a prop of this construct ${REMOTE}, got "arn"; write serverCertificate`,
  ],
  [
    'a certificate of another region',
    { serverCertificate: IRISH },
    `'serverCertificate' must lie in the region of the network, eu-central-1 ${REMOTE}, got "${IRISH.certificateArn}"; request the certificate there: certificates of AWS Certificate Manager stay in their region`,
  ],
  [
    'addresses that do not parse',
    { clientCidrBlock: '10.250.0.1/20' },
    `'clientCidrBlock' must be a range of addresses: this begins within the range 10.250.0.0/20 ${REMOTE}, got "10.250.0.1/20"; ${clients}`,
  ],
  [
    'too few addresses',
    { clientCidrBlock: '10.250.0.0/23' },
    `'clientCidrBlock' must be a range from /12 to /22 ${REMOTE}, got "10.250.0.0/23"; ${clients}`,
  ],
  [
    'too many addresses',
    { clientCidrBlock: '172.0.0.0/11' },
    `'clientCidrBlock' must be a range from /12 to /22 ${REMOTE}, got "172.0.0.0/11"; ${clients}`,
  ],
  [
    'addresses of the network',
    { clientCidrBlock: '10.0.16.0/20' },
    `'clientCidrBlock' must have no address of the network (10.0.0.0/16) ${REMOTE}, got "10.0.16.0/20"; ${clients}`,
  ],
  [
    'a banner that says nothing',
    { loginBanner: ' ' },
    `'loginBanner' must be 1 to 1400 characters ${REMOTE}, got " "; leave it out`,
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => vpnIn(newStack(), props))).toBe(`[test/Vpn] ${message}`);
});

test('refuses a network outside the residency', () => {
  expect(messageOf(() => vpnIn(newStack(), {}, { region: 'us-east-1' }))).toContain(
    "[test/Vpn] 'region' must be within the residency of personal data"
  );
});
