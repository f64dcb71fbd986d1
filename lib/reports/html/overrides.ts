import { Evidence } from '../../evidence/evidence';
import { Html, NOTHING, html } from './markup';
import { table } from './table';

/** What the program changes in constructs that are secure by themselves. */
export function overridesSection({ overrides = [] }: Evidence): Html {
  if (overrides.length === 0) return NOTHING;
  return html`<section aria-labelledby="overrides">
    <h2 id="overrides">Overrides</h2>
    ${table(
      'Overridden attributes of constructs',
      ['Resource', 'Construct', 'Attributes'],
      overrides.map(({ stack, address, constructPath, attributes }) => [
        html`<code>${`${stack}:${address}`}</code>`,
        html`<code>${constructPath}</code>`,
        attributes.join(', '),
      ])
    )}
  </section>`;
}
