import { CLAIM_STATES, ClaimEvidence } from '../../evidence/claims';
import { Html, NOTHING, html } from './markup';
import { State, bestFirst, slugOf } from './states';

/** How many are in a state. */
export type Share = readonly [state: State, number: number];

/** A bar of shares of a whole. What is in none of them stays empty. It says nothing that the text beside it does not say. */
export function bar(shares: readonly Share[], whole: number): Html {
  const filled = shares.reduce((sum, [, number]) => sum + number, 0);
  const scale = 100 / Math.max(whole, filled, 1);
  let from = 0;
  const parts = shares.map(([state, number]) => {
    if (number === 0) return NOTHING;
    const x = from;
    from += number * scale;
    return html`<rect
      class="${slugOf(state)}"
      x="${x.toFixed(2)}"
      y="0"
      width="${(number * scale).toFixed(2)}"
      height="10"
    />`;
  });
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

/** A bar of the states of claims. */
export function claimBar(claims: readonly Pick<ClaimEvidence, 'state'>[]): Html {
  const shares = bestFirst(CLAIM_STATES).map((state): Share => {
    return [state, claims.filter((claim) => claim.state === state).length];
  });
  return bar(shares, claims.length);
}
