import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a main route table without a way out',
      terraform: {
        resource: {
          aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
          aws_subnet: {
            data: { vpc_id: '${aws_vpc.main.id}', cidr_block: '10.0.0.0/24', tags: { 'tom:tier': 'data' } },
          },
        },
      },
    },
    {
      title: 'a table of its own, whose only route stays private',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_subnet: { data: { count: 3, vpc_id: '${aws_vpc.main.id}' } },
          aws_db_subnet_group: { data: { subnet_ids: '${aws_subnet.data[*].id}' } },
          aws_internet_gateway: { main: { vpc_id: '${aws_vpc.main.id}' } },
          aws_route_table: { data: { vpc_id: '${aws_vpc.main.id}' }, public: { vpc_id: '${aws_vpc.main.id}' } },
          aws_route: {
            office: {
              route_table_id: '${aws_route_table.data.id}',
              destination_cidr_block: '10.20.0.0/16',
              transit_gateway_id: 'tgw-1',
            },
            public: {
              route_table_id: '${aws_route_table.public.id}',
              destination_cidr_block: '0.0.0.0/0',
              gateway_id: '${aws_internet_gateway.main.id}',
            },
          },
          aws_route_table_association: {
            data: {
              count: 3,
              subnet_id: '${aws_subnet.data[count.index].id}',
              route_table_id: '${aws_route_table.data.id}',
            },
          },
        },
      },
    },
    {
      title: 'by its tag, in a main table with a private NAT gateway',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_subnet: { data: { vpc_id: '${aws_vpc.main.id}', tags: { 'tom:tier': 'data' } } },
          aws_nat_gateway: { private: { connectivity_type: 'private' } },
          aws_default_route_table: {
            main: {
              default_route_table_id: '${aws_vpc.main.default_route_table_id}',
              route: { cidr_block: '10.20.0.0/16', nat_gateway_id: '${aws_nat_gateway.private.id}' },
            },
          },
        },
      },
    },
    {
      title: 'an application may have a way out',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_subnet: { app: { vpc_id: '${aws_vpc.main.id}', tags: { 'tom:tier': 'application' } } },
          aws_route: {
            out: {
              route_table_id: '${aws_vpc.main.main_route_table_id}',
              destination_cidr_block: '0.0.0.0/0',
              nat_gateway_id: '${aws_nat_gateway.main.id}',
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a way out through NAT in the main route table',
      terraform: {
        resource: {
          aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
          aws_subnet: { data: { vpc_id: '${aws_vpc.main.id}', tags: { 'tom:tier': 'data' } } },
          aws_route: {
            out: {
              route_table_id: '${aws_vpc.main.main_route_table_id}',
              destination_cidr_block: '0.0.0.0/0',
              nat_gateway_id: '${aws_nat_gateway.main.id}',
            },
          },
        },
      },
      addresses: ['aws_subnet.data'],
    },
    {
      title: 'a way out through NAT, as a resource of its own',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_subnet: { data: { vpc_id: '${aws_vpc.main.id}' } },
          aws_elasticache_subnet_group: { cache: { subnet_ids: ['${aws_subnet.data.id}'] } },
          aws_nat_gateway: { main: {} },
          aws_route_table: { private: { vpc_id: '${aws_vpc.main.id}' } },
          aws_route: {
            out: {
              route_table_id: '${aws_route_table.private.id}',
              destination_cidr_block: '203.0.113.0/24',
              nat_gateway_id: '${aws_nat_gateway.main.id}',
            },
          },
          aws_route_table_association: {
            data: { subnet_id: '${aws_subnet.data.id}', route_table_id: '${aws_route_table.private.id}' },
          },
        },
      },
      addresses: ['aws_subnet.data'],
    },
    {
      title: 'an internet gateway within the table, and main tables that were replaced or added to',
      terraform: {
        resource: {
          aws_vpc: { first: {}, second: {} },
          aws_subnet: {
            data: { vpc_id: '${aws_vpc.first.id}', tags: { 'tom:tier': 'data' } },
            main: { vpc_id: '${aws_vpc.first.id}', tags: { 'tom:tier': 'data' } },
            added: { vpc_id: '${aws_vpc.second.id}', tags: { 'tom:tier': 'data' } },
          },
          aws_internet_gateway: { first: { vpc_id: '${aws_vpc.first.id}' } },
          aws_route_table: {
            public: { route: [{ cidr_block: '0.0.0.0/0', gateway_id: '${aws_internet_gateway.first.id}' }] },
          },
          aws_route_table_association: {
            data: { subnet_id: '${aws_subnet.data.id}', route_table_id: '${aws_route_table.public.id}' },
          },
          aws_main_route_table_association: {
            first: { vpc_id: '${aws_vpc.first.id}', route_table_id: '${aws_route_table.public.id}' },
          },
          aws_route: {
            out: {
              route_table_id: '${aws_vpc.second.main_route_table_id}',
              destination_ipv6_cidr_block: '::/0',
              egress_only_gateway_id: 'eigw-1',
            },
          },
        },
      },
      addresses: ['aws_subnet.added', 'aws_subnet.data', 'aws_subnet.main'],
    },
    {
      title: 'by the ids of a plan with a module',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.network',
                resources: [
                  planned('aws_subnet', { id: 'subnet-1', vpc_id: 'vpc-1' }),
                  planned('aws_db_subnet_group', { subnet_ids: ['subnet-1', 'subnet-2'] }),
                  planned('aws_route_table', {
                    id: 'rtb-1',
                    route: [{ cidr_block: '0.0.0.0/0', gateway_id: 'igw-1', nat_gateway_id: '' }],
                  }),
                  planned('aws_route_table_association', { subnet_id: 'subnet-1', route_table_id: 'rtb-1' }),
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.network.aws_subnet.this[0]'],
    },
  ],
  undetermined: [
    {
      title:
        'a variable names the table, holds its routes, or names the subnet; a VPC that is not there; a transit gateway',
      terraform: {
        variable: { table: {}, routes: {} },
        resource: {
          aws_subnet: {
            table: { tags: { 'tom:tier': 'data' } },
            routes: { tags: { 'tom:tier': 'data' } },
            transit: { tags: { 'tom:tier': 'data' } },
            vpc: { vpc_id: 'vpc-1', tags: { 'tom:tier': 'data' } },
          },
          aws_route_table: {
            routes: { route: '${var.routes}' },
            transit: { route: { cidr_block: '0.0.0.0/0', transit_gateway_id: 'tgw-1' } },
          },
          aws_route_table_association: {
            table: { subnet_id: '${aws_subnet.table.id}', route_table_id: '${var.table}' },
            routes: { subnet_id: '${aws_subnet.routes.id}', route_table_id: '${aws_route_table.routes.id}' },
            transit: { subnet_id: '${aws_subnet.transit.id}', route_table_id: '${aws_route_table.transit.id}' },
          },
        },
      },
      addresses: ['aws_subnet.routes', 'aws_subnet.table', 'aws_subnet.transit', 'aws_subnet.vpc'],
    },
    {
      title: 'a variable is the tag of a subnet with a way out',
      terraform: {
        variable: { tier: {} },
        resource: {
          aws_vpc: { main: {} },
          aws_subnet: { some: { vpc_id: '${aws_vpc.main.id}', tags: { 'tom:tier': '${var.tier}' } } },
          aws_route: {
            out: {
              route_table_id: '${aws_vpc.main.main_route_table_id}',
              destination_cidr_block: '0.0.0.0/0',
              gateway_id: 'igw-1',
            },
          },
        },
      },
      addresses: ['aws_subnet.some'],
    },
    {
      title: 'routes that a VPN gateway propagates, and the main table of a default VPC',
      terraform: {
        resource: {
          aws_default_vpc: { main: {} },
          aws_subnet: {
            office: { vpc_id: '${aws_default_vpc.main.id}', tags: { 'tom:tier': 'data' } },
            main: { vpc_id: '${aws_default_vpc.main.id}', tags: { 'tom:tier': 'data' } },
          },
          aws_vpn_gateway: { office: {} },
          aws_route_table: { office: { propagating_vgws: ['${aws_vpn_gateway.office.id}'] } },
          aws_route_table_association: {
            office: { subnet_id: '${aws_subnet.office.id}', route_table_id: '${aws_route_table.office.id}' },
          },
        },
      },
      addresses: ['aws_subnet.main', 'aws_subnet.office'],
    },
  ],
};

/** For the examples: an instance within a module of a plan. */
function planned(type: string, values: JsonObject): JsonObject {
  return { address: `module.network.${type}.this[0]`, mode: 'managed', type, name: 'this', index: 0, values };
}
