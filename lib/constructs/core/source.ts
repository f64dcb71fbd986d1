import { join, sep } from 'node:path';
import { IConstruct } from 'constructs';

const SOURCE = Symbol.for('cdktf-aws-toms/Source');

/** Where in the user's program something stands. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
}

/**
 * Remembers where a construct was made, outside the tree's metadata, which cdktf would write into the output.
 * The text of the trace is only built when somebody asks.
 */
export function rememberSource(construct: IConstruct): void {
  const trace: { stack?: string } = {};
  Error.captureStackTrace(trace, construct.constructor);
  Object.defineProperty(construct, SOURCE, { value: trace });
}

/** Where the innermost construct at or above this one was made that remembers it. */
export function sourceOf(construct: IConstruct): SourceLocation | undefined {
  // In another language every trace ends in the kernel of jsii.
  if (process.env.JSII_AGENT !== undefined) return undefined;
  for (let at: IConstruct | undefined = construct; at; at = at.node.scope) {
    const trace = (at as { [SOURCE]?: { stack?: string } })[SOURCE];
    if (trace) return firstForeignFrame(trace.stack ?? '');
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
