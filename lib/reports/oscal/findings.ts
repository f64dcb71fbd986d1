import { ClaimEvidence, ClaimState, Count } from '../../evidence/claims';
import { countText } from '../claim-text';
import { Property, flag, property, some, statementId } from './parts';
import { Risk } from './risks';
import { markup, name, prose } from './text';
import { ORIGINS } from './tool';
import { uuid } from './uuid';

/** How many members that nobody judged a finding names. */
const NAMED = 10;

/** OSCAL knows two states. What is not certainly good is the other one. */
const SATISFIED: ReadonlySet<ClaimState> = new Set<ClaimState>(['shown', 'declared', 'inherited']);

export function findingId(claim: string): string {
  return uuid('finding', claim);
}

/** The finding on a claim. What does not apply has none. */
export function findingOf(claim: ClaimEvidence, risks: readonly Risk[], observations: readonly string[]): object {
  return {
    uuid: findingId(claim.id),
    title: titleOf(claim),
    description: descriptionOf(claim),
    props: claimProperties(claim),
    origins: ORIGINS,
    target: {
      type: 'statement-id',
      'target-id': statementId(claim.id),
      status: SATISFIED.has(claim.state)
        ? { state: 'satisfied', reason: 'pass' }
        : { state: 'not-satisfied', reason: claim.state === 'violated' ? 'fail' : 'other' },
    },
    'related-observations': some(observations.map((id) => ({ 'observation-uuid': id }))),
    'related-risks': some(risks.map((risk) => ({ 'risk-uuid': risk.uuid }))),
  };
}

export function titleOf({ id, says }: ClaimEvidence): string {
  return `${id}: ${prose(says)}`;
}

/** What is shown of a claim, in words. */
export function descriptionOf(claim: ClaimEvidence): string {
  const { state, over, count, why } = claim;
  const counted = countText(claim);
  const of = counted === '' || over === undefined ? '' : ` (${markup(over)})`;
  const unjudged = count?.unjudged ?? [];
  const named = unjudged.slice(0, NAMED).map(name).join(', ');
  const more = unjudged.length - NAMED;
  return [
    `${state[0].toUpperCase()}${state.slice(1)}${counted === '' ? '' : `, ${counted}${of}`}.`,
    ...(why === undefined ? [] : [`Because: ${markup(why)}.`]),
    ...(unjudged.length === 0 ? [] : [`Not judged: ${named}${more > 0 ? `, and ${more} more` : ''}.`]),
  ].join(' ');
}

/** Where nobody judged any member, none is named. */
function isJudged({ met, violated, waived, undetermined }: Count): boolean {
  return met + violated + waived + undetermined > 0;
}

/** A claim and its state, for programs. */
export function claimProperties({ id, kind, state, supports, count, sample }: ClaimEvidence): readonly Property[] {
  const counts = count
    ? [
        property('met', count.met),
        property('of', count.of),
        property('violated', count.violated),
        property('waived', count.waived),
        property('undetermined', count.undetermined),
        property('unjudged', isJudged(count) ? count.unjudged.length : count.of),
      ]
    : [];
  return [
    property('claim-id', id),
    property('claim-kind', kind),
    property('claim-state', state),
    ...flag('supports', supports),
    ...counts,
    ...(sample === undefined ? [] : [property('query', sample)]),
  ];
}
