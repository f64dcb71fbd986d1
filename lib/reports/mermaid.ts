import { EdgeKind, Graph, GraphBox, GraphEdge, GraphNode, NodeKind } from '../graph/graph';
import { mermaid } from './escape';

/** How many labels an edge shows, and how long a name may be: Mermaid draws no text of any length. */
const LABELS = 6;
const LENGTH = 80;

const SHAPES: { readonly [kind in NodeKind]?: readonly [string, string] } = {
  internet: ['((', '))'],
  network: ['([', '])'],
  database: ['[(', ')]'],
  files: ['[(', ')]'],
  logs: ['[(', ')]'],
  state: ['[(', ')]'],
  firewall: ['{{', '}}'],
  gateway: ['([', '])'],
};

const LINES: { readonly [kind in EdgeKind]: string } = { flow: '-->', route: '---', log: '-.->', part: '---' };

/** A picture as the text of a Mermaid flowchart. */
export function mermaidText(graph: Graph): string {
  const lines = [
    'flowchart LR',
    ...comments(graph),
    ...graph.nodes.map((node) => `  ${nodeText(node)}`),
    ...graph.boxes.flatMap((box) => boxText(box, '  ')),
    ...graph.edges.map((edge) => `  ${edgeText(edge)}`),
    ...styles(graph),
  ];
  return `${lines.join('\n')}\n`;
}

/** Boundaries are dashed, and what is only said of a tier has no border. */
function styles({ boxes }: Graph): string[] {
  const all = boxes.flatMap(withInner);
  const notes = all.flatMap(({ nodes }) => nodes.filter(({ kind }) => kind === 'subnets'));
  const style = (name: string, look: string, of: readonly { readonly id: string }[]): string[] =>
    of.length > 0 ? [`  classDef ${name} ${look}`, `  class ${of.map(({ id }) => id).join(',')} ${name}`] : [];
  return [
    ...style('boundary', 'fill:none,stroke-dasharray:6 4', all),
    ...style('note', 'fill:none,stroke:none', notes),
  ];
}

function withInner(box: GraphBox): GraphBox[] {
  return [box, ...box.boxes.flatMap(withInner)];
}

function comments({ boxes, nodes, open, unrouted }: Graph): string[] {
  const found: string[] = [];
  if (boxes.length === 0 && nodes.length === 0) found.push('nothing to draw: no network, load balancer or log');
  if (open > 0) {
    found.push(`left out: ${counted(open, 'reference')} to what the input does not hold, or only a plan can tell`);
  }
  if (unrouted > 0) found.push(`left out: ${counted(unrouted, 'rule')} to the internet, where no route leads`);
  return found.map((comment) => `  %% ${comment}`);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function boxText(box: GraphBox, indent: string): string[] {
  // The title of a box has room for one line.
  const title = [box.name, ...box.details].map(shortened).join(' · ');
  return [
    `${indent}subgraph ${box.id}["${title}"]`,
    ...box.nodes.map((node) => `${indent}  ${nodeText(node)}`),
    ...box.boxes.flatMap((inner) => boxText(inner, `${indent}  `)),
    `${indent}end`,
  ];
}

function nodeText({ id, kind, name, details }: GraphNode): string {
  const [open, close] = SHAPES[kind] ?? ['[', ']'];
  return `${id}${open}"${[name, ...details].map(shortened).join('<br/>')}"${close}`;
}

function edgeText({ from, to, kind, labels }: GraphEdge): string {
  const shown = labels.slice(0, LABELS).map(shortened);
  if (labels.length > LABELS) shown.push(`and ${labels.length - LABELS} more`);
  return `${from} ${LINES[kind]}${shown.length > 0 ? `|"${shown.join('<br/>')}"|` : ''} ${to}`;
}

/** Cuts by characters, so that none is cut in two. */
function shortened(text: string): string {
  const characters = [...text.slice(0, 2 * LENGTH + 2)];
  return mermaid(characters.length > LENGTH ? `${characters.slice(0, LENGTH - 1).join('')}…` : text);
}
