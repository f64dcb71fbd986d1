import { RESOURCE_TYPES } from '../../aws/types';
import { DEMANDS } from '../../toms/demands';
import { Example, Examples, ResourceRule } from '../rule';
import { EPHEMERAL, INTERNAL, OPEN, example, joined } from './examples';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf({ types }: ResourceRule): Examples {
  return joined(types.map(ofType));
}

function ofType(type: string): Examples {
  const { setting, days, isCache, noneIf, partOf } = RESOURCE_TYPES[type].backups!;
  const attribute = days?.attribute ?? setting!.attribute;
  const min = isCache ? DEMANDS.cacheSnapshotDays : DEMANDS.personalBackupDays;
  const best = days === undefined ? setting!.is[0] : min;
  const pass: Example[] = [
    example(`${attribute} is ${best}`, type, { [attribute]: best }),
    example('a stack that lives for a test run', type, EPHEMERAL),
  ];
  const unset = example(`${attribute} is not set`, type, {});
  const isMetByDefault = setting?.default !== undefined && setting.is.includes(setting.default);
  if (isMetByDefault) pass.push(unset);
  const fail: Example[] = isMetByDefault ? [] : [unset];
  if (days === undefined) {
    const off = best === true ? false : 'DISABLED';
    fail.push(example(`${attribute} is ${off}`, type, { [attribute]: off }));
  } else {
    fail.push(
      example('no backups', type, { [attribute]: 0 }),
      example('a day too few', type, { [attribute]: min - 1 })
    );
    if (isCache) pass.push(example('internal data', type, INTERNAL));
    else {
      const short = { 'tom:retention-days': '14' };
      pass.push(
        example('the declared retention is shorter', type, { [attribute]: 14, tags: short }),
        example('a week of internal data', type, { [attribute]: DEMANDS.backupDays, ...INTERNAL })
      );
      fail.push(
        example('less than a week of internal data', type, { [attribute]: DEMANDS.backupDays - 1, ...INTERNAL })
      );
    }
  }
  const undetermined: Example[] = [
    example(`a variable decides ${attribute}`, type, { [attribute]: '${var.open}' }, OPEN),
  ];
  if (noneIf) {
    pass.push(example(`${noneIf.attribute} is ${noneIf.is}`, type, { [noneIf.attribute]: noneIf.is }));
    undetermined.push(
      example(`a variable decides ${noneIf.attribute}`, type, { [noneIf.attribute]: '${var.open}' }, OPEN)
    );
  }
  if (partOf !== undefined) pass.push(example('part of another resource', type, { [partOf]: 'example' }));
  return { pass, fail, undetermined };
}
