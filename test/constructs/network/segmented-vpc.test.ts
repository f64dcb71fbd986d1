import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import {
  AwsService,
  NatGateways,
  Port,
  SecurityGroup,
  SegmentedVpc,
  SegmentedVpcProps,
  SubnetTier,
  VpcEncryption,
  VpcEncryptionExclusion,
} from '../../../lib';
import { segmentedVpc } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

function make(props?: Partial<SegmentedVpcProps>): { stack: TerraformStack; vpc: SegmentedVpc } {
  const stack = newStack();
  return { stack, vpc: segmentedVpc(stack, 'Network', props) };
}

function written(props?: Partial<SegmentedVpcProps>): Written {
  return Written.of(make(props).stack);
}

/** The subnets that a route table leads from, and the routes in it. */
function routesOf(found: Written, tier: string): { id: string; route: { [key: string]: unknown } }[] {
  return Object.entries(found.resources('aws_route'))
    .filter(([path]) => path.startsWith(`Network/${tier}/`))
    .map(([path, route]) => ({ id: path.slice(`Network/${tier}/`.length), route }));
}

describe('without any props', () => {
  const found = written();

  test('is a network with names, the time of Amazon, and the resolver that is watched', () => {
    expect(found.resource('aws_vpc')).toMatchObject({
      cidr_block: '10.0.0.0/16',
      enable_dns_support: true,
      enable_dns_hostnames: true,
      tags: {
        Name: 'test-network',
        'tom:data-class': 'personal',
        'tom:environment': 'production',
        'tom:owner': 'tests',
      },
    });
    expect(found.resource('aws_vpc')).not.toHaveProperty('assign_generated_ipv6_cidr_block');
    const options = found.resource('aws_vpc_dhcp_options');
    expect(options.ntp_servers).toEqual(['169.254.169.123']);
    expect(options.domain_name_servers).toEqual(['AmazonProvidedDNS']);
    expect(options.domain_name).toMatch(/us-east-1.+ec2\.internal.+\.compute\.internal/);
    expect(found.resources('aws_vpc_dhcp_options_association')).toHaveProperty(['Network/DhcpOptionsAssociation']);
  });

  test('closes what AWS puts into every network', () => {
    expect(found.resource('aws_default_security_group')).toMatchObject({ ingress: [], egress: [] });
    expect(found.resource('aws_default_route_table')).toMatchObject({ route: [] });
    const acl = found.resource('aws_default_network_acl');
    expect(acl).not.toHaveProperty('ingress');
    expect(acl).not.toHaveProperty('egress');
    expect(acl.lifecycle).toEqual({ ignore_changes: ['subnet_ids'] });
  });

  test('has three subnets a tier, none of which hands out public addresses', () => {
    const subnets = found.resources('aws_subnet');
    expect(Object.keys(subnets)).toHaveLength(12);
    for (const [path, subnet] of Object.entries(subnets)) {
      expect(subnet).toMatchObject({
        map_public_ip_on_launch: false,
        lifecycle: { ignore_changes: ['availability_zone'] },
      });
      expect(subnet).not.toHaveProperty('assign_ipv6_address_on_creation');
      expect(subnet.tags['tom:tier']).toBe(path.split('/')[1].toLowerCase());
    }
    const first = subnets['Network/Application/Subnet1'];
    expect(first).toMatchObject({ cidr_block: '10.0.0.0/19', tags: { Name: 'test-network-application-1' } });
    expect(first.availability_zone).toMatch(/names\.0\}$/);
  });

  test('has a route to the internet for the public tier alone', () => {
    const routes = Object.entries(found.resources('aws_route'));
    expect(routes.map(([path]) => path)).toEqual(['Network/Public/InternetRoute']);
    expect(routes[0][1]).toMatchObject({ destination_cidr_block: '0.0.0.0/0' });
    expect(routes[0][1].gateway_id).toMatch(/^\$\{aws_internet_gateway\./);
    expect(found.resources('aws_nat_gateway')).toEqual({});
  });

  test('has a route table a zone for the application tier, and one for each other', () => {
    expect(Object.keys(found.resources('aws_route_table'))).toEqual([
      'Network/Application/RouteTable1',
      'Network/Application/RouteTable2',
      'Network/Application/RouteTable3',
      'Network/Data/RouteTable',
      'Network/Endpoint/RouteTable',
      'Network/Public/RouteTable',
    ]);
    expect(Object.keys(found.resources('aws_route_table_association'))).toHaveLength(12);
  });

  test('monitors encryption', () => {
    const control = found.resource('aws_vpc_encryption_control');
    expect(control.mode).toBe('monitor');
    expect(control).not.toHaveProperty('internet_gateway_exclusion');
  });

  test('reaches what Session Manager, keys and logs take', () => {
    expect(Object.keys(found.resources('aws_vpc_endpoint'))).toEqual([
      'Network/DynamoDb',
      'Network/Endpoint-kms',
      'Network/Endpoint-logs',
      'Network/Endpoint-ssm',
      'Network/Endpoint-ssmmessages',
      'Network/S3',
    ]);
    expect(found.resource('aws_vpc_security_group_ingress_rule')).toMatchObject({
      cidr_ipv4: '10.0.0.0/16',
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
    });
  });
});

