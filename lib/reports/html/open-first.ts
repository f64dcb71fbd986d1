import { ClaimEvidence } from '../../evidence/claims';
import { Evidence } from '../../evidence/evidence';
import { scopeOf } from '../../guardrails/finding';
import { countText } from '../claim-text';
import { Html, Part, html } from './markup';
import { OPEN, stateLabel } from './states';
import { table } from './table';
import { counted, internal, internals } from './text';

/** Within how many days an end comes first. */
const SOON = 90;

const DAY = 86_400_000;

/** Who reads only one part reads this: what somebody has to do something about, worst first, and what runs out. */
export function openFirst(evidence: Evidence, at: string): Html {
  const claims = openClaims(evidence);
  const ending = endsOf(evidence)
    .map((end) => ({ ...end, days: daysBetween(at, end.day) }))
    .filter(({ days }) => days <= SOON)
    .sort((one, other) => one.days - other.days);
  return html`<section aria-labelledby="open-first">
    <h2 id="open-first">Open first</h2>
    ${
      claims.length === 0
        ? html`<p>No claim is violated, waived or undetermined.</p>`
        : table(
            'Claims that are violated, waived or undetermined',
            ['Claim', 'State', 'Shown', 'It says'],
            claims.map((claim) => [internal(claim.id), stateLabel(claim.state), countText(claim), claim.says])
          )
    }
    ${
      ending.length === 0
        ? html`<p>Nothing runs out within ${SOON} days.</p>`
        : table(
            `What runs out within ${SOON} days`,
            ['What', 'Kind', 'Last day', 'Left'],
            ending.map(({ what, kind, day, days }) => [what, kind, day, leftText(days)])
          )
    }
  </section>`;
}

/** Claims that are open, worst first. */
export function openClaims({ measures }: Evidence): readonly ClaimEvidence[] {
  const claims = measures.flatMap((measure) => measure.claims);
  return OPEN.flatMap((state) => claims.filter((claim) => claim.state === state));
}

interface End {
  readonly what: Part;
  readonly kind: string;
  /** The last day on which it counts. */
  readonly day: string;
}

function endsOf({ waivers, records, reports }: Evidence): readonly End[] {
  return [
    ...waivers.map((waiver) => ({ what: `${waiver.rule} on ${scopeOf(waiver)}`, kind: 'waiver', day: waiver.expires })),
    ...records.map(({ document, claims, reviewBy }) => ({
      what: html`${document.title}: ${internals(claims)}`,
      kind: 'record',
      day: reviewBy,
    })),
    ...reports.map(({ title, until }) => ({ what: title, kind: 'report of the provider', day: until })),
  ];
}

/** The days from one day to another, both as ISO dates. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

function leftText(days: number): string {
  return days < 0 ? 'over' : counted(days, 'day');
}
