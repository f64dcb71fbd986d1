import { readJson } from '../terraform/read-json';
import { compare } from '../terraform/compare';
import { shownPath } from '../terraform/shown-path';
import { UnreadableInput } from '../terraform/unreadable-input';
import { isJsonObject } from '../terraform/value';
import { BaselineEntry, Finding, Report, Strictness, fails } from './finding';

const VERSION = 1;
const FIELDS = ['rule', 'outcome', 'stack', 'address', 'message'] as const;

/** The findings that a project knows and has not fixed yet. `schema/toms-baseline.schema.json` describes the file. */
export interface Baseline {
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

/** Reads a baseline. What is not as it is written would let findings pass, or fail, that nobody looked at. */
export function readBaseline(path: string): Baseline {
  const file = shownPath(path);
  const json = readJson(path);
  if (!isJsonObject(json) || !Array.isArray(json.findings)) {
    throw new UnreadableInput(file, 'is no baseline: write one with toms check --baseline <file> --update-baseline');
  }
  if (json.version !== VERSION) {
    const problem = `is a baseline of version ${JSON.stringify(json.version)}, and this version of toms reads version ${VERSION}: write it again with --update-baseline`;
    throw new UnreadableInput(file, problem);
  }
  return { file, entries: json.findings.map((entry, index) => entryOf(file, entry, index)) };
}

function entryOf(file: string, entry: unknown, index: number): BaselineEntry {
  const isEntry = isJsonObject(entry) && FIELDS.every((field) => typeof entry[field] === 'string');
  if (!isEntry || Object.keys(entry).length !== FIELDS.length) {
    const problem = `has an entry ${index + 1} that is none: each has ${FIELDS.join(', ')}, as text; write it again with --update-baseline`;
    throw new UnreadableInput(file, problem);
  }
  return entry as unknown as BaselineEntry;
}

/**
 * A report with what is known marked, and what the baseline names and nothing finds any more. An entry stands for one finding in all its words: what gets
 * worse at the same place is new.
 */
export function againstBaseline(report: Report, { file, entries }: Baseline): Report {
  const left = new Map<string, BaselineEntry[]>();
  for (const entry of entries) left.set(idOf(entry), [...(left.get(idOf(entry)) ?? []), entry]);
  const findings = report.findings.map((finding): Finding => {
    const isKnown = isWaivable(finding) && left.get(idOf(finding))?.pop() !== undefined;
    return isKnown ? { ...finding, known: true } : finding;
  });
  // Of a rule that did not run nobody can tell whether its findings are gone.
  const skipped = new Set((report.skipped ?? []).map(({ rule }) => rule));
  const gone = [...left.values()].flat().filter(({ rule }) => !skipped.has(rule));
  return { ...report, findings, baseline: { file, gone, renamed: renamed(findings, entries, gone) } };
}

/** The text of a baseline of what fails now. What may not be waived may not be known either. */
export function baselineText(report: Report, strictness: Strictness): string {
  const entries = report.findings
    .filter((finding) => isWaivable(finding) && fails({ ...finding, known: undefined }, strictness))
    .map(({ rule, outcome, stack, address, message }): BaselineEntry => ({ rule, outcome, stack, address, message }))
    .sort((one, other) => compare(idOf(one), idOf(other)));
  return `${JSON.stringify({ version: VERSION, findings: entries }, undefined, 2)}\n`;
}

function isWaivable({ waive }: Finding): boolean {
  return waive !== undefined;
}

function idOf({ rule, outcome, stack, address, message }: BaselineEntry): string {
  return JSON.stringify([stack, address, rule, outcome, message]);
}

/** The stacks that seem to be called otherwise now: all that is gone of one is new in another. */
function renamed(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  gone: readonly BaselineEntry[]
): readonly (readonly [from: string, to: string])[] {
  const [before, now] = [entries, findings].map((all) => new Set(all.map(({ stack }) => stack)));
  const added = findings.filter(({ known, stack }) => !known && !before.has(stack));
  const isIn = new Set(added.map(idOf));
  return [...before]
    .filter((stack) => !now.has(stack))
    .flatMap((from) => {
      const missing = gone.filter(({ stack }) => stack === from);
      const to = [...now].find(
        (stack) => missing.length > 0 && missing.every((one) => isIn.has(idOf({ ...one, stack })))
      );
      return to === undefined ? [] : [[from, to] as const];
    });
}
