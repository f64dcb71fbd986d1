import { Resource } from '../../terraform/stack';
import { Value, describe } from '../../terraform/value';

/** Why an action for plain HTTP is no lasting redirect to HTTPS: an attribute that says otherwise, or that only a plan can tell. */
export interface NoRedirect {
  readonly attribute: string;
  /** `Unknown` where only a plan can tell. */
  readonly value: Value;
  readonly because: string;
}

const REDIRECT = [
  ['protocol', 'HTTPS', 'the client stays on plain HTTP'],
  ['status_code', 'HTTP_301', 'the client asks by plain HTTP the next time too'],
] as const;

/**
 * Why the actions that a listener, or a rule of one, has for plain HTTP do not all redirect to HTTPS for good. Empty where they do.
 *
 * @param path the blocks of its actions: `default_action`, `action`
 */
export function whyNoRedirect(resource: Resource, path: string): readonly NoRedirect[] {
  const actions = resource.blocks(path);
  if (actions.length === 0) {
    const value = resource.get(path);
    return [{ attribute: path, value, because: `${path} is not set, so nothing redirects plain HTTP to HTTPS` }];
  }
  return actions.flatMap((action): NoRedirect[] => {
    const attribute = `${path}.type`;
    const value = action.get('type');
    if (value !== 'redirect') {
      return [{ attribute, value, because: `${attribute} is ${describe(value)} for plain HTTP, not "redirect"` }];
    }
    return REDIRECT.flatMap(([name, wanted, otherwise]) => {
      const found = action.get(`redirect.${name}`);
      const own = `${path}.redirect.${name}`;
      return found === wanted
        ? []
        : [{ attribute: own, value: found, because: `${own} is ${describe(found)}: ${otherwise}` }];
    });
  });
}
