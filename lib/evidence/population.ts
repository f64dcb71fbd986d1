import { configured } from '../terraform/configured';
import { Memo } from '../terraform/memo';
import { Model } from '../terraform/model';
import { Resource, Stack } from '../terraform/stack';

/** A population of resources: those of its types that belong to it. */
export interface ResourcePopulation {
  /** Every type of which a resource may be a member. */
  readonly types: readonly string[];
  /** Whether a resource of these types is a member. By default each is. */
  readonly holds?: (model: Model, resource: Resource) => boolean;
}

/** What a verdict is about that counts for a place. */
export interface Located {
  readonly stack: Stack;
  readonly resource?: Resource;
  /** The Terraform address, or whatever else the subject is called. */
  readonly address: string;
}

/** A population of places that no resource stands for: stacks, accounts, Regions. Their names tell them apart. */
export interface PlacePopulation {
  readonly places: (model: Model) => readonly string[];
  /** The places that a verdict on something counts for. */
  readonly placesOf: (model: Model, subject: Located) => readonly string[];
}

export type PopulationReader = ResourcePopulation | PlacePopulation;

export function isPlaces(population: PopulationReader): population is PlacePopulation {
  return 'places' in population;
}

/** The members of a population of resources that are there, by address. What may be there counts. */
export function membersOf(model: Model, { types, holds }: ResourcePopulation): readonly Resource[] {
  const members = types
    .flatMap((type) => byAddress(model, type))
    .filter((resource) => resource.isThere && (holds?.(model, resource) ?? true));
  return types.length > 1 ? members.sort(inOrder) : members;
}

/** The resources of a type in the order of their addresses: every population asks for the same ones. */
function byAddress(model: Model, type: string): readonly Resource[] {
  const known = SORTED.of(model, () => new Map<string, readonly Resource[]>());
  const sorted = known.get(type) ?? [...model.resources(type)].sort(inOrder);
  known.set(type, sorted);
  return sorted;
}

const SORTED = new Memo<Map<string, readonly Resource[]>>();

function inOrder(one: Resource, other: Resource): number {
  return one.qualifiedAddress < other.qualifiedAddress ? -1 : 1;
}

/** Whether resources of a type may be members, whether or not this one is. */
export function mayHold({ types }: ResourcePopulation, type: string): boolean {
  return types.includes(type);
}

/** Every resource of these types. */
export function every(...types: readonly string[]): ResourcePopulation {
  return { types };
}

/** What is a member of one of several populations. */
export function together(...populations: readonly ResourcePopulation[]): ResourcePopulation {
  const byType = new Map<string, ResourcePopulation[]>();
  for (const population of populations) {
    for (const type of population.types) byType.set(type, [...(byType.get(type) ?? []), population]);
  }
  return {
    types: [...byType.keys()],
    holds: (model, resource) => (byType.get(resource.type) ?? []).some(({ holds }) => holds?.(model, resource) ?? true),
  };
}

/** The members of a population of which something else holds too. */
export function those(
  { types, holds: first }: ResourcePopulation,
  holds: (model: Model, resource: Resource) => boolean
): ResourcePopulation {
  return { types, holds: (model, resource) => (first?.(model, resource) ?? true) && holds(model, resource) };
}

/** Whether an attribute or a block of a resource is set. A plan has an empty list where there is no block. */
export function isSet(resource: Resource, path: string): boolean {
  const value = configured(resource, path);
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
