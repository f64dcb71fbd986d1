import { parseArgs } from 'node:util';
import { waiverFiles } from '../guardrails/waiver-file';
import { listWaivers } from '../guardrails/waiver-list';
import { WAIVER_LIST_FORMATS } from '../reports/formats';
import { loadStacks } from '../terraform/load';
import { EXIT, Io } from './io';
import { configOf, settingsFrom } from './settings';
import { HELP, UsageError, requireFormat, requirePaths } from './usage';

/** `toms waivers`. */
export function waiversCommand(args: readonly string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      waivers: { type: 'string' },
      config: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    io.out(HELP.waivers);
    return EXIT.clean;
  }
  const write = requireFormat(WAIVER_LIST_FORMATS, values.format);
  if (positionals.length === 0) throw new UsageError('say whose waivers to list: toms waivers cdktf.out');
  requirePaths(values, ['waivers', 'config']);
  const config = configOf(values.config);
  const { companyRules } = settingsFrom(config);

  const stacks = loadStacks(positionals, { digests: false });
  const waivers = listWaivers(stacks, waiverFiles(stacks, values.waivers ?? config?.waivers), io.today, companyRules);
  io.out(write(waivers));
  return waivers.every(({ state }) => state === 'in force') ? EXIT.clean : EXIT.findings;
}
