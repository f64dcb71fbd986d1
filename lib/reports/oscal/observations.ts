import { ClaimEvidence } from '../../evidence/claims';
import { Evidence, RuleEvidence } from '../../evidence/evidence';
import { ReportEvidence } from '../../evidence/records';
import { ruleTitle } from '../../guardrails/rule-text';
import { ClaimRecord } from '../../toms/claim-records';
import { basisOf } from './basis';
import { beginOf, endOf } from './document';
import { itemId } from './inventory';
import { property, ruleProperty, some } from './parts';
import { recordResource } from './resources';
import { markup, prose } from './text';
import { ORIGINS } from './tool';
import { uuid } from './uuid';

const OUTCOMES = ['violated', 'waived', 'undetermined', 'met'] as const;

/** What was observed: by each rule, by the erasure horizon, in each record and each report. */
export function observationsOf(evidence: Evidence, at: string): readonly object[] {
  const claims = evidence.measures.flatMap((measure) => measure.claims);
  const found = new Map<string, object>();
  for (const rule of evidence.rules) found.set(ruleObservationId(rule.rule), byRule(rule, at));
  // A rule that found nothing to judge may count for a claim even so, as that on waivers does.
  for (const id of claims.flatMap(({ rules }) => rules)) {
    const key = ruleObservationId(id);
    if (!found.has(key)) found.set(key, byRule({ rule: id, title: ruleTitle(evidence, id), met: [], violated: [], waived: [], undetermined: [] }, at));
  }
  if (evidence.erasure.length > 0) found.set(HORIZON, byHorizon(evidence, at));
  for (const record of evidence.records) found.set(recordObservationId(record), inRecord(record, at));
  for (const report of evidence.reports) found.set(reportObservationId(report), inReport(report, at));
  return [...found.values()];
}

/** The observations that a claim rests on. */
export function observationIdsOf(claim: ClaimEvidence, evidence: Evidence): readonly string[] {
  const { rules, horizon } = basisOf(claim, evidence);
  return [
    ...rules.map(ruleObservationId),
    ...(horizon ? [HORIZON] : []),
    ...(claim.record ? [recordObservationId(claim.record)] : []),
    ...(claim.report ? [reportObservationId(claim.report)] : []),
  ];
}

const HORIZON = uuid('observation', 'erasure horizon');

export function ruleObservationId(rule: string): string {
  return uuid('observation', 'rule', rule);
}

function recordObservationId(record: ClaimRecord): string {
  return uuid('observation', 'record', JSON.stringify(record));
}

function reportObservationId({ kind, title, from, to, regions, services }: ReportEvidence): string {
  return uuid('observation', 'report', kind, title, from, to, JSON.stringify([regions, services]));
}

type Outcomes = Pick<RuleEvidence, 'rule' | 'title' | (typeof OUTCOMES)[number]>;

function byRule(rule: Outcomes, at: string): object {
  const counts = OUTCOMES.filter((outcome) => rule[outcome].length > 0).map((outcome) => `${outcome} at ${rule[outcome].length}`);
  return {
    uuid: ruleObservationId(rule.rule),
    title: `${markup(rule.rule)}: ${prose(rule.title)}`,
    description: counts.length > 0 ? `The rule is ${counts.join(', ')}.` : 'The rule found nothing to judge.',
    props: [
      ruleProperty('Rule_Id', rule.rule),
      ...OUTCOMES.map((outcome) => property(outcome, rule[outcome].length)),
    ],
    methods: ['TEST'],
    types: ['control-objective'],
    origins: ORIGINS,
    subjects: some(
      OUTCOMES.flatMap((outcome) => [...new Set(rule[outcome])].map((address) => subject(address, 'outcome', outcome)))
    ),
    collected: beginOf(at),
  };
}

function subject(address: string, name: string, value: string): object {
  return { 'subject-uuid': itemId(address), type: 'inventory-item', props: [property(name, value)] };
}

function byHorizon({ erasure }: Evidence, at: string): object {
  const days = new Map(erasure.map((store) => [store.store, String(store.days)]));
  return {
    uuid: HORIZON,
    title: 'Erasure horizon',
    description:
      'For each store, the most days from the deletion of a record until nothing of it is left in what this configuration makes.',
    methods: ['TEST'],
    types: ['control-objective'],
    origins: ORIGINS,
    subjects: [...days].map(([store, span]) => subject(store, 'gone-after-days', span)),
    collected: beginOf(at),
  };
}

function inRecord(record: ClaimRecord, at: string): object {
  const { says, owner, reviewBy, count, document } = record;
  const counted = count ? [property('met', count.met), property('of', count.of)] : [];
  return {
    uuid: recordObservationId(record),
    title: markup(document.title),
    description: `${markup(says)} (${markup(document.title)}, ${markup(document.date)}; owner ${markup(owner)}; review by ${markup(reviewBy)})`,
    props: [property('owner', owner), property('review-by', reviewBy), ...counted],
    methods: ['EXAMINE'],
    types: ['control-objective'],
    origins: ORIGINS,
    'relevant-evidence': [{ href: `#${recordResource(record).uuid}`, description: markup(document.title) }],
    collected: beginOf(at),
    expires: endOf(reviewBy),
  };
}

/** A report is cited and never copied: it is confidential. */
function inReport(report: ReportEvidence, at: string): object {
  const { kind, title, from, to, regions, services, exceptionsRead, bridgedTo, sha256, covers, until } = report;
  const bridged = bridgedTo === undefined ? '' : `, bridged to ${markup(bridgedTo)}`;
  return {
    uuid: reportObservationId(report),
    title: markup(title),
    description: `${markup(title)}, from ${markup(from)} to ${markup(to)}${bridged}. Exceptions read by ${markup(exceptionsRead.by)}, ${markup(exceptionsRead.date)}`,
    props: [
      property('report', kind),
      ...regions.map((region) => property('region', region)),
      ...services.map((service) => property('service', service)),
      property('met', covers.met),
      property('of', covers.of),
      ...covers.missing.map((missing) => property('not-covered', missing)),
      ...(sha256 === undefined ? [] : [property('sha256', sha256)]),
    ],
    methods: ['EXAMINE'],
    types: ['control-objective'],
    origins: ORIGINS,
    collected: beginOf(at),
    expires: endOf(until),
  };
}
