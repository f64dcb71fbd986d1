import { regionOf } from '../aws/regions-of';
import { serviceOf } from '../aws/service-of';
import { compare } from '../terraform/compare';
import { Model } from '../terraform/model';
import { Resource } from '../terraform/stack';

/** Where resources lie whose Region nobody sets, or only a plan can tell. */
export const REGION_NOT_KNOWN = 'not known';

/** The Regions that resources of AWS lie in. */
export function regionsInUse(model: Model): readonly string[] {
  return distinct(ofAws(model).map((resource) => regionOf(resource) ?? REGION_NOT_KNOWN));
}

/** The services that resources of AWS belong to. */
export function servicesInUse(model: Model): readonly string[] {
  return distinct(ofAws(model).map(({ type }) => serviceOf(type)));
}

function ofAws(model: Model): readonly Resource[] {
  return model.stacks.flatMap(({ resources }) => resources.filter(({ isOfAws }) => isOfAws));
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort(compare);
}