describe('NAT gateways', () => {
  test('lead each zone out by its own', () => {
    const found = written({ natGateways: NatGateways.ONE_PER_ZONE });
    expect(Object.keys(found.resources('aws_nat_gateway'))).toHaveLength(3);
    expect(Object.keys(found.resources('aws_eip'))).toHaveLength(3);
    const targets = routesOf(found, 'Application').map(({ route }) => route.nat_gateway_id);
    expect(new Set(targets).size).toBe(3);
    expect(routesOf(found, 'Data').concat(routesOf(found, 'Endpoint'))).toEqual([]);
  });

  test('lead all zones out by one', () => {
    const found = written({ natGateways: NatGateways.ONE });
    expect(found.resource('aws_nat_gateway').subnet_id).toMatch(/Public_Subnet1/);
    const targets = routesOf(found, 'Application').map(({ route }) => route.nat_gateway_id);
    expect(targets).toHaveLength(3);
    expect(new Set(targets).size).toBe(1);
  });
});

describe('IPv6', () => {
  test('gives each subnet a /64 of its own, and none a way in', () => {
    const found = written({ ipv6: true });
    expect(found.resource('aws_vpc').assign_generated_ipv6_cidr_block).toBe(true);
    const ranges = Object.values(found.resources('aws_subnet')).map((subnet) => subnet.ipv6_cidr_block as string);
    expect(new Set(ranges).size).toBe(12);
    for (const range of ranges) expect(range).toMatch(/^\$\{cidrsubnet\(aws_vpc\..+ipv6_cidr_block, 8, \d+\)\}$/);
    expect(Object.keys(found.resources('aws_route'))).toEqual([
      'Network/Public/InternetRouteIpv6',
      'Network/Public/InternetRoute',
    ]);
    expect(found.resources('aws_egress_only_internet_gateway')).toEqual({});
  });

  test('is handed out unasked in the application tier alone', () => {
    const subnets = Object.entries(written({ ipv6: true }).resources('aws_subnet'));
    const handing = subnets.filter(([, subnet]) => subnet.assign_ipv6_address_on_creation === true);
    expect(handing.map(([path]) => path.split('/')[1])).toEqual(['Application', 'Application', 'Application']);
  });

  test('leaves by an egress-only gateway where the application tier has a way out', () => {
    const found = written({ ipv6: true, natGateways: NatGateways.ONE });
    const routes = routesOf(found, 'Application').filter(({ route }) => route.destination_ipv6_cidr_block === '::/0');
    expect(routes).toHaveLength(3);
    for (const { route } of routes) expect(route.egress_only_gateway_id).toMatch(/egress_only_internet_gateway/);
    expect(found.resources('aws_vpc_block_public_access_exclusion')).toHaveProperty(
      ['Network/Application/BlockPublicAccessExclusion1', 'internet_gateway_exclusion_mode'],
      'allow-egress'
    );
  });
});

