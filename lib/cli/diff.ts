import { parseArgs } from 'node:util';
import { approved, readApprovals } from '../diff/approvals';
import { isOpen } from '../diff/change';
import { Beside, diffOfStacks, stateBefore } from '../diff/sides';
import { recordFiles } from '../guardrails/records/record-file';
import { waiverFiles } from '../guardrails/waiver-file';
import { DIFF_FORMATS } from '../reports/formats';
import { loadStacks } from '../terraform/load';
import { resourcesIn } from './checked';
import { EXIT, Io } from './io';
import { configOf, settingsFrom } from './settings';
import { HELP, UsageError, requireFormat, requirePaths } from './usage';
import { writeOut } from './write-file';

/** `toms diff`. */
export function diffCommand(args: readonly string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      output: { type: 'string' },
      approve: { type: 'string' },
      waivers: { type: 'string' },
      config: { type: 'string' },
      verbose: { type: 'boolean', short: 'v' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    io.out(HELP.diff);
    return EXIT.clean;
  }
  const write = requireFormat(DIFF_FORMATS, values.format);
  if (positionals.length === 0 || positionals.length > 2) {
    throw new UsageError('say what to compare: toms diff <before> <after>, or toms diff <plan>.json');
  }
  requirePaths(values, ['output', 'approve', 'waivers', 'config']);
  const config = configOf(values.config);
  const { approve = config?.approve, waivers = config?.waivers } = values;
  const approvals = approve === undefined ? undefined : readApprovals(approve, io.today);
  // What changes is told of every rule, also of those that the configuration skips.
  const settings = { ...settingsFrom(config), skipped: [] };
  const beside: Beside = (stacks) => ({
    waivers: waiverFiles(stacks, waivers),
    records: recordFiles(stacks, config?.records),
    settings,
  });
  const after = loadStacks(positionals.slice(-1), { digests: false });
  io.progress.show('reading what was before');
  const before =
    positionals.length === 2 ? loadStacks(positionals.slice(0, 1), { digests: false }) : after.map(stateBefore);
  io.progress.show(`comparing ${resourcesIn(before)} with ${resourcesIn(after)}`);
  const compared = diffOfStacks(before, after, io.today, beside);
  const diff = approvals ? approved(compared, approvals) : compared;
  writeOut(
    write(diff, { colour: values.output === undefined && io.colour, verbose: values.verbose }),
    values.output,
    io
  );
  return diff.changes.some(isOpen) ? EXIT.findings : EXIT.clean;
}
