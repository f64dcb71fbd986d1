import { GraphBox, GraphNode } from '../../lib/graph/graph';
import { graphOf } from '../../lib/graph/picture';
import { Model } from '../../lib/terraform/model';
import { readStack } from '../../lib/terraform/read-stack';

type Json = { readonly [key: string]: unknown };

/** A picture in words. */
export interface Picture {
  /** What each edge says: `Internet flow aws_lb.edge: HTTPS 443`. */
  readonly edges: readonly string[];
  /** The boundaries of each node, from the outermost: `{ 'aws_lb.edge': 'AWS account > aws_vpc.main' }`. */
  readonly places: { readonly [node: string]: string };
  /** What is said of a node or a boundary besides its name. */
  readonly details: { readonly [name: string]: readonly string[] };
  readonly open: number;
  readonly unrouted: number;
}

/** Draws one stack of resources. */
export function draw(resource: Json, more: Json = {}): Picture {
  return drawStack({ resource, ...more });
}

/** Draws one document. */
export function drawStack(json: Json): Picture {
  const graph = graphOf(new Model([readStack('test', 'test.tf.json', json)]));
  const names = new Map<string, string>();
  const places: { [node: string]: string } = {};
  const details: { [name: string]: readonly string[] } = {};
  const addNode = (node: GraphNode, at: readonly string[]): void => {
    // Every tier has a node for its subnets, which are called by the tier.
    const name = node.kind === 'subnets' ? `${at[at.length - 1]}: ${node.name}` : node.name;
    names.set(node.id, name);
    details[name] = node.details;
    if (node.kind !== 'subnets') places[name] = at.join(' > ');
  };
  const addBox = (box: GraphBox, at: readonly string[]): void => {
    names.set(box.id, box.name);
    details[box.name] = box.details;
    for (const node of box.nodes) addNode(node, [...at, box.name]);
    for (const inner of box.boxes) addBox(inner, [...at, box.name]);
  };
  for (const node of graph.nodes) addNode(node, []);
  for (const box of graph.boxes) addBox(box, []);
  const edges = graph.edges.map(({ from, to, kind, labels }) => {
    const label = labels.length > 0 ? `: ${labels.join(' | ')}` : '';
    return `${names.get(from)} ${kind} ${names.get(to)}${label}`;
  });
  return { edges, places, details, open: graph.open, unrouted: graph.unrouted };
}

/** A reference to the id of a resource. */
export function id(address: string): string {
  return `\${${address}.id}`;
}

/** A network with three subnets: one whose routes lead to the internet, one behind a NAT, one without a way out. */
export const SEGMENTS = {
  aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
  aws_subnet: {
    front: { vpc_id: id('aws_vpc.main'), cidr_block: '10.0.0.0/24', availability_zone: 'eu-central-1a' },
    middle: { vpc_id: id('aws_vpc.main'), cidr_block: '10.0.1.0/24' },
    back: { vpc_id: id('aws_vpc.main'), cidr_block: '10.0.2.0/24' },
  },
  aws_internet_gateway: { igw: { vpc_id: id('aws_vpc.main') } },
  aws_nat_gateway: { nat: { subnet_id: id('aws_subnet.front') } },
  aws_route_table: { front: { vpc_id: id('aws_vpc.main') }, middle: { vpc_id: id('aws_vpc.main') } },
  aws_route: {
    front: { route_table_id: id('aws_route_table.front'), gateway_id: id('aws_internet_gateway.igw') },
    middle: { route_table_id: id('aws_route_table.middle'), nat_gateway_id: id('aws_nat_gateway.nat') },
  },
  aws_route_table_association: {
    front: { subnet_id: id('aws_subnet.front'), route_table_id: id('aws_route_table.front') },
    middle: { subnet_id: id('aws_subnet.middle'), route_table_id: id('aws_route_table.middle') },
  },
} as const;

/** Instances in the middle, each in a security group of its name. */
export function instances(...names: readonly string[]): Json {
  return {
    aws_security_group: Object.fromEntries(names.map((name) => [name, { vpc_id: id('aws_vpc.main') }])),
    aws_instance: Object.fromEntries(
      names.map((name) => [
        name,
        { subnet_id: id('aws_subnet.middle'), vpc_security_group_ids: [id(`aws_security_group.${name}`)] },
      ])
    ),
  };
}
