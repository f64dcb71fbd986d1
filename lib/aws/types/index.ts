import { SERVICES } from './registry.generated';
import { ResourceType } from './resource-type';

export { SERVICES } from './registry.generated';

/** What the project knows about each type of resource. */
export const RESOURCE_TYPES: { readonly [type: string]: ResourceType } = Object.assign(
  {},
  ...Object.values(SERVICES).map(({ types }) => types)
) as { [type: string]: ResourceType };

/** The types of the table of which something holds, in its order. */
export function typesWith(holds: (type: ResourceType) => boolean): string[] {
  return Object.keys(RESOURCE_TYPES).filter((type) => holds(RESOURCE_TYPES[type]));
}
