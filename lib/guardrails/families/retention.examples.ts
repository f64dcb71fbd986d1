import { IN_A_DAY } from '../../aws/held-days';
import { RESOURCE_TYPES } from '../../aws/types';
import { Example, Examples, ResourceRule } from '../rule';
import { OPEN, example, joined } from './examples';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf({ types }: ResourceRule): Examples {
  return joined(types.map(ofType));
}

const DAYS = 7;
const DECLARED = { 'tom:data-class': 'personal', 'tom:retention-days': String(DAYS) };

function ofType(type: string): Examples {
  const { attribute, unit, default: byDefault, forever } = RESOURCE_TYPES[type].retention!;
  const isEndless = forever !== undefined && byDefault === forever;
  const week = DAYS * IN_A_DAY[unit];
  const long = { [attribute]: week + 1 };
  const undetermined: Example[] = [
    example(`a variable decides ${attribute}`, type, { [attribute]: '${var.open}', tags: DECLARED }, OPEN),
    example(
      'a variable declares the retention',
      type,
      { [attribute]: week, tags: { 'tom:retention-days': '${var.open}' } },
      OPEN
    ),
  ];
  const notSet = example(`${attribute} is not set`, type, { tags: DECLARED });
  if (byDefault === undefined) undetermined.push(notSet);
  return {
    pass: [
      example('within the declared retention', type, { [attribute]: week, tags: DECLARED }),
      example('the data is internal', type, { ...long, tags: { ...DECLARED, 'tom:data-class': 'internal' } }),
      example('nothing is declared', type, long),
      ...(byDefault === undefined || isEndless ? [] : [notSet]),
    ],
    fail: [
      ...(isEndless ? [notSet, example('without end', type, { [attribute]: forever, tags: DECLARED })] : []),
      example('longer than declared', type, { ...long, tags: DECLARED }),
      example('much longer than declared, of an undeclared class', type, {
        [attribute]: String(52 * week),
        tags: { 'tom:retention-days': DECLARED['tom:retention-days'] },
      }),
    ],
    undetermined,
  };
}
