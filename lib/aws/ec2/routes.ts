import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { companionsOf, hasUndeterminedCompanion, targetOf, targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, isJsonObject, isUnknown, describe, items } from '../../terraform/value';

/** What a route leads to, by the attribute that names it. */
export type Via =
  | 'internet-gateway'
  | 'nat-gateway'
  | 'egress-only-gateway'
  | 'carrier-gateway'
  | 'transit-gateway'
  | 'peering'
  | 'vpn-gateway'
  | 'network-interface'
  | 'vpc-endpoint'
  | 'core-network'
  | 'local-gateway'
  | 'local'
  | 'unknown';

/** A route, whether it stands within a route table or as a resource of its own. */
export interface Route {
  /** The resource that it stands on. */
  readonly holder: Resource;
  /** A range, or the id of a prefix list. */
  readonly destination: Value;
  readonly via: Via;
  /** What names the target: an id, or a reference. */
  readonly names: Value;
  /** The target, where it is among what is checked. */
  readonly target: Resource | undefined;
}

/** The routes that a subnet follows. */
export interface SubnetRoutes {
  /** The table, where it is among what is checked. A main table that nobody writes to has only routes within the VPC. */
  readonly table: Resource | undefined;
  readonly routes: readonly Route[];
  /** Why there may be others, where only a plan can tell. */
  readonly open: string | undefined;
}

const TABLES = ['aws_route_table', 'aws_default_route_table'];
const VPCS = ['aws_vpc', 'aws_default_vpc'];
const MAIN_NAMES = ['main_route_table_id', 'default_route_table_id'];

/** The attributes of a route that name where it leads. A gateway may be of several kinds. */
const TARGETS: readonly (readonly [attribute: string, via: Via | 'gateway'])[] = [
  ['gateway_id', 'gateway'],
  ['nat_gateway_id', 'nat-gateway'],
  ['egress_only_gateway_id', 'egress-only-gateway'],
  ['carrier_gateway_id', 'carrier-gateway'],
  ['transit_gateway_id', 'transit-gateway'],
  ['vpc_peering_connection_id', 'peering'],
  ['network_interface_id', 'network-interface'],
  ['vpc_endpoint_id', 'vpc-endpoint'],
  ['core_network_arn', 'core-network'],
  ['local_gateway_id', 'local-gateway'],
];

const GATEWAYS: readonly (readonly [type: string, prefix: RegExp, via: Via])[] = [
  ['aws_internet_gateway', /^igw-/, 'internet-gateway'],
  ['aws_vpn_gateway', /^vgw-/, 'vpn-gateway'],
  ['aws_vpc_endpoint', /^vpce-/, 'vpc-endpoint'],
  ['', /^local$/, 'local'],
];

const DESTINATIONS = ['cidr_block', 'ipv6_cidr_block', 'destination_prefix_list_id'];
const OWN_DESTINATIONS = ['destination_cidr_block', 'destination_ipv6_cidr_block', 'destination_prefix_list_id'];

/** The routes that a subnet follows: those of the table that it is associated with, or else of the VPC's main table. */
export function routesOf(model: Model, subnet: Resource): SubnetRoutes {
  const associations = companionsOf(model, subnet, 'aws_route_table_association', 'subnet_id');
  if (associations.length > 0) return merge(associations.map((association) => tableNamedBy(model, association)));
  if (hasUndeterminedCompanion(model, 'aws_route_table_association', 'subnet_id')) {
    return unread('an aws_route_table_association names its subnet by a value that only a plan can tell');
  }
  const value = subnet.get('vpc_id');
  const [vpc] = targetsOf(model, subnet, value, VPCS);
  if (vpc?.mode === 'managed') return routesOfMain(model, vpc);
  return unread(`it follows the main route table of the VPC ${describe(value)}, which is not among what is checked`);
}

/** Whether a route leads to the internet, in or out, by way of a gateway of the VPC. */
export function leadsToInternet({ via, target }: Route): boolean {
  if (via === 'nat-gateway') return target?.get('connectivity_type') !== 'private';
  return via === 'internet-gateway' || via === 'egress-only-gateway' || via === 'carrier-gateway';
}

