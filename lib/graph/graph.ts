/** A trust boundary: an account in a region, a network, a tier of subnets. */
export type BoxKind = 'account' | 'vpc' | 'tier';

/** What a node stands for. */
export type NodeKind =
  | 'internet'
  | 'network'
  | 'subnets'
  | 'distribution'
  | 'files'
  | 'balancer'
  | 'firewall'
  | 'workload'
  | 'database'
  | 'group'
  | 'endpoint'
  | 'vpn'
  | 'gateway'
  | 'trail'
  | 'logs'
  | 'state';

/** What an edge says: who may reach whom, where a subnet routes to, where logs go, what belongs to what. */
export type EdgeKind = 'flow' | 'route' | 'log' | 'part';

/** One thing in the picture. */
export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly details: readonly string[];
}

/** A trust boundary and what lies within it. */
export interface GraphBox {
  readonly id: string;
  readonly kind: BoxKind;
  readonly name: string;
  readonly details: readonly string[];
  readonly boxes: readonly GraphBox[];
  readonly nodes: readonly GraphNode[];
}

/** One line of the picture, with everything that its two ends have to do with each other. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly labels: readonly string[];
}

/** Segments, what stands in them, and what flows between. Its order does not depend on the order of the input. */
export interface Graph {
  readonly boxes: readonly GraphBox[];
  /** What lies outside of every boundary. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** How many references are not drawn, since the input does not say what they name. */
  readonly open: number;
  /** How many rules to the internet are not drawn, since no route leads there. */
  readonly unrouted: number;
}
