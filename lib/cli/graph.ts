import { parseArgs } from 'node:util';
import { graphOf } from '../graph/picture';
import { requireResources, withinDepth } from '../guardrails/check';
import { GRAPH_FORMATS } from '../reports/formats';
import { loadStacks } from '../terraform/load';
import { Model } from '../terraform/model';
import { EXIT, Io } from './io';
import { HELP, UsageError, requireFormat, requirePaths } from './usage';
import { writeOut } from './write-file';

/** `toms graph`. */
export function graphCommand(args: readonly string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      output: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    io.out(HELP.graph);
    return EXIT.clean;
  }
  const write = requireFormat(GRAPH_FORMATS, values.format);
  if (positionals.length === 0) throw new UsageError('say what to draw: toms graph cdktf.out');
  requirePaths(values, ['output']);

  const stacks = loadStacks(positionals, { digests: false });
  requireResources(stacks, 'draw');
  writeOut(write(withinDepth(stacks, () => graphOf(new Model(stacks)))), values.output, io);
  return EXIT.clean;
}
