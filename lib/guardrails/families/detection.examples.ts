import { RESOURCE_TYPES } from '../../aws/types';
import { Examples, ResourceRule } from '../rule';
import { examplesOfDemand } from './demands.examples';
import { joined } from './examples';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf({ types }: ResourceRule): Examples {
  return joined(types.map((type) => examplesOfDemand(type, RESOURCE_TYPES[type].detection!)));
}
