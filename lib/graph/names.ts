import { Resource } from '../terraform/stack';

/** Ids that say nothing: the main resource of a construct has them. */
const MAIN = new Set(['Resource', 'Default']);

/** What people call a resource: the path of its construct below the stack, else its address. */
export function nameOf(resource: Resource): string {
  const path = resource.constructPath?.split('/').slice(1) ?? [];
  while (path.length > 1 && MAIN.has(path[path.length - 1])) path.pop();
  return path.length > 0 ? path.join('/') : resource.key;
}
