import { Resource } from '../terraform/stack';
import { RESOURCE_TYPES } from './types';

/**
 * Whether data lies in a resource or passes through it, so that its tags and its region matter. Beside the known types
 * that is every resource with tags: settings of other resources, such as a bucket's policy, take none.
 */
export function isDataPlace(resource: Resource): boolean {
  return (
    RESOURCE_TYPES[resource.type]?.holdsData === true ||
    (resource.body.tags !== undefined && resource.type.startsWith('aws_') && resource.has('tags'))
  );
}
