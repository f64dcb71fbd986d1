import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Evidence, evidence } from '../evidence/evidence';
import { againstBaseline, baselineText, readBaseline } from '../guardrails/baseline';
import { isClean } from '../guardrails/finding';
import { SEVERITIES, Severity } from '../guardrails/rule';
import { EVIDENCE_FILES, REPORT_FORMATS } from '../reports/formats';
import { checkPaths, isComplete } from './checked';
import { EXIT, Io } from './io';
import { configOf, settingsFrom } from './settings';
import { HELP, UsageError, requireFormat, requirePaths } from './usage';
import { makeDirectory, writeOut } from './write-file';

/** `toms check`. */
export function checkCommand(args: readonly string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      output: { type: 'string' },
      undetermined: { type: 'string' },
      'fail-on': { type: 'string' },
      only: { type: 'string', multiple: true },
      skip: { type: 'string', multiple: true },
      verbose: { type: 'boolean', short: 'v' },
      baseline: { type: 'string' },
      'update-baseline': { type: 'boolean' },
      evidence: { type: 'string' },
      waivers: { type: 'string' },
      records: { type: 'string' },
      config: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    io.out(HELP.check);
    return EXIT.clean;
  }
  const write = requireFormat(REPORT_FORMATS, values.format);
  const ofOptions = { undetermined: undeterminedFails(values.undetermined), failOn: failOn(values['fail-on']) };
  if (positionals.length === 0) throw new UsageError('say what to check: toms check cdktf.out');
  requirePaths(values, ['output', 'evidence', 'waivers', 'records', 'baseline', 'config']);
  const config = configOf(values.config);
  const strictness = {
    undeterminedFails: ofOptions.undetermined ?? config?.undetermined === 'fail',
    failOn: ofOptions.failOn ?? config?.failOn,
  };
  const { baseline = config?.baseline, waivers = config?.waivers, records = config?.records } = values;

  if (values['update-baseline'] && baseline === undefined) {
    throw new UsageError('say which baseline: --baseline <file> --update-baseline');
  }
  if (values['update-baseline'] && (values.only ?? values.skip) !== undefined) {
    throw new UsageError('--update-baseline writes what all rules find: leave out --only and --skip');
  }

  const files = { waivers, records, digests: values.evidence !== undefined };
  const checked = checkPaths(positionals, io.today, files, settingsFrom(config, values), io.progress);
  if (values['update-baseline'] && checked.report.crashes.length === 0) {
    writeOut(baselineText(checked.report, strictness), baseline, io);
  }
  const report = baseline === undefined ? checked.report : againstBaseline(checked.report, readBaseline(baseline));
  const toFile = values.output !== undefined;
  const { verbose } = values;
  const more = 'toms check --verbose, or toms explain <rule>';
  writeOut(write(report, { ...strictness, colour: !toFile && io.colour, verbose, more }), values.output, io);
  if (!isComplete(report, io)) return EXIT.internal;
  if (values.evidence !== undefined) writeEvidence(evidence(checked), values.evidence, io);
  return isClean(report, strictness) ? EXIT.clean : EXIT.findings;
}

function undeterminedFails(option: string | undefined): boolean | undefined {
  if (option === undefined) return undefined;
  if (option === 'report' || option === 'fail') return option === 'fail';
  throw new UsageError(`--undetermined is report or fail, not ${JSON.stringify(option)}`);
}

function failOn(option: string | undefined): Severity | undefined {
  const severity = SEVERITIES.find((one) => one === option);
  if (option === undefined || severity !== undefined) return severity;
  throw new UsageError(`--fail-on is high, medium or low, not ${JSON.stringify(option)}`);
}

function writeEvidence(shown: Evidence, directory: string, io: Io): void {
  makeDirectory(directory);
  for (const [name, write] of Object.entries(EVIDENCE_FILES)) writeOut(write(shown), join(directory, name), io);
}
