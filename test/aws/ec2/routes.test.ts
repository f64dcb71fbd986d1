import { leadsToInternet, routesOf } from '../../../lib/aws/ec2/routes';
import { JsonObject } from '../../../lib/terraform/value';
import { at, modelOf, resources } from '../../support/models';

/** A subnet with a table that holds one route. */
function withRoute(route: JsonObject, others: JsonObject = {}): ReturnType<typeof routesOf> {
  const model = resources({
    aws_subnet: { it: {} },
    aws_route_table: { it: { route: { cidr_block: '0.0.0.0/0', ...route } } },
    aws_route_table_association: {
      it: { subnet_id: '${aws_subnet.it.id}', route_table_id: '${aws_route_table.it.id}' },
    },
    ...others,
  });
  return routesOf(model, at(model, 'aws_subnet.it'));
}

describe('where a route leads', () => {
  const gateways = {
    aws_internet_gateway: { it: {} },
    aws_vpn_gateway: { it: {} },
    aws_nat_gateway: {
      public: {},
      private: { connectivity_type: 'private' },
      known: { id: 'nat-1', connectivity_type: 'private' },
    },
  };

  test.each<[JsonObject, string, boolean]>([
    [{ gateway_id: '${aws_internet_gateway.it.id}' }, 'internet-gateway', true],
    [{ gateway_id: 'igw-1' }, 'internet-gateway', true],
    [{ gateway_id: '${aws_vpn_gateway.it.id}' }, 'vpn-gateway', false],
    [{ gateway_id: 'vgw-1' }, 'vpn-gateway', false],
    [{ gateway_id: 'vpce-1' }, 'vpc-endpoint', false],
    [{ gateway_id: 'local' }, 'local', false],
    [{ gateway_id: '${var.open}' }, 'unknown', false],
    [{ nat_gateway_id: '${aws_nat_gateway.public.id}', gateway_id: '' }, 'nat-gateway', true],
    [{ nat_gateway_id: '${var.open}' }, 'nat-gateway', true],
    [{ nat_gateway_id: '${aws_nat_gateway.private.id}' }, 'nat-gateway', false],
    [{ nat_gateway_id: 'nat-1' }, 'nat-gateway', false],
    [{ egress_only_gateway_id: 'eigw-1' }, 'egress-only-gateway', true],
    [{ carrier_gateway_id: 'cagw-1' }, 'carrier-gateway', true],
    [{ transit_gateway_id: 'tgw-1' }, 'transit-gateway', false],
    [{ vpc_peering_connection_id: 'pcx-1' }, 'peering', false],
    [{}, 'unknown', false],
  ])('%j', (route, via, internet) => {
    const [found] = withRoute(route, gateways).routes;
    expect([found.via, leadsToInternet(found)]).toEqual([via, internet]);
  });
});

test('a route names its target and its destination, within a table and as a resource of its own', () => {
  const { routes, table } = withRoute(
    { gateway_id: '${aws_internet_gateway.it.id}' },
    {
      aws_internet_gateway: { it: {} },
      aws_route: {
        more: {
          route_table_id: '${aws_route_table.it.id}',
          destination_prefix_list_id: 'pl-1',
          transit_gateway_id: '${aws_ec2_transit_gateway.hub.id}',
        },
      },
      aws_ec2_transit_gateway: { hub: {} },
    }
  );
  expect(table?.address).toBe('aws_route_table.it');
  expect(routes.map(({ holder, destination, target }) => [holder.address, destination, target?.address])).toEqual([
    ['aws_route_table.it', '0.0.0.0/0', 'aws_internet_gateway.it'],
    ['aws_route.more', 'pl-1', 'aws_ec2_transit_gateway.hub'],
  ]);
});

describe('the routes that a VPN gateway propagates', () => {
  const propagated = (table: JsonObject, others: JsonObject = {}) =>
    withRoute(table, { aws_vpn_gateway: { it: { id: 'vgw-1' } }, ...others }).routes.slice(1);

  test('are those of the gateways that a table names', () => {
    const model = resources({
      aws_vpn_gateway: { it: { id: 'vgw-1' } },
      aws_subnet: { it: {} },
      aws_route_table: { it: { propagating_vgws: ['vgw-1', '${aws_vpn_gateway.it.id}', 'vgw-2'] } },
      aws_route_table_association: {
        it: { subnet_id: '${aws_subnet.it.id}', route_table_id: '${aws_route_table.it.id}' },
      },
    });
    const { routes } = routesOf(model, at(model, 'aws_subnet.it'));
    expect(routes.map(({ via, destination, target }) => [via, destination, target?.address])).toEqual([
      ['vpn-gateway', undefined, 'aws_vpn_gateway.it'],
      ['vpn-gateway', undefined, 'aws_vpn_gateway.it'],
      ['vpn-gateway', undefined, undefined],
    ]);
    expect(routes.some(leadsToInternet)).toBe(false);
  });

  test('are added by a resource of its own', () => {
    const aws_vpn_gateway_route_propagation = {
      it: { route_table_id: '${aws_route_table.it.id}', vpn_gateway_id: '${aws_vpn_gateway.it.id}' },
    };
    const [route] = propagated({ gateway_id: 'local' }, { aws_vpn_gateway_route_propagation });
    expect([route.via, route.holder.address, route.target?.address]).toEqual([
      'vpn-gateway',
      'aws_vpn_gateway_route_propagation.it',
      'aws_vpn_gateway.it',
    ]);
  });
});

