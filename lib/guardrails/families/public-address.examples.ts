import { RESOURCE_TYPES } from '../../aws/types';
import { Examples, ResourceRule } from '../rule';
import { OPEN, example, joined, otherValue } from './examples';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf({ types }: ResourceRule): Examples {
  return joined(types.map(ofType));
}

function ofType(type: string): Examples {
  const { setting, vpc } = RESOURCE_TYPES[type].publicAddress!;
  if (vpc !== undefined) {
    return {
      pass: [example('within a VPC', type, { [vpc]: { subnet_ids: ['${aws_subnet.data.id}'] } })],
      fail: [example(`${vpc} is not set`, type, {})],
      undetermined: [example(`a variable decides ${vpc}`, type, { [vpc]: '${var.open}' }, OPEN)],
    };
  }
  const { attribute, is, default: byDefault } = setting!;
  const other = otherValue(setting!);
  const unset = example(`${attribute} is not set`, type, {});
  const isPrivate = byDefault !== undefined && is.includes(byDefault);
  return {
    pass: [...(isPrivate ? [unset] : []), example(`${attribute} is ${is[0]}`, type, { [attribute]: is[0] })],
    fail: [...(isPrivate ? [] : [unset]), example(`${attribute} is ${other}`, type, { [attribute]: other })],
    undetermined: [example(`a variable decides ${attribute}`, type, { [attribute]: '${var.open}' }, OPEN)],
  };
}
