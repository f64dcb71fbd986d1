import { isPlaces, membersOf } from '../../lib/evidence/population';
import { ModelPopulation, POPULATIONS } from '../../lib/evidence/populations';
import { Model } from '../../lib/terraform/model';

/** The members of a population, by address or by the name of the place. */
export function membersIn(model: Model, population: ModelPopulation): readonly string[] {
  const reader = POPULATIONS[population];
  if (isPlaces(reader)) return reader.places(model);
  return membersOf(model, reader).map(({ address }) => address);
}

/** Of a table of expectations, what does not hold. */
export function differences(
  model: Model,
  expected: { readonly [P in ModelPopulation]?: readonly string[] }
): readonly string[] {
  return Object.entries(expected).flatMap(([population, names]) => {
    const found = membersIn(model, population as ModelPopulation);
    const wanted = [...names].sort();
    return JSON.stringify([...found].sort()) === JSON.stringify(wanted)
      ? []
      : [`${population}: ${found.join(' ')} instead of ${wanted.join(' ')}`];
  });
}
