import { compare } from '../terraform/compare';
import { Model } from '../terraform/model';
import { Stack } from '../terraform/stack';
import { WaiverRecord } from '../toms/record';
import { daysLeft } from './days';
import { Rule, byIdAndName } from './rule';
import { RULES_BY_ID_AND_NAME } from './rules';
import { WaiverBook } from './waiver-book';
import { WaiverFile } from './waiver-file';

/** A waiver, and how it stands. */
export interface ListedWaiver {
  readonly waiver: WaiverRecord;
  /** The stacks that it is for. */
  readonly stacks: readonly string[];
  readonly file: string;
  /** How many days after today it still holds, or `undefined` where its end is no date. */
  readonly daysLeft: number | undefined;
  readonly state: 'in force' | 'expired' | 'malformed';
  /** Why it is not in force. */
  readonly problem?: string;
}

/** Every waiver of stacks and of files, in the order of their ends. Whether they cover anything, only a check tells. */
export function listWaivers(
  stacks: readonly Stack[],
  files: readonly WaiverFile[],
  today: Date,
  companyRules: readonly Rule[] = []
): ListedWaiver[] {
  const rules = new Map([...RULES_BY_ID_AND_NAME, ...byIdAndName(companyRules)]);
  const book = new WaiverBook(new Model(stacks), rules, today, files);
  const all = [...book.sound.map((entry) => ({ ...entry, message: undefined })), ...book.problems];
  const listed = all.map(({ waiver, stacks: of, file, message }): ListedWaiver => {
    const left = daysLeft(waiver.expires, today);
    const broken = left !== undefined && left < 0 ? 'expired' : 'malformed';
    return {
      waiver,
      stacks: of.map(({ name }) => name),
      file,
      daysLeft: left,
      state: message === undefined ? 'in force' : broken,
      problem: message,
    };
  });
  return listed.sort((a, b) => compare(orderOf(a), orderOf(b)));
}

/** What has no end comes first. */
function orderOf({ waiver, daysLeft: left }: ListedWaiver): string {
  return [left === undefined ? '' : waiver.expires, waiver.rule, waiver.path, waiver.address].join(' ');
}
