import { Demand } from '../../aws/types/resource-type';
import { Examples } from '../rule';
import { Attributes, example, otherValue } from './examples';
import { examplesOfWays, meeting } from './needs.examples';

/** The examples of a demand of a type: its ways, and the settings within its blocks. */
export function examplesOfDemand(type: string, demand: Demand): Examples {
  const own = examplesOfWays(type, demand);
  const inner = (demand.within ?? []).flatMap(({ blocks, settings }) =>
    settings.map((setting) => {
      const { attribute } = setting;
      const set = (value: string | boolean): Attributes => ({
        ...meeting(demand),
        [blocks]: [{ [attribute]: value }],
      });
      const other = otherValue(setting);
      return {
        pass: example(`${blocks}.${attribute} is ${setting.is[0]}`, type, set(setting.is[0])),
        fail: example(`${blocks}.${attribute} is ${other}`, type, set(other)),
      };
    })
  );
  return {
    pass: [...own.pass, ...inner.map(({ pass }) => pass)],
    fail: [...own.fail, ...inner.map(({ fail }) => fail)],
    undetermined: own.undetermined,
  };
}
