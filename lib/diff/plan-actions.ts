import { Model } from '../terraform/model';
import { Resource } from '../terraform/stack';
import { asBlocks, isJsonObject } from '../terraform/value';
import { Finding } from './resources';
import { roleOf } from './roles';

/** What plans say that they destroy in order to make it again. What they only destroy is gone after them, and told as that. */
export function plannedDestruction(model: Model): { resource: Resource; stack: string; finding: Finding }[] {
  return model.stacks.flatMap((stack) => {
    if (stack.kind !== 'plan') return [];
    const byAddress = new Map(stack.resources.map((resource) => [resource.address, resource]));
    return asBlocks(stack.json?.resource_changes).flatMap(({ address, change }) => {
      const resource = typeof address === 'string' ? byAddress.get(address) : undefined;
      const actions = isJsonObject(change) && Array.isArray(change.actions) ? change.actions : [];
      if (!resource || resource.mode === 'data' || !(actions.includes('delete') && actions.includes('create')))
        return [];
      const role = roleOf(resource.type);
      if (role === 'neither' || role === 'opening') return [];
      const finding: Finding =
        role === 'store'
          ? {
              direction: 'widens',
              severity: 'high',
              subject: 'store',
              message: 'is destroyed and made again: the data in it are lost',
            }
          : role === 'protection'
            ? {
                direction: 'widens',
                severity: 'medium',
                subject: 'protection',
                message: 'is destroyed and made again: in between nothing protects',
              }
            : { direction: 'undetermined', severity: 'low', subject: 'other', message: 'is destroyed and made again' };
      return [{ resource, stack: stack.name, finding }];
    });
  });
}
