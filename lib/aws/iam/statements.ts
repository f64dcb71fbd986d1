import { Statement, coversAction, isOpen, isUnsettled } from './policy';

/** Whether a pattern stands for anything: `*`, `**`, `?*`. Nothing in AWS has a name of fewer than two characters. */
export function isAnything(pattern: string): boolean {
  return /^(?:\*|\?(?!(?:\**\?){2}))*$/.test(pattern) && pattern.includes('*');
}

/** Whether a statement speaks of every resource. All but a few counts as every one. */
export function isOnEverything(statement: Statement): boolean {
  return statement.notResources.length > 0 || statement.resources.some(isEveryResource);
}

/** `*`, `*:*`, `arn:aws:*`, `arn:aws:*:*:*:*`: what names neither a service nor a resource. */
function isEveryResource(pattern: string): boolean {
  if (/^\*[*:/?]*$/.test(pattern) || isAnything(pattern)) return true;
  const [arn, , ...rest] = pattern.split(':');
  return arn === 'arn' && pattern.endsWith('*') && rest.every((part) => part === '' || /^[*?/]+$/.test(part));
}

/** Services whose ARNs begin with the name of a resource where others have its kind: `arn:aws:s3:::name/*` is one bucket. */
const NAMED_FIRST = /^(?:codecommit|execute-api|s3|s3-outposts|sns|sqs)$/;

/**
 * The resource of a statement that stands for all of a service, or all of a kind of it: `arn:aws:s3:::*`, `arn:aws:dynamodb:*:*:table/*`.
 *
 * @param of the service, where only those of one count
 */
export function wholeServiceResource({ resources }: Statement, of?: string): string | undefined {
  return resources.find((pattern) => {
    const [arn, , service, , , ...rest] = pattern.split(':');
    if (arn !== 'arn' || rest.length === 0 || (of !== undefined && service !== of)) return false;
    const resource = rest.join(':');
    const part = NAMED_FIRST.test(service) ? resource : resource.replace(/^[a-z-]+[:/](?=.)/i, '');
    return /^[*?:/]*\*[*?:/]*$/.test(part);
  });
}

/** Whether a statement allows an action, by naming it, by a wildcard, or by leaving it out of what it excepts. */
export function allowsAction(statement: Statement, action: string): boolean {
  if (statement.notActions.length > 0) return !statement.notActions.some((pattern) => coversAction(pattern, action));
  return statement.actions.some((pattern) => coversAction(pattern, action));
}

/** Whether a statement allows every action there is. */
export function allowsEverything(statement: Statement): boolean {
  return statement.actions.some((action) => action.split(':').length <= 2 && action.split(':').every(isAnything));
}

/** The action pattern of a statement that stands for all of a service, or of several: `s3:*`, `iam:?*`, `ec?:*`. */
export function wholeService(statement: Statement): string | undefined {
  return statement.actions.find((action) => {
    const [service, name, ...rest] = action.split(':');
    if (rest.length > 0) return false;
    return name === undefined ? /^[^*?].*\*$/.test(action) && !isOpen(action) : service !== '' && isAnything(name);
  });
}

/**
 * The text in a list that may turn out to be anything, `*` included: an input of the configuration.
 * A reference to a resource is a name, whatever it will be.
 */
export function inputAmong(texts: readonly string[]): string | undefined {
  return texts.find((text) => isUnsettled(text) && /^\$\{.*\}$/.test(text));
}

/** Whether a statement has a condition that only a plan can tell. */
export function hasOpenCondition(statement: Statement): boolean {
  return statement.conditions.some((condition) => condition.operator === '?' || condition.key === '?');
}
