import { accountNameOf } from '../../aws/account-of';
import { oneOfEachPlace, regionOf } from '../../aws/regions-of';
import { Model } from '../../terraform/model';
import { Resource, Stack } from '../../terraform/stack';
import { Memo } from '../../terraform/memo';
import { PlacePopulation, PopulationReader } from '../population';

type PlaceOf = (resource: Resource) => string;

const accountAndRegion: PlaceOf = (resource) =>
  `${accountNameOf(resource)}, ${regionOf(resource) ?? 'Region not known'}`;

/** The places that the resources of each stack lie in. */
function located(placeOf: PlaceOf): PlacePopulation {
  const ofStack = new Memo<readonly string[]>();
  const placesIn = (stack: Stack): readonly string[] =>
    ofStack.of(stack, () => [...new Set(oneOfEachPlace(stack).map(placeOf))].sort());
  return {
    places: (model) => [...new Set(model.stacks.flatMap(placesIn))].sort(),
    placesOf: (_model, { stack, resource, address }) => {
      if (resource) return [placeOf(resource)];
      const places = placesIn(stack);
      // What is said of a Region of a stack is called by it.
      const there = places.filter((place) => place.endsWith(`, ${address}`));
      return there.length > 0 ? there : places;
    },
  };
}

const STACKS: PlacePopulation = {
  places: (model) => model.stacks.map(({ name }) => name).sort(),
  placesOf: (_model, { stack }) => [stack.name],
};

/** Modules, as far as a configuration or the resources of a plan name them. */
const MODULES: PlacePopulation = {
  places: (model) =>
    model.stacks.flatMap((stack) => modulesOf(stack).map((module) => `${stack.name}:${module}`)).sort(),
  placesOf: (_model, { stack, address }) => [`${stack.name}:${address}`],
};

function modulesOf({ unreadModules, resources }: Stack): readonly string[] {
  const planned = resources.map(({ modulePath }) => modulePath.slice(0, -1)).filter((address) => address !== '');
  return [...new Set([...unreadModules, ...planned])];
}

/** The programs that the stacks come from. Those that no output of synth names are one. */
const APPS: PlacePopulation = { places: () => ['the app'], placesOf: () => ['the app'] };

const ORGANIZATION = 'the organization';

/** The organization, where anything of it is part of the configuration. */
const ORGANIZATIONS: PlacePopulation = {
  places: (model) => (isInModel(model) ? [ORGANIZATION] : []),
  placesOf: () => [ORGANIZATION],
};

function isInModel(model: Model): boolean {
  return [...model.types].some((type) => /^aws_(?:organizations|ssoadmin|controltower)_/.test(type));
}

export const STACK_POPULATIONS = {
  stacks: STACKS,
  modules: MODULES,
  apps: APPS,
  accounts: located(accountNameOf),
  'accounts and regions': located(accountAndRegion),
  organizations: ORGANIZATIONS,
} as const satisfies { readonly [population: string]: PopulationReader };
