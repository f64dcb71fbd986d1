import { createHash } from 'node:crypto';
import { groupOf } from '../aws/ec2/security-group-rules';
import { measuresShown } from '../evidence/evidence';
import { MeasureEvidence } from '../evidence/measures';
import { Span } from '../erasure/days';
import { ERASURE_TYPES, horizonOf } from '../erasure/horizon';
import { getOr } from '../graph/collections';
import { graphOf } from '../graph/picture';
import { Checked } from '../guardrails/check';
import { CompanyRuleText, Finding, RuleOutcomes } from '../guardrails/finding';
import { RULES } from '../guardrails/rules';
import { SEVERITIES } from '../guardrails/rule';
import { compare } from '../terraform/compare';
import { Model } from '../terraform/model';
import { Redaction } from '../terraform/redaction';
import { Resource } from '../terraform/stack';
import { measuresOf } from '../toms/claims/catalogue';
import { Change, DIRECTIONS, Diff, Direction, FlowChange, StateChange, Subject } from './change';
import { differencesOf, formOf } from './differences';
import { flowChanges, reachChanges } from './flows';
import { describeOpening, isForEverybody, newOpenings, openingsOf } from './group-rules';
import { MEASURES_OF } from './measures-of';
import { Pairs, pairsOf, settingsOf } from './pairs';
import { plannedDestruction } from './plan-actions';
import { findingsOf } from './resources';
import { judgeSetting } from './settings';

type Draft = Omit<Change, 'id' | 'measures' | 'claims'> &
  Partial<Pick<Change, 'measures' | 'claims'>> & {
    /** What a rule would name that finds the same: an attribute, or traffic. */
    readonly names?: string;
  };

/** Compares two checked systems by what they mean for security. */
export function diffOf(before: Checked, after: Checked, pairs: Pairs = pairsOf(before.model, after.model)): Diff {
  return new Comparison(before, after, pairs).diff();
}

class Comparison {
  private readonly drafts: Draft[] = [];
  private tagsOnly = 0;
  private readonly redaction: Redaction;
  private readonly fileOf: ReadonlyMap<string, string>;

  constructor(
    private readonly before: Checked,
    private readonly after: Checked,
    private readonly pairs: Pairs
  ) {
    this.redaction = new Redaction([...before.model.stacks, ...after.model.stacks]);
    this.fileOf = new Map(pairs.stacks.map((pair) => [pair.name, (pair.after ?? pair.before)?.file ?? '']));
  }

  public diff(): Diff {
    const { before, after } = this;
    this.compareResources();
    this.compareSettings();
    this.compareGroups();
    this.compareVerdicts();
    this.compareWaivers();
    this.compareHorizons();
    const graphs = [graphOf(before.model), graphOf(after.model)] as const;
    const flows = flowChanges(...graphs);
    this.addFlows(flows);
    const shown = [measuresShown(before), measuresShown(after)] as const;
    return {
      before: before.report.inputs,
      after: after.report.inputs,
      changes: this.finished(),
      tagsOnly: this.tagsOnly,
      moved: this.pairs.moved,
      flows,
      reach: reachChanges(...graphs),
      measures: stateChanges(...shown, (measures) => measures.map(({ id, state }) => ({ id, state }))),
      claims: stateChanges(...shown, (measures) =>
        measures.flatMap(({ claims }) =>
          claims.map(({ id, state, count }) => ({
            id,
            state: count && count.of > 0 ? `${state}, ${count.met} of ${count.of}` : state,
          }))
        )
      ),
    };
  }

  private compareResources(): void {
    const inAddressesOfNow = new Map(this.pairs.stacks.map((stack) => [stack, this.pairs.inAddressesOfNow(stack)]));
    for (const pair of this.pairs.resources) {
      const resource = (pair.after ?? pair.before)!;
      const findings = findingsOf(pair, inAddressesOfNow.get(pair.stack));
      if (findings.length > 0 && findings.every(({ isTag }) => isTag)) {
        this.tagsOnly++;
        continue;
      }
      for (const { isTag, ...finding } of findings) if (!isTag) this.add(resource, pair.stack.name, finding);
    }
    for (const { resource, stack, finding } of plannedDestruction(this.after.model)) this.add(resource, stack, finding);
  }

