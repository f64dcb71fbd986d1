import { Examples, ResourceRule } from '../rule';
import { examplesOfFacet } from './in-transit.examples';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf(rule: ResourceRule): Examples {
  return examplesOfFacet(rule, ({ minTls }) => minTls);
}
