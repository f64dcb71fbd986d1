import { horizonOf } from '../erasure/horizon';
import { Declared, RuleOutcomes, SkippedRule } from '../guardrails/finding';
import { Model } from '../terraform/model';
import { Redaction } from '../terraform/redaction';
import { Resource, Stack } from '../terraform/stack';
import { ClaimRecord, Records } from '../toms/claim-records';
import { Claim, ConfiguredClaim, isConfigured } from '../toms/claims/claim';
import { Counted, Outcome, Ways, countedPlaces, countedResources } from './counted';
import { HorizonClaimId, isByHorizon, outcomeByHorizon, whyByHorizon } from './by-horizon';
import { Located, PopulationReader, isPlaces } from './population';
import { POPULATIONS } from './populations';
import { RecordReader, ReportEvidence } from './records';

/** What a run, and records, show of a claim. */
export type ClaimState =
  /** Every member was judged, and is as the claim says. */
  | 'shown'
  /** A record in force says so. */
  | 'declared'
  /** Reports of the provider in force say so. */
  | 'inherited'
  /** Some members are; of the others nobody knows. */
  | 'in part'
  | 'violated'
  /** One is not as it says, or nobody can tell, and somebody accepts that for now. */
  | 'waived'
  /** Only a plan can tell. */
  | 'undetermined'
  /** There is nothing that it speaks of. */
  | 'not applicable'
  /** Nothing looked, or nothing was found. */
  | 'not shown';

/** The states, from worst to best. */
export const CLAIM_STATES: readonly ClaimState[] = [
  'violated',
  'waived',
  'undetermined',
  'not shown',
  'in part',
  'declared',
  'inherited',
  'shown',
  'not applicable',
];

/** n of N, and who is missing. What breaks the claim and is no member of its population counts beside N. */
export interface Count {
  readonly of: number;
  readonly met: number;
  readonly violated: number;
  readonly waived: number;
  readonly undetermined: number;
  /** The members that no rule judged, by name. None where no member was judged. */
  readonly unjudged: readonly string[];
}

/** What is shown of one claim. */
export interface ClaimEvidence {
  readonly id: string;
  readonly kind: Claim['kind'];
  readonly says: string;
  readonly state: ClaimState;
  /** Set where it supports the measure, and never counts towards it. */
  readonly supports?: true;
  /** What it speaks of, in words that follow "no" and "of N". */
  readonly over?: string;
  readonly count?: Count;
  /** The rules whose verdicts count for it here. */
  readonly rules: readonly string[];
  /** What people keep that shows it. */
  readonly record?: ClaimRecord;
  /** What the provider reports that shows it. */
  readonly report?: ReportEvidence;
  /** Why it is not shown, or does not apply. */
  readonly why?: string;
  /** The query that samples it in operation. */
  readonly sample?: string;
}

/** What a claim needs of a rule. */
export interface ClaimRule {
  readonly id: string;
  readonly claims: readonly string[];
  /** The types that it looks at, `*` for all. None for a rule about stacks. */
  readonly types?: readonly string[];
  /** The package of a rule of the project. What it finds counts against a claim, and what it finds met for none. */
  readonly package?: string;
}

/** What a run found, as far as claims count it. */
export interface Run {
  readonly model: Model;
  readonly outcomes: readonly RuleOutcomes[];
  readonly declarations: readonly Declared[];
  readonly rules: readonly ClaimRule[];
  /** How many waivers are in force, and what is wrong with others. */
  readonly waivers: { readonly sound: readonly string[]; readonly broken: readonly string[] };
  readonly records: Records;
  /** The rules that did not run, where some did not. */
  readonly skipped?: readonly SkippedRule[];
}

/** The states of a claim that nothing found broken or open. */
const UNBROKEN: readonly ClaimState[] = ['shown', 'in part', 'not shown'];

/** From worst to best. */
const OUTCOMES: readonly Outcome[] = ['violated', 'waived', 'undetermined', 'met'];

/** Computes what a run shows of claims: one reader for all of them, since they share populations. */
export class ClaimReader {
  /** What people keep, and what it is worth in this run. */
  public readonly records: RecordReader;
  private readonly byClaim = new Map<string, ClaimRule[]>();
  private readonly byRule: ReadonlyMap<string, RuleOutcomes>;
  private readonly byAddress = new Map<string, LocatedResource>();
  private readonly stacks: ReadonlyMap<string, Stack>;
  private readonly verdicts = new Map<string, Verdicts>();
  private readonly counted = new Map<PopulationReader, Counted>();
  private readonly ways: Ways = new Map();
  private readonly hasUnreadModules: boolean;
  private readonly redaction: Redaction;

