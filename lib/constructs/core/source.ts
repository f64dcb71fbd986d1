import { join, sep } from 'node:path';
import { IConstruct, Node } from 'constructs';

const SOURCE = Symbol.for('cdktf-aws-toms/Source');

/** Where in the user's program something stands. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
}

/** What a construct remembers of where it was made. The text of the trace is only built when somebody asks. */
interface Memory {
  readonly trace: { stack?: string };
  /** Whether it is of this library, and what it makes was made where it was. */
  isOwn: boolean;
}

interface Remembering {
  [SOURCE]?: Memory;
}

/** Remembers where a construct of this library was made, outside the tree's metadata, which cdktf would write into the output. */
export function rememberSource(construct: IConstruct): void {
  remember(construct).isOwn = true;
}

function remember(construct: IConstruct): Memory {
  const known = (construct as Remembering)[SOURCE];
  if (known) return known;
  const memory: Memory = { trace: {}, isOwn: false };
  Error.captureStackTrace(memory.trace, construct.constructor);
  Object.defineProperty(construct, SOURCE, { value: memory });
  return memory;
}

/** Whether a construct is made by one of this library. */
export function isMadeByUs(construct: IConstruct): boolean {
  return construct.node.scopes.slice(0, -1).some((scope) => (scope as Remembering)[SOURCE]?.isOwn === true);
}

/** What every construct calls on the node that it is made in. */
interface Adding {
  addChild?: (this: { readonly host?: Remembering }, child: IConstruct, id: string) => void;
}

let isListening = false;

/** Remembers from now on where every construct was made that is not made by one of this library: resources of the program too. */
export function rememberSources(): void {
  const nodes = Node.prototype as unknown as Adding;
  const { addChild } = nodes;
  // In another language every trace ends in the kernel of jsii.
  if (isListening || addChild === undefined || process.env.JSII_AGENT !== undefined) return;
  isListening = true;
  nodes.addChild = function (child, id): void {
    addChild.call(this, child, id);
    if (this.host?.[SOURCE]?.isOwn !== true) remember(child);
  };
}

/** Where the innermost construct at or above this one was made that remembers it. */
export function sourceOf(construct: IConstruct): SourceLocation | undefined {
  // In another language every trace ends in the kernel of jsii.
  if (process.env.JSII_AGENT !== undefined) return undefined;
  for (let at: IConstruct | undefined = construct; at; at = at.node.scope) {
    const memory = (at as Remembering)[SOURCE];
    const found = memory && firstForeignFrame(memory.trace.stack ?? '');
    if (found) return found;
  }
  return undefined;
}

/** This library, compiled or, where source maps are read, as it was written. */
const OWN = ['dist', 'lib'].map((folder) => join(__dirname, '..', '..', '..', folder) + sep);

function firstForeignFrame(stack: string): SourceLocation | undefined {
  for (const frame of stack.split('\n').slice(1)) {
    const match = /\(?((?:file:\/\/)?[^\s()][^()]*):(\d+):\d+\)?$/.exec(frame.trim().replace(/^at /, ''));
    if (!match) continue;
    const file = match[1].replace(/^.*? \(/, '').replace(/^file:\/\//, '');
    if (
      file.startsWith('node:') ||
      OWN.some((folder) => file.startsWith(folder)) ||
      /[\\/]node_modules[\\/]/.test(file)
    )
      continue;
    return { file, line: Number(match[2]) };
  }
  return undefined;
}
