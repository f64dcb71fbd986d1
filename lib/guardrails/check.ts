import { demandOf } from '../aws/demanded';
import { Erasure, erasureOf } from '../erasure/horizon';
import { Redaction } from '../terraform/redaction';
import { Model, TreeFacts } from '../terraform/model';
import { UnreadableInput, isTooDeep } from '../terraform/unreadable-input';
import { Stack } from '../terraform/stack';
import { run } from './engine';
import { Report } from './finding';
import { unreadTypes } from './read-types';
import { RecordFile } from './records/record-file';
import { RULES } from './rules';
import { NO_SETTINGS, Settings } from './settings/settings';
import { WaiverFile } from './waiver-file';

/** What a check gives. */
export interface Checked {
  readonly report: Report;
  /** What was checked: evidence counts in it. */
  readonly model: Model;
  /** Computes when data deleted from each store is gone. Only evidence needs it, so only evidence pays for it. */
  readonly erasure: () => readonly Erasure[];
}

/** Checks stacks against every rule. Stacks without any resource that a rule reads are an error: nothing checked is never clean. */
export function check(
  stacks: readonly Stack[],
  today: Date = new Date(),
  tree?: TreeFacts,
  files: readonly WaiverFile[] = [],
  kept: readonly RecordFile[] = [],
  settings: Settings = NO_SETTINGS
): Checked {
  demandOf(stacks, settings.demands);
  requireResources(stacks, 'check');
  requireRead(stacks);
  return withinDepth(stacks, () => {
    const model = new Model(stacks, tree);
    const report = run(model, RULES, today, files, kept, settings);
    return {
      report,
      model,
      erasure: () => withinDepth(stacks, () => redacted(erasureOf(model), new Redaction(stacks))),
    };
  });
}

/** What is said of stores quotes their tags, and the settings that decide. */
function redacted(erasure: readonly Erasure[], redaction: Redaction): readonly Erasure[] {
  return erasure.map(({ dataClass, dataCategory, parts, conflicts, ...store }) => ({
    ...store,
    dataClass: redaction.of(dataClass),
    dataCategory: dataCategory === undefined ? undefined : redaction.of(dataCategory),
    parts: parts.map((part) => ({ ...part, because: redaction.of(part.because) })),
    conflicts: conflicts.map((conflict) => ({ ...conflict, message: redaction.of(conflict.message) })),
  }));
}

/** Refuses stacks that hold no resource at all. */
export function requireResources(stacks: readonly Stack[], purpose: 'check' | 'draw'): void {
  if (stacks.some((stack) => stack.resources.some((resource) => resource.mode === 'managed'))) return;
  const modules = stacks.some((stack) => stack.unreadModules.length > 0);
  throw new UnreadableInput(
    listed(stacks),
    modules
      ? `no resources to ${purpose}, only calls of modules: ${purpose} the plan instead, \`terraform show -json <plan file>\``
      : `no resources to ${purpose}`
  );
}

/** Refuses stacks without any resource of the AWS provider: no rule reads another. Of a stack that has only such as no rule asks anything in particular, TF-005 says so. */
function requireRead(stacks: readonly Stack[]): void {
  if (stacks.some(({ resources }) => resources.some(({ isOfAws }) => isOfAws))) return;
  const types = unreadTypes(stacks.flatMap(({ resources }) => resources));
  throw new UnreadableInput(listed(stacks), `no resources that a rule reads, so nothing would be checked: ${types}`);
}

/** Does what walks through stacks. Input that is nested deeper than it can be walked is unreadable. */
export function withinDepth<T>(stacks: readonly Stack[], walk: () => T): T {
  try {
    return walk();
  } catch (error) {
    if (isTooDeep(error)) throw new UnreadableInput(listed(stacks), 'is nested too deeply');
    throw error;
  }
}

function listed(stacks: readonly Stack[]): string {
  const files = stacks.map((stack) => stack.file);
  const first = files.slice(0, 3).join(', ');
  return files.length > 3 ? `${first} and ${files.length - 3} more` : first;
}
