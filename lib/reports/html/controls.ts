import { Evidence } from '../../evidence/evidence';
import { CONTROLS_HEAD, CONTROLS_SEEN } from '../markdown-controls';
import { Html, html } from './markup';
import { table } from './table';

/** Who can lift what protects logs and data. */
export function controlsSection({ controls }: Evidence): Html {
  return html`<section aria-labelledby="controls">
    <h2 id="controls">Controls</h2>
    <p>${CONTROLS_SEEN}</p>
    ${
      controls.length === 0
        ? html`<p>None.</p>`
        : table(
            'Who can lift it',
            CONTROLS_HEAD,
            controls.map(({ control, actions, by, perhaps }) => [
              html`<code>${control}</code>`,
              names(actions),
              names(by),
              names(perhaps),
            ])
          )
    }
  </section>`;
}

function names(all: readonly string[]): string {
  return all.length > 0 ? all.join(', ') : 'nobody seen';
}
