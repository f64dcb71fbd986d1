import { dataCategoryOf, dataClassOf, scheduledCategoryOf } from '../aws/declared';
import { copiesOf, mayCopy, regionOf, sourceOf } from '../aws/regions-of';
import { Report, RuleOutcomes } from '../guardrails/finding';
import { RULES } from '../guardrails/rules';
import { Model } from '../terraform/model';
import { Redaction } from '../terraform/redaction';
import { Resource } from '../terraform/stack';
import { membersBehind } from './owner';
import { membersOf } from './population';
import { STORE_POPULATIONS } from './populations/stores';

/** Whether a store of personal data is encrypted with a key that the customer manages, as rules judged it. Of others they do not ask it. */
export type KeyFinding = 'yes' | 'no' | 'not known';

/** A store, as records of processing and impact assessments describe it. Undefined is what nobody declares, or only a plan can tell. */
export interface ProcessedStore {
  /** `stack:address` */
  readonly address: string;
  readonly dataClass?: string;
  readonly dataCategory?: string;
  /** The processing that its category belongs to, as the retention schedule names it. */
  readonly processing?: string;
  readonly isPersonal: boolean;
  readonly region?: string;
  /** The Regions of its copies. One that only a plan can tell is left open. */
  readonly copies: readonly (string | undefined)[];
  readonly ownKey: KeyFinding;
}

/** What the model knows of the processing: where stores are, and where their copies go. */
export interface Processing {
  readonly stores: readonly ProcessedStore[];
  /** The Regions of stores of personal data, and of all copies. */
  readonly regions: readonly string[];
  /** Whether a Region of a store or a copy is left open. */
  readonly hasOpenRegions: boolean;
}

/** What the model knows of the stores. */
export function processingOf(model: Model, { outcomes, skipped = [] }: Report): Processing {
  const redaction = new Redaction(model.stacks);
  const shown = (text: string | undefined): string | undefined => (text === undefined ? undefined : redaction.of(text));
  const members = membersOf(model, STORE_POPULATIONS.stores);
  const personal = new Set(membersOf(model, STORE_POPULATIONS['stores of personal data']));
  const left = new Set(skipped.map(({ rule }) => rule));
  // Where a rule about keys did not run, what the others found met is not all.
  const isWhole = KEY_RULES.every((id) => !left.has(id));
  const keys = keyFindings(model, outcomes, (one) => personal.has(one), isWhole);
  const copies = copiesBySource(model);
  const stores = members.map((store) => ({
    address: store.qualifiedAddress,
    dataClass: shown(dataClassOf(store)),
    dataCategory: shown(dataCategoryOf(store)),
    processing: shown(scheduledCategoryOf(store)?.category.processing),
    isPersonal: personal.has(store),
    region: shown(regionOf(store)),
    copies: (copies.get(store) ?? []).map(shown),
    ownKey: keys.get(store) ?? 'not known',
  }));
  const places = [
    ...stores.filter(({ isPersonal }) => isPersonal).map(({ region }) => region),
    ...[...copies.values()].flat().map(shown),
  ];
  return {
    stores,
    regions: [...new Set(places.flatMap((place) => place ?? []))].sort(),
    hasOpenRegions: places.includes(undefined),
  };
}

function copiesBySource(model: Model): ReadonlyMap<Resource, readonly (string | undefined)[]> {
  const found = new Map<Resource, (string | undefined)[]>();
  for (const resource of [...model.types].filter(mayCopy).flatMap((type) => model.present(type))) {
    const places = copiesOf(model, resource).map(({ region }) => (typeof region === 'string' ? region : undefined));
    if (places.length === 0) continue;
    const source = sourceOf(model, resource);
    found.set(source, [...(found.get(source) ?? []), ...places]);
  }
  return found;
}

/** The claim that a store is encrypted with a customer managed key. */
const OWN_KEY = '1.3.1.b';
const KEY_RULES = RULES.filter(({ claims }) => claims.includes(OWN_KEY)).map(({ id }) => id);

/** What the rules about keys found of each store. The worse of two findings counts. */
function keyFindings(
  model: Model,
  outcomes: readonly RuleOutcomes[],
  isStore: (one: Resource) => boolean,
  isWhole: boolean
): ReadonlyMap<Resource, KeyFinding> {
  const byAddress = new Map(
    model.stacks.flatMap(({ resources }) => resources.map((one) => [one.qualifiedAddress, one] as const))
  );
  const found = new Map<Resource, KeyFinding>();
  const judge = (addresses: readonly string[], finding: KeyFinding): void => {
    for (const address of addresses) {
      const resource = byAddress.get(address);
      if (!resource) continue;
      const { named } = membersBehind(model, resource, isStore);
      if (finding === 'yes' && named.length > 1) continue;
      for (const store of named) found.set(store, finding);
    }
  };
  const rules = outcomes.filter(({ rule }) => KEY_RULES.includes(rule));
  if (isWhole) for (const { met } of rules) judge(met, 'yes');
  for (const { undetermined } of rules) judge(undetermined, 'not known');
  for (const { violated, waived } of rules) judge([...violated, ...waived], 'no');
  return found;
}
