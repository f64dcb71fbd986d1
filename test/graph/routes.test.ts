import { SEGMENTS, draw, id } from './draw';

/** What the box of the subnet in the back is called, which says where its routes lead. */
function tierOfBack(resources: { readonly [type: string]: unknown }): string | undefined {
  const { places } = draw({ ...SEGMENTS, ...resources, aws_instance: { one: { subnet_id: id('aws_subnet.back') } } });
  return places['aws_instance.one'].split(' > ').pop();
}

const MAIN = { main: { vpc_id: id('aws_vpc.main'), route_table_id: id('aws_route_table.front') } };
const IGW = id('aws_internet_gateway.igw');

test.each([
  ['the main table that is chosen for the network', { aws_main_route_table_association: MAIN }],
  [
    'the main table that is adopted',
    {
      aws_default_route_table: {
        main: {
          default_route_table_id: '${aws_vpc.main.default_route_table_id}',
          route: [{ cidr_block: '0.0.0.0/0', gateway_id: IGW, nat_gateway_id: '' }],
        },
      },
    },
  ],
  [
    'routes that are added to the main table',
    {
      aws_route: {
        ...SEGMENTS.aws_route,
        main: { route_table_id: '${aws_vpc.main.main_route_table_id}', gateway_id: IGW },
      },
    },
  ],
])('a subnet without a table uses %s', (_title, resources) => {
  expect(tierOfBack(resources)).toBe('public subnets');
});

test('inline routes count, and local ones lead nowhere', () => {
  const association = { subnet_id: id('aws_subnet.back'), route_table_id: id('aws_route_table.back') };
  const withRoutes = (route: unknown): string | undefined =>
    tierOfBack({
      aws_route_table: { ...SEGMENTS.aws_route_table, back: { route } },
      aws_route_table_association: { ...SEGMENTS.aws_route_table_association, back: association },
    });
  expect(withRoutes([{ cidr_block: '0.0.0.0/0', gateway_id: IGW }])).toBe('public subnets');
  expect(withRoutes({ cidr_block: '0.0.0.0/0', nat_gateway_id: id('aws_nat_gateway.nat') })).toBe('private subnets');
  expect(withRoutes([{ cidr_block: '10.0.0.0/16', gateway_id: 'local' }])).toBe('isolated subnets');
});

test.each([
  [
    'an association',
    { aws_route_table_association: { some: { subnet_id: '${var.subnet}', route_table_id: 'rtb-1' } } },
  ],
  ['a route', { aws_route: { some: { route_table_id: '${var.table}', gateway_id: IGW } } }],
  [
    'a gateway',
    {
      aws_default_route_table: {
        main: {
          default_route_table_id: '${aws_vpc.main.default_route_table_id}',
          route: [{ gateway_id: '${var.gateway}' }],
        },
      },
    },
  ],
  [
    'a gateway that is not in the input',
    { aws_route: { some: { route_table_id: '${aws_vpc.main.main_route_table_id}', core_network_arn: 'arn:aws:x' } } },
  ],
])('%s that cannot be told leaves the tier open', (_title, resources) => {
  expect(tierOfBack(resources)).toBe('subnets');
});

test('an internet gateway by its id makes a tier public', () => {
  const main = { route_table_id: '${aws_vpc.main.main_route_table_id}', gateway_id: 'igw-1' };
  expect(tierOfBack({ aws_route: { ...SEGMENTS.aws_route, main } })).toBe('public subnets');
});

test('a gateway that propagates its routes is a way out', () => {
  const aws_vpn_gateway_route_propagation = {
    main: { route_table_id: '${aws_vpc.main.main_route_table_id}', vpn_gateway_id: id('aws_vpn_gateway.office') },
  };
  expect(tierOfBack({ aws_vpn_gateway: { office: {} }, aws_vpn_gateway_route_propagation })).toBe('private subnets');
});

test('a subnet that the input only looks up has routes that nobody knows', () => {
  const data = { aws_subnet: { there: { vpc_id: id('aws_vpc.main') } } };
  const { places } = draw({ ...SEGMENTS, aws_instance: { one: { subnet_id: id('data.aws_subnet.there') } } }, { data });
  expect(places['aws_instance.one']).toMatch(/ > subnets$/);
});