  /** Backends, providers and outputs. */
  private compareSettings(): void {
    for (const { name, before, after } of this.pairs.stacks) {
      const [was, is] = [settingsOf(before), settingsOf(after)];
      for (const place of new Set([...was.keys(), ...is.keys()])) {
        if (place.startsWith('output.') && !(was.has(place) && is.has(place))) continue;
        const [one, other] = [was, is].map((settings) => formOf(settings.get(place)));
        if (one === undefined || other === undefined) {
          if (before && after && one !== other)
            this.drafts.push({
              direction: 'undetermined',
              severity: 'low',
              subject: 'other',
              stack: name,
              address: place,
              message: one === undefined ? 'is new' : 'is gone',
            });
          continue;
        }
        for (const difference of differencesOf(one, other)) {
          const { direction, subject, severity } = judgeSetting(place.split('.')[0], difference);
          const text = [difference.before, difference.after].map((form) =>
            form === undefined ? 'not set' : JSON.stringify(form)
          );
          const message = `${difference.path.join('.')}: ${text.join(' -> ')}`;
          this.drafts.push({ direction, subject, severity, stack: name, address: place, message });
        }
      }
    }
  }

  /** What security groups let through, however it is written: a rule that is split in two lets in nobody more. */
  private compareGroups(): void {
    const { model: was } = this.before;
    const { model: is } = this.after;
    const keyIn =
      (model: Model, nameOf: (address: string) => string) =>
      (resource: Resource): string => {
        const group = groupOf(model, resource);
        return nameOf(group?.qualifiedAddress ?? resource.qualifiedAddress);
      };
    const former = openingsOf(was, keyIn(was, this.pairs.nowCalled));
    const present = openingsOf(
      is,
      keyIn(is, (address) => address)
    );
    const byStack = new Map(this.pairs.stacks.map((stack) => [stack.before, this.pairs.inAddressesOfNow(stack)]));
    const formerOpenings = former.openings.map((opening) => {
      const inAddressesOfNow = byStack.get(opening.resource.stack);
      return inAddressesOfNow ? { ...opening, peer: inAddressesOfNow(opening.peer) } : opening;
    });
    for (const opening of newOpenings(present.openings, formerOpenings)) {
      this.add(opening.resource, opening.resource.stack.name, {
        direction: 'widens',
        severity: isForEverybody(opening) && opening.direction === 'ingress' ? 'high' : 'medium',
        subject: 'exposure',
        after: describeOpening(opening),
        names: describeOpening(opening),
        message: `lets through ${describeOpening(opening)}`,
      });
    }
    for (const opening of newOpenings(formerOpenings, present.openings)) {
      this.add(opening.resource, opening.resource.stack.name, {
        direction: 'narrows',
        severity: 'low',
        subject: 'exposure',
        before: describeOpening(opening),
        message: `no longer lets through ${describeOpening(opening)}`,
      });
    }
    const known = new Set(former.open.map(({ qualifiedAddress }) => this.pairs.nowCalled(qualifiedAddress)));
    for (const resource of present.open.filter(({ qualifiedAddress }) => !known.has(qualifiedAddress)))
      this.add(resource, resource.stack.name, {
        direction: 'undetermined',
        severity: 'medium',
        subject: 'exposure',
        message: 'only a plan can tell what it lets through',
      });
  }

  /** What the rules say otherwise than before. */
  private compareVerdicts(): void {
    const [was, is] = [this.before, this.after].map(
      ({ report }) => new Map(report.outcomes.map((of) => [of.rule, of]))
    );
    const claims = new Map([...RULES, ...this.companyRules].map((rule) => [rule.id, rule.claims]));
    const add = (finding: Finding, place: string, direction: Direction, before: string, after: string): void => {
      const says = direction === 'narrows' ? 'no longer violated' : after;
      this.drafts.push({
        direction,
        severity: direction === 'narrows' ? 'low' : finding.severity,
        subject: 'rule',
        stack: place.slice(0, place.indexOf(':')),
        address: place.slice(place.indexOf(':') + 1),
        constructPath: finding.constructPath,
        measures: finding.measures,
        claims: claims.get(finding.rule) ?? [],
        before,
        after,
        message: `${finding.rule} ${says}: ${finding.message}`,
      });
    };
    const former = outcomesOf(was, this.pairs.nowCalled);
    const present = outcomesOf(is, (address) => address);
    for (const finding of this.after.report.findings) {
      const place = `${finding.stack}:${finding.address}`;
      const before = former(finding.rule, place);
      // A waiver that is new is told with the waivers.
      if (finding.outcome === 'waived' || before === finding.outcome) continue;
      add(finding, place, finding.outcome === 'violated' ? 'widens' : 'undetermined', before, finding.outcome);
    }
    for (const finding of this.before.report.findings) {
      if (finding.outcome !== 'violated') continue;
      const place = this.pairs.nowCalled(`${finding.stack}:${finding.address}`);
      const after = present(finding.rule, place);
      if (after === 'met' || after === 'not there') add(finding, place, 'narrows', 'violated', after);
    }
  }

