import { approvalRecords } from '../diff/approvals';
import { Checked, check } from '../guardrails/check';
import { Report } from '../guardrails/finding';
import { recordFiles } from '../guardrails/records/record-file';
import { Settings } from '../guardrails/settings/settings';
import { waiverFiles } from '../guardrails/waiver-file';
import { oneLine } from '../reports/escape';
import { loadStacks } from '../terraform/load';
import { Stack } from '../terraform/stack';
import { Io } from './io';
import { Progress } from './progress';

/** What is read beside what is checked. */
interface Beside {
  readonly waivers?: string;
  readonly records?: string;
  readonly approvals?: readonly string[];
  readonly digests?: boolean;
}

/** Checks what paths name, with the waivers and records of the files that are named, or else of those beside it. */
export function checkPaths(
  paths: readonly string[],
  today: Date,
  { waivers, records, approvals = [], digests }: Beside,
  settings: Settings,
  progress: Progress
): Checked {
  const stacks = loadStacks(paths, { digests });
  const kept = [...recordFiles(stacks, records), ...approvals.map((file) => approvalRecords(file, stacks))];
  progress.show(`checking ${resourcesIn(stacks)}`);
  return check(stacks, today, undefined, waiverFiles(stacks, waivers), kept, settings);
}

/** How many resources there are, for the line of progress. */
export function resourcesIn(stacks: readonly Stack[]): string {
  const count = stacks.reduce((sum, { resources }) => sum + resources.length, 0);
  return `${count.toLocaleString('en')} resources`;
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
