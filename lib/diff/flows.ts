import { compare } from '../terraform/compare';
import { getOr } from '../graph/collections';
import { Graph, GraphBox, GraphNode } from '../graph/graph';
import { FlowChange, Reach } from './change';

/** The flows that are new, and those that are closed. */
export function flowChanges(before: Graph, after: Graph): FlowChange[] {
  const [was, is] = [before, after].map(flowsOf);
  const changed = (
    of: ReadonlyMap<string, Omit<FlowChange, 'isNew'>>,
    than: ReadonlyMap<string, unknown>,
    isNew: boolean
  ): FlowChange[] => [...of].flatMap(([key, flow]) => (than.has(key) ? [] : [{ ...flow, isNew }]));
  return [...changed(is, was, true), ...changed(was, is, false)].sort(
    (one, other) => compare(one.from, other.from) || compare(one.to, other.to) || compare(one.label, other.label)
  );
}

function flowsOf(graph: Graph): Map<string, Omit<FlowChange, 'isNew'>> {
  const names = namesOf(graph);
  const flows = new Map<string, Omit<FlowChange, 'isNew'>>();
  for (const { from, to, kind, labels } of graph.edges) {
    if (kind !== 'flow') continue;
    for (const full of labels.length > 0 ? labels : ['']) {
      // What follows the port is how the listener is set, which is compared where it is set.
      const [label] = full.split(',');
      const flow = { from: names.get(from) ?? from, to: names.get(to) ?? to, label };
      flows.set(JSON.stringify(flow), flow);
    }
  }
  return flows;
}

/** How far somebody gets from each workload, where that changes. */
export function reachChanges(before: Graph, after: Graph): Reach[] {
  const [was, is] = [before, after].map(reachesOf);
  return [...is]
    .flatMap(([name, reach]) => {
      const former = was.get(name);
      return former === undefined || former === reach ? [] : [{ name, before: former, after: reach }];
    })
    .sort((one, other) => other.after - other.before - (one.after - one.before) || compare(one.name, other.name));
}

function reachesOf(graph: Graph): Map<string, number> {
  const names = namesOf(graph);
  const next = new Map<string, string[]>();
  for (const { from, to, kind } of graph.edges) if (kind === 'flow') getOr(next, from, (): string[] => []).push(to);
  const reaches = new Map<string, number>();
  for (const node of [...graph.nodes, ...graph.boxes.flatMap(nodesIn)]) {
    if (node.kind !== 'workload') continue;
    const seen = new Set([node.id]);
    const open = [node.id];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const to of next.get(at) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        open.push(to);
      }
    reaches.set(names.get(node.id) ?? node.id, seen.size - 1);
  }
  return reaches;
}

function nodesIn(box: GraphBox): GraphNode[] {
  return [...box.nodes, ...box.boxes.flatMap(nodesIn)];
}

/** Names by the ids of one picture, which another picture counts otherwise: with their boundaries where a name is there twice. */
function namesOf({ nodes, boxes }: Graph): ReadonlyMap<string, string> {
  const paths = new Map<string, string[]>();
  const visit = (
    at: { readonly nodes: readonly GraphNode[]; readonly boxes: readonly GraphBox[] },
    path: readonly string[]
  ): void => {
    for (const { id, name } of at.nodes) paths.set(id, [...path, name]);
    for (const box of at.boxes) {
      paths.set(box.id, [...path, box.name]);
      visit(box, [...path, box.name]);
    }
  };
  visit({ nodes, boxes }, []);
  const count = new Map<string, number>();
  for (const path of paths.values()) count.set(path[path.length - 1], (count.get(path[path.length - 1]) ?? 0) + 1);
  return new Map(
    [...paths].map(([id, path]) => {
      const name = path[path.length - 1];
      return [id, count.get(name) === 1 ? name : path.join(' / ')];
    })
  );
}
