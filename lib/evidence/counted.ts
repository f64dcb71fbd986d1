import { isDataPlace } from '../aws/data-places';
import { providerAddress } from '../aws/provider-address';
import { configured } from '../terraform/configured';
import { Model } from '../terraform/model';
import { Resource } from '../terraform/stack';
import { Behind, mayBePart, membersBehind, plainWay } from './owner';
import { Located, PlacePopulation, ResourcePopulation, mayHold, membersOf } from './population';

/** What a rule finds. */
export type Outcome = 'met' | 'violated' | 'waived' | 'undetermined';

/** The place of a member among the names of its population, or the name of what is no member and counts against the claim. */
type Counts = number | string;

/** A population of one model: the names of its members, and those that a verdict counts for. */
export interface Counted {
  readonly names: readonly string[];
  /**
   * What a verdict counts for: one place, as most do, or whatever else.
   *
   * @param isOfAll whether its rule looks at resources of all types, and so speaks of more than the claim
   */
  readonly behind: (subject: Located, outcome: Outcome, isOfAll: boolean) => number | readonly Counts[];
}

/** Where nobody can tell which of several is meant, what holds is no proof for any, and what does not hold counts against each. */
function provenFor<T>(outcome: Outcome, names: readonly T[]): readonly T[] {
  return outcome === 'met' && names.length > 1 ? [] : names;
}

/** What each provider makes in the Region that it names itself. */
function placesByProvider(members: readonly Resource[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  members.forEach((member, place) => {
    if (configured(member, 'region') !== undefined || !isDataPlace(member)) return;
    const id = `${member.stack.name}:${providerAddress(member)}`;
    const made = found.get(id);
    if (made) made.push(place);
    else found.set(id, [place]);
  });
  return found;
}

/** A population of places. */
export function countedPlaces(model: Model, population: PlacePopulation): Counted {
  const names = population.places(model);
  const places = new Map(names.map((name, place) => [name, place]));
  return {
    names,
    behind: (subject, outcome) =>
      provenFor(outcome, population.placesOf(model, subject)).map((name) => places.get(name) ?? name),
  };
}

/** The ways that lead from resources to what they are part of: every population asks for the same ones. */
export type Ways = Map<Resource, readonly Resource[] | undefined>;

/** A population of resources. */
export function countedResources(model: Model, population: ResourcePopulation, ways: Ways): Counted {
  const members = membersOf(model, population);
  // Of many populations no rule says anything.
  let places: ReadonlyMap<Resource, number> | undefined;
  const placeOf = (resource: Resource): number | undefined =>
    (places ??= new Map(members.map((member, place) => [member, place]))).get(resource);
  const found = new Map<Resource, Behind>();
  const owners = (resource: Resource): Behind => {
    let behind = found.get(resource);
    if (!behind) found.set(resource, (behind = membersBehind(model, resource, (one) => placeOf(one) !== undefined)));
    return behind;
  };
  const wayOf = (resource: Resource): readonly Resource[] | undefined => {
    const known = ways.get(resource);
    if (known !== undefined || ways.has(resource)) return known;
    const way = plainWay(model, resource);
    ways.set(resource, way);
    return way;
  };
  let byProvider: ReadonlyMap<string, readonly number[]> | undefined;
  return {
    names: members.map(({ qualifiedAddress }) => qualifiedAddress),
    behind: ({ stack, resource, address }, outcome, isOfAll) => {
      if (resource === undefined) {
        const qualified = `${stack.name}:${address}`;
        // What is said of a provider holds for all that it makes, in the Region that it names.
        const made = (byProvider ??= placesByProvider(members)).get(qualified);
        return made ?? (outcome === 'met' ? NONE : [qualified]);
      }
      const own = placeOf(resource);
      if (own !== undefined) return own;
      if (outcome === 'met' && !mayBePart(resource.type)) return NONE;
      const way = wayOf(resource);
      if (way !== undefined) {
        for (const above of way) {
          const place = placeOf(above);
          if (place !== undefined) return place;
        }
        if (outcome === 'met') return NONE;
      }
      const { named, isOpen, passed } = owners(resource);
      if (named.length > 0)
        return provenFor(
          outcome,
          named.flatMap((member) => placeOf(member) ?? [])
        );
      // What does not hold, and belongs to nothing that is shown, counts by itself: it must not be lost.
      const isElsewhere = isOfAll || (!isOpen && passed.some(({ type }) => mayHold(population, type)));
      return outcome === 'met' || isElsewhere ? NONE : [resource.qualifiedAddress];
    },
  };
}

const NONE: readonly Counts[] = [];
