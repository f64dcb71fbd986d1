import { Resource } from '../terraform/stack';
import { isUnknown } from '../terraform/value';
import { isSecretName } from './secret-patterns';

/** The last part of the name of a parameter of Systems Manager, where it is that of a secret. */
export function secretNameOf(parameter: Resource): string | undefined {
  const name = parameter.get('name');
  const text = isUnknown(name) ? name.text : name;
  const last = typeof text === 'string' ? (text.split('/').pop() ?? '') : '';
  return isSecretName(last) ? last : undefined;
}