function tableNamedBy(model: Model, holder: Resource): SubnetRoutes {
  const value = holder.get('route_table_id');
  const found = targetsOf(model, holder, value, [...TABLES, ...VPCS]).filter(({ mode }) => mode === 'managed');
  if (found.length !== 1) {
    return unread(
      `route_table_id of ${holder.address} is ${describe(value)}, which is no one table among what is checked`
    );
  }
  return VPCS.includes(found[0].type) ? routesOfMain(model, found[0]) : routesOfTable(model, found[0]);
}

/** The routes of a VPC's main table: another one that was made the main one, the adopted one, or what names it by the VPC. */
function routesOfMain(model: Model, vpc: Resource): SubnetRoutes {
  const replaced = companionsOf(model, vpc, 'aws_main_route_table_association', 'vpc_id');
  if (replaced.length > 0) return merge(replaced.map((association) => tableNamedBy(model, association)));
  const adopted = companionsOf(model, vpc, 'aws_default_route_table', 'default_route_table_id', MAIN_NAMES);
  const added = companionsOf(model, vpc, 'aws_route', 'route_table_id', MAIN_NAMES).map((it) => ownRoute(model, it));
  const unknown = (
    [
      ['aws_main_route_table_association', 'vpc_id'],
      ['aws_default_route_table', 'default_route_table_id'],
      ['aws_route', 'route_table_id'],
    ] as const
  ).find(([type, attribute]) => hasUndeterminedCompanion(model, type, attribute));
  const open = unknown && `the ${unknown[1]} of an ${unknown[0]} is a value that only a plan can tell`;
  return merge([
    ...adopted.map((table) => routesOfTable(model, table)),
    { table: adopted[0], routes: added, open: adopted.length > 0 ? undefined : open },
  ]);
}

function routesOfTable(model: Model, table: Resource): SubnetRoutes {
  const inline = items(configured(table, 'route'));
  const unknown = inline.find(isUnknown);
  const own = companionsOf(model, table, 'aws_route', 'route_table_id');
  const routes = inline.flatMap((item) => {
    if (isUnknown(item) || !isJsonObject(item)) return [];
    const body = item as { readonly [key: string]: Value };
    return [readRoute(model, table, (name) => body[name], DESTINATIONS)];
  });
  const open = unknown
    ? `a route of ${table.address} is ${describe(unknown)}, which only a plan can tell`
    : hasUndeterminedCompanion(model, 'aws_route', 'route_table_id')
      ? 'the route_table_id of an aws_route is a value that only a plan can tell'
      : undefined;
  return { table, routes: [...routes, ...own.map((resource) => ownRoute(model, resource))], open };
}

function ownRoute(model: Model, resource: Resource): Route {
  return readRoute(model, resource, (name) => configured(resource, name), OWN_DESTINATIONS);
}

function readRoute(
  model: Model,
  holder: Resource,
  get: (name: string) => Value,
  destinations: readonly string[]
): Route {
  const isSet = (value: Value): boolean => value !== undefined && value !== '';
  const destination = destinations.map(get).find(isSet);
  const [attribute, kind] = TARGETS.find(([name]) => isSet(get(name))) ?? [undefined, 'unknown' as const];
  const names = attribute === undefined ? undefined : get(attribute);
  const target = targetOf(model, holder, names) ?? targetById(model, holder, names);
  return { holder, destination, via: kind === 'gateway' ? gatewayKind(names, target) : kind, names, target };
}

/** The target that a plan names by its id, where telling it apart matters. */
function targetById(model: Model, holder: Resource, names: Value): Resource | undefined {
  return typeof names === 'string'
    ? targetsOf(model, holder, names, ['aws_internet_gateway', 'aws_nat_gateway'])[0]
    : undefined;
}

function gatewayKind(names: Value, target: Resource | undefined): Via {
  const known = GATEWAYS.find(([type, id]) => target?.type === type || (typeof names === 'string' && id.test(names)));
  return known ? known[2] : 'unknown';
}

function merge(parts: readonly SubnetRoutes[]): SubnetRoutes {
  return {
    table: parts.find(({ table }) => table)?.table,
    routes: parts.flatMap(({ routes }) => routes),
    open: parts.find(({ open }) => open !== undefined)?.open,
  };
}

function unread(open: string): SubnetRoutes {
  return { table: undefined, routes: [], open };
}
