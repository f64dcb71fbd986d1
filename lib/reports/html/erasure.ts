import { Span, inDays } from '../../erasure/days';
import { Erasure } from '../../erasure/horizon';
import { Evidence } from '../../evidence/evidence';
import { keptFor } from '../kept-for';
import { numberIn } from '../language';
import { Html, NOTHING, html } from './markup';
import { table } from './table';

/** How many stores the table shows. */
const STORES = 200;

/** For each store, when what was deleted from it is gone. What outlives its retention comes first. */
export function erasureSection({ erasure }: Evidence): Html {
  const sorted = [
    ...erasure.filter(({ conflicts }) => conflicts.length > 0),
    ...erasure.filter(({ conflicts }) => conflicts.length === 0),
  ];
  const rest = sorted.length - STORES;
  return html`<section aria-labelledby="erasure">
    <h2 id="erasure">Erasure horizon</h2>
    <p>
      For each store, the most days from the deletion of a record until nothing of it is left in what this configuration
      makes.
    </p>
    ${sorted.length === 0 ? html`<p>No stores.</p>` : table('Stores and their erasure horizons', HEAD, sorted.slice(0, STORES).map(row))}
    ${rest > 0 ? html`<p class="more">And ${numberIn('en', rest)} more stores in evidence.json.</p>` : NOTHING}
  </section>`;
}

const HEAD = ['Store', 'Class', 'May be kept', 'Gone after', 'Where it lives on'];

function row({ store, dataClass, days, parts, conflicts, ...kept }: Erasure): Html[] {
  return [
    html`<code>${store}</code>`,
    html`${dataClass}`,
    html`${keptFor(kept, spanText)}`,
    html`${spanText(days)}`,
    html`<ul class="list">
      ${conflicts.map(({ rule, message }) => html`<li class="conflict">Conflict, ${rule}: ${message}</li>`)}
      ${parts.map((part) => html`<li>${part.place} ${spanText(part.days)}: ${part.because}</li>`)}
    </ul>`,
  ];
}

function spanText(span: Span): string {
  return typeof span === 'number' ? inDays(span) : span;
}
