import { Horizon, isWithin } from '../erasure/horizon';
import { CLAIMS, MeasureId } from '../toms/claims/catalogue';
import { ConfiguredClaim } from '../toms/claims/claim';

/** The claims that the erasure horizon shows, store by store: what the table of horizons says and what they say is one thing. */
export type HorizonClaimId = Extract<(typeof CLAIMS)[MeasureId][number], { readonly by: 'the erasure horizon' }>['id'];

interface HorizonClaim {
  /** Whether a store is as the claim says, by its horizon. `undefined` where it is not. */
  readonly outcomeOf: (horizon: Horizon) => 'met' | 'undetermined' | undefined;
  /** Why the claim is not shown in full. */
  readonly beyond: string;
}

const WITHIN: HorizonClaim = {
  outcomeOf: ({ days, retention }) => {
    if (days === 'undetermined' || retention === 'undetermined') return 'undetermined';
    return typeof days === 'number' && typeof retention === 'number' && isWithin(days, retention) ? 'met' : undefined;
  },
  beyond: 'the erasure horizon of the others is longer than the declared retention and its delay, or none is declared',
};

const CLAIMS_BY_HORIZON: { readonly [C in HorizonClaimId]: HorizonClaim } = {
  '2.3.a': WITHIN,
  '2.3.b': WITHIN,
  '11.2.c': {
    outcomeOf: ({ days }) => (days === 'never' ? undefined : days === 'undetermined' ? days : 'met'),
    beyond: 'the erasure horizon of the others is not known, or has no end',
  },
};

export function isByHorizon(claim: ConfiguredClaim): claim is ConfiguredClaim & { readonly id: HorizonClaimId } {
  return claim.by === 'the erasure horizon';
}

/** What the horizon of a store says of a claim. */
export function outcomeByHorizon(id: HorizonClaimId, horizon: Horizon): 'met' | 'undetermined' | undefined {
  return CLAIMS_BY_HORIZON[id].outcomeOf(horizon);
}

/** What shows such a claim, or why it is not shown in full. */
export function whyByHorizon(id: HorizonClaimId, isOpen: boolean): string {
  return isOpen ? CLAIMS_BY_HORIZON[id].beyond : 'the erasure horizon';
}
