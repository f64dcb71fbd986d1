import { Evidence } from '../../evidence/evidence';
import { property } from './parts';
import { name } from './text';
import { uuid } from './uuid';

/** A resource that was read. */
export interface Inventoried {
  /** `stack:address`. */
  readonly qualifiedAddress: string;
  readonly type: string;
}

/** The inventory item that stands for an address. */
export function itemId(address: string): string {
  return uuid('inventory-item', address);
}

/** An item for each resource that was read, and for whatever else a verdict names, such as a stack or a provider. */
export function inventoryOf({ rules, erasure }: Evidence, resources: readonly Inventoried[]): readonly object[] {
  const items = new Map<string, string | undefined>();
  for (const { qualifiedAddress, type } of resources) items.set(qualifiedAddress, type);
  const named = rules.flatMap(({ met, violated, waived, undetermined }) => [met, violated, waived, undetermined]);
  for (const addresses of [...named, erasure.map(({ store }) => store)]) {
    for (const address of addresses) if (!items.has(address)) items.set(address, undefined);
  }
  return [...items].map(([address, type]) => ({
    uuid: itemId(address),
    description: name(address),
    props: [property('address', address), ...(type === undefined ? [] : [property('resource-type', type)])],
  }));
}
