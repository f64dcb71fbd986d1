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
  return joined(types.flatMap((type) => ofType(type, facetOf(RESOURCE_TYPES[type])!)));
}

function ofType(type: string, { settings, blocks, within = [], never }: InTransit): Examples[] {
  if (never !== undefined) return [{ pass: [], fail: [example('no setting encrypts it', type, {})] }];
  if (settings.length === 0) return [{ pass: [example('the service encrypts', type, {})], fail: [] }];
  const own = { blocks, settings };
  const on = valuesOf(own);
  return [ofPart(type, own, {}), ...within.map((part) => ofPart(type, part, on))];
}

/** The examples of the settings of one part of a resource, beside attributes that hold. */
function ofPart(type: string, part: Part, beside: Attributes): Examples {
  const { blocks, settings } = part;
  const values = valuesOf(part);
  const on: Attributes = { ...beside, ...values };
  const where = blocks === undefined ? '' : ` in ${blocks}`;
  const pass: Example[] = [example(`encrypted in transit${where}`, type, on)];
  const fail: Example[] = [];
  const undetermined: Example[] = [];
  if (blocks !== undefined) pass.push(example(`without ${blocks}`, type, beside));
  for (const setting of settings) {
    const { attribute, is, list } = setting;
    const path = pathOf(blocks, attribute);
    const rest = without(on, path);
    const empty = blocks === undefined ? {} : { [blocks]: {} };
    const unset = example(`${attribute} is not set${where}`, type, { ...beside, ...empty, ...without(values, path) });
    const isMetByDefault = setting.default !== undefined && is.includes(setting.default);
    (isMetByDefault ? pass : fail).push(unset);
    pass.push(
      ...is.slice(1).map((value) => {
        const right = list ? [is[0], value] : value;
        return example(`${attribute} is ${String(value)}${where}`, type, { ...on, [path]: right });
      })
    );
    const other = otherValue(setting);
    const wrong = list ? [is[0], other] : other;
    if (!setting.anything) {
      fail.push(example(`${attribute} is ${String(wrong)}${where}`, type, { ...on, [path]: wrong }));
    }
    const open = example(`a variable decides ${attribute}${where}`, type, { ...rest, [path]: '${var.open}' }, OPEN);
    undetermined.push(open);
  }
  return { pass, fail, undetermined };
}

type Part = Pick<InTransit, 'blocks' | 'settings'>;

function pathOf(blocks: string | undefined, attribute: string): string {
  return blocks === undefined ? attribute : `${blocks}.${attribute}`;
}

/** The attributes with which settings hold. */
function valuesOf({ blocks, settings }: Part): Attributes {
  return Object.fromEntries(
    settings.map(({ attribute, is, list }) => [pathOf(blocks, attribute), list ? [is[0]] : (is[0] ?? 'example')])
  );
}
