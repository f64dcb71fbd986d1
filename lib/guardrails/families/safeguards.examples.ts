import { Safeguard } from '../../aws/types/resource-type';
import { Examples } from '../rule';
import { EPHEMERAL, OPEN, example } from './examples';

/** The examples of a safeguard of a type. */
export function safeguardExamples(type: string, { setting }: Safeguard): Examples {
  const { attribute, is, default: byDefault } = setting;
  const on = is[0];
  const unset = example(`${attribute} is not set`, type, {});
  return {
    pass: [
      example(`${attribute} is ${on}`, type, { [attribute]: on }),
      example('a stack that lives for a test run', type, { [attribute]: !on, ...EPHEMERAL }),
      ...(byDefault === on ? [unset] : []),
    ],
    fail: [
      ...(byDefault === on ? [] : [unset]),
      example(`${attribute} is ${!on}`, type, { [attribute]: !on }),
      example(`${attribute} is ${!on}, as text`, type, { [attribute]: String(!on) }),
    ],
    undetermined: [example(`a variable decides ${attribute}`, type, { [attribute]: '${var.open}' }, OPEN)],
  };
}
