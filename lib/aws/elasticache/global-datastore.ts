import { Resource } from '../../terraform/stack';

/** Whether a replication group joins a global datastore as a secondary one: it then takes an attribute from the primary one. */
export function isInherited(group: Resource, attribute: string): boolean {
  return group.has('global_replication_group_id') && !group.has(attribute);
}
