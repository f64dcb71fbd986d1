import { RESOURCE_TYPES } from '../../aws/types';
import { InTransit, ResourceType } from '../../aws/types/resource-type';
import { Example, Examples, ResourceRule } from '../rule';
import { Attributes, OPEN, example, joined, otherValue, without } from './examples';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf(rule: ResourceRule): Examples {
  return examplesOfFacet(rule, ({ inTransit }) => inTransit);
}

/** The examples of each type of a rule whose facet holds settings like these. */
export function examplesOfFacet(
  { types }: ResourceRule,
  facetOf: (type: ResourceType) => InTransit | undefined
): Examples {
  return joined(types.map((type) => ofType(type, facetOf(RESOURCE_TYPES[type])!)));
}

function ofType(type: string, { settings, blocks, never }: InTransit): Examples {
  if (never !== undefined) return { pass: [], fail: [example('no setting encrypts it', type, {})] };
  if (settings.length === 0) return { pass: [example('the service encrypts', type, {})], fail: [] };
  const prefix = blocks === undefined ? '' : `${blocks}.`;
  const on: Attributes = Object.fromEntries(settings.map(({ attribute, is }) => [prefix + attribute, is[0]]));
  const pass: Example[] = [example('encrypted in transit', type, on)];
  const fail: Example[] = [];
  const undetermined: Example[] = [];
  if (blocks !== undefined) pass.push(example(`without ${blocks}`, type, {}));
  for (const setting of settings) {
    const { attribute, is } = setting;
    const path = prefix + attribute;
    const rest = without(on, path);
    const unset = example(`${attribute} is not set`, type, blocks === undefined ? rest : { [blocks]: {}, ...rest });
    const isMetByDefault = setting.default !== undefined && is.includes(setting.default);
    (isMetByDefault ? pass : fail).push(unset);
    pass.push(...is.slice(1).map((value) => example(`${attribute} is ${value}`, type, { ...on, [path]: value })));
    const other = otherValue(setting);
    fail.push(example(`${attribute} is ${other}`, type, { ...on, [path]: other }));
    undetermined.push(example(`a variable decides ${attribute}`, type, { ...rest, [path]: '${var.open}' }, OPEN));
  }
  return { pass, fail, undetermined };
}
