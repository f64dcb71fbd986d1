import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';

const FLOWS = Symbol.for('cdktf-aws-toms/Flows');

type Flows = Map<IConstruct, Set<IConstruct>>;

/**
 * Remembers that one security group begins connections to another, and refuses what closes a circle: where each of two groups reaches the other,
 * anything in one of them is in both, and the border between them protects nothing.
 */
export function rememberFlow(from: IConstruct, to: IConstruct): void {
  const root = from.node.root as unknown as { [FLOWS]?: Flows };
  if (!root[FLOWS]) Object.defineProperty(root, FLOWS, { value: new Map() });
  const flows = root[FLOWS]!;
  const back = pathBetween(flows, to, from);
  if (back) {
    refuse(from, {
      prop: 'peer',
      must: 'must not reach this security group itself, which would make a circle',
      value: back.map((group) => group.node.path).join(' to '),
      measure: '3.3.4',
      fix: 'let one side begin, since answers need no rule, or make them one security group and call allowInternally',
    });
  }
  const known = flows.get(from);
  if (known) known.add(to);
  else flows.set(from, new Set([to]));
}

/** The groups on the way from one to another, both included. */
function pathBetween(flows: Flows, start: IConstruct, end: IConstruct): IConstruct[] | undefined {
  const before = new Map<IConstruct, IConstruct | undefined>([[start, undefined]]);
  for (const group of before.keys()) {
    if (group === end) {
      const path: IConstruct[] = [];
      for (let at: IConstruct | undefined = group; at; at = before.get(at)) path.unshift(at);
      return path;
    }
    for (const next of flows.get(group) ?? []) if (!before.has(next)) before.set(next, group);
  }
  return undefined;
}
