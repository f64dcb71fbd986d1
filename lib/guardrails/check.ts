import { run } from './engine';
import { Report } from './finding';
import { Model, Stack, TreeFacts } from './model';
import { UnreadableInput, isTooDeep } from './read';
import { RULES } from './rules';

/** Checks stacks against every rule. Stacks without any resource are an error: nothing checked is never clean. */
export function check(stacks: readonly Stack[], today: Date = new Date(), tree?: TreeFacts): Report {
  const files = stacks.map((stack) => stack.file);
  if (!stacks.some((stack) => stack.resources.some((resource) => resource.mode === 'managed'))) {
    const modules = stacks.some((stack) => stack.unreadModules.length > 0);
    throw new UnreadableInput(
      listed(files),
      modules
        ? 'no resources to check, only calls of modules: check the plan instead, `terraform show -json <plan file>`'
        : 'no resources to check'
    );
  }
  try {
    return run(new Model(stacks, tree), RULES, today);
  } catch (error) {
    if (isTooDeep(error)) throw new UnreadableInput(listed(files), 'is nested too deeply');
    throw error;
  }
}

function listed(files: readonly string[]): string {
  const first = files.slice(0, 3).join(', ');
  return files.length > 3 ? `${first} and ${files.length - 3} more` : first;
}
