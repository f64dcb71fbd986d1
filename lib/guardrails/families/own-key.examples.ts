import { RESOURCE_TYPES } from '../../aws/types';
import { JsonObject } from '../../terraform/value';
import { Example, Examples, ResourceRule } from '../rule';
import { Attributes, INTERNAL, OPEN, example, joined, otherValue, without } from './examples';

/** A key of the same stack. */
const KEY: JsonObject = { resource: { aws_kms_key: { data: { enable_key_rotation: true } } } };
const ARN = 'arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555';
const OWN = '${aws_kms_key.data.arn}';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf({ types }: ResourceRule): Examples {
  return joined(types.map(ofType));
}

function ofType(type: string): Examples {
  const { settings = [], key, keys, data, keyOfAny, keepsKeyOfSource } = RESOURCE_TYPES[type].atRest!;
  const on: Attributes = Object.fromEntries(settings.map(({ attribute, is }) => [attribute, is[0]]));
  const withKey: Attributes = key === undefined ? on : { ...on, [key]: OWN };
  const pass: Example[] = [example('encrypted with a customer managed key', type, withKey, KEY)];
  const fail: Example[] = [];
  const undetermined: Example[] = [];
  if (key !== undefined) pass.push(example('encrypted with a key of another stack', type, { ...on, [key]: ARN }));
  if (keyOfAny === undefined) {
    const least = data === 'personal' ? {} : on;
    pass.push(example('the data is internal', type, { ...least, ...INTERNAL }));
  }
  if (keyOfAny === 'anyone') {
    const managed = { ...on, [key!]: 'alias/aws/example', ...INTERNAL };
    pass.push(example('AWS manages the key of internal data', type, managed));
    fail.push(example('no key, even of internal data', type, { ...on, ...INTERNAL }));
  }
  for (const setting of settings) {
    const { attribute, is, default: byDefault } = setting;
    const rest = without(withKey, attribute);
    if (byDefault !== is[0]) fail.push(example(`${attribute} is not set`, type, rest, KEY));
    const off = otherValue(setting);
    fail.push(example(`${attribute} is ${off}`, type, { ...withKey, [attribute]: off }, KEY));
    undetermined.push(
      example(`a variable decides ${attribute}`, type, { ...rest, [attribute]: '${var.open}' }, { ...KEY, ...OPEN })
    );
  }
  if (key !== undefined) {
    if (keepsKeyOfSource) pass.push(example('the key of the source stays', type, on));
    else fail.push(example('no key is named', type, on));
    fail.push(example('AWS manages the key', type, { ...on, [key]: 'alias/aws/example' }));
    undetermined.push(example('a variable names the key', type, { ...on, [key]: '${var.open}' }, OPEN));
  }
  if (keys !== undefined) {
    const inner = { [keys.blocks]: [{ region_name: 'eu-west-1' }] };
    fail.push(example(`a ${keys.blocks} without a key`, type, { ...withKey, ...inner }, KEY));
  }
  return { pass, fail, undetermined };
}
