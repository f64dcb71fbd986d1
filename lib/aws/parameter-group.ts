import { Block } from '../terraform/block';
import { configured } from '../terraform/configured';
import { Resource } from '../terraform/stack';
import { Value, isUnknown } from '../terraform/value';

/** The blocks of parameters, and the attributes in them. */
export interface ParameterBlocks {
  readonly blocks: string;
  readonly name: string;
  readonly value: string;
}

const IN_A_GROUP: ParameterBlocks = { blocks: 'parameter', name: 'name', value: 'value' };

/**
 * What a parameter group sets a parameter to: `undefined` where it leaves the default, `Unknown` where only a plan can
 * tell whether it sets it, or to what.
 */
export function parameterIn(group: Resource, parameter: string, blocks: ParameterBlocks = IN_A_GROUP): Value {
  let open: Value;
  for (const block of group.blocks(blocks.blocks)) {
    const name = block.get(blocks.name);
    if (typeof name === 'string' && name.toLowerCase() === parameter.toLowerCase()) return textOf(block, blocks.value);
    if (isUnknown(name)) open ??= name;
  }
  const whole = configured(group, blocks.blocks);
  return isUnknown(whole) ? whole : open;
}

/** The family of a default parameter group, whose name says it: `default.postgres16`. */
export function familyOfDefault(group: string): string | undefined {
  return group.startsWith('default.') ? group.slice('default.'.length) : undefined;
}

/** Values of parameters are text: `1` and `true` in JSON are `"1"` and `"true"`. */
function textOf(block: Block, attribute: string): Value {
  const value = block.get(attribute);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
