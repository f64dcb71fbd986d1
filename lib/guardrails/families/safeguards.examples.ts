import { Safeguard, Setting } from '../../aws/types/resource-type';
import { Examples } from '../rule';
import { Attributes, EPHEMERAL, OPEN, example, otherValue } from './examples';

/** The examples of a safeguard of a type. */
export function safeguardExamples(type: string, { setting, also = [], within = [], noneIf }: Safeguard): Examples {
  const { attribute, is, default: byDefault, anything } = setting;
  const on: Attributes = Object.fromEntries([setting, ...also].map((one) => [one.attribute, valueOf(one)]));
  const wrong = otherValue(setting);
  const unset = example(`${attribute} is not set`, type, {});
  const isMetByDefault = byDefault !== undefined && is.includes(byDefault);
  return {
    pass: [
      example(`${attribute} is ${String(valueOf(setting))}`, type, on),
      example('a stack that lives for a test run', type, { ...(anything ? {} : { [attribute]: wrong }), ...EPHEMERAL }),
      ...(isMetByDefault ? [unset] : []),
      ...(noneIf ? [example(`${noneIf.attribute} is ${noneIf.is}`, type, { [noneIf.attribute]: noneIf.is })] : []),
      ...within.map((part) => example(`a ${part.blocks} of which it holds`, type, { ...on, ...valuesIn(part) })),
    ],
    fail: [
      ...(isMetByDefault ? [] : [unset]),
      ...(anything ? [] : [example(`${attribute} is ${String(wrong)}`, type, { ...on, [attribute]: wrong })]),
      ...(typeof wrong === 'boolean'
        ? [example(`${attribute} is ${String(wrong)}, as text`, type, { ...on, [attribute]: String(wrong) })]
        : []),
      ...also.map((one) =>
        example(`${one.attribute} is ${String(otherValue(one))}`, type, { ...on, [one.attribute]: otherValue(one) })
      ),
      ...within.map((part) => example(`a ${part.blocks} without it`, type, { ...on, [part.blocks]: {} })),
    ],
    undetermined: [
      example(`a variable decides ${attribute}`, type, { ...on, [attribute]: '${var.open}' }, OPEN),
      ...(noneIf
        ? [example(`a variable decides ${noneIf.attribute}`, type, { [noneIf.attribute]: '${var.open}' }, OPEN)]
        : []),
    ],
  };
}

function valuesIn({ blocks, settings }: NonNullable<Safeguard['within']>[number]): Attributes {
  return Object.fromEntries(settings.map((setting) => [`${blocks}.${setting.attribute}`, valueOf(setting)]));
}

function valueOf({ is }: Setting): string | boolean {
  return is[0] ?? 'example';
}
