import { Block } from '../terraform/block';
import { companionsOf, hasUndeterminedCompanion } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { ReferenceTracker } from './reference-tracker';

/** Where the routes of a subnet lead. */
export interface Ways {
  /** The gateways that its routes name. */
  readonly gateways: ReadonlySet<Resource>;
  /** Whether there may be more routes, or they lead where the input does not say. */
  readonly isOpen: boolean;
}

const TABLES = ['aws_route_table', 'aws_default_route_table'];
const NETWORKS = ['aws_vpc', 'aws_default_vpc'];

/** What a route can name, and what stands behind it. */
const TARGETS: readonly (readonly [attribute: string, types: readonly string[]])[] = [
  ['gateway_id', ['aws_internet_gateway', 'aws_vpn_gateway']],
  ['nat_gateway_id', ['aws_nat_gateway']],
  ['egress_only_gateway_id', ['aws_egress_only_internet_gateway']],
  ['transit_gateway_id', ['aws_ec2_transit_gateway']],
  ['vpc_peering_connection_id', ['aws_vpc_peering_connection']],
  ['vpc_endpoint_id', ['aws_vpc_endpoint', 'aws_networkfirewall_firewall']],
  ['network_interface_id', ['aws_instance']],
  ['carrier_gateway_id', []],
  ['local_gateway_id', []],
  ['core_network_arn', []],
];

/** Follows a subnet to its route table, and the routes to what they name. */
export class Routes {
  private readonly ofTable = new Map<Resource, Ways>();

  constructor(private readonly references: ReferenceTracker) {}

  /** The ways out of a subnet. */
  public waysOf(subnet: Resource): Ways {
    const { model } = this.references;
    if (subnet.mode === 'data') return { gateways: new Set(), isOpen: true };
    const tables = companionsOf(model, subnet, 'aws_route_table_association', 'subnet_id').map(
      (association) => this.references.resources(association, ['route_table_id'], TABLES)[0]
    );
    if (tables.length > 0) return union(tables.map((table) => this.waysOfTable(table)));
    const main = this.waysOfMain(subnet);
    const isOpen = main.isOpen || hasUndeterminedCompanion(model, 'aws_route_table_association', 'subnet_id');
    return { ...main, isOpen };
  }

  /** A subnet that is associated with no table uses the main one of its network. */
  private waysOfMain(subnet: Resource): Ways {
    const { model } = this.references;
    const network = this.references.resources(subnet, ['vpc_id'], NETWORKS)[0];
    if (!network || network.mode === 'data' || network.type === 'aws_default_vpc') return OPEN;
    const chosen = companionsOf(model, network, 'aws_main_route_table_association', 'vpc_id').map(
      (association) => this.references.resources(association, ['route_table_id'], TABLES)[0]
    );
    if (chosen.length > 0) return union(chosen.map((table) => this.waysOfTable(table)));
    const adopted = companionsOf(model, network, 'aws_default_route_table', 'default_route_table_id');
    const ofNetwork = this.waysOfTable(network);
    return union([ofNetwork, ...adopted.map((table) => this.waysOfTable(table))]);
  }

  /** The ways of a table, or of a network where routes name its main table. */
  private waysOfTable(table: Resource | undefined): Ways {
    if (!table || table.mode === 'data') return OPEN;
    let ways = this.ofTable.get(table);
    if (!ways) this.ofTable.set(table, (ways = this.findWays(table)));
    return ways;
  }

  private findWays(table: Resource): Ways {
    const { model } = this.references;
    const names = ['id', 'default_route_table_id', 'main_route_table_id'];
    const gateways = new Set(this.references.resources(table, ['propagating_vgws'], ['aws_vpn_gateway']));
    let isOpen = hasUndeterminedCompanion(model, 'aws_route', 'route_table_id');
    const routes: [Resource, Block][] = [
      ...table.blocks('route').map((block): [Resource, Block] => [table, block]),
      ...companionsOf(model, table, 'aws_route', 'route_table_id', names).map((route): [Resource, Block] => [
        route,
        route,
      ]),
    ];
    for (const [from, route] of routes) {
      for (const [attribute, types] of TARGETS) {
        const target = route.get(attribute);
        if (target === undefined || target === '' || target === 'local') continue;
        const found = this.references.resources(from, [attribute], types, route);
        for (const gateway of found) gateways.add(gateway);
        if (found.length === 0) isOpen = true;
      }
    }
    return { gateways, isOpen };
  }
}

const OPEN: Ways = { gateways: new Set(), isOpen: true };

function union(all: readonly Ways[]): Ways {
  const gateways = new Set(all.flatMap((ways) => [...ways.gateways]));
  return { gateways, isOpen: all.some((ways) => ways.isOpen) };
}