  constructor(private readonly run: Run) {
    for (const rule of run.rules) {
      for (const id of rule.claims) {
        const rules = this.byClaim.get(id);
        if (rules) rules.push(rule);
        else this.byClaim.set(id, [rule]);
      }
    }
    this.byRule = new Map(run.outcomes.map((outcomes) => [outcomes.rule, outcomes]));
    this.stacks = new Map(run.model.stacks.map((stack) => [stack.name, stack]));
    for (const { resources } of run.model.stacks) {
      for (const resource of resources) {
        this.byAddress.set(resource.qualifiedAddress, { stack: resource.stack, resource, address: resource.address });
      }
    }
    this.redaction = new Redaction(run.model.stacks);
    this.records = new RecordReader(run.model, run.records);
    this.hasUnreadModules = run.model.stacks.some(({ unreadModules }) => unreadModules.length > 0);
  }

  /** What is shown of a claim. */
  public read(claim: Claim): ClaimEvidence {
    const { id, kind, says, supports, sample } = claim;
    if (!isConfigured(claim)) {
      const kept = claim.kind === 'declared' ? this.records.declared(claim) : this.records.inherited(claim);
      return { id, kind, says, supports, sample, rules: [], ...kept };
    }
    const rules = this.byClaim.get(id) ?? [];
    const { count, by } =
      claim.over === 'waivers' ? this.countWaivers(rules) : this.count(claim, rules, POPULATIONS[claim.over]);
    const state = this.stateOf(claim, count);
    const byRules = { id, kind, says, supports, sample, over: claim.over, count, rules: by };
    const skipped = this.whySkipped(claim, rules);
    // What was left out may be what breaks it: neither other rules nor a record speak for that.
    if (skipped !== undefined && UNBROKEN.includes(state)) {
      return { ...byRules, count: { ...count, met: 0, unjudged: [] }, state: 'not shown', why: skipped };
    }
    const why = whyOf(claim, state, count, rules.length > 0) ?? this.declarationsOf(rules);
    // A record speaks where rules found too little, and never against what they found.
    if (!claim.orRecord || (state !== 'not shown' && state !== 'in part'))
      return Object.assign(byRules, { state, why });
    const kept = this.records.declared(claim);
    if (kept.state !== 'not shown') return { ...byRules, ...kept };
    return { ...byRules, state, why: why === undefined ? undefined : `${why}, and ${kept.why}` };
  }

  /** Why a rule of the package that speaks of a claim said nothing. */
  private whySkipped({ by }: ConfiguredClaim, rules: readonly ClaimRule[]): string | undefined {
    const { skipped = [], rules: all } = this.run;
    if (skipped.length === 0) return undefined;
    const own = new Set((by === 'every verdict' ? all : rules).filter((rule) => !rule.package).map(({ id }) => id));
    const [first, ...others] = skipped.filter(({ rule }) => own.has(rule));
    if (first === undefined) return undefined;
    const more = others.length === 0 ? '' : `, and ${others.length} more of its rules`;
    return `${first.rule} is skipped (${first.by})${more}`;
  }

  private stateOf(claim: ConfiguredClaim, count: Count): ClaimState {
    const state = configuredState(claim.kind, count);
    // What a module makes that nobody read may be what the claim speaks of.
    return state === 'not applicable' && this.hasUnreadModules && claim.over !== 'waivers' ? 'not shown' : state;
  }

  private countWaivers(rules: readonly ClaimRule[]): Counting {
    const { sound, broken } = this.run.waivers;
    const of = sound.length + broken.length;
    const count = { of, met: sound.length, violated: broken.length, waived: 0, undetermined: 0, unjudged: [] };
    return { count, by: of > 0 ? rules.map((rule) => rule.id) : [] };
  }

  private count(claim: ConfiguredClaim, rules: readonly ClaimRule[], population: PopulationReader): Counting {
    const counted = this.countedOf(population);
    const { found, outside, ids } = this.judge(claim, rules, counted);
    if (isByHorizon(claim)) this.judgeByHorizon(claim.id, counted, found);
    const total = { met: 0, violated: 0, waived: 0, undetermined: 0 };
    let judged = 0;
    const add = (outcome: Outcome | undefined): void => {
      if (outcome === undefined) return;
      total[outcome]++;
      judged++;
    };
    found.forEach(add);
    outside.forEach(add);
    // Where nobody judged anything, everybody is missing: names would only fill pages.
    const unjudged =
      judged === 0
        ? []
        : counted.names.filter((_name, place) => found[place] === undefined).map((name) => this.shown(name));
    return { count: { of: counted.names.length, ...total, unjudged }, by: [...ids].sort() };
  }

