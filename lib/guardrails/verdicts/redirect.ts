import { Block } from '../../terraform/block';
import { Resource } from '../../terraform/stack';
import { isUnknown, describe } from '../../terraform/value';
import { MET, Verdict, violated } from '../rule';
import { unknownAttribute, worst } from './checks';

/** The verdict on the actions that a listener, or a rule of one, has for plain HTTP: each must redirect to HTTPS, for good. */
export function redirectVerdict(resource: Resource, path: string): Verdict {
  const actions = resource.blocks(path);
  const whole = resource.get(path);
  if (actions.length === 0) {
    return isUnknown(whole)
      ? unknownAttribute(path, whole)
      : violated(`${path} is not set, so nothing redirects plain HTTP to HTTPS`);
  }
  return worst(actions.map((action) => actionVerdict(path, action))) ?? MET;
}

/** What is wrong with an action for plain HTTP, or open. */
function actionVerdict(path: string, action: Block): Verdict | undefined {
  const type = action.get('type');
  if (isUnknown(type)) return unknownAttribute(`${path}.type`, type);
  if (type !== 'redirect') return violated(`${path}.type is ${describe(type)} for plain HTTP, not "redirect"`);
  return worst([
    attributeVerdict(path, action, 'protocol', 'HTTPS', 'the client stays on plain HTTP'),
    attributeVerdict(path, action, 'status_code', 'HTTP_301', 'the client asks in the clear the next time too'),
  ]);
}

function attributeVerdict(
  path: string,
  action: Block,
  attribute: string,
  wanted: string,
  otherwise: string
): Verdict | undefined {
  const value = action.get(`redirect.${attribute}`);
  const name = `${path}.redirect.${attribute}`;
  if (isUnknown(value)) return unknownAttribute(name, value);
  return value === wanted ? undefined : violated(`${name} is ${describe(value)}: ${otherwise}`);
}
