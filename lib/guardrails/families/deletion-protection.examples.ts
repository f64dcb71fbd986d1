import { RESOURCE_TYPES } from '../../aws/types';
import { Examples, ResourceRule } from '../rule';
import { joined } from './examples';
import { safeguardExamples } from './safeguards.examples';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf({ types }: ResourceRule): Examples {
  return joined(types.map((type) => safeguardExamples(type, RESOURCE_TYPES[type].deletionProtection!)));
}
