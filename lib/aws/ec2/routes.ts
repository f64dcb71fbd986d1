import { configured } from '../../terraform/configured';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { canonical, companionsOf, hasUndeterminedCompanion, targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, isJsonObject, isUnknown, describe, items } from '../../terraform/value';
import { VPCS } from './networks';

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
  /** A range, or the id of a prefix list. Not set where a VPN gateway propagates its routes: nobody else knows them. */
  readonly destination: Value;
  readonly via: Via;
  /** What names the target: an id, or a reference. */
  readonly names: Value;
  /** The target, where it is among what is checked. */
  readonly target: Resource | undefined;
}

/** Why there may be other routes than those that are known. */
export interface Gap {
  readonly because: string;
  /** The resource whose reference stays open, where it is one reference. */
  readonly at?: Resource;
}

/** The routes that a subnet follows. */
export interface SubnetRoutes {
  /** The table, where it is among what is checked. A main table that nobody writes to has only routes within the VPC. */
  readonly table: Resource | undefined;
  readonly routes: readonly Route[];
  readonly gap: Gap | undefined;
}

const ASSOCIATION = 'aws_route_table_association';
const MAIN_ASSOCIATION = 'aws_main_route_table_association';
const ADOPTED_TABLE = 'aws_default_route_table';
const ROUTE = 'aws_route';
const PROPAGATION = 'aws_vpn_gateway_route_propagation';
const TABLES = ['aws_route_table', ADOPTED_TABLE];
const MAIN_NAMES = ['main_route_table_id', 'default_route_table_id'];
const VPN_GATEWAY = 'aws_vpn_gateway';

/** The attributes of a route that name where it leads, and what they can name. A gateway may be of several kinds. */
const TARGETS: readonly (readonly [attribute: string, via: Via | 'gateway', types: readonly string[]])[] = [
  ['gateway_id', 'gateway', ['aws_internet_gateway', VPN_GATEWAY, 'aws_vpc_endpoint']],
  ['nat_gateway_id', 'nat-gateway', ['aws_nat_gateway']],
  ['egress_only_gateway_id', 'egress-only-gateway', ['aws_egress_only_internet_gateway']],
  ['carrier_gateway_id', 'carrier-gateway', ['aws_ec2_carrier_gateway']],
  ['transit_gateway_id', 'transit-gateway', ['aws_ec2_transit_gateway']],
  ['vpc_peering_connection_id', 'peering', ['aws_vpc_peering_connection']],
  ['network_interface_id', 'network-interface', ['aws_instance', 'aws_network_interface']],
  ['vpc_endpoint_id', 'vpc-endpoint', ['aws_vpc_endpoint', 'aws_networkfirewall_firewall']],
  ['core_network_arn', 'core-network', ['aws_networkmanager_core_network']],
  ['local_gateway_id', 'local-gateway', ['aws_ec2_local_gateway']],
];

const GATEWAYS: readonly (readonly [type: string, id: RegExp, via: Via])[] = [
  ['aws_internet_gateway', /^igw-/, 'internet-gateway'],
  [VPN_GATEWAY, /^vgw-/, 'vpn-gateway'],
  ['aws_vpc_endpoint', /^vpce-/, 'vpc-endpoint'],
  ['', /^local$/, 'local'],
];

const DESTINATIONS = ['cidr_block', 'ipv6_cidr_block', 'destination_prefix_list_id'];
const OWN_DESTINATIONS = ['destination_cidr_block', 'destination_ipv6_cidr_block', 'destination_prefix_list_id'];

/** The routes that a subnet follows: those of the table that it is associated with, or else of the VPC's main table. */
export function routesOf(model: Model, subnet: Resource): SubnetRoutes {
  const associations = companionsOf(model, subnet, ASSOCIATION, 'subnet_id');
  if (associations.length > 0) return merge(associations.map((association) => tableNamedBy(model, association)));
  if (subnet.mode === 'data') return unread('it is only looked up, so nothing here says which routes it follows');
  if (hasUndeterminedCompanion(model, ASSOCIATION, 'subnet_id')) {
    return unread(`an ${ASSOCIATION} names its subnet by a value that only a plan can tell`);
  }
  const value = subnet.get('vpc_id');
  const [vpc] = targetsOf(model, subnet, value, VPCS);
  if (vpc) return routesOfMain(model, vpc);
  return unread(
    `it follows the main route table of the VPC ${describe(value)}, which is not among what is checked`,
    subnet
  );
}

/** Whether a route leads to the internet, in or out, by way of a gateway of the VPC. */
export function leadsToInternet({ via, target }: Route): boolean {
  if (via === 'nat-gateway') return target?.get('connectivity_type') !== 'private';
  return via === 'internet-gateway' || via === 'egress-only-gateway' || via === 'carrier-gateway';
}

function tableNamedBy(model: Model, holder: Resource): SubnetRoutes {
  const value = holder.get('route_table_id');
  const found = targetsOf(model, holder, value, [...TABLES, ...VPCS]);
  if (new Set(found.map(canonical)).size !== 1) {
    return unread(
      `route_table_id of ${holder.address} is ${describe(value)}, which is no one table among what is checked`,
      holder
    );
  }
  return VPCS.includes(found[0].type) ? routesOfMain(model, found[0]) : routesOfTable(model, found[0]);
}