  private get companyRules(): readonly CompanyRuleText[] {
    return this.after.report.companyRules ?? [];
  }

  private compareWaivers(): void {
    const [was, is] = [this.before.report, this.after.report].map(
      ({ waivers }) =>
        new Map(
          waivers.map((waiver) => [
            JSON.stringify([waiver.rule, waiver.path ?? waiver.address, waiver.statements ?? []]),
            waiver,
          ])
        )
    );
    const rules = new Map([...RULES, ...this.companyRules].map((rule) => [rule.id, rule]));
    const made = (direction: Direction, rule: string, scope: string, message: string): void => {
      const known = rules.get(rule);
      this.drafts.push({
        direction,
        severity: direction === 'widens' ? (known?.severity ?? 'medium') : 'low',
        subject: 'waiver',
        stack: '',
        address: scope,
        measures: known ? measuresOf(known.claims) : [],
        claims: known?.claims ?? [],
        message,
      });
    };
    for (const [key, { rule, path, address = '', reason, approver, expires }] of is) {
      const former = was.get(key);
      const scope = path ?? address;
      if (!former)
        made('widens', rule, scope, `a waiver of ${rule} is new, until ${expires} by ${approver}: ${reason}`);
      else if (expires > former.expires)
        made(
          'widens',
          rule,
          scope,
          `the waiver of ${rule} holds until ${expires} instead of ${former.expires}: ${reason}`
        );
      else if (expires < former.expires)
        made('narrows', rule, scope, `the waiver of ${rule} ends on ${expires} instead of ${former.expires}`);
    }
    for (const [key, { rule, path, address = '' }] of was)
      if (!is.has(key)) made('narrows', rule, path ?? address, `the waiver of ${rule} is gone`);
  }

  /** When what is deleted from a store is gone for good. */
  private compareHorizons(): void {
    const was = horizonsOf(this.before.model, this.pairs.nowCalled);
    for (const [store, days] of horizonsOf(this.after.model, (address) => address)) {
      const former = was.get(store);
      if (former === undefined || former === days) continue;
      const [before, after] = [former, days].map((span) => (typeof span === 'number' ? `${span} days` : span));
      const isOpen = [former, days].includes('undetermined');
      const isLonger = days === 'never' || (typeof days === 'number' && typeof former === 'number' && days > former);
      const at = store.indexOf(':');
      this.drafts.push({
        direction: isOpen ? 'undetermined' : isLonger ? 'widens' : 'narrows',
        severity: isLonger && !isOpen ? 'medium' : 'low',
        subject: 'retention',
        stack: store.slice(0, at),
        address: store.slice(at + 1),
        before,
        after,
        message: `what is deleted from it is gone after ${after} instead of ${before}`,
      });
    }
  }

  private addFlows(flows: readonly FlowChange[]): void {
    for (const { from, to, label, isNew } of flows) {
      const isFromInternet = isNew && /^Internet$/.test(from);
      this.drafts.push({
        direction: isNew ? 'widens' : 'narrows',
        severity: isFromInternet ? 'high' : isNew ? 'medium' : 'low',
        subject: 'exposure',
        stack: '',
        address: to,
        ...(isNew ? { after: label } : { before: label }),
        message: `${from} ${isNew ? 'reaches' : 'no longer reaches'} ${to}${label === '' ? '' : ` on ${label}`}`,
      });
    }
  }