describe('encryption control', () => {
  test('leaves the gateways to the internet out where it enforces', () => {
    const control = { vpcEncryption: VpcEncryption.ENFORCE };
    const shut = written(control).resource('aws_vpc_encryption_control');
    expect(shut).toMatchObject({ mode: 'enforce', internet_gateway_exclusion: 'enable' });
    expect(shut).not.toHaveProperty('nat_gateway_exclusion');
    const open = written({ ...control, ipv6: true, natGateways: NatGateways.ONE });
    expect(open.resource('aws_vpc_encryption_control')).toMatchObject({
      nat_gateway_exclusion: 'enable',
      egress_only_internet_gateway_exclusion: 'enable',
    });
  });

  test('leaves out what the program names', () => {
    const encryptionExclusions = [VpcEncryptionExclusion.FILE_SYSTEMS, VpcEncryptionExclusion.LATTICE];
    const { stack, vpc } = make({ vpcEncryption: VpcEncryption.ENFORCE, encryptionExclusions });
    const control = Written.of(stack).resource('aws_vpc_encryption_control');
    expect(control).toMatchObject({ elastic_file_system_exclusion: 'enable', vpc_lattice_exclusion: 'enable' });
    for (const other of ['lambda', 'vpc_peering', 'virtual_private_gateway'])
      expect(control).not.toHaveProperty(`${other}_exclusion`);
    expect(vpc).toMatchObject({ vpcEncryption: 'enforce', vpcEncryptionExclusions: encryptionExclusions });
  });

  test('refuses exclusions where it does not enforce', () => {
    const encryptionExclusions = [VpcEncryptionExclusion.FUNCTIONS];
    expect(messageOf(() => make({ encryptionExclusions }))).toBe(
      `[test/Network] 'encryptionExclusions' must not be set where the network does not enforce encryption, since nothing is refused there (TOM 1.1.2 Strong ciphers between services too), got ["functions"]; leave it out, or write vpcEncryption: VpcEncryption.ENFORCE`
    );
  });

  test('can be left out', () => {
    expect(written({ vpcEncryption: VpcEncryption.OFF }).resources('aws_vpc_encryption_control')).toEqual({});
  });
});

test('names its region to everything that lies in one', () => {
  const found = written({ region: 'eu-west-1', ipv6: true, natGateways: NatGateways.ONE });
  const global = ['aws_iam_role', 'aws_iam_role_policy'];
  for (const [type, bodies] of Object.entries(found.json.resource as { [type: string]: object })) {
    if (global.includes(type)) continue;
    for (const [name, body] of Object.entries(bodies))
      expect([type, name, body]).toMatchObject([type, name, { region: 'eu-west-1' }]);
  }
  expect(found.resource('aws_vpc_endpoint', 'Network/S3').service_name).toBe('com.amazonaws.eu-west-1.s3');
});

test('tells its subnets, route tables and ACLs, and adds endpoints once', () => {
  const { stack, vpc } = make({ availabilityZones: ['eu-central-1a', 'eu-central-1b'] });
  const zones = (tier: SubnetTier): string[] => vpc.subnets(tier).map(({ availabilityZone }) => availabilityZone);
  for (const tier of Object.values(SubnetTier)) expect(zones(tier)).toEqual(['eu-central-1a', 'eu-central-1b']);
  expect(vpc.routeTableIds(SubnetTier.APPLICATION)).toHaveLength(2);
  expect(vpc.routeTableIds(SubnetTier.DATA)).toHaveLength(1);
  expect(new Set(Object.values(SubnetTier).map((tier) => vpc.networkAclId(tier))).size).toBe(4);
  vpc.addInterfaceEndpoint(AwsService.KMS);
  vpc.addInterfaceEndpoint(AwsService.of('sqs'));
  const found = Written.of(stack);
  const names = Object.keys(found.resources('aws_vpc_endpoint'));
  expect(names.filter((name) => name.endsWith('kms'))).toHaveLength(1);
  expect(names).toContain('Network/Endpoint-sqs');
  expect(Object.values(found.resources('aws_subnet'))[0]).not.toHaveProperty('lifecycle');
});

test('lets a security group of another stack call AWS and S3', () => {
  const { stack, vpc } = make();
  const workload = new TerraformStack(App.of(stack), 'workload');
  new AwsProvider(workload, 'aws', { region: 'eu-central-1' });
  const application = new SecurityGroup(workload, 'Application', { vpc });
  application.connections.allowTo(vpc.interfaceEndpoints!, Port.HTTPS);
  application.connections.allowTo(vpc.s3Endpoint!, Port.HTTPS);
  const rules = Written.of(workload).resources('aws_vpc_security_group_egress_rule');
  expect(Object.values(rules).some((rule) => /prefix_list_id/.test(rule.prefix_list_id as string))).toBe(true);
  expect(Object.values(rules).some((rule) => rule.referenced_security_group_id !== undefined)).toBe(true);
});

