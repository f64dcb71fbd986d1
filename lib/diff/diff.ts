import { createHash } from 'node:crypto';
import { groupOf } from '../aws/ec2/security-group-rules';
import { Evidence, evidence } from '../evidence/evidence';
import { graphOf } from '../graph/picture';
import { Checked } from '../guardrails/check';
import { Report } from '../guardrails/finding';
import { RULES } from '../guardrails/rules';
import { SEVERITIES } from '../guardrails/rule';
import { compare } from '../terraform/compare';
import { Model } from '../terraform/model';
import { Redaction } from '../terraform/redaction';
import { Resource } from '../terraform/stack';
import { measuresOf } from '../toms/claims/catalogue';
import { Change, DIRECTIONS, Diff, Direction, FlowChange, Reach, StateChange, Subject } from './change';
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
    const shown = [evidence(before), evidence(after)] as const;
    return {
      before: before.report.inputs,
      after: after.report.inputs,
      changes: this.finished(),
      tagsOnly: this.tagsOnly,
      moved: this.pairs.moved,
      flows,
      reach: reachChanges(...graphs) satisfies Reach[],
      measures: stateChanges(...shown, ({ measures }) => measures.map(({ id, state }) => ({ id, state }))),
      claims: stateChanges(...shown, ({ measures }) =>
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
    for (const pair of this.pairs.resources) {
      const resource = (pair.after ?? pair.before)!;
      const findings = findingsOf(pair, (text) => this.pairs.inAddressesOfNow(pair, text));
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
    const rename = (text: string): string => {
      for (const pair of this.pairs.resources.slice(0, 1)) return this.pairs.inAddressesOfNow(pair, text);
      return text;
    };
    const formerOpenings = former.openings.map((opening) => ({ ...opening, peer: rename(opening.peer) }));
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
    const was = outcomesOf(this.before.report, this.pairs.nowCalled);
    const is = outcomesOf(this.after.report, (address) => address);
    const rules = new Map(RULES.map((rule) => [rule.id, rule]));
    const said = new Map(
      this.after.report.findings.map((finding) => [`${finding.rule} ${finding.stack}:${finding.address}`, finding])
    );
    const gone = new Map(
      this.before.report.findings.map((finding) => [
        `${finding.rule} ${this.pairs.nowCalled(`${finding.stack}:${finding.address}`)}`,
        finding,
      ])
    );
    for (const [key, outcome] of is) {
      const former = was.get(key) ?? 'not there';
      if (outcome === former || outcome === 'met') continue;
      const finding = said.get(key);
      if (!finding) continue;
      const direction = outcome === 'undetermined' ? 'undetermined' : 'widens';
      // A waiver that is new is one of the changes of waivers.
      if (outcome === 'waived') continue;
      this.drafts.push({
        direction,
        severity: finding.severity,
        subject: 'rule',
        stack: finding.stack,
        address: finding.address,
        constructPath: finding.constructPath,
        measures: finding.measures,
        claims: rules.get(finding.rule)?.claims ?? [],
        before: former,
        after: outcome,
        message: `${finding.rule} ${outcome}: ${finding.message}`,
      });
    }
    for (const [key, former] of was) {
      const outcome = is.get(key);
      if (former !== 'violated' || (outcome !== undefined && outcome !== 'met')) continue;
      const finding = gone.get(key);
      if (!finding) continue;
      const place = key.slice(key.indexOf(' ') + 1);
      this.drafts.push({
        direction: 'narrows',
        severity: 'low',
        subject: 'rule',
        stack: place.slice(0, place.indexOf(':')),
        address: place.slice(place.indexOf(':') + 1),
        constructPath: finding.constructPath,
        measures: finding.measures,
        claims: rules.get(finding.rule)?.claims ?? [],
        before: former,
        after: outcome ?? 'not there',
        message: `${finding.rule} no longer violated: ${finding.message}`,
      });
    }
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
    const rules = new Map(RULES.map((rule) => [rule.id, rule]));
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
    const was = new Map(this.before.erasure().map((erasure) => [this.pairs.nowCalled(erasure.store), erasure]));
    for (const { store, days } of this.after.erasure()) {
      const former = was.get(store);
      if (!former || former.days === days) continue;
      const [before, after] = [former.days, days].map((span) => (typeof span === 'number' ? `${span} days` : span));
      const isOpen = [former.days, days].includes('undetermined');
      const isLonger =
        days === 'never' || (typeof days === 'number' && typeof former.days === 'number' && days > former.days);
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
    byPlace.set(place, [...(byPlace.get(place) ?? []), draft]);
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

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

function outcomesOf(
  report: Report,
  nameOf: (address: string) => string
): Map<string, 'met' | 'violated' | 'waived' | 'undetermined'> {
  const found = new Map<string, 'met' | 'violated' | 'waived' | 'undetermined'>();
  for (const outcomes of report.outcomes)
    for (const outcome of ['met', 'undetermined', 'waived', 'violated'] as const)
      for (const address of outcomes[outcome]) found.set(`${outcomes.rule} ${nameOf(address)}`, outcome);
  return found;
}

function stateChanges(
  before: Evidence,
  after: Evidence,
  statesOf: (evidence: Evidence) => readonly { readonly id: string; readonly state: string }[]
): StateChange[] {
  const was = new Map(statesOf(before).map(({ id, state }) => [id, state]));
  return statesOf(after).flatMap(({ id, state }) => {
    const former = was.get(id) ?? 'not shown';
    return former === state ? [] : [{ id, before: former, after: state }];
  });
}
