import { Resource } from './stack';

/** Whether a resource shows its `lifecycle`: a plan does only where its configuration was read beside it, which is where construct paths come from. */
export function showsLifecycle(resource: Resource): boolean {
  return resource.stack.kind === 'configuration' || resource.constructPath !== undefined || resource.has('lifecycle');
}