const OF_MAIN = new Memo<SubnetRoutes>();

/** The routes of a VPC's main table: another one that was made the main one, the adopted one, or what names it by the VPC. */
function routesOfMain(model: Model, vpc: Resource): SubnetRoutes {
  return OF_MAIN.of(vpc, () => {
    const replaced = companionsOf(model, vpc, MAIN_ASSOCIATION, 'vpc_id');
    if (replaced.length > 0) return merge(replaced.map((association) => tableNamedBy(model, association)));
    const adopted = companionsOf(model, vpc, ADOPTED_TABLE, 'default_route_table_id', MAIN_NAMES);
    return merge([
      ...adopted.map((table) => routesOfTable(model, table)),
      {
        table: adopted[0],
        routes: addedRoutes(model, vpc, MAIN_NAMES),
        gap: adopted[0] ? undefined : mainGap(model, vpc),
      },
    ]);
  });
}

/** What a main table that is not adopted may hold besides the routes that name it by the VPC. */
function mainGap(model: Model, vpc: Resource): Gap | undefined {
  // AWS makes it with a route to an internet gateway.
  if (vpc.type === 'aws_default_vpc')
    return { because: `nothing here says what the main route table of ${vpc.address} holds` };
  const unknown = (
    [
      [MAIN_ASSOCIATION, 'vpc_id'],
      [ADOPTED_TABLE, 'default_route_table_id'],
    ] as const
  ).find(([type, attribute]) => hasUndeterminedCompanion(model, type, attribute));
  return unknown ? openAttribute(unknown[0], unknown[1]) : addedGap(model);
}

const OF_TABLE = new Memo<SubnetRoutes>();

function routesOfTable(model: Model, table: Resource): SubnetRoutes {
  return OF_TABLE.of(table, () => {
    const inline = items(configured(table, 'route'));
    const unknown = inline.find(isUnknown);
    const routes = inline.flatMap((item) => {
      if (isUnknown(item) || !isJsonObject(item)) return [];
      const body = item as { readonly [key: string]: Value };
      return [readRoute(model, table, (name) => body[name], DESTINATIONS)];
    });
    const propagated = items(configured(table, 'propagating_vgws')).map((names) =>
      propagatedRoute(model, table, names)
    );
    return {
      table,
      routes: [...routes, ...propagated, ...addedRoutes(model, table)],
      gap: unknown
        ? { because: `a route of ${table.address} is ${describe(unknown)}, which only a plan can tell`, at: table }
        : addedGap(model),
    };
  });
}

/** The routes of a table that are resources of their own, and those that a VPN gateway adds to it. */
function addedRoutes(model: Model, table: Resource, by?: readonly string[]): readonly Route[] {
  return [
    ...companionsOf(model, table, ROUTE, 'route_table_id', by).map((route) =>
      readRoute(model, route, (name) => configured(route, name), OWN_DESTINATIONS)
    ),
    ...companionsOf(model, table, PROPAGATION, 'route_table_id', by).map((propagation) =>
      propagatedRoute(model, propagation, propagation.get('vpn_gateway_id'))
    ),
  ];
}

function addedGap(model: Model): Gap | undefined {
  const open = [ROUTE, PROPAGATION].find((type) => hasUndeterminedCompanion(model, type, 'route_table_id'));
  return open === undefined ? undefined : openAttribute(open, 'route_table_id');
}

function openAttribute(type: string, attribute: string): Gap {
  return { because: `the ${attribute} of an ${type} is a value that only a plan can tell` };
}

function readRoute(
  model: Model,
  holder: Resource,
  get: (name: string) => Value,
  destinations: readonly string[]
): Route {
  const isSet = (value: Value): boolean => value !== undefined && value !== '';
  const destination = destinations.map(get).find(isSet);
  const [attribute, kind, types] = TARGETS.find(([name]) => isSet(get(name))) ?? ['', 'unknown' as const, []];
  const names = get(attribute);
  const target = targetOfRoute(model, holder, names, types);
  return { holder, destination, via: kind === 'gateway' ? gatewayKind(names, target) : kind, names, target };
}

function propagatedRoute(model: Model, holder: Resource, names: Value): Route {
  const target = targetOfRoute(model, holder, names, [VPN_GATEWAY]);
  return { holder, destination: undefined, via: 'vpn-gateway', names, target };
}

/** A gateway may be looked up as well: it is the same gateway. */
function targetOfRoute(model: Model, holder: Resource, names: Value, types: readonly string[]): Resource | undefined {
  return targetsOf(model, holder, names, [...types, ...types.map((type) => `data.${type}`)])[0];
}

function gatewayKind(names: Value, target: Resource | undefined): Via {
  const known = GATEWAYS.find(([type, id]) => target?.type === type || (typeof names === 'string' && id.test(names)));
  return known ? known[2] : 'unknown';
}

function merge(parts: readonly SubnetRoutes[]): SubnetRoutes {
  return {
    table: parts.find(({ table }) => table)?.table,
    routes: parts.flatMap(({ routes }) => routes),
    gap: parts.find(({ gap }) => gap !== undefined)?.gap,
  };
}

function unread(because: string, at?: Resource): SubnetRoutes {
  return { table: undefined, routes: [], gap: { because, at } };
}
