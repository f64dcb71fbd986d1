import { Setting } from '../../aws/types/resource-type';
import { Block } from '../../terraform/block';
import { configured } from '../../terraform/configured';
import { isVariable } from '../../terraform/is-variable';
import { Resource } from '../../terraform/stack';
import { describe, isFalse, isTrue, isUnknown, items, Value } from '../../terraform/value';
import { MET, Verdict, violated } from '../rule';
import { allOf, unknownAttribute } from './checks';

/** The verdict on a setting of a resource. */
export function settingVerdict(resource: Resource, setting: Setting): Verdict {
  const proposal = setting.noProposal ? undefined : { [setting.attribute]: setting.is[0] };
  return settingIn(resource, setting, setting.attribute, proposal);
}

/** The verdict on settings in each of the blocks at a path, or `undefined` where a resource has no such block. */
export function settingsInBlocks(resource: Resource, path: string, settings: readonly Setting[]): Verdict | undefined {
  const blocks = resource.blocks(path);
  if (blocks.length > 0) {
    return allOf(
      blocks.flatMap((block) => settings.map((setting) => settingIn(block, setting, `${path}.${setting.attribute}`)))
    );
  }
  const whole = configured(resource, path);
  return isUnknown(whole) ? unknownAttribute(path, whole) : undefined;
}

/** The verdict on a setting of a block, which a message calls by its path. */
export function settingIn(
  block: Block,
  setting: Setting,
  path: string,
  proposal?: { readonly [attribute: string]: string | boolean }
): Verdict {
  const value = configured(block, setting.attribute);
  if (setting.anything && value !== undefined && value !== '' && !isVariable(value)) return MET;
  if (isUnknown(value)) return unknownAttribute(path, value);
  const parts = setting.list ? items(value) : [value ?? setting.default];
  const known = parts.filter((part) => !isUnknown(part));
  if (parts.length > 0 && known.every((part) => setting.is.some((wanted) => isSame(part, wanted)))) {
    return known.length === parts.length ? MET : unknownAttribute(path, parts.find(isUnknown));
  }
  const byDefault =
    value === undefined && setting.default !== undefined ? `, which means ${describe(setting.default)}` : '';
  const meaning = setting.otherwise === undefined ? '' : `: ${setting.otherwise}`;
  return violated(`${path} is ${describe(value)}${byDefault}${meaning}`, proposal);
}

function isSame(value: Value, wanted: string | boolean): boolean {
  if (wanted === true) return isTrue(value);
  return wanted === false ? isFalse(value) : value === wanted;
}