  /** What its rules take for met, since a posture declares it: members or not, a reader of the claim must know. */
  private declarationsOf(rules: readonly ClaimRule[]): string | undefined {
    const { length } = this.run.declarations.filter(({ rule }) => rules.some(({ id }) => id === rule));
    if (length === 0) return undefined;
    return length === 1 ? '1 declaration applies' : `${length} declarations apply`;
  }

  /** What the rules of a claim say of its members. Of what has to exist one is enough: there the best verdict counts. */
  private judge(claim: ConfiguredClaim, rules: readonly ClaimRule[], counted: Counted): Judged {
    const { kind, needs, by, takes } = claim;
    if (takes !== undefined) return this.judgeTaken(kind, takes, rules, counted);
    const found = counted.names.map((): Outcome | undefined => undefined);
    const outside = new Map<string, Outcome>();
    const ids = new Set<string>();
    const metBy = new Map<number, Set<string>>();
    const isOfAllRules = by === 'every verdict';
    // Of a store that one rule found in order, every other rule that does says the same.
    const inOrder = new Set<Located>();
    for (const rule of isOfAllRules ? this.run.rules : rules) {
      const { id, package: company } = rule;
      if (!this.byRule.has(id)) continue;
      const isOfAll = rule.types?.includes('*') ?? false;
      // What a project demands as well is no second way to show that something exists.
      const joins = company === undefined ? kind : 'coverage';
      const add = (place: number, outcome: Outcome): void => {
        const known = found[place];
        if (known !== outcome) found[place] = joined(joins, known, outcome);
        if (needs && outcome === 'met') metBy.set(place, (metBy.get(place) ?? new Set()).add(id));
      };
      let isCounted = false;
      for (const [outcome, subjects] of this.verdictsOf(rule)) {
        // A rule that looks at everything says nothing in particular of a member.
        if (outcome === 'met' && (company !== undefined || (isOfAllRules && isOfAll))) continue;
        for (const subject of subjects) {
          if (isOfAllRules && outcome === 'met') {
            if (inOrder.has(subject)) continue;
            inOrder.add(subject);
          }
          const behind = counted.behind(subject, outcome, isOfAll);
          if (typeof behind === 'number') {
            add(behind, outcome);
            isCounted = true;
            continue;
          }
          for (const place of behind) {
            if (typeof place === 'number') add(place, outcome);
            else if (!isOfAllRules) outside.set(place, joined(joins, outside.get(place), outcome));
          }
          isCounted ||= behind.length > 0;
        }
      }
      if (isCounted && !isOfAllRules) ids.add(id);
    }
    for (const [place, ofRules] of metBy) {
      const type = this.byAddress.get(counted.names[place])?.resource.type;
      const lacks = rules.some(
        ({ id, types, package: company }) => !company && type && types?.includes(type) && !ofRules.has(id)
      );
      if (lacks && found[place] === 'met') found[place] = undefined;
    }
    return { found, outside, ids };
  }

  /** A place is as the claim says where one resource of each type is, by every rule that looks at it. Of several of a type that has to exist the best counts. */
  private judgeTaken(
    kind: ConfiguredClaim['kind'],
    types: readonly string[],
    rules: readonly ClaimRule[],
    counted: Counted
  ): Judged {
    const ids = new Set<string>();
    const ofResources = new Map<Resource, Outcome>();
    for (const rule of rules) {
      for (const [outcome, subjects] of this.verdictsOf(rule)) {
        if (outcome === 'met' && rule.package !== undefined) continue;
        for (const { resource } of subjects) {
          if (resource === undefined || !types.includes(resource.type)) continue;
          ofResources.set(resource, joined('coverage', ofResources.get(resource), outcome));
          ids.add(rule.id);
        }
      }
    }
    const ofPlaces = counted.names.map(() => new Map<string, Outcome>());
    for (const [resource, outcome] of ofResources) {
      const behind = counted.behind({ stack: resource.stack, resource, address: resource.address }, outcome, false);
      for (const place of typeof behind === 'number' ? [behind] : behind) {
        if (typeof place === 'string') continue;
        const ofTypes = ofPlaces[place];
        ofTypes.set(resource.type, joined(kind, ofTypes.get(resource.type), outcome));
      }
    }
    const found = ofPlaces.map((ofTypes): Outcome | undefined => {
      const outcomes = [...ofTypes.values()];
      const worst = OUTCOMES.find((outcome) => outcomes.includes(outcome));
      return worst === 'met' && ofTypes.size < types.length ? undefined : worst;
    });
    return { found, outside: new Map(), ids };
  }

