import { Block } from '../terraform/block';
import { configured } from '../terraform/configured';
import { Model } from '../terraform/model';
import { targetOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { Value, isUnknown } from '../terraform/value';
import { AtRest, AtRestPart } from './types/resource-type';

/** The blocks of a resource that describe a part of it, whether or not the part is there. */
export function blocksOfPart(resource: Resource, { blocks }: AtRestPart): readonly Block[] {
  return blocks === undefined ? [resource] : resource.blocks(blocks);
}

/** Whether a part is there, by the attribute that decides it: `open` where only a plan can tell. */
export function isPartThere({ only }: AtRestPart, block: Block, resource: Resource, model: Model): boolean | 'open' {
  if (only === undefined) return true;
  const value = configured(block, only.attribute);
  if (only.is !== undefined) return isUnknown(value) ? 'open' : isWritten(value, only.is);
  // A variable may be null, and an attribute of a resource is not.
  if (isUnknown(value) && targetOf(model, resource, value) === undefined) return 'open';
  return (value === undefined) === (only.unset ?? false);
}

/** A plan has true where a configuration may have "true". */
function isWritten(value: Value, text: string): boolean {
  return typeof value === 'boolean' ? String(value) === text : value === text;
}

/** Whether a resource keeps anything at rest: itself, or in a part that may be there. */
export function keepsAnything({ key, settings = [], parts = [] }: AtRest, resource: Resource, model: Model): boolean {
  if (key !== undefined || settings.length > 0) return true;
  return parts.some((part) =>
    blocksOfPart(resource, part).some((block) => isPartThere(part, block, resource, model) !== false)
  );
}