test('takes a network that is already there', () => {
  const subnet = { subnetId: 'subnet-1', availabilityZone: 'eu-central-1a' };
  const vpc = SegmentedVpc.fromVpcAttributes(newStack(), 'Old', {
    vpcId: 'vpc-1',
    vpcCidrBlock: '10.9.0.0/16',
    dataSubnets: [subnet],
  });
  expect(vpc.subnets(SubnetTier.DATA)).toEqual([subnet]);
  expect(messageOf(() => vpc.subnets(SubnetTier.PUBLIC))).toBe(
    `[test/Old] 'tier' must be one that the network has (TOM 3.3.4 Layered network defence), got "public"; write publicSubnets where the network is imported`
  );
});

describe('refuses', () => {
  const LOGS = `must not be set: all traffic is logged, with every field (TOM 8.1 Central logging and correlation), got false; leave it out, or name the archive that takes the logs: { archive }`;
  const DATA = `must not be set: no route leads from the data tier to the internet, or back (TOM 3.3.4 Layered network defence), got true; put what reaches out into the application tier, and what is reached behind a load balancer`;

  test.each<[string, object, string]>([
    ['flow logs off', { flowLogs: false }, `'flowLogs' ${LOGS}`],
    ['a flow log off', { flowLog: false }, `'flowLog' ${LOGS}`],
    ['flow logs not enabled', { enableFlowLogs: false }, `'enableFlowLogs' ${LOGS}`],
    ['a flow log not enabled', { enableFlowLog: false }, `'enableFlowLog' ${LOGS}`],
    ['less than all traffic', { trafficType: 'REJECT' }, `'trafficType' ${LOGS.replace('got false', 'got "REJECT"')}`],
    [
      'public addresses',
      { mapPublicIpOnLaunch: true },
      `'mapPublicIpOnLaunch' must not be set: no subnet hands out public addresses (TOM 3.3.4 Layered network defence), got true; put a load balancer into the public tier, and programs into the application tier`,
    ],
    ['a public data tier', { publicData: true }, `'publicData' ${DATA}`],
    [
      'a way in for databases',
      { createDatabaseInternetGatewayRoute: true },
      `'createDatabaseInternetGatewayRoute' ${DATA}`,
    ],
    ['a way out for databases', { createDatabaseNatGatewayRoute: true }, `'createDatabaseNatGatewayRoute' ${DATA}`],
    [
      "tiers of one's own",
      { subnetConfiguration: [] },
      `'subnetConfiguration' must not be set: the tiers are fixed (TOM 3.3.4 Layered network defence), got []; name ranges by publicCidrs, applicationCidrs, dataCidrs and endpointCidrs`,
    ],
    [
      'maxAzs',
      { maxAzs: 2 },
      `'maxAzs' is not a prop of this construct (TOM 3.3.1 Redundant and distributed architecture), got 2; write zoneCount: 3`,
    ],
    ...['cidr', 'cidrBlock', 'ipAddresses'].map((prop): [string, object, string] => [
      prop,
      { [prop]: '10.0.0.0/8' },
      `'${prop}' is not a prop of this construct (TOM 3.3.4 Layered network defence), got "10.0.0.0/8"; write ipv4Cidr: '10.0.0.0/16'`,
    ]),
    [
      'enableNatGateway',
      { enableNatGateway: true },
      `'enableNatGateway' is not a prop of this construct (TOM 3.3.4 Layered network defence), got true; write natGateways: NatGateways.ONE_PER_ZONE`,
    ],
    [
      'what is no organization',
      { organizationId: 'r-ab12' },
      `'organizationId' must be the id of an organization (TOM 3.3.4 Layered network defence), got "r-ab12"; write organizationId: 'o-exampleorgid'`,
    ],
    [
      'a region outside the residency',
      { region: 'us-east-1' },
      `'region' must be within the residency of personal data (TOM 7.1 Protected perimeter), got "us-east-1"; write one of eu-central-1, eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-3, eusc-de-east-1, or name the region in Posture.set(…, { residency })`,
    ],
  ])('%s', (_title, props, message) => {
    expect(messageOf(() => make(props as SegmentedVpcProps))).toBe(`[test/Network] ${message}`);
  });
});
