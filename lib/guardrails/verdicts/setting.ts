import { Setting } from '../../aws/types/resource-type';
import { configured } from '../../terraform/configured';
import { Resource } from '../../terraform/stack';
import { describe, isFalse, isTrue, isUnknown, Value } from '../../terraform/value';
import { MET, Verdict, violated } from '../rule';
import { unknownAttribute } from './checks';

/** The verdict on a setting of a resource. */
export function settingVerdict(resource: Resource, setting: Setting): Verdict {
  const { attribute, is, otherwise } = setting;
  const value = configured(resource, attribute);
  if (isUnknown(value)) return unknownAttribute(attribute, value);
  if (is.some((wanted) => isSame(value ?? setting.default, wanted))) return MET;
  const meaning = otherwise === undefined ? '' : `: ${otherwise}`;
  return violated(`${attribute} is ${describe(value)}${meaning}`, { [attribute]: is[0] });
}

function isSame(value: Value, wanted: string | boolean): boolean {
  if (wanted === true) return isTrue(value);
  return wanted === false ? isFalse(value) : value === wanted;
}
