import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { canonical, companionsOf, targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';

/** What names a part, or is named by it: its type, the attribute with the name, and what names there are besides references. */
export interface Whole {
  readonly type: string;
  readonly attribute: string;
  readonly names: readonly string[];
}

const JUDGED = new Memo<Map<string, ReadonlySet<Resource>>>();

/** Whether a resource of the model names a part, such as a database its parameter group: then the part is judged with it. */
export function isNamedByWhole(model: Model, part: Resource, { type, attribute, names }: Whole): boolean {
  return partsOf(model, `${part.type} in ${type}.${attribute}`, () =>
    model.resources(type).flatMap((whole) => [...targetsOf(model, whole, whole.get(attribute), [part.type], names)])
  ).has(canonical(part));
}

/** Whether a part names a resource of the model, such as a rotation its secret: then it is judged with that. */
export function namesWhole(model: Model, part: Resource, { type, attribute, names }: Whole): boolean {
  return partsOf(model, `${part.type}.${attribute} of ${type}`, () =>
    model.resources(type).flatMap((whole) => [...companionsOf(model, whole, part.type, attribute, names)])
  ).has(canonical(part));
}

function partsOf(model: Model, key: string, find: () => readonly Resource[]): ReadonlySet<Resource> {
  const known = JUDGED.of(model, () => new Map<string, ReadonlySet<Resource>>());
  let parts = known.get(key);
  if (!parts) known.set(key, (parts = new Set(find().map(canonical))));
  return parts;
}
