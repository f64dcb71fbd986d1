import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { JsonObject, isUnknown } from '../../value';
import { areEverybody } from './cidr';
import { namedBy } from './joins';
import { Route, leadsToInternet, routesOf } from './routes';

/** What data stores name their subnets with. */
const GROUPS = [
  'aws_dax_subnet_group',
  'aws_db_subnet_group',
  'aws_docdb_subnet_group',
  'aws_elasticache_subnet_group',
  'aws_memorydb_subnet_group',
  'aws_neptune_subnet_group',
  'aws_redshift_subnet_group',
];

const TIER = 'tom:tier';

/** Data stores in subnets that the internet has no way to, nor they to the internet. */
export const EC2_017: ResourceRule = {
  id: 'EC2-017',
  title: 'A subnet of data stores has no route to the internet',
  severity: 'high',
  measures: ['3.3.4'],
  rationale:
    'Data stores answer to applications. A route to the internet serves nobody but who wants to take the data out, or to reach a store whose address became public by mistake. Judged are the subnets that a subnet group of a data store names, and those with the tag `tom:tier` data. A route counts whatever its destination, if it leads to an internet gateway, to a NAT gateway that is not private, or to an egress-only or carrier gateway. A route for everybody that leads elsewhere, such as to a transit gateway, leaves it open whether the internet lies behind it.',
  fix: 'Give the subnets of data stores a route table of their own, without routes to internet and NAT gateways, and reach AWS services through VPC endpoints.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
  ],
  types: ['aws_subnet'],
  check: (subnet, model) => {
    const group = GROUPS.flatMap((type) => namedBy(model, subnet, type, 'subnet_ids'))[0];
    const tier = subnet.tag(TIER);
    if (group) return routesVerdict(model, subnet, `${group.address} puts data stores into it`);
    if (tier === 'data') return routesVerdict(model, subnet, `its tag ${TIER} is "data"`);
    if (!isUnknown(tier)) return undefined;
    const verdict = routesVerdict(model, subnet, `its tag ${TIER} is ${describe(tier)}`);
    return verdict.outcome === 'violated' ? undetermined(`${verdict.message}: only a plan can tell the tag`) : verdict;
  },
  examples: {
    pass: [
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
        title: 'by its tag, in a main table with a private NAT gateway, blocks as lists',
        terraform: {
          resource: [
            {
              aws_vpc: [{ main: [{}] }],
              aws_subnet: [{ data: [{ vpc_id: '${aws_vpc.main.id}', tags: { 'tom:tier': 'data' } }] }],
              aws_nat_gateway: [{ private: [{ connectivity_type: 'private' }] }],
              aws_default_route_table: [
                {
                  main: [
                    {
                      default_route_table_id: '${aws_vpc.main.default_route_table_id}',
                      route: [{ cidr_block: '10.20.0.0/16', nat_gateway_id: '${aws_nat_gateway.private.id}' }],
                    },
                  ],
                },
              ],
            },
          ],
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
    ],
  },
};

function routesVerdict(model: Model, subnet: Resource, because: string): Verdict {
  const { routes, open } = routesOf(model, subnet);
  const out = routes.find(leadsToInternet);
  if (out) {
    const { destination, names, holder } = out;
    return violated(
      `${because}, and the route to ${describe(destination)} in ${holder.address} leads out by ${describe(names)}`
    );
  }
  const far = routes.find(mayLeadOut);
  if (far) {
    const { destination, names, holder } = far;
    return undetermined(
      `${because}, and where the route to ${describe(destination)} in ${holder.address} ends is not known: ${describe(names)}`
    );
  }
  return open === undefined ? MET : undetermined(`${because}: ${open}`);
}

/** Whether the internet may lie behind a route: one for everybody that leaves the VPC, or one whose target is open. */
function mayLeadOut({ destination, via }: Route): boolean {
  if (via === 'unknown') return true;
  if (via === 'local') return false;
  return typeof destination === 'string' ? areEverybody([destination]) : false;
}

/** For the examples: an instance within a module of a plan. */
function planned(type: string, values: JsonObject): JsonObject {
  return { address: `module.network.${type}.this[0]`, mode: 'managed', type, name: 'this', index: 0, values };
}