describe('the table of a subnet', () => {
  const read = (resource: JsonObject): [table: string | undefined, routes: number, open: string | undefined] => {
    const model = resources({
      aws_vpc: { main: {} },
      aws_subnet: { it: { vpc_id: '${aws_vpc.main.id}' } },
      ...resource,
    });
    const { table, routes, gap } = routesOf(model, at(model, 'aws_subnet.it'));
    return [table?.address, routes.length, gap?.because];
  };
  const route = { cidr_block: '0.0.0.0/0', gateway_id: 'igw-1' };
  const main = '${aws_vpc.main.default_route_table_id}';

  test('is the main one without an association: untouched, adopted, replaced, or added to', () => {
    expect(read({})).toEqual([undefined, 0, undefined]);
    const adopted = { aws_default_route_table: { main: { default_route_table_id: main, route } } };
    expect(read(adopted)).toEqual(['aws_default_route_table.main', 1, undefined]);
    const replaced = {
      aws_route_table: { new: { route } },
      aws_main_route_table_association: {
        main: { vpc_id: '${aws_vpc.main.id}', route_table_id: '${aws_route_table.new.id}' },
      },
    };
    expect(read(replaced)).toEqual(['aws_route_table.new', 1, undefined]);
    expect(read({ aws_route: { out: { route_table_id: main, gateway_id: 'igw-1' } } })).toEqual([
      undefined,
      1,
      undefined,
    ]);
  });

  test('is the main one by an association as well', () => {
    const association = {
      main: { subnet_id: '${aws_subnet.it.id}', route_table_id: '${aws_vpc.main.main_route_table_id}' },
    };
    expect(
      read({
        aws_route_table_association: association,
        aws_route: { out: { route_table_id: main, gateway_id: 'igw-1' } },
      })
    ).toEqual([undefined, 1, undefined]);
  });

  test('is open where an expression chooses it', () => {
    const route_table_id = '${var.open ? aws_route_table.a.id : aws_route_table.b.id}';
    const [table, routes, open] = read({
      aws_route_table: { a: {}, b: { route } },
      aws_route_table_association: { it: { subnet_id: '${aws_subnet.it.id}', route_table_id } },
    });
    expect([table, routes]).toEqual([undefined, 0]);
    expect(open).toContain('which is no one table among what is checked');
  });

  test('is open where an association, a route or a main table is', () => {
    expect(read({ aws_route_table_association: { it: { subnet_id: '${var.open}' } } })[2]).toBe(
      'an aws_route_table_association names its subnet by a value that only a plan can tell'
    );
    expect(read({ aws_main_route_table_association: { it: { vpc_id: '${var.open}' } } })[2]).toBe(
      'the vpc_id of an aws_main_route_table_association is a value that only a plan can tell'
    );
    expect(
      read({
        aws_route_table: { it: {} },
        aws_route_table_association: {
          it: { subnet_id: '${aws_subnet.it.id}', route_table_id: '${aws_route_table.it.id}' },
        },
        aws_route: { out: { route_table_id: '${var.open}', gateway_id: 'igw-1' } },
      })[2]
    ).toBe('the route_table_id of an aws_route is a value that only a plan can tell');
  });

  test('is open for a default VPC, until it is adopted', () => {
    const subnet = {
      aws_default_vpc: { it: {} },
      aws_subnet: { it: { vpc_id: '${aws_default_vpc.it.id}' } },
    };
    expect(read(subnet)[2]).toBe('nothing here says what the main route table of aws_default_vpc.it holds');
    const table = { default_route_table_id: '${aws_default_vpc.it.default_route_table_id}' };
    expect(read({ ...subnet, aws_default_route_table: { it: table } })).toEqual([
      'aws_default_route_table.it',
      0,
      undefined,
    ]);
  });

  test('is open for a subnet that is only looked up', () => {
    const model = modelOf({
      stack: {
        data: { aws_subnet: { there: { vpc_id: '${aws_vpc.main.id}' } } },
        resource: { aws_vpc: { main: {} } },
      },
    });
    expect(routesOf(model, at(model, 'data.aws_subnet.there')).gap?.because).toContain('only looked up');
  });

  test('is open where the VPC is not among what is checked', () => {
    expect(read({ aws_subnet: { it: { vpc_id: 'vpc-1' } } })[2]).toBe(
      'it follows the main route table of the VPC "vpc-1", which is not among what is checked'
    );
  });

  test('is found in another stack', () => {
    const input = 'data.terraform_remote_state.cross-stack-reference-input-network.outputs.cross-stack-output-';
    const model = modelOf({
      network: {
        resource: { aws_route_table: { data: { route } } },
        output: { 'cross-stack-output-aws_route_tabledataid': { value: '${aws_route_table.data.id}' } },
      },
      data: {
        resource: {
          aws_subnet: { it: {} },
          aws_route_table_association: {
            it: { subnet_id: '${aws_subnet.it.id}', route_table_id: `\${${input}aws_route_tabledataid}` },
          },
        },
      },
    });
    expect(routesOf(model, at(model, 'aws_subnet.it')).routes).toHaveLength(1);
  });
});