  /** Where the horizon decides, rules only count against a member. */
  private judgeByHorizon(id: HorizonClaimId, { names }: Counted, found: (Outcome | undefined)[]): void {
    names.forEach((name, place) => {
      const store = this.byAddress.get(name)?.resource;
      const horizon = store && horizonOf(this.run.model, store);
      const outcome = horizon && outcomeByHorizon(id, horizon);
      if (found[place] === 'met') found[place] = undefined;
      if (outcome) found[place] = joined('coverage', found[place], outcome);
    });
  }

  /** The name of a place may quote the configuration of a provider. Nothing secret is in the address of a resource. */
  private shown(name: string): string {
    return this.byAddress.has(name) ? name : this.redaction.of(name);
  }

  private countedOf(population: PopulationReader): Counted {
    const known = this.counted.get(population);
    if (known) return known;
    const { model } = this.run;
    const counted = isPlaces(population)
      ? countedPlaces(model, population)
      : countedResources(model, population, this.ways);
    this.counted.set(population, counted);
    return counted;
  }

  /** What a rule says of what, the worst first. */
  private verdictsOf({ id }: ClaimRule): Verdicts {
    const known = this.verdicts.get(id);
    if (known) return known;
    const outcomes = this.byRule.get(id);
    const found: Verdicts = OUTCOMES.map((outcome) => {
      const subjects: Located[] = [];
      for (const address of outcomes?.[outcome] ?? []) {
        const subject = this.locate(address);
        if (subject) subjects.push(subject);
      }
      return [outcome, subjects];
    });
    this.verdicts.set(id, found);
    return found;
  }

  /** What a qualified address stands for. The name of a stack may hold a colon. */
  private locate(qualified: string): Located | undefined {
    const located = this.byAddress.get(qualified);
    if (located) return located;
    for (let end = qualified.indexOf(':'); end >= 0; end = qualified.indexOf(':', end + 1)) {
      const stack = this.stacks.get(qualified.slice(0, end));
      if (stack) return { stack, address: qualified.slice(end + 1) };
    }
    return undefined;
  }
}

/** The verdicts of a rule: their subjects, by outcome. */
type Verdicts = readonly (readonly [outcome: Outcome, subjects: readonly Located[]])[];

/** A resource, as the subject of a verdict. */
type LocatedResource = Located & { readonly resource: Resource };

/** What rules say of the members of a claim, and which rules do. */
interface Judged {
  readonly found: (Outcome | undefined)[];
  /** What does not hold, and is no member. */
  readonly outside: ReadonlyMap<string, Outcome>;
  readonly ids: ReadonlySet<string>;
}

/** What was counted for a claim, and the rules whose verdicts were. */
interface Counting {
  readonly count: Count;
  readonly by: readonly string[];
}

/** What two outcomes of one member come to: of what has to exist the better one, else the worse. */
function joined(kind: ConfiguredClaim['kind'], known: Outcome | undefined, outcome: Outcome): Outcome {
  if (known === undefined || known === outcome) return outcome;
  const [one, other] = [known, outcome].map((each) => OUTCOMES.indexOf(each));
  return one <= other === (kind !== 'existence') ? known : outcome;
}

/** The state of a claim that rules decide. A claim that something exists is never broken by its absence. */
export function configuredState(kind: ConfiguredClaim['kind'], count: Count): ClaimState {
  if (count.violated > 0) return 'violated';
  if (count.waived > 0) return 'waived';
  if (count.undetermined > 0) return 'undetermined';
  if (count.of === 0) return kind === 'existence' ? 'not shown' : 'not applicable';
  if (count.met === count.of) return 'shown';
  return count.met > 0 ? 'in part' : 'not shown';
}

function whyOf(claim: ConfiguredClaim, state: ClaimState, { of }: Count, hasRules: boolean): string | undefined {
  if (state === 'not applicable') return `no ${claim.over}`;
  if (isByHorizon(claim)) return whyByHorizon(claim.id, state === 'in part' || state === 'not shown');
  if (claim.by === 'every verdict') return 'the verdicts of all rules that judge the stores';
  if (!hasRules) return 'no rule looks';
  if (state !== 'not shown') return undefined;
  if (claim.kind === 'existence') return 'nothing in this configuration shows it';
  return of === 0 ? `no ${claim.over} in what was read, and modules that were not read` : 'no rule judged any';
}
