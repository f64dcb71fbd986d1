import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { evidence } from '../evidence/evidence';
import { lastMoment } from '../guardrails/days';
import { WAIVER_RULE } from '../guardrails/engine';
import { RECORD_RULE } from '../guardrails/records/record-book';
import { oneLine } from '../reports/escape';
import { LANGUAGES, Language } from '../reports/language';
import { papers } from '../reports/papers';
import { checkPaths, isComplete } from './checked';
import { EXIT, Io } from './io';
import { configOf, settingsFrom } from './settings';
import { HELP, UsageError, requirePaths } from './usage';
import { makeDirectory, writeOut } from './write-file';

/** `toms evidence`. */
export function evidenceCommand(args: readonly string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      at: { type: 'string' },
      lang: { type: 'string' },
      waivers: { type: 'string' },
      records: { type: 'string' },
      config: { type: 'string' },
      approvals: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    io.out(HELP.evidence);
    return EXIT.clean;
  }
  if (positionals.length === 0) {
    throw new UsageError('say what to make evidence of: toms evidence cdktf.out --out evidence');
  }
  const { out } = values;
  if (out === undefined) throw new UsageError('say where to write: --out <directory>');
  requirePaths(values, ['out', 'waivers', 'records', 'config']);
  for (const approvals of values.approvals ?? []) requirePaths({ approvals }, ['approvals']);
  const at = dayOf(values.at, io.today);
  const languages = languagesOf(values.lang);

  const config = configOf(values.config);
  const { waivers = config?.waivers, records = config?.records } = values;
  const checked = checkPaths(
    positionals,
    at,
    { waivers, records, approvals: values.approvals },
    settingsFrom(config),
    io.progress
  );
  if (!isComplete(checked.report, io)) return EXIT.internal;
  io.progress.show('writing the papers');
  const day = at.toISOString().slice(0, 10);
  for (const { name, text } of papers({ evidence: evidence(checked), checked, at: day, languages })) {
    const file = join(out, name);
    makeDirectory(dirname(file));
    writeOut(text, file, io);
  }
  const { findings, warnings } = checked.report;
  for (const warning of warnings) io.err(`toms: ${oneLine(warning)}\n`);
  // What the configuration breaks the papers show. Of a record or waiver that was refused they show nothing.
  const refused = findings.filter(({ rule }) => rule === WAIVER_RULE || rule === RECORD_RULE);
  for (const { stack, address, message, fix } of refused) {
    io.err(`toms: ${oneLine(`${stack}: ${address}: ${message}: ${fix}`)}\n`);
  }
  return refused.length > 0 ? EXIT.findings : EXIT.clean;
}

function dayOf(day: string | undefined, today: Date): Date {
  if (day === undefined) return today;
  // OSCAL has no day before 1900.
  if (/^(?:19|2\d)/.test(day) && lastMoment(day) !== undefined) return new Date(`${day}T00:00:00Z`);
  throw new UsageError(`--at is a day such as 2026-06-30, not ${JSON.stringify(day)}`);
}

function languagesOf(option: string = LANGUAGES.join(',')): readonly Language[] {
  const asked = option.split(',').map((language) => language.trim());
  const known: readonly string[] = LANGUAGES;
  for (const language of asked) {
    if (!known.includes(language)) {
      throw new UsageError(`--lang is a list of ${known.join(' and ')}, not ${JSON.stringify(option)}`);
    }
  }
  return LANGUAGES.filter((language) => asked.includes(language));
}
