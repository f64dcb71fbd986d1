import { Model } from '../terraform/model';
import { Resource, Stack } from '../terraform/stack';
import { JsonObject } from '../terraform/value';
import { RuleClaimId } from '../toms/claims/catalogue';
import { StricterDemandId } from '../toms/demands';
import { DatedList } from './dated-list';

/** From the gravest on. */
export const SEVERITIES = ['high', 'medium', 'low'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What a rule says of one thing that it looks at. `undefined` where it does not apply. */
export type Verdict = Judgement & {
  /** The list of what AWS offers that decided it. Reports say so where that is old. */
  readonly list?: DatedList;
};

type Judgement =
  | {
      readonly outcome: 'met';
      /** What a posture declares, and why, where it is met by that only. */
      readonly declared?: string;
    }
  | {
      readonly outcome: 'violated';
      /** Why this resource breaks the measure: what it says, and what that means. */
      readonly message: string;
      /** The attributes that fix it, where setting them on this very resource does. */
      readonly set?: { readonly [attribute: string]: string | number | boolean };
      readonly statements?: Statements;
      /** Whether the measure is broken whatever the values turn out to be that only a plan can tell. */
      readonly isCertain?: true;
    }
  | {
      readonly outcome: 'undetermined';
      /** Which value decides it, and why nobody can tell yet. */
      readonly message: string;
      readonly statements?: Statements;
    };

/**
 * The Sids of all statements that break a rule or may, so that a waiver can name them. Absent where something else does as well, or a statement that no Sid
 * tells from the others.
 */
export type Statements = readonly string[];

/** What a verdict is about, where that is no resource. */
export interface Subject {
  readonly stack: Stack;
  readonly address: string;
  readonly constructPath?: string;
}

/** A verdict and what it is about. */
export interface Result {
  readonly subject: Resource | Subject;
  readonly verdict: Verdict;
  /** Asks for the verdict on this subject only, where that takes less than to ask for the stack. */
  readonly again?: () => Verdict | undefined;
}

/** A way to say the same in Terraform: as written, every block as a list, `count` on every resource, or a plan of it in a module. */
export type Shape = 'written' | 'lists' | 'count' | 'plan';

/** Why a rule cannot answer as it does for what is written in other shapes of it. */
export type ShapeExceptions = { readonly [S in Exclude<Shape, 'written'>]?: string };

/** A configuration that a rule passes or refuses. It is the rule's test, and its documentation. */
export interface Example {
  readonly title: string;
  /** Terraform JSON as in a file, which tests try in every shape, or a plan as `terraform show -json` prints it. */
  readonly terraform: JsonObject;
  /** The addresses that the rule must name. None for an example that passes. */
  readonly addresses?: readonly string[];
  /** The shapes in which the example says something else. */
  readonly except?: ShapeExceptions;
}

/** The examples of a rule. They stand in `<name>.examples.ts` beside it, and are loaded only where somebody asks for them. */
export interface Examples {
  readonly pass: readonly Example[];
  readonly fail: readonly Example[];
  readonly undetermined?: readonly Example[];
  /** The shapes in which none of the examples can be tried. */
  readonly except?: ShapeExceptions;
}

/** What every rule says of itself. */
export interface RuleText {
  /** Public API: stable, never used again for something else. */
  readonly id: string;
  /** What must hold, in the words of its file name: `all-public-access-blocks`. Unique, and public API as the id is. */
  readonly name: string;
  /** The family that it is a row of, where its check is made from the table of types. */
  readonly family?: string;
  /** What must hold, as a sentence without a full stop. */
  readonly title: string;
  readonly severity: Severity;
  /** The claims that its verdicts count for. The measures follow from them. */
  readonly claims: readonly RuleClaimId[];
  /** Why it matters. */
  readonly rationale: string;
  /** How to fix it, in words; code between backticks. */
  readonly fix: string;
  /** The numbers that it demands, and a project may make stricter. */
  readonly demands?: readonly StricterDemandId[];
  /** Where the demanded values come from. */
  readonly sources: readonly string[];
  /** False where nobody may accept the risk. */
  readonly waivable?: false;
}

/** A rule that looks at every managed resource of some types. */
export interface ResourceRule extends RuleText {
  /** The resource types, or `*` for all. */
  readonly types: readonly string[];
  /** How to fix it in a resource of one of the types, where types differ. By default `fix`. */
  readonly fixOf?: (type: string) => string;
  readonly check: (resource: Resource, model: Model) => Verdict | undefined;
}

/** A rule that looks at a stack as a whole. */
export interface StackRule extends RuleText {
  readonly checkStack: (stack: Stack, model: Model) => readonly Result[];
}

export type Rule = ResourceRule | StackRule;

/** Rules by their ids and by their names: people may use either. */
export function byIdAndName<R extends Pick<RuleText, 'id' | 'name'>>(rules: readonly R[]): ReadonlyMap<string, R> {
  return new Map(rules.flatMap((rule) => [rule.id, rule.name].map((key) => [key, rule] as const)));
}

export const MET: Verdict = { outcome: 'met' };

/** Met, since a posture declares it: evidence says so. */
export function metByDeclaration(declared: string): Verdict {
  return { outcome: 'met', declared };
}

export function violated(message: string, set?: { readonly [attribute: string]: string | number | boolean }): Verdict {
  return { outcome: 'violated', message, set };
}

/** A violation that no value settles: something is set that must not be. */
export function certainlyViolated(message: string): Verdict {
  return { outcome: 'violated', message, isCertain: true };
}

export function undetermined(message: string): Verdict {
  return { outcome: 'undetermined', message };
}

/** A verdict that a list of what AWS offers decided. */
export function byList(verdict: Verdict, list: DatedList): Verdict {
  return { ...verdict, list };
}

/** A verdict whose statements are known. */
export function ofStatements(verdict: Verdict, statements: Statements | undefined): Verdict {
  return verdict.outcome === 'met' ? verdict : { ...verdict, statements };
}
