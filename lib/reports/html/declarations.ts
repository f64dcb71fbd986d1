import { Evidence } from '../../evidence/evidence';
import { Html, html } from './markup';
import { table } from './table';
import { internal } from './text';

/** What rules take for met, since a posture says so. */
export function declarationsSection({ declarations }: Evidence): Html {
  return html`<section aria-labelledby="declarations">
    <h2 id="declarations">Declarations</h2>
    ${
      declarations.length === 0
        ? html`<p>None.</p>`
        : table(
            'Met by declaration',
            ['Rule', 'Address', 'Says'],
            declarations.map(({ rule, address, says }) => [internal(rule), html`<code>${address}</code>`, says])
          )
    }
  </section>`;
}
