import { configured } from '../terraform/configured';
import { Model } from '../terraform/model';
import { targetOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { Value, isUnknown, describe } from '../terraform/value';

/** The items of a list that is written out. */
export function itemsOf(value: Value): Value[] {
  return Array.isArray(value) ? value : [];
}

/** The zone of a subnet where the configuration says it, else the subnet itself. */
export function zoneOf(model: Model, from: Resource, subnet: Value): string {
  const target = targetOf(model, from, subnet);
  const zone = target && (configured(target, 'availability_zone') ?? configured(target, 'availability_zone_id'));
  return target && isOneZone(target, zone) ? `zone ${describe(zone)}` : `subnet ${describe(subnet)}`;
}

/**
 * Whether a zone is that of every reference to the subnet. Instances of one subnet each have their own, and are not
 * told apart by what refers to them; and a plan shortens what it does not know.
 */
function isOneZone(subnet: Resource, zone: Value): boolean {
  if (!isUnknown(zone)) return zone !== undefined && subnet.address === subnet.key;
  return subnet.stack.kind === 'configuration' && !/\b(count|each)\./.test(zone.text);
}
