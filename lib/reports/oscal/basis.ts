import { ClaimEvidence } from '../../evidence/claims';
import { Evidence } from '../../evidence/evidence';
import { claim as claimOf } from '../../toms/claims/catalogue';
import { isConfigured } from '../../toms/claims/claim';

/** What a claim rests on, besides records and reports. */
export interface Basis {
  readonly rules: readonly string[];
  readonly horizon: boolean;
}

export function basisOf({ id, rules }: Pick<ClaimEvidence, 'id' | 'rules'>, evidence: Evidence): Basis {
  const claim = claimOf(id);
  const by = claim && isConfigured(claim) ? claim.by : undefined;
  return {
    rules: by === 'every verdict' ? evidence.rules.map(({ rule }) => rule) : rules,
    horizon: by === 'the erasure horizon' && evidence.erasure.length > 0,
  };
}
