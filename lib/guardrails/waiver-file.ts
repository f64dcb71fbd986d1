import { readJson } from '../terraform/read-json';
import { shownPath } from '../terraform/shown-path';
import { Stack } from '../terraform/stack';
import { UnreadableInput } from '../terraform/unreadable-input';
import { JsonObject, isJsonObject } from '../terraform/value';
import { WaiverRecord, statementsIn } from '../toms/record';
import { filesBeside } from './files-beside';
import { Problem } from './problem';

/** The file that waives findings which no construct of a program can. `schema/toms-waivers.schema.json` describes it. */
export const WAIVER_FILE = 'toms.waivers.json';

const FIELDS = ['rule', 'address', 'path', 'stack', 'statements', 'reason', 'approver', 'expires', 'ticket'] as const;

/** A waiver as a file holds it, with what makes it unusable before its fields are looked at. */
export interface WaiverEntry {
  readonly record: WaiverRecord;
  readonly problem?: Problem;
}

/** A waiver file, and the stacks that it is for. */
export interface WaiverFile {
  readonly file: string;
  readonly stacks: readonly Stack[];
  readonly entries: readonly WaiverEntry[];
}

/** The waiver files of stacks: the one that is named, or else those that lie beside them. */
export function waiverFiles(stacks: readonly Stack[], named?: string): WaiverFile[] {
  return filesBeside(stacks, WAIVER_FILE, named).map(({ path, stacks: of }) => ({
    file: shownPath(path),
    stacks: of,
    entries: readEntries(path),
  }));
}

function readEntries(file: string): WaiverEntry[] {
  const json = readJson(file);
  if (!Array.isArray(json)) throw new UnreadableInput(shownPath(file), 'is no array of waivers');
  return json.map((entry: unknown) => {
    if (!isJsonObject(entry)) throw new UnreadableInput(shownPath(file), 'has a waiver that is no object');
    return { record: recordIn(entry), problem: problemIn(entry) };
  });
}

function recordIn(entry: JsonObject): WaiverRecord {
  const text = (field: (typeof FIELDS)[number]): string | undefined => {
    const value = entry[field];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    path: text('path'),
    address: text('address'),
    stack: text('stack'),
    rule: text('rule') ?? '',
    reason: text('reason') ?? '',
    approver: text('approver') ?? '',
    expires: text('expires') ?? '',
    ticket: text('ticket'),
    statements: statementsIn(entry),
  };
}

function problemIn(entry: JsonObject): Problem | undefined {
  const names: readonly string[] = FIELDS;
  for (const [field, value] of Object.entries(entry)) {
    if (!names.includes(field)) {
      return { prop: field, must: `must not be there: a waiver has ${FIELDS.join(', ')}`, fix: 'remove or correct it' };
    }
    if (field !== 'statements' && typeof value !== 'string') {
      return { prop: field, must: 'must be text', value, fix: 'write it between quotes' };
    }
  }
  if ('path' in entry && 'address' in entry) {
    return { prop: 'path', must: "must not stand beside 'address'", value: entry.path, fix: 'remove one of them' };
  }
  return undefined;
}
