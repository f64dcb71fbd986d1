import { RESOURCE_TYPES } from '../../aws/types';
import { ResourceType } from '../../aws/types/resource-type';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { RuleClaimId } from '../../toms/claims/catalogue';
import { StricterDemandId } from '../../toms/demands';
import { ResourceRule, Severity, Verdict } from '../rule';

/** One rule of a family: which types it judges, under an id that is never used for something else. */
export interface FamilyRow {
  readonly id: string;
  readonly name: string;
  readonly types: readonly string[];
  /** What the title calls its resources, where it judges types of several nouns. */
  readonly noun?: string;
  readonly severity: Severity;
  /** The claims that its verdicts count for, where they are others than those of the family. */
  readonly claims?: readonly RuleClaimId[];
}

/** What every fact of the table has. */
interface Sourced {
  readonly sources: readonly string[];
}

/** A demand that many types of resources must meet, each in its own way: what differs is data in the table of types. */
export interface Family<Facet extends Sourced> {
  readonly name: string;
  readonly claims: readonly RuleClaimId[];
  /** What the table says of a type, or `undefined` where the demand has no meaning for it. */
  readonly facetOf: (type: ResourceType) => Facet | undefined;
  readonly title: (facet: Facet, noun: string) => string;
  readonly rationale: (facets: readonly Facet[]) => string;
  readonly fix: (facets: readonly (readonly [type: string, facet: Facet])[]) => string;
  /** The numbers that its rules demand, and a project may make stricter. */
  readonly demands?: (facets: readonly Facet[]) => readonly StricterDemandId[];
  readonly check: (facet: Facet, resource: Resource, model: Model) => Verdict | undefined;
}

/** The rules of a family, one for each row. */
export function rulesOf<Facet extends Sourced>(family: Family<Facet>, rows: readonly FamilyRow[]): ResourceRule[] {
  return rows.map(({ id, name, types, noun, severity, claims = family.claims }) => {
    const facets = new Map(types.map((type) => [type, facet(family, type)]));
    const all = unique([...facets.values()]);
    return {
      id,
      name,
      family: family.name,
      title: family.title(all[0], noun ?? RESOURCE_TYPES[types[0]].noun),
      severity,
      claims,
      rationale: family.rationale(all),
      fix: family.fix([...facets]),
      fixOf: (type) => family.fix([[type, facets.get(type)!]]),
      demands: family.demands?.(all),
      sources: unique(all.flatMap((one) => one.sources)),
      types,
      check: (resource, model) => family.check(facets.get(resource.type)!, resource, model),
    };
  });
}

function facet<Facet extends Sourced>(family: Family<Facet>, type: string): Facet {
  const known = RESOURCE_TYPES[type];
  const found = known && family.facetOf(known);
  if (found === undefined) throw new Error(`lib/aws/types has no facet of ${family.name} for ${type}`);
  return found;
}

/** What several types say alike is said once. */
export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
