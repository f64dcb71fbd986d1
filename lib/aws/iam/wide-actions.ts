import { Condition, Statement, coversAction } from './policy';
import {
  allowsEverything,
  hasOpenCondition,
  inputAmong,
  isAnything,
  isOnEverything,
  wholeService,
  wholeServiceResource,
} from './statements';

/** An action that a statement allows on every resource, as far as that can be told before the plan. */
export interface WideAction {
  readonly action: string;
  readonly on: string;
  /** What decides whether it does. `undefined` where it certainly does. */
  readonly open?: 'action' | 'resource' | 'condition';
}

/**
 * The first of some actions that a statement allows on every resource. It leaves out what allows everything, all but a few actions, or a whole service, which is worse.
 *
 * @param actions actions, and the services whose ARNs name what they work on
 * @param narrows whether a condition key says which resources or rights are meant
 */
export function wideAction(
  statement: Statement,
  actions: ReadonlyMap<string, string>,
  narrows: (key: string) => boolean
): WideAction | undefined {
  if (allowsEverything(statement) || statement.notActions.length > 0) return undefined;
  if (statement.conditions.some((condition) => holdsFew(condition, narrows))) return undefined;
  const patterns = statement.actions.filter(
    (pattern) => wholeService({ ...statement, actions: [pattern] }) === undefined
  );
  const everywhere = isOnEverything(statement);
  const resource = inputAmong(statement.resources);
  for (const [action, service] of actions) {
    if (!patterns.some((pattern) => coversAction(pattern, action))) continue;
    const on = everywhere ? 'every resource' : wholeServiceResource(statement, service);
    if (on !== undefined) return { action, on, open: hasOpenCondition(statement) ? 'condition' : undefined };
    if (resource !== undefined) return { action, on: resource, open: 'resource' };
  }
  const action = inputAmong(patterns);
  if (action === undefined || !(everywhere || resource !== undefined)) return undefined;
  return { action, on: resource ?? 'every resource', open: 'action' };
}

/** Whether a condition holds for some resources only. `…IfExists` and negative operators do not say so. */
function holdsFew({ operator, key, values }: Condition, narrows: (key: string) => boolean): boolean {
  return (
    narrows(key) &&
    /^(?:foranyvalue:)?(?:string(?:equals|equalsignorecase|like)|arn(?:equals|like))$/i.test(operator) &&
    values.every((value) => !isAnything(value))
  );
}
