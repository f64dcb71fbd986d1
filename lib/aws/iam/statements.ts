import { Statement, coversAction, isOpen } from './policy';

/** Whether a statement speaks of every resource. All but a few counts as every one. */
export function isOnEverything(statement: Statement): boolean {
  return (
    statement.notResources.length > 0 ||
    statement.resources.some((resource) => /^(?:\*[*:/]*|arn:[^:]*(?::\*+)+)$/.test(resource))
  );
}

/** Whether a statement allows an action, by naming it, by a wildcard, or by leaving it out of what it excepts. */
export function allowsAction(statement: Statement, action: string): boolean {
  if (statement.notActions.length > 0) return !statement.notActions.some((pattern) => coversAction(pattern, action));
  return statement.actions.some((pattern) => coversAction(pattern, action));
}

/** Whether a statement allows every action there is. */
export function allowsEverything(statement: Statement): boolean {
  return statement.actions.some((action) => /^\*+(?::\*+)?$/.test(action));
}

/**
 * The text in a list that may turn out to be anything, `*` included: an input of the configuration.
 * A reference to a resource is a name, whatever it will be.
 */
export function inputAmong(texts: readonly string[]): string | undefined {
  return texts.find(
    (text) => isOpen(text) && /^\$\{.*\}$/.test(text) && /(?<![\w.])(?:var|module|each|local)\./.test(text)
  );
}

/** Whether a statement has a condition that only a plan can tell. */
export function hasOpenCondition(statement: Statement): boolean {
  return statement.conditions.some((condition) => condition.operator === '?' || condition.key === '?');
}
