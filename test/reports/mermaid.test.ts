import { Graph, GraphNode } from '../../lib/graph/graph';
import { mermaidText } from '../../lib/reports/mermaid';

const EMPTY: Graph = { boxes: [], nodes: [], edges: [], open: 0, unrouted: 0 };

function node(id: string, kind: GraphNode['kind'], name: string, ...details: string[]): GraphNode {
  return { id, kind, name, details };
}

test('a picture is a flowchart of boxes, nodes and edges', () => {
  const graph: Graph = {
    nodes: [node('internet1', 'internet', 'Internet')],
    boxes: [
      {
        id: 'vpc1',
        kind: 'vpc',
        name: 'Vpc',
        details: ['10.0.0.0/16'],
        nodes: [node('gateway1', 'gateway', 'NAT')],
        boxes: [
          {
            id: 'tier1',
            kind: 'tier',
            name: 'data tier',
            details: [],
            boxes: [],
            nodes: [
              node('subnets1', 'subnets', '1 subnet'),
              node('database1', 'database', 'Orders', 'postgres', '× 2'),
            ],
          },
        ],
      },
    ],
    edges: [
      { from: 'internet1', to: 'database1', kind: 'flow', labels: ['HTTP 80 → 301', 'HTTPS 443'] },
      { from: 'gateway1', to: 'subnets1', kind: 'route', labels: [] },
      { from: 'vpc1', to: 'database1', kind: 'log', labels: ['flow logs'] },
      { from: 'database1', to: 'gateway1', kind: 'part', labels: [] },
    ],
    open: 1,
    unrouted: 2,
  };
  expect(mermaidText(graph)).toBe(`flowchart LR
  %% left out: 1 reference to what the input does not hold, or only a plan can tell
  %% left out: 2 rules to the internet, where no route leads
  internet1(("Internet"))
  subgraph vpc1["Vpc · 10.0.0.0/16"]
    gateway1(["NAT"])
    subgraph tier1["data tier"]
      subnets1["1 subnet"]
      database1[("Orders<br/>postgres<br/>× 2")]
    end
  end
  internet1 -->|"HTTP 80 → 301<br/>HTTPS 443"| database1
  gateway1 --- subnets1
  vpc1 -.->|"flow logs"| database1
  database1 --- gateway1
  classDef boundary fill:none,stroke-dasharray:6 4
  class vpc1,tier1 boundary
  classDef note fill:none,stroke:none
  class subnets1 note
`);
});

test('a picture of nothing says so', () => {
  expect(mermaidText(EMPTY)).toBe('flowchart LR\n  %% nothing to draw: no network, load balancer or log\n');
});

test('no name breaks out of its label', () => {
  const hostile = 'a"]\nend\n%%{init: {"theme":"dark"}}%%\u001b[2J<img src=x>`|#quot;\u202e';
  const graph: Graph = {
    ...EMPTY,
    nodes: [node('group1', 'group', hostile, hostile)],
    boxes: [{ id: 'vpc1', kind: 'vpc', name: hostile, details: [hostile], boxes: [], nodes: [] }],
    edges: [{ from: 'group1', to: 'vpc1', kind: 'flow', labels: [hostile] }],
  };
  const lines = mermaidText(graph).split('\n');
  expect(lines).toHaveLength(8);
  const label = '"(?:[\\p{L}\\p{M}\\p{N} .,/()+=×·→…@_-]|#\\d+;|<br/>)*"';
  expect(lines[1]).toMatch(new RegExp(`^  group1\\[${label}\\]$`, 'u'));
  expect(lines[2]).toMatch(new RegExp(`^  subgraph vpc1\\[${label}\\]$`, 'u'));
  expect(lines[4]).toMatch(new RegExp(`^  group1 -->\\|${label}\\| vpc1$`, 'u'));
});

test('long names are cut, and many labels counted', () => {
  const labels = Array.from({ length: 9 }, (_, at) => `tcp ${at}`);
  const graph: Graph = {
    ...EMPTY,
    nodes: [node('group1', 'group', '😀'.repeat(200)), node('group2', 'group', 'b'.repeat(80))],
    edges: [{ from: 'group1', to: 'group2', kind: 'flow', labels }],
  };
  const text = mermaidText(graph);
  expect(text).toContain(`["${'#128512;'.repeat(79)}…"]`);
  expect(text).toContain(`["${'b'.repeat(80)}"]`);
  expect(text).toContain('tcp 5<br/>and 3 more"');
  expect(text).not.toContain('tcp 6');
});
