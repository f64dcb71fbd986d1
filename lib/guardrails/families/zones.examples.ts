import { RESOURCE_TYPES } from '../../aws/types';
import { Zones } from '../../aws/types/resource-type';
import { Json, JsonObject } from '../../terraform/value';
import { Example, Examples, ResourceRule } from '../rule';
import { Attributes, OPEN, example, joined, otherValue } from './examples';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf({ types }: ResourceRule): Examples {
  return joined(types.map((type) => ofType(type, RESOURCE_TYPES[type].zones!)));
}

const SUBNETS: JsonObject = {
  resource: { aws_subnet: { a: { availability_zone: 'eu-central-1a' }, b: { availability_zone: 'eu-central-1b' } } },
};
const SAME: JsonObject = {
  resource: { aws_subnet: { a: { availability_zone: 'eu-central-1a' }, b: { availability_zone: 'eu-central-1a' } } },
};
const BOTH = ['${aws_subnet.a.id}', '${aws_subnet.b.id}'];

function ofType(type: string, facts: Zones): Examples {
  const { subnets = [], mappings, zones, oneZone, byItself, environments, setting } = facts;
  const elsewhere = { tags: { 'tom:environment': environments === 'production' ? 'development' : 'ephemeral' } };
  if (setting) {
    const { attribute, is } = setting;
    const other = { [attribute]: otherValue(setting) };
    return {
      pass: [
        ...is.map((value) => example(`${attribute} is ${String(value)}`, type, { [attribute]: value })),
        example('another environment', type, { ...other, ...elsewhere }),
      ],
      fail: [example(`${attribute} is not set`, type, {}), example(`${attribute} is another`, type, other)],
      undetermined: [example(`a variable decides ${attribute}`, type, { [attribute]: '${var.open}' }, OPEN)],
    };
  }
  if (oneZone !== undefined) {
    const inOne = { [oneZone]: 'eu-central-1a' };
    return {
      pass: [example('no zone is named', type, {}), example('another environment', type, { ...inOne, ...elsewhere })],
      fail: [
        example('one zone', type, inOne),
        example('one zone by its index', type, { [oneZone]: '${local.zones[0]}' }, ZONES),
      ],
      undetermined: [example('a variable names the zone', type, { [oneZone]: '${var.open}' }, OPEN)],
    };
  }
  const pass: Example[] = [];
  const fail: Example[] = [];
  const undetermined: Example[] = [];
  const unset = example('no subnets', type, {});
  (byItself ? pass : fail).push(unset);
  const lists: ((ids: readonly string[]) => Attributes)[] = subnets.map((path) => (ids) => ({ [path]: [...ids] }));
  if (mappings) lists.push((ids) => ({ [mappings.blocks]: ids.map((id): Json => ({ [mappings.subnet]: id })) }));
  for (const list of lists) {
    const [attribute] = Object.keys(list([]));
    pass.push(
      example(`subnets of two zones in ${attribute}`, type, list(BOTH), SUBNETS),
      example(`two subnets by their ids in ${attribute}`, type, list(['subnet-0a', 'subnet-0b'])),
      example(`one subnet in ${attribute}, in another environment`, type, { ...list(['subnet-0a']), ...elsewhere })
    );
    fail.push(
      example(`one subnet in ${attribute}`, type, list(['subnet-0a'])),
      example(`two subnets of one zone in ${attribute}`, type, list(BOTH), SAME)
    );
    undetermined.push(example(`a variable holds ${attribute}`, type, { [attribute]: '${var.open}' }, OPEN));
  }
  if (zones !== undefined) {
    pass.push(example('two zones by name', type, { [zones]: ['eu-central-1a', 'eu-central-1b'] }));
    fail.push(example('one zone by name', type, { [zones]: ['eu-central-1a'] }));
    undetermined.push(example(`a variable holds ${zones}`, type, { [zones]: '${var.open}' }, OPEN));
  }
  return { pass, fail, undetermined };
}

const ZONES: JsonObject = { locals: { zones: ['eu-central-1a', 'eu-central-1b'] } };
