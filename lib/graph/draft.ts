import { compare } from '../terraform/compare';
import { getOr } from './collections';
import { BoxKind, EdgeKind, Graph, GraphBox, GraphEdge, GraphNode, NodeKind } from './graph';

/** A node while the picture grows. */
export class DraftNode {
  readonly details = new Set<string>();
  /** Its id in the picture, once the picture is whole. */
  id = '';

  constructor(
    readonly kind: NodeKind,
    readonly key: string,
    public name: string,
    readonly box: DraftBox
  ) {}
}

/** A boundary while the picture grows. */
export class DraftBox {
  readonly details = new Set<string>();
  readonly boxes = new Map<string, DraftBox>();
  readonly nodes = new Map<string, DraftNode>();
  id = '';

  constructor(
    readonly kind: BoxKind,
    readonly key: string,
    readonly name: string,
    readonly parent?: DraftBox
  ) {}

  /** The box of a key within this one, made where it is not there. */
  public box(kind: BoxKind, key: string, name: string): DraftBox {
    return getOr(this.boxes, key, () => new DraftBox(kind, key, name, this));
  }

  /** The node of a key within this box, made where it is not there. */
  public node(kind: NodeKind, key: string, name: string): DraftNode {
    return getOr(this.nodes, key, () => new DraftNode(kind, key, name, this));
  }
}

export type DraftEnd = DraftNode | DraftBox;

/** The picture while it grows: what is added twice is there once. */
export class Draft {
  /** What holds everything: no boundary itself. */
  readonly outside = new DraftBox('account', '', '');
  private readonly edges = new Map<DraftEnd, Map<DraftEnd, Map<EdgeKind, Set<string>>>>();

  /** Where everybody is. */
  public get internet(): DraftNode {
    return this.outside.node('internet', 'internet', 'Internet');
  }

  /** Draws an edge, or adds to the label of the one that is there. A box has no edge to what lies within it: no renderer can draw it. */
  public edge(from: DraftEnd, to: DraftEnd, kind: EdgeKind, label = ''): void {
    if (isWithin(from, to) || isWithin(to, from)) return;
    const ofFrom = getOr(this.edges, from, () => new Map<DraftEnd, Map<EdgeKind, Set<string>>>());
    const ofTo = getOr(ofFrom, to, () => new Map<EdgeKind, Set<string>>());
    const labels = getOr(ofTo, kind, () => new Set<string>());
    if (label !== '') labels.add(label);
  }

  /**
   * The picture, with ids given in the order of names.
   *
   * @param shown what may be shown of a text
   */
  public finish(open: number, unrouted: number, shown: (text: string) => string): Graph {
    const texts = ({ name, details }: DraftEnd): { name: string; details: string[] } => ({
      name: shown(name),
      details: [...details].map(shown),
    });
    const count = new Map<string, number>();
    const order = new Map<string, number>();
    const idOf = (kind: string): string => {
      const number = (count.get(kind) ?? 0) + 1;
      count.set(kind, number);
      order.set(`${kind}${number}`, order.size);
      return `${kind}${number}`;
    };
    const node = (draft: DraftNode): GraphNode => {
      draft.id = idOf(draft.kind);
      return { id: draft.id, kind: draft.kind, ...texts(draft) };
    };
    const box = (draft: DraftBox): GraphBox => {
      draft.id = idOf(draft.kind);
      return { id: draft.id, kind: draft.kind, ...texts(draft), ...within(draft) };
    };
    const within = (draft: DraftBox): { nodes: GraphNode[]; boxes: GraphBox[] } => ({
      nodes: sorted(draft.nodes.values()).map(node),
      boxes: sorted(draft.boxes.values()).map(box),
    });
    const whole = within(this.outside);
    return { ...whole, edges: this.finishedEdges(order, shown), open, unrouted };
  }

  private finishedEdges(order: ReadonlyMap<string, number>, shown: (text: string) => string): GraphEdge[] {
    const edges: GraphEdge[] = [];
    for (const [from, ofFrom] of this.edges) {
      for (const [to, ofTo] of ofFrom) {
        for (const [kind, labels] of ofTo) {
          edges.push({ from: from.id, to: to.id, kind, labels: [...labels].sort().map(shown) });
        }
      }
    }
    const place = (id: string): number => order.get(id) ?? 0;
    return edges.sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to) || compare(a.kind, b.kind));
  }
}

function isWithin(inner: DraftEnd, outer: DraftEnd): boolean {
  if (outer instanceof DraftNode) return false;
  let at = inner instanceof DraftNode ? inner.box : inner;
  while (at !== outer && at.parent) at = at.parent;
  return at === outer;
}

function sorted<T extends DraftEnd>(drafts: Iterable<T>): T[] {
  return [...drafts].sort((a, b) => compare(a.name, b.name) || compare(a.kind, b.kind) || compare(a.key, b.key));
}
