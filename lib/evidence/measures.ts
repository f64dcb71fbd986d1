import { Measure, MeasureKind } from '../toms/measures/measure';
import { ClaimEvidence, ClaimReader } from './claims';

/** What a run shows of a measure. The word *met* stays with rules. */
export type MeasureState =
  /** Every claim that applies is shown, and most apply. */
  | 'in full'
  /** Some are. */
  | 'in part'
  | 'violated'
  | 'waived'
  | 'undetermined'
  /** No claim applies. */
  | 'not applicable'
  /** No claim is shown. */
  | 'not shown';

/** The states, from worst to best. */
export const MEASURE_STATES: readonly MeasureState[] = [
  'violated',
  'waived',
  'undetermined',
  'not shown',
  'in part',
  'in full',
  'not applicable',
];

/** A measure, and what is shown of each of its claims. */
export interface MeasureEvidence {
  readonly id: string;
  readonly chapter: number;
  readonly title: string;
  readonly kind: MeasureKind;
  readonly state: MeasureState;
  /** The letters of the claims that apply and are not shown. */
  readonly lacks: readonly string[];
  readonly claims: readonly ClaimEvidence[];
}

/** What is shown of a measure. */
export function measureEvidence({ id, chapter, title, kind, claims }: Measure, reader: ClaimReader): MeasureEvidence {
  const shown = claims.map((claim) => reader.read(claim));
  const lacks = liveOf(shown).filter((claim) => !isShown(claim));
  return {
    id,
    chapter,
    title,
    kind,
    state: measureState(shown),
    lacks: lacks.map((claim) => letterOf(claim.id)),
    claims: shown,
  };
}

/** The state of a measure by its claims. A claim that supports it neither lifts nor lowers it. */
export function measureState(claims: readonly Pick<ClaimEvidence, 'state' | 'supports'>[]): MeasureState {
  const live = liveOf(claims);
  for (const worst of ['violated', 'waived', 'undetermined'] as const) {
    if (live.some(({ state }) => state === worst)) return worst;
  }
  if (live.length === 0) return 'not applicable';
  const shown = live.filter(isShown).length;
  const counting = claims.filter(({ supports }) => !supports).length;
  // One database without a public address is no defence in layers: what hardly applies is never in full.
  if (shown === live.length) return live.length * 2 > counting ? 'in full' : 'in part';
  return shown > 0 || live.some(({ state }) => state === 'in part') ? 'in part' : 'not shown';
}

/** The claims that decide: those that apply, without those that only support the measure. */
export function liveOf<C extends Pick<ClaimEvidence, 'state' | 'supports'>>(claims: readonly C[]): readonly C[] {
  return claims.filter(({ state, supports }) => !supports && state !== 'not applicable');
}

/** Whether a claim holds as far as anybody shows: by rules, by a record, or by reports of the provider. */
export function isShown({ state }: Pick<ClaimEvidence, 'state'>): boolean {
  return state === 'shown' || state === 'declared' || state === 'inherited';
}

/** The letter of a claim within its measure: `d` of `8.1.d`. */
export function letterOf(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}
