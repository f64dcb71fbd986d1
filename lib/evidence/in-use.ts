import { oneOfEachPlace, regionOf } from '../aws/regions-of';
import { serviceOf } from '../aws/service-of';
import { compare } from '../terraform/compare';
import { Model } from '../terraform/model';

/** Where resources lie whose Region nobody sets, or only a plan can tell. */
export const REGION_NOT_KNOWN = 'not known';

/** The Regions that resources of AWS lie in. */
export function regionsInUse(model: Model): readonly string[] {
  return distinct(model.stacks.flatMap(oneOfEachPlace).map((resource) => regionOf(resource) ?? REGION_NOT_KNOWN));
}

/** The services that resources of AWS belong to. */
export function servicesInUse(model: Model): readonly string[] {
  return distinct([...model.types].filter((type) => type.startsWith('aws_')).map(serviceOf));
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort(compare);
}
