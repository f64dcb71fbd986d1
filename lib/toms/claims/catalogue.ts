import { CLAIMS_1 } from './chapter-01';
import { CLAIMS_2 } from './chapter-02';
import { CLAIMS_3 } from './chapter-03';
import { CLAIMS_3_3 } from './chapter-03-resilience';
import { CLAIMS_4 } from './chapter-04';
import { CLAIMS_5 } from './chapter-05';
import { CLAIMS_6 } from './chapter-06';
import { CLAIMS_7 } from './chapter-07';
import { CLAIMS_8 } from './chapter-08';
import { CLAIMS_9 } from './chapter-09';
import { CLAIMS_10 } from './chapter-10';
import { CLAIMS_11 } from './chapter-11';
import { Claim, ClaimKind } from './claim';

/** Every claim, by its measure. A rule or record names claims by id, and the compiler knows the ids. */
export const CLAIMS = {
  ...CLAIMS_1,
  ...CLAIMS_2,
  ...CLAIMS_3,
  ...CLAIMS_3_3,
  ...CLAIMS_4,
  ...CLAIMS_5,
  ...CLAIMS_6,
  ...CLAIMS_7,
  ...CLAIMS_8,
  ...CLAIMS_9,
  ...CLAIMS_10,
  ...CLAIMS_11,
} as const;

export type MeasureId = keyof typeof CLAIMS;

type AnyClaim = (typeof CLAIMS)[MeasureId][number];
type IdsOf<K extends ClaimKind> = Extract<AnyClaim, { readonly kind: K }>['id'];

export type ClaimId = AnyClaim['id'];

/** What a rule may show: a rule that names a declared or inherited claim does not compile. */
export type RuleClaimId = IdsOf<'coverage' | 'existence' | 'absence'>;

/** What a record may show: declared claims, and those that may hold outside of the configuration. */
export type RecordClaimId = IdsOf<'declared'> | Extract<AnyClaim, { readonly orRecord: true }>['id'];

const BY_ID: ReadonlyMap<string, Claim> = new Map(
  Object.values<readonly Claim[]>(CLAIMS).flatMap((claims) => claims.map((each) => [each.id, each] as const))
);

/** The claim with this id. */
export function claim(id: string): Claim | undefined {
  return BY_ID.get(id);
}

/** Whether a record may show the claim with this id. */
export function isForRecords(id: string): id is RecordClaimId {
  const found = BY_ID.get(id);
  if (found === undefined || found.kind === 'inherited') return false;
  return found.kind === 'declared' || found.orRecord === true;
}

/** The measures that claims belong to, each once: `8.1.d` belongs to `8.1`. */
export function measuresOf(claims: readonly ClaimId[]): string[] {
  return [...new Set(claims.map((id) => id.slice(0, id.lastIndexOf('.'))))];
}