  private add(resource: Resource, stack: string, finding: Omit<Draft, 'stack' | 'address'>): void {
    this.drafts.push({ ...finding, stack, address: resource.address, constructPath: resource.constructPath });
  }

  private finished(): Change[] {
    const changes = withoutRepeats(this.drafts).map((draft): Change => {
      const shown = (text: string | undefined): string | undefined =>
        text === undefined ? undefined : this.redaction.of(text);
      const {
        direction,
        severity,
        subject,
        stack,
        address,
        constructPath,
        measures = MEASURES_OF[subject],
        claims = [],
      } = draft;
      const [before, after, message] = [shown(draft.before), shown(draft.after), shown(draft.message) ?? ''];
      const id = digest([direction, subject, stack, address, before ?? null, after ?? null, message]);
      const file = this.fileOf.get(stack);
      return {
        direction,
        severity,
        subject,
        stack,
        address,
        constructPath,
        file,
        measures,
        claims,
        before,
        after,
        message,
        id,
      };
    });
    const byId = new Map(changes.map((change) => [change.id, change]));
    return [...byId.values()].sort(
      (one, other) =>
        DIRECTIONS.indexOf(one.direction) - DIRECTIONS.indexOf(other.direction) ||
        SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
        rankOf(one.subject) - rankOf(other.subject) ||
        compare(one.stack, other.stack) ||
        compare(one.address, other.address) ||
        compare(one.message, other.message)
    );
  }
}

/** What a rule says of the same attribute of the same resource is said once: by the rule, with what stood there before and now. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const byPlace = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.subject !== 'rule') continue;
    const place = `${draft.direction} ${draft.stack}:${draft.address}`;
    getOr(byPlace, place, (): Draft[] => []).push(draft);
  }
  const merged = new Map<Draft, Draft>();
  const repeats = new Set<Draft>();
  for (const draft of drafts) {
    const { names, direction, subject, stack, address, before, after } = draft;
    if (names === undefined || subject === 'rule') continue;
    const same = (byPlace.get(`${direction} ${stack}:${address}`) ?? []).filter(({ message }) =>
      message.includes(names)
    );
    for (const rule of same) merged.set(rule, { ...rule, before, after });
    if (same.length > 0) repeats.add(draft);
  }
  return drafts.filter((draft) => !repeats.has(draft)).map((draft) => merged.get(draft) ?? draft);
}

/** What is most dangerous of the same severity. */
const BY_DANGER: readonly Subject[] = ['store', 'exposure', 'access', 'rule', 'encryption', 'protection'];

function rankOf(subject: Subject): number {
  const rank = BY_DANGER.indexOf(subject);
  return rank < 0 ? BY_DANGER.length : rank;
}

/** How long what is deleted lives on in each store. */
function horizonsOf(model: Model, nameOf: (address: string) => string): ReadonlyMap<string, Span> {
  const stores = ERASURE_TYPES.flatMap((type) => model.resources(type));
  return new Map(
    stores.flatMap((store): [string, Span][] => {
      const horizon = horizonOf(model, store);
      return horizon ? [[nameOf(store.qualifiedAddress), horizon.days]] : [];
    })
  );
}

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** What each rule says of each place. Most rules are asked nothing. */
function outcomesOf(
  byRule: ReadonlyMap<string, RuleOutcomes>,
  nameOf: (address: string) => string
): (rule: string, place: string) => string {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (rule, place) => {
    let places = known.get(rule);
    if (!places) {
      const found = new Map<string, string>();
      const outcomes = byRule.get(rule);
      for (const outcome of ['met', 'undetermined', 'waived', 'violated'] as const)
        for (const address of outcomes?.[outcome] ?? []) found.set(nameOf(address), outcome);
      known.set(rule, (places = found));
    }
    return places.get(place) ?? 'not there';
  };
}

function stateChanges(
  before: readonly MeasureEvidence[],
  after: readonly MeasureEvidence[],
  statesOf: (measures: readonly MeasureEvidence[]) => readonly { readonly id: string; readonly state: string }[]
): StateChange[] {
  const was = new Map(statesOf(before).map(({ id, state }) => [id, state]));
  return statesOf(after).flatMap(({ id, state }) => {
    const former = was.get(id) ?? 'not shown';
    return former === state ? [] : [{ id, before: former, after: state }];
  });
}
