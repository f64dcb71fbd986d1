import { Checked, check } from '../guardrails/check';
import { RecordFile } from '../guardrails/records/record-file';
import { Settings } from '../guardrails/settings/settings';
import { WaiverFile } from '../guardrails/waiver-file';
import { readStack } from '../terraform/read-stack';
import { Stack } from '../terraform/stack';
import { UnreadableInput } from '../terraform/unreadable-input';
import { JsonObject, isJsonObject } from '../terraform/value';
import { areUnrelated, pairsOf } from './pairs';
import { diffOf } from './diff';
import { Diff } from './change';

/** What people keep beside stacks. */
export type Beside = (stacks: readonly Stack[]) => {
  readonly waivers: readonly WaiverFile[];
  readonly records: readonly RecordFile[];
  /** What the project sets, for both sides. */
  readonly settings?: Settings;
};

/** Compares stacks with stacks. Those of one side must be of one kind, and so must both sides. */
export function diffOfStacks(before: readonly Stack[], after: readonly Stack[], today: Date, beside: Beside): Diff {
  const [kind, other] = [before, after].map((stacks) => new Set(stacks.map((stack) => stack.kind)));
  if (kind.size !== 1 || other.size !== 1 || [...kind][0] !== [...other][0]) {
    const problem =
      'is a plan on one side and a configuration on the other: what a plan fills in would be told as a change; compare two outputs of synth, two plans, or one plan by itself';
    throw new UnreadableInput([...before, ...after].map(({ file }) => file).join(', '), problem);
  }
  const [was, is] = [before, after].map((stacks): Checked => {
    const { waivers, records, settings } = beside(stacks);
    const checked = check(stacks, today, undefined, waivers, records, settings);
    const [crash] = checked.report.crashes;
    if (crash !== undefined) throw new Error(`what changes cannot be told: ${crash}`);
    return checked;
  });
  const pairs = pairsOf(was.model, is.model);
  if (areUnrelated(pairs)) {
    const problem = `has no resource in common with ${before.map(({ file }) => file).join(', ')}: these are two systems, or their stacks have other names`;
    throw new UnreadableInput(after.map(({ file }) => file).join(', '), problem);
  }
  return diffOf(was, is, pairs);
}

/** What stood before a plan, as the plan itself says. */
export function stateBefore(stack: Stack): Stack {
  const json = stack.json;
  if (stack.kind !== 'plan' || !json) {
    throw new UnreadableInput(
      stack.file,
      'is no plan, so it does not say what stood before: name what to compare it with'
    );
  }
  const prior = isJsonObject(json.prior_state) && isJsonObject(json.prior_state.values) ? json.prior_state.values : {};
  if (Object.keys(prior).length === 0) {
    throw new UnreadableInput(
      stack.file,
      'is a plan over no state: all of it is new, so toms check says what there is to say'
    );
  }
  const configuration = isJsonObject(json.configuration) ? { provider_config: json.configuration.provider_config } : {};
  const former = { ...json, planned_values: prior, resource_changes: [], configuration } as JsonObject;
  const before = readStack(stack.name, stack.file, former);
  before.comment = stack.comment;
  before.backend = stack.backend;
  before.reference = stack.reference;
  for (const text of stack.sensitive) before.sensitive.add(text);
  return before;
}
