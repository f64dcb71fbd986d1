import { Checked, check } from '../guardrails/check';
import { Report } from '../guardrails/finding';
import { recordFiles } from '../guardrails/records/record-file';
import { Settings } from '../guardrails/settings/settings';
import { waiverFiles } from '../guardrails/waiver-file';
import { oneLine } from '../reports/escape';
import { loadStacks } from '../terraform/load';
import { Io } from './io';

/** Checks what paths name, with the waivers and records of the files that are named, or else of those beside it. */
export function checkPaths(
  paths: readonly string[],
  today: Date,
  { waivers, records, digests }: { readonly waivers?: string; readonly records?: string; readonly digests?: boolean },
  settings: Settings
): Checked {
  const stacks = loadStacks(paths, { digests });
  return check(stacks, today, undefined, waiverFiles(stacks, waivers), recordFiles(stacks, records), settings);
}

/** Whether every rule ran. Says which did not: without one of them nothing is sure. */
export function isComplete({ crashes, companyRules = [] }: Report, io: Io): boolean {
  for (const crash of crashes) io.err(`toms: ${oneLine(crash)}\n`);
  if (crashes.length > 0) {
    const isOfCompany = crashes.every((crash) => companyRules.some(({ id }) => crash.startsWith(`rule ${id} `)));
    const whose = isOfCompany
      ? 'a defect of the rules that your configuration names: fix them, or skip them'
      : 'a defect of toms: please report it';
    io.err(`toms: the check is not complete, which is ${whose}\n`);
  }
  return crashes.length === 0;
}
