import { SEGMENTS, draw, id, instances } from './draw';

const VPC = { vpc_id: id('aws_vpc.main') };

test('tiers are joined to what their routes name', () => {
  const { edges, places, details } = draw(SEGMENTS);
  expect(edges).toEqual([
    'Internet route aws_internet_gateway.igw',
    'aws_internet_gateway.igw route public subnets: 1 subnet: route',
    'NAT route private subnets: 1 subnet: route',
  ]);
  expect(places.NAT).toBe('AWS account > aws_vpc.main > public subnets');
  expect(places['aws_internet_gateway.igw']).toBe('AWS account > aws_vpc.main');
  expect(details['aws_internet_gateway.igw']).toEqual(['internet gateway']);
});

test('an internet gateway may be attached by a resource of its own', () => {
  const { places } = draw({
    ...SEGMENTS,
    aws_internet_gateway: { igw: {} },
    aws_internet_gateway_attachment: { igw: { ...VPC, internet_gateway_id: id('aws_internet_gateway.igw') } },
  });
  expect(places['aws_internet_gateway.igw']).toBe('AWS account > aws_vpc.main');
});

test('a gateway that is only looked up is drawn, too', () => {
  const route = { route_table_id: id('aws_route_table.front'), gateway_id: id('data.aws_internet_gateway.old') };
  const { edges } = draw(
    { ...SEGMENTS, aws_internet_gateway: {}, aws_route: { front: route } },
    { data: { aws_internet_gateway: { old: {} } } }
  );
  expect(edges).toEqual([
    'Internet route data.aws_internet_gateway.old',
    'data.aws_internet_gateway.old route public subnets: 1 subnet: route',
  ]);
});

test('the NATs of a tier are one, private ones another', () => {
  const subnet_id = id('aws_subnet.front');
  const { places } = draw({
    ...SEGMENTS,
    aws_nat_gateway: { a: { subnet_id }, b: { subnet_id }, c: { subnet_id, connectivity_type: 'private' } },
  });
  expect(Object.keys(places).sort()).toEqual(['Internet', 'NAT', 'aws_internet_gateway.igw', 'private NAT']);
});

test('transit gateways, ours and those of others', () => {
  const { edges, places } = draw({
    ...SEGMENTS,
    aws_ec2_transit_gateway: { hub: {} },
    aws_ec2_transit_gateway_vpc_attachment: {
      ours: { ...VPC, transit_gateway_id: id('aws_ec2_transit_gateway.hub') },
      theirs: { ...VPC, transit_gateway_id: 'tgw-0123' },
    },
    aws_route: {
      ...SEGMENTS.aws_route,
      hub: { route_table_id: id('aws_route_table.middle'), transit_gateway_id: id('aws_ec2_transit_gateway.hub') },
    },
  });
  expect(edges).toContain('aws_vpc.main part aws_ec2_transit_gateway.hub');
  expect(edges).toContain('aws_vpc.main part tgw-0123');
  expect(edges).toContain('aws_ec2_transit_gateway.hub route private subnets: 1 subnet: route');
  expect([places['aws_ec2_transit_gateway.hub'], places['tgw-0123']]).toEqual(['AWS account', '']);
});

test('peerings join networks; one that the input does not hold is outside', () => {
  const { edges, places } = draw({
    aws_vpc: { main: {}, other: {} },
    aws_vpc_peering_connection: {
      inner: { ...VPC, peer_vpc_id: id('aws_vpc.other') },
      outer: { ...VPC, peer_vpc_id: 'vpc-0123' },
    },
  });
  expect(edges).toEqual([
    'vpc-0123 part aws_vpc_peering_connection.outer',
    'aws_vpc.main part aws_vpc_peering_connection.inner',
    'aws_vpc.main part aws_vpc_peering_connection.outer',
    'aws_vpc.other part aws_vpc_peering_connection.inner',
  ]);
  expect(places['vpc-0123']).toBe('');
});

test('a site comes in through its VPN', () => {
  const { edges, places, details } = draw({
    ...SEGMENTS,
    aws_vpn_gateway: { vgw: VPC },
    aws_customer_gateway: { office: { ip_address: '203.0.113.9' } },
    aws_vpn_connection: {
      office: { customer_gateway_id: id('aws_customer_gateway.office'), vpn_gateway_id: id('aws_vpn_gateway.vgw') },
      hub: { customer_gateway_id: 'cgw-0123', transit_gateway_id: 'tgw-0123' },
    },
  });
  expect(edges).toEqual(
    expect.arrayContaining([
      'aws_customer_gateway.office flow aws_vpn_connection.office: IPsec',
      'aws_vpn_connection.office part aws_vpn_gateway.vgw',
      'aws_vpn_connection.hub part tgw-0123',
    ])
  );
  expect(places['aws_customer_gateway.office']).toBe('');
  expect(details['aws_customer_gateway.office']).toEqual(['203.0.113.9']);
});

test.each([
  [{}, 'udp 443'],
  [{ transport_protocol: 'tcp', vpn_port: 1194 }, 'tcp 1194'],
  [{ vpn_port: '${var.port}' }, 'udp'],
  [
    { authentication_options: [{ type: 'federated-authentication' }, { type: 'certificate-authentication' }] },
    'udp 443, SAML, certificate',
  ],
  [{ authentication_options: { type: '${var.type}' } }, 'udp 443'],
])('people come in through a client VPN: %j', (body, label) => {
  const security_group_ids = [id('aws_security_group.vpn')];
  const { edges } = draw({
    ...SEGMENTS,
    ...instances('app'),
    aws_security_group: { vpn: VPC, app: VPC },
    aws_ec2_client_vpn_endpoint: { people: { ...body, security_group_ids } },
    aws_vpc_security_group_ingress_rule: {
      one: {
        security_group_id: id('aws_security_group.app'),
        referenced_security_group_id: security_group_ids[0],
        ip_protocol: '-1',
      },
    },
  });
  expect(edges).toContain(`Internet flow aws_ec2_client_vpn_endpoint.people: ${label}`);
  expect(edges).toContain('aws_ec2_client_vpn_endpoint.people flow aws_instance.app: all traffic');
});
